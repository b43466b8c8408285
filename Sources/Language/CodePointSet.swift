/// A set of code points below U+30000, one bit each: 24 KB, a test costs one load.
struct CodePointSet: Sendable {
  private static let limit: UInt32 = 0x30000
  private var words = [UInt64](repeating: 0, count: Int(limit / 64))

  /// Reads ranges of hexadecimal code points: "41-5a 101-137/2 1e9e".
  init(ranges: String) {
    for item in ranges.split(separator: " ") {
      let parts = item.split(separator: "/")
      let ends = parts[0].split(separator: "-")
      guard let first = UInt32(ends[0], radix: 16), let last = UInt32(ends[ends.count - 1], radix: 16) else { continue }
      for code in stride(from: first, through: last, by: parts.count > 1 ? 2 : 1) { insert(code) }
    }
  }

  mutating func insert(_ code: UInt32) {
    guard code < Self.limit else { return }
    words[Int(code >> 6)] |= 1 << UInt64(code & 63)
  }

  func contains(_ code: UInt32) -> Bool {
    code < Self.limit && words[Int(code >> 6)] & (1 << UInt64(code & 63)) != 0
  }

  func union(_ other: CodePointSet) -> CodePointSet {
    var result = self
    for index in words.indices { result.words[index] |= other.words[index] }
    return result
  }
}
