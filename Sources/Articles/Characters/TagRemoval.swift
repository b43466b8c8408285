/// Takes HTML left in a text out of it: tags, comments, scripts and style sheets.
enum TagRemoval {
  /// The longest tag, in bytes.
  private static let longestTag = 3000

  /// The text without them; nil where it has none. Elements that begin a line leave a line break.
  ///
  /// Only names of HTML's elements count: `<3` and `<unknown>` are text.
  static func removed(from bytes: [UInt8]) -> [UInt8]? {
    var output: [UInt8]?
    var start = 0
    var index = 0
    var unclosed: Set<String> = []
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      guard let (end, replacement) = element(at: open, in: bytes, &unclosed) else {
        index = open + 1
        continue
      }
      var text = output ?? []
      output = nil
      text += bytes[start..<open]
      text += replacement
      output = text
      start = end
      index = end
    }
    guard var text = output else { return nil }
    text += bytes[start...]
    return text
  }

  /// Where the tag, comment or script that begins at a place ends, and what stays of it.
  private static func element(
    at open: Int, in bytes: [UInt8], _ unclosed: inout Set<String>
  ) -> (Int, [UInt8])? {
    if bytes[open...].starts(with: "<!--".utf8) {
      return end(of: "-->", in: bytes, from: open + 4, &unclosed).map { ($0, []) }
    }
    let isClosing = open + 1 < bytes.count && bytes[open + 1] == UInt8(ascii: "/")
    let from = open + (isClosing ? 2 : 1)
    let letters = bytes[from...].prefix(11).prefix { Bytes.isLower($0) || Bytes.isUpper($0) || Bytes.isDigit($0) }
    let name = Bytes.text(Bytes.lowercased(letters))
    guard let breaks = elements[name] else { return nil }
    guard letters.endIndex < bytes.count, " \t\n\r/>".utf8.contains(bytes[letters.endIndex]) else { return nil }
    let rest = bytes[letters.endIndex...].prefix(longestTag)
    guard let close = rest.firstIndex(where: { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") }),
      bytes[close] == UInt8(ascii: ">")
    else { return nil }
    // A tag's name is followed by attributes, not by a sentence: "a < b and c > d" is none.
    let inside = bytes[letters.endIndex..<close]
    if isClosing ? !inside.allSatisfy(Bytes.isSpace) : !looksLikeAttributes(inside) { return nil }
    if !isClosing, name == "script" || name == "style" {
      guard let end = end(of: "</\(name)", in: bytes, from: close + 1, &unclosed),
        let tag = bytes[end...].prefix(longestTag).firstIndex(of: UInt8(ascii: ">"))
      else {
        unclosed.insert("</\(name)")
        return (close + 1, [])
      }
      return (tag + 1, [])
    }
    // A line break inside a sentence is a space.
    let next = bytes[(close + 1)...].prefix(8).first { !Bytes.isSpace($0) }
    if name == "br", let next, Bytes.isLower(next) { return (close + 1, [Bytes.space]) }
    return (close + 1, [UInt8](repeating: Bytes.newline, count: breaks))
  }

  /// Whether nothing stands there, or a slash, or names with values.
  private static func looksLikeAttributes(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.contains(UInt8(ascii: "=")) || bytes.allSatisfy { Bytes.isSpace($0) || $0 == UInt8(ascii: "/") }
  }

  /// Where a mark ends; what was not found once is not looked for again.
  private static func end(of mark: String, in bytes: [UInt8], from: Int, _ unclosed: inout Set<String>) -> Int? {
    guard !unclosed.contains(mark) else { return nil }
    let needle = Array(mark.utf8)
    var index = from
    while let first = bytes[min(index, bytes.count)...].firstIndex(of: needle[0]) {
      if Bytes.lowercased(bytes[first...].prefix(needle.count)) == needle { return first + needle.count }
      index = first + 1
    }
    unclosed.insert(mark)
    return nil
  }

  /// HTML's elements and how many line breaks each leaves.
  private static let elements: [String: Int] = {
    var elements: [String: Int] = ["br": 1, "li": 1, "tr": 1, "hr": 2, "dt": 1, "dd": 1]
    for name in [
      "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "section", "article", "figure",
      "figcaption", "header", "footer", "pre",
    ] {
      elements[name] = 2
    }
    for name in [
      "a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "iframe", "img", "ins", "del", "small", "span",
      "strong", "sub", "sup", "u", "s", "strike", "q", "td", "th", "tbody", "thead", "tfoot", "script", "style",
      "center",
      "noscript", "picture", "source", "video", "audio", "svg", "path", "link", "meta", "input", "button", "form",
      "label",
      "aside", "nav", "main", "time", "mark", "body", "html", "head", "object", "embed", "param", "caption", "col",
    ] {
      elements[name] = 0
    }
    return elements
  }()
}
