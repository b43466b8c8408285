/// Small questions about UTF-8 as bytes. All are linear in the bytes that they are given.
enum Bytes {
  static let newline = UInt8(ascii: "\n")
  static let space = UInt8(ascii: " ")

  /// Whether the byte is a space or tab, or another of ASCII's white space.
  static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  static func isUpper(_ byte: UInt8) -> Bool { (65...90).contains(byte) }
  static func isLower(_ byte: UInt8) -> Bool { (97...122).contains(byte) }
  static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  /// Whether the byte is part of a word: a letter, digit, or any byte beyond ASCII.
  static func isWord(_ byte: UInt8) -> Bool { isUpper(byte) || isLower(byte) || isDigit(byte) || byte >= 128 }

  /// Whether the byte goes on with a scalar that began before it.
  static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// ASCII letters in lower case, all else as it is.
  static func lowercased(_ bytes: some Sequence<UInt8>) -> [UInt8] { bytes.map { isUpper($0) ? $0 + 32 : $0 } }

  /// The first word in lower case, without signs before it; at most twenty bytes of it.
  static func firstWord(_ bytes: some Collection<UInt8>) -> String {
    text(lowercased(bytes.drop { !isWord($0) }.prefix(20).prefix(while: isWord)))
  }

  /// How many scalars the bytes hold.
  static func scalars(_ bytes: some Sequence<UInt8>) -> Int {
    bytes.reduce(0) { isContinuation($1) ? $0 : $0 + 1 }
  }

  /// The bytes as text.
  static func text(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  /// The range without white space at its ends; no-break spaces count as white space.
  static func trimmed(_ range: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      if isSpace(bytes[start]) {
        start += 1
      } else if start + 1 < end, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while end > start {
      if isSpace(bytes[end - 1]) {
        end -= 1
      } else if end - 1 > start, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }

  /// The range cut to so many bytes at its end, at the boundary of a scalar.
  static func prefix(_ range: Range<Int>, _ count: Int, of bytes: [UInt8]) -> Range<Int> {
    guard range.count > count else { return range }
    var end = range.lowerBound + count
    while end > range.lowerBound, isContinuation(bytes[end]) { end -= 1 }
    return range.lowerBound..<end
  }

  /// Where the needle begins first, at or after an index.
  static func find(_ needle: [UInt8], in bytes: [UInt8], from start: Int = 0) -> Int? {
    guard let first = needle.first, bytes.count >= needle.count else { return nil }
    var index = start
    while index <= bytes.count - needle.count {
      if bytes[index] == first, bytes[index..<(index + needle.count)].elementsEqual(needle) { return index }
      index += 1
    }
    return nil
  }

  /// Whether the bytes end like a sentence: a stop, perhaps with quotes or brackets behind it.
  static func endsSentence(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    while let last = rest.last {
      switch last {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"), 32: rest = rest.dropLast()
      case 0x80...0xBF where rest.count >= 3 && rest.suffix(3).starts(with: [0xE2, 0x80]):
        if last == 0xA6 { return true }
        guard (0x98...0x9F).contains(last) else { return false }
        rest = rest.dropLast(3)
      default: return false
      }
    }
    return false
  }

  /// Where the bytes stop being UTF-8, at or after an index; nil where all of them are.
  static func invalidUTF8(in bytes: [UInt8], from start: Int = 0) -> Int? {
    var index = start
    while index < bytes.count {
      let lead = bytes[index]
      let length: Int
      var second: ClosedRange<UInt8> = 0x80...0xBF
      switch lead {
      case 0..<0x80:
        index += 1
        continue
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      case 0xF1...0xF3: length = 4
      default: return index
      }
      guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return index }
      for offset in 2..<max(2, length) where !isContinuation(bytes[index + offset]) { return index }
      index += length
    }
    return nil
  }
}
