/// Words in headers that are written in ASCII though they hold other letters (RFC 2047).
enum EncodedWords {
  /// The text with such words decoded; white space between two of them goes.
  static func decoded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    // Bytes of one charset that several words share: a letter may be cut in two.
    var pending: [UInt8] = []
    var charset = ""
    var spaces: [UInt8] = []
    var index = 0
    func close() {
      output += Decoding.utf8(pending, declared: charset)
      pending = []
    }
    while index < bytes.count {
      if let word = word(in: bytes, at: index) {
        if word.charset != charset { close() }
        if pending.isEmpty, charset.isEmpty { output += spaces }
        spaces = []
        charset = word.charset
        pending += word.bytes
        index = word.end
      } else if Bytes.isSpace(bytes[index]) {
        spaces.append(Bytes.space)
        index += 1
      } else {
        close()
        output += spaces
        spaces = []
        charset = ""
        output.append(bytes[index])
        index += 1
      }
    }
    close()
    return FieldNames.trimmed(Bytes.text(output))
  }

  private static func word(in bytes: [UInt8], at start: Int) -> (charset: String, bytes: [UInt8], end: Int)? {
    guard bytes[start...].starts(with: "=?".utf8) else { return nil }
    let rest = Array(bytes[(start + 2)...].prefix(1000))
    let question = UInt8(ascii: "?")
    guard let first = rest.firstIndex(of: question), first + 2 < rest.count, rest[first + 2] == question,
      let end = Bytes.find(Array("?=".utf8), in: rest, from: first + 3)
    else { return nil }
    let content = rest[(first + 3)..<end]
    let charset = Bytes.text(rest[..<first].prefix { $0 != UInt8(ascii: "*") })
    let decoded: [UInt8]
    switch rest[first + 1] {
    case UInt8(ascii: "B"), UInt8(ascii: "b"): decoded = TransferCoding.base64(content)
    case UInt8(ascii: "Q"), UInt8(ascii: "q"):
      decoded = TransferCoding.quotedPrintable(content.map { $0 == UInt8(ascii: "_") ? Bytes.space : $0 }[...])
    default: return nil
    }
    return (charset, decoded, start + 2 + end + 2)
  }
}
