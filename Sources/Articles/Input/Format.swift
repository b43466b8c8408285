/// A format that the reader knows.
enum Format: Hashable, Sendable {
  /// One JSON object a line.
  case jsonLines
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
  /// Bytes that are no text.
  case binary

  /// Whether the beginning is that of a format of bytes, before anything is decoded.
  static func isSigned(_ head: ArraySlice<UInt8>) -> Bool { signatures.contains { head.starts(with: $0.0) } }

  /// Recognises by content before name. `head` is the beginning, in UTF-8 if it is text.
  static func of(head: ArraySlice<UInt8>, name: String) -> Recognition {
    for (signature, what) in signatures where head.starts(with: signature) { return .foreign(what) }
    if looksBinary(head) { return .binary }
    let ending = Self.ending(of: name)
    let first = head.drop(while: Bytes.isSpace)
    let lower = Bytes.lowercased(first.prefix(64))
    for (opening, what) in openings where lower.starts(with: opening.utf8) { return .foreign(what) }
    if first.first == UInt8(ascii: "{") {
      let second = first.dropFirst().first { !Bytes.isSpace($0) }
      let looksLikeJSON = second == nil || second == UInt8(ascii: "\"") || second == UInt8(ascii: "}")
      if looksLikeJSON || ![".txt", ".text", ".md", ".markdown"].contains(ending) { return .format(.jsonLines) }
    }
    switch ending {
    case ".jsonl", ".ndjson": return .format(.jsonLines)
    case ".json": return first.first == UInt8(ascii: "[") ? .foreign("a JSON array") : .format(.jsonLines)
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
    ([0x1F, 0x8B], "gzip data"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
    ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
    (Array("GIF8".utf8), "a GIF picture"),
    (Array("{\\rtf".utf8), "an RTF document"),
  ]

  private static let openings: [(String, String)] = [
    ("<!doctype html", "an HTML page"), ("<html", "an HTML page"), ("<?xml", "XML"), ("<rss", "an RSS feed"),
    ("<svg", "an SVG picture"), ("warc/1.", "a WARC archive"),
  ]
}
