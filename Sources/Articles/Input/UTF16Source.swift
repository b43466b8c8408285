/// UTF-16 turned into UTF-8 on the way. Lone surrogates and an odd last byte become U+FFFD.
struct UTF16Source: ByteSource {
  private var base: any ByteSource
  private let littleEndian: Bool
  private var carriedByte: UInt8?
  private var high: UInt16?

  init(_ base: any ByteSource, littleEndian: Bool) {
    self.base = base
    self.littleEndian = littleEndian
  }

  /// At most `count` bytes are taken from below; up to twice as many come out.
  mutating func read(atMost count: Int) throws(SourceError) -> [UInt8] {
    var output: [UInt8] = []
    while output.isEmpty {
      let input = try base.read(atMost: count)
      output.reserveCapacity(input.count * 3 / 2)
      if input.isEmpty {
        if high != nil || carriedByte != nil { append("\u{FFFD}", to: &output) }
        high = nil
        carriedByte = nil
        return output
      }
      for byte in input {
        guard let first = carriedByte else {
          carriedByte = byte
          continue
        }
        carriedByte = nil
        let unit = littleEndian ? UInt16(byte) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(byte)
        take(unit, into: &output)
      }
    }
    return output
  }

  private mutating func take(_ unit: UInt16, into output: inout [UInt8]) {
    if let lead = high {
      high = nil
      if UTF16.isTrailSurrogate(unit) {
        let value = 0x10000 + (UInt32(lead) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
        append(Unicode.Scalar(value) ?? "\u{FFFD}", to: &output)
        return
      }
      append("\u{FFFD}", to: &output)
    }
    if UTF16.isLeadSurrogate(unit) {
      high = unit
    } else {
      append(Unicode.Scalar(unit) ?? "\u{FFFD}", to: &output)
    }
  }

  private func append(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
