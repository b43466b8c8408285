/// A format that the reader knows.
enum Format: Hashable, Sendable {
  /// One JSON object a line.
  case jsonLines
  /// A JSON array, an object that holds one, or objects spread over lines.
  case json
  /// RSS, RDF or Atom.
  case feed
  /// A page.
  case html
  /// Rows of cells below a header.
  case table(TableDialect)
  /// A mail, or a page that a browser saved as one.
  case mail
  /// What a crawler brought.
  case warc
  /// Text with a little markup.
  case markdown
  /// Text.
  case plainText
}

/// What the beginning of a file and its name tell of it.
enum Recognition: Hashable, Sendable {
  /// A format that is read.
  case format(Format)
  /// Another format, by its name with an article.
  case foreign(String)
  /// Data that a program packed that is not unpacked here.
  case packed(String)
  /// Bytes that are no text.
  case binary

  /// Whether the beginning is that of a format of bytes, before anything is decoded.
  static func isSigned(_ head: ArraySlice<UInt8>) -> Bool { signatures.contains { head.starts(with: $0.0) } }

  /// Recognises by content before name. `head` is the beginning, in UTF-8 if it is text.
  static func of(head: ArraySlice<UInt8>, name: String, fields: FieldNames = FieldNames()) -> Recognition {
    for (signature, what) in signatures where head.starts(with: signature) { return .foreign(what) }
    for (signature, what) in packers where head.starts(with: signature) { return .packed(what) }
    // A crawl's first pages may be anything.
    if head.starts(with: "WARC/".utf8) { return .format(.warc) }
    if looksBinary(head) { return .binary }
    let ending = ending(of: unpackedName(name))
    let isNamedText = [".txt", ".text", ".md", ".markdown"].contains(ending)
    let first = head.drop(while: Bytes.isSpace)
    switch first.first {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if let format = JSONHead.format(of: first, isNamedText: isNamedText) { return .format(format) }
    case UInt8(ascii: "<"):
      if let found = MarkupHead.recognise(first, ending: ending) { return found }
    default: break
    }
    if MailHeaders.looksLikeMail(head, isNamedMail: [".eml", ".mht", ".mhtml"].contains(ending)) {
      return .format(.mail)
    }
    if let dialect = TableDialect.of(head: head, fields: fields, ending: ending) { return .format(.table(dialect)) }
    switch ending {
    case ".jsonl", ".ndjson", ".json": return .format(.jsonLines)
    case ".md", ".markdown": return .format(.markdown)
    default: return .format(.plainText)
    }
  }

  /// The ending of a file's name in lower case, with its dot; empty where there is none.
  static func ending(of name: String) -> String {
    let file = name.split(separator: "/").last ?? ""
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return "" }
    return file[dot...].lowercased()
  }

  /// A file's name without the ending that packed files bear.
  static func unpackedName(_ name: String) -> String {
    let ending = ending(of: name)
    return ending == ".gz" || ending == ".gzip" ? String(name.dropLast(ending.count)) : name
  }

  /// Whether there are NUL bytes or more than one control character in twenty.
  static func looksBinary(_ head: ArraySlice<UInt8>) -> Bool {
    var controls = 0
    for byte in head where byte < 32 || byte == 127 {
      if byte == 0 { return true }
      if !Bytes.isSpace(byte) && byte != 27 { controls += 1 }
    }
    return controls * 20 > head.count
  }

  private static let signatures: [([UInt8], String)] = [
    (Array("%PDF-".utf8), "a PDF document"),
    (Array("SQLite format 3".utf8), "an SQLite database"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or office document"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an office document"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
    ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
    (Array("GIF8".utf8), "a GIF picture"),
    (Array("{\\rtf".utf8), "an RTF document"),
  ]

  /// What gzip packed is unpacked before; here it is packed twice.
  private static let packers: [([UInt8], String)] = [
    ([0x1F, 0x8B], "gzip twice"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd"),
    (Array("BZh".utf8), "bzip2"),
  ]
}
