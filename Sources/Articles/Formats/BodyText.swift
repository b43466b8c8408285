/// The text of a field, which may be HTML.
struct BodyText {
  let data: ReadingData

  /// Title, body and marks. A text without markup stays as it is, but for line ends and control characters.
  ///
  /// - Parameter isHTML: Whether it is HTML even if no element shows in it.
  func draft(title: String?, body: String, url: String?, isHTML: Bool = false) -> Draft {
    var draft = Draft()
    draft.title = plainTitle(title ?? "")
    let bytes = Array(body.utf8)
    guard let html = Self.html(in: bytes) ?? (isHTML ? bytes : nil),
      let page = HTMLPage(data: data).draft(of: html, url: url, isFragment: !Self.isPage(html))
    else {
      draft.body = TextLayout.cleaned(bytes, keepingLength: true)
      return draft
    }
    draft.body = page.body
    draft.marks = page.marks
    if draft.title.isEmpty { draft.title = page.title }
    return draft
  }

  /// A headline in one line, without tags.
  func plainTitle(_ title: String) -> String {
    let bytes = Array(title.utf8)
    if Self.html(in: bytes) != nil, let page = HTMLPage(data: data).draft(of: bytes, isFragment: true) {
      let words = page.title.isEmpty ? Bytes.text(page.body) : page.title
      return Bytes.text(Bytes.trim(Array(TextLayout.singleLine(words).utf8)[...]))
    }
    return TextLayout.singleLine(title)
  }

  /// Whether HTML is a whole page with its frame.
  private static func isPage(_ html: [UInt8]) -> Bool {
    let first = html.drop(while: Bytes.isSpace)
    guard first.first == UInt8(ascii: "<") else { return false }
    return ["html", "head", "body"].contains(MarkupHead.firstElement(of: first.prefix(InputOpener.headLength)).name)
  }

  /// The text as HTML where it is some, also where its signs were escaped; nil where it is plain.
  static func html(in bytes: [UInt8]) -> [UInt8]? {
    if holdsTag(bytes, opening: [UInt8(ascii: "<")], closing: [UInt8(ascii: ">")]) { return bytes }
    let opening = Array("&lt;".utf8)
    guard holdsTag(bytes, opening: opening, closing: Array("&gt;".utf8)) else { return nil }
    return unescaped(bytes)
  }

  /// Whether one of the usual elements begins or ends somewhere.
  private static func holdsTag(_ bytes: [UInt8], opening: [UInt8], closing: [UInt8]) -> Bool {
    var from = 0
    var tries = 0
    while tries < 1000, let place = Bytes.find(opening, in: bytes, from: from) {
      tries += 1
      from = place + opening.count
      var rest = bytes[from...].prefix(16)
      if rest.first == UInt8(ascii: "/") { rest = rest.dropFirst() }
      let name = rest.prefix { Bytes.isWord($0) }
      let next = rest.dropFirst(name.count)
      let ends = next.starts(with: closing) || next.first.map { Bytes.isSpace($0) || $0 == UInt8(ascii: "/") } == true
      if ends, elements.contains(Bytes.text(Bytes.lowercased(name))) { return true }
    }
    return false
  }

  private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&"),
        let (entity, sign) = escapes.first(where: { bytes[index...].starts(with: $0.0) })
      {
        output.append(sign)
        index += entity.count
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return output
  }

  private static let escapes: [([UInt8], UInt8)] = [
    (Array("&lt;".utf8), UInt8(ascii: "<")), (Array("&gt;".utf8), UInt8(ascii: ">")),
    (Array("&quot;".utf8), UInt8(ascii: "\"")), (Array("&amp;".utf8), UInt8(ascii: "&")),
  ]

  private static let elements: Set<String> = [
    "a", "article", "b", "blockquote", "body", "br", "div", "em", "figure", "font", "h1", "h2", "h3", "h4", "h5", "h6",
    "html", "i", "iframe", "img", "li", "main", "ol", "p", "script", "section", "small", "span", "strong", "style",
    "sub", "sup", "table", "td", "tr", "u", "ul",
  ]
}
