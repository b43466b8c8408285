/// Decodes character references left in a text: `&rsquo;`, `&#8217;`, `&amp;amp;`.
struct CharacterReferences {
  /// The longest name or number.
  private static let longest = 10

  let data: ReadingData

  /// The text with its references decoded; nil where it has none.
  ///
  /// References need their semicolon. An ampersand that was escaped several times is decoded to the end.
  func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    var output: [UInt8]?
    var start = 0
    var index = 0
    while let ampersand = bytes[index...].firstIndex(of: UInt8(ascii: "&")) {
      var inner = ampersand + 1
      guard var found = reference(at: inner, in: bytes) else {
        index = ampersand + 1
        continue
      }
      // "&amp;lt;": what follows an escaped ampersand may be a reference again.
      while found.scalar == "&", let next = reference(at: found.end, in: bytes) {
        inner = found.end
        found = next
      }
      var text = output ?? []
      output = nil
      text += bytes[start..<ampersand]
      text += Self.text(of: found.scalar)
      output = text
      start = found.end
      index = found.end
    }
    guard var text = output else { return nil }
    text += bytes[start...]
    return text
  }

  /// What stands between an ampersand and a semicolon.
  private func reference(at start: Int, in bytes: [UInt8]) -> (scalar: Unicode.Scalar, end: Int)? {
    let limit = min(bytes.count, start + Self.longest + 1)
    guard start < limit, let end = bytes[start..<limit].firstIndex(of: UInt8(ascii: ";")), end > start else {
      return nil
    }
    let name = bytes[start..<end]
    if name.first == UInt8(ascii: "#") {
      let digits = name.dropFirst()
      let isHexadecimal = digits.first == UInt8(ascii: "x") || digits.first == UInt8(ascii: "X")
      let number = isHexadecimal ? digits.dropFirst() : digits
      guard number.allSatisfy({ Bytes.isWord($0) && $0 < 128 }),
        let value = UInt32(Bytes.text(number), radix: isHexadecimal ? 16 : 10)
      else { return nil }
      // HTML reads these numbers as bytes of Windows-1252.
      let scalar = (0x80..<0xA0).contains(value) ? Windows1252.scalar(of: UInt8(value)) : Unicode.Scalar(value)
      return (scalar ?? "\u{FFFD}", end + 1)
    }
    guard name.allSatisfy({ Bytes.isWord($0) && $0 < 128 }), let scalar = data.entities[Bytes.text(name)] else {
      return nil
    }
    return (scalar, end + 1)
  }

  private static func text(of scalar: Unicode.Scalar) -> [UInt8] {
    scalar.value < 32 || scalar.value == 127 ? [Bytes.space] : Array(String(scalar).utf8)
  }
}

/// The upper half of Windows-1252.
enum Windows1252 {
  /// The scalars of the bytes 80 to 9F; 0 where there is none.
  private static let upper: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]

  private static let bytes: [UInt32: UInt8] = {
    var bytes: [UInt32: UInt8] = [:]
    for (index, scalar) in upper.enumerated() where scalar > 0 { bytes[scalar] = UInt8(0x80 + index) }
    return bytes
  }()

  /// The scalar of a byte; nil where there is none.
  static func scalar(of byte: UInt8) -> Unicode.Scalar? {
    guard (0x80..<0xA0).contains(byte) else { return Unicode.Scalar(byte) }
    let value = upper[Int(byte) - 0x80]
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  /// The byte of a scalar, 80 to FF; control characters are the bytes of their numbers. nil where there is none.
  static func byte(of scalar: UInt32) -> UInt8? {
    (0x80...0xFF).contains(scalar) ? UInt8(scalar) : bytes[scalar]
  }
}
