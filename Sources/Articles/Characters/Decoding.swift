/// Turns the bytes of a text into UTF-8, whatever they were written in.
enum Decoding {
  /// The text in UTF-8: as it is where it is that already, and read as Latin letters of one byte otherwise.
  ///
  /// - Parameters:
  ///   - bytes: The text as it was found.
  ///   - declared: The charset that its surroundings name (a header, a `meta` element).
  static func utf8(_ bytes: [UInt8], declared: String? = nil) -> [UInt8] {
    guard Bytes.invalidUTF8(in: bytes) != nil else { return bytes }
    return bytes.flatMap { Array(String(Unicode.Scalar($0)).utf8) }
  }
}
