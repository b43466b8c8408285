/// Turns the bytes of a text into UTF-8, whatever they were written in.
enum Decoding {
  /// The text in UTF-8, without a byte order mark; as it is where it is that already.
  ///
  /// Places that are no characters become U+FFFD.
  ///
  /// - Parameters:
  ///   - bytes: The text as it was found.
  ///   - declared: The charset that its surroundings name (a header, a `meta` element).
  /// - Complexity: O(n) in the bytes.
  static func utf8(_ bytes: [UInt8], declared: String? = nil) -> [UInt8] {
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.contains(0)
    // No character of several bytes begins with a letter of ASCII: what is before the first other byte stays.
    guard let start = isWide ? 0 : bytes.firstIndex(where: { $0 >= 0x80 || $0 == 27 }) else { return bytes }
    guard let guess = CharsetGuess(bytes[start...], declared: declared, isStart: start == 0) else {
      return mended(bytes)
    }
    guard guess.charset != .utf8, let converter = CharsetConverter(guess.charset) else {
      return mended(guess.mark == 0 ? bytes : Array(bytes[guess.mark...]))
    }
    return bytes[..<start] + converter.convert(bytes[(start + guess.mark)...], isLast: true)
  }

  /// UTF-8 whose broken places are U+FFFD.
  static func mended(_ bytes: [UInt8]) -> [UInt8] {
    var mender = UTF8Mender()
    return mender.mend(bytes, isLast: true)
  }
}
