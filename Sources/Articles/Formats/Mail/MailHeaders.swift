/// The headers of a mail or of a part of one (RFC 5322), and of what a web server answers.
struct MailHeaders {
  /// The most headers that are kept.
  private static let most = 500
  /// The longest value that is kept whole, in bytes.
  private static let longest = 1 << 14

  /// Names in lower case and values, lines that go on joined.
  private(set) var fields: [(name: String, value: String)] = []

  /// Reads headers up to the empty line behind them; where what follows them begins.
  static func read(_ bytes: [UInt8], from start: Int, to end: Int) -> (headers: MailHeaders, body: Int) {
    var headers = MailHeaders()
    var position = start
    while position < end {
      let lineEnd = bytes[position..<end].firstIndex(of: Bytes.newline) ?? end
      let line = Bytes.trimEnd(bytes[position..<lineEnd])
      position = min(lineEnd + 1, end)
      if line.isEmpty { return (headers, position) }
      if line.first.map(Bytes.isSpace) == true, !headers.fields.isEmpty {
        let index = headers.fields.count - 1
        // A header without end is cut off; it would be copied for each of its lines.
        if headers.fields[index].value.utf8.count < longest {
          headers.fields[index].value +=
            " " + FieldNames.trimmed(Bytes.text(Decoding.utf8(Array(line.prefix(longest)))))
        }
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")), headers.fields.count < most {
        let name = Bytes.text(Bytes.lowercased(Bytes.trimEnd(line[..<colon].prefix(128))))
        let value = Bytes.text(Decoding.utf8(Array(line[(colon + 1)...].prefix(longest))))
        headers.fields.append((name, FieldNames.trimmed(value)))
      }
    }
    return (headers, end)
  }

  /// The first value of a name in lower case.
  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The first word of a value such as `text/html; charset=utf-8`, in lower case.
  func kind(_ name: String) -> String {
    FieldNames.trimmed((self[name] ?? "").prefix { $0 != ";" }).lowercased()
  }

  /// A parameter of a value such as `multipart/mixed; boundary="x"`.
  func parameter(_ parameter: String, of name: String) -> String? {
    guard let value = self[name] else { return nil }
    var rest = Array(value.utf8).drop { $0 != UInt8(ascii: ";") }
    var tries = 0
    while rest.first == UInt8(ascii: ";"), tries < 64 {
      tries += 1
      rest = rest.dropFirst().drop(while: Bytes.isSpace)
      let key = rest.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ";") }
      rest = rest.dropFirst(key.count)
      guard rest.first == UInt8(ascii: "=") else { continue }
      rest = rest.dropFirst().drop(while: Bytes.isSpace)
      var text: [UInt8] = []
      if rest.first == UInt8(ascii: "\"") {
        rest = rest.dropFirst()
        while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
          text.append(byte == UInt8(ascii: "\\") ? rest.popFirst() ?? byte : byte)
        }
      } else {
        text = Array(rest.prefix { $0 != UInt8(ascii: ";") })
        rest = rest.dropFirst(text.count)
      }
      if Bytes.text(Bytes.lowercased(Bytes.trimEnd(key))) == parameter { return FieldNames.trimmed(Bytes.text(text)) }
      rest = rest.drop { $0 != UInt8(ascii: ";") }
    }
    return nil
  }

  /// Whether a text begins like a mail: headers on every line, and those among them that mails have.
  static func looksLikeMail(_ head: ArraySlice<UInt8>, isNamedMail: Bool) -> Bool {
    var known: Set<String> = []
    var lines = 0
    for line in head.split(separator: Bytes.newline, maxSplits: 200, omittingEmptySubsequences: false) {
      if Bytes.trimEnd(line).isEmpty { break }
      lines += 1
      if line.first.map(Bytes.isSpace) == true, lines > 1 { continue }
      let name = line.prefix { Bytes.isWord($0) || $0 == UInt8(ascii: "-") }
      // Mails kept in a mailbox begin with "From " and an address.
      if lines == 1, line.starts(with: "From ".utf8) { continue }
      // The last line may be cut off where the head ends.
      guard !name.isEmpty, line.dropFirst(name.count).first == UInt8(ascii: ":") else {
        if line.endIndex == head.endIndex { break }
        return false
      }
      known.insert(Bytes.text(Bytes.lowercased(name)))
    }
    let says = known.intersection(speaking)
    if isNamedMail { return !says.isEmpty || known.contains("content-type") }
    return says.count >= 2 && !known.isDisjoint(with: technical)
  }

  private static let speaking: Set<String> = ["from", "subject", "date", "to", "sender", "reply-to"]
  private static let technical: Set<String> = [
    "message-id", "mime-version", "received", "return-path", "content-type", "delivered-to", "x-mailer",
    "content-transfer-encoding",
  ]
}
