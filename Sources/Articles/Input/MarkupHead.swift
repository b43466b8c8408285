/// What a text that begins with `<` is.
enum MarkupHead {
  /// The format by the first element; nil where the text is none of markup.
  static func recognise(_ head: ArraySlice<UInt8>, ending: String) -> Recognition? {
    let (name, isDeclared) = firstElement(of: head)
    switch name {
    case "html": return .format(.html)
    case "rss", "feed", "rdf", "channel": return .format(.feed)
    case "svg": return .foreign("an SVG picture")
    case .some(let name) where elements.contains(name):
      return ending == ".md" || ending == ".markdown" ? nil : .format(.html)
    case .some(let name) where isDeclared: return .foreign("XML of the kind '\(name)'")
    case nil where isDeclared: return .foreign("XML without an element at its beginning")
    default: return [".html", ".htm", ".xhtml"].contains(ending) ? .format(.html) : nil
    }
  }

  /// The first element's name in lower case without its prefix, and whether an XML declaration stands before it. A
  /// document type of HTML counts as its element.
  static func firstElement(of head: ArraySlice<UInt8>) -> (name: String?, isDeclared: Bool) {
    var rest = head
    var isDeclared = false
    while true {
      rest = rest.drop { $0 != UInt8(ascii: "<") }
      guard let sign = rest.dropFirst().first else { return (nil, isDeclared) }
      if sign == UInt8(ascii: "?") {
        isDeclared = true
        rest = rest.dropFirst(2).drop { $0 != UInt8(ascii: ">") }
      } else if rest.starts(with: "<!--".utf8) {
        guard let end = Bytes.find(Array("-->".utf8), in: Array(rest)) else { return (nil, isDeclared) }
        rest = rest.dropFirst(end + 3)
      } else if sign == UInt8(ascii: "!") {
        let words = Bytes.lowercased(rest.dropFirst(2).prefix(40)).split(whereSeparator: Bytes.isSpace)
        if words.first?.elementsEqual("doctype".utf8) == true, let kind = words.dropFirst().first,
          kind.prefix(while: Bytes.isWord).elementsEqual("html".utf8)
        {
          return ("html", isDeclared)
        }
        var depth = 0
        rest = rest.drop {
          if $0 == UInt8(ascii: "[") { depth += 1 }
          if $0 == UInt8(ascii: "]") { depth -= 1 }
          return $0 != UInt8(ascii: ">") || depth > 0
        }
      } else {
        let name = rest.dropFirst().prefix(64).prefix { Bytes.isWord($0) || $0 == UInt8(ascii: ":") }
        guard !name.isEmpty else { return (nil, isDeclared) }
        let local = name.split(separator: UInt8(ascii: ":")).last ?? name
        return (Bytes.text(Bytes.lowercased(local)), isDeclared)
      }
    }
  }

  /// Elements with which a page without its frame may begin.
  private static let elements: Set<String> = [
    "a", "article", "aside", "b", "blockquote", "body", "br", "center", "div", "em", "figure", "font", "footer", "h1",
    "h2", "h3", "h4", "head", "header", "hr", "i", "iframe", "img", "li", "link", "main", "meta", "nav", "ol", "p",
    "script", "section", "span", "strong", "style", "table", "title", "ul",
  ]
}

/// Which charset a text in markup says it is in.
enum DeclaredCharset {
  /// How many bytes are looked at.
  private static let searched = 1024

  /// The charset of an XML declaration, or of the `meta` elements at a page's beginning.
  static func of(_ markup: some Collection<UInt8>) -> String? {
    let head = Bytes.lowercased(markup.prefix(searched))
    if head.starts(with: "<?xml".utf8), let end = head.firstIndex(of: UInt8(ascii: ">")) {
      return value(of: "encoding", in: Array(head[..<end]))
    }
    return HTMLPage.declaredCharset(in: Array(head))
  }

  /// The charset of a header such as `text/html; charset=utf-8`.
  static func ofHeader(_ header: String) -> String? {
    value(of: "charset", in: Bytes.lowercased(header.utf8))
  }

  private static func value(of key: String, in head: [UInt8]) -> String? {
    guard let place = Bytes.find(Array(key.utf8), in: head) else { return nil }
    var rest = head[(place + key.utf8.count)...].drop(while: Bytes.isSpace)
    guard rest.first == UInt8(ascii: "=") else { return nil }
    rest = rest.dropFirst().drop { Bytes.isSpace($0) || $0 == 34 || $0 == 39 }
    let name = rest.prefix(40).prefix { Bytes.isWord($0) || "-_.:+".utf8.contains($0) }
    return name.isEmpty ? nil : Bytes.text(name)
  }
}
