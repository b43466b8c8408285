/// Mends JSON that no reader takes for the sake of one letter.
enum JSONText {
  /// The JSON with halves of surrogate pairs (`\ud83d` alone) as U+FFFD; as it is where there are none.
  ///
  /// Texts that were cut to a length in UTF-16 end so, and a strict parser refuses them whole.
  ///
  /// - Complexity: O(n) in the bytes.
  static func mended(_ bytes: [UInt8]) -> [UInt8] {
    var mended: [UInt8]?
    var index = 0
    while let slash = bytes[index...].firstIndex(of: UInt8(ascii: "\\")) {
      guard let value = escape(at: slash, in: bytes) else {
        index = min(bytes.count, slash + 2)
        continue
      }
      index = slash + 6
      guard (0xD800..<0xE000).contains(value) else { continue }
      if value < 0xDC00, let low = escape(at: index, in: bytes), (0xDC00..<0xE000).contains(low) {
        index += 6
      } else {
        var changed = mended ?? bytes
        mended = nil
        changed.replaceSubrange((slash + 2)..<(slash + 6), with: "fffd".utf8)
        mended = changed
      }
    }
    return mended ?? bytes
  }

  /// The number of an escape `\u1234` at a place.
  private static func escape(at place: Int, in bytes: [UInt8]) -> Int? {
    guard place + 6 <= bytes.count, bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "u") else {
      return nil
    }
    return Int(Bytes.text(bytes[(place + 2)..<(place + 6)]), radix: 16)
  }
}
