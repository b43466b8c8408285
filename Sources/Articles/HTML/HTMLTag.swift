/// The elements that mean something to the reader; all others are `other`.
enum HTMLTag: Int, CaseIterable {
  case html, head, body, title, meta, link
  case article, main, section, aside, nav, header, footer, address, hgroup, form, dialog, fieldset, details, summary
  case div, p, blockquote, figure, figcaption, pre, center, hr, br, wbr
  case h1, h2, h3, h4, h5, h6
  case ul, ol, menu, dir, li, dl, dt, dd
  case table, caption, colgroup, col, thead, tbody, tfoot, tr, td, th
  case a, code
  case time, span, img, q, cite, del, ins, abbr, sub, sup, rp, rt, legend, label
  case other

  /// How the cleaner writes it. Links and code have names that the parser has no rules for: left open, they would be
  /// made anew in every paragraph.
  var name: [UInt8] { Self.names[rawValue] }

  private static let names: [[UInt8]] = allCases.map { tag in
    switch tag {
    case .a, .code, .other: Array("x-\(tag)".utf8)
    default: Array("\(tag)".utf8)
    }
  }

  /// The element of a name in lower case.
  static func named(_ name: [UInt8]) -> HTMLTag { byName[name] ?? .other }

  /// Other names; elements of type face are inline text and nothing else.
  private static let renamed: [(String, HTMLTag)] = [
    ("a", .a), ("b", .span), ("strong", .span), ("code", .code), ("tt", .code), ("kbd", .code), ("samp", .code),
    ("i", .span), ("em", .span), ("font", .span), ("u", .span), ("s", .span), ("strike", .span), ("small", .span),
    ("big", .span), ("nobr", .span), ("mark", .span), ("bdi", .span), ("bdo", .span), ("var", .span),
    ("dfn", .span), ("picture", .span), ("amp-img", .img), ("image", .img), ("search", .section),
    ("amp-sidebar", .nav), ("listing", .pre), ("ruby", .span),
  ]

  private static let byName: [[UInt8]: HTMLTag] = {
    var names: [[UInt8]: HTMLTag] = [:]
    for tag in allCases { names[tag.name] = tag }
    for (name, tag) in renamed { names[Array(name.utf8)] = tag }
    return names
  }()

  /// Whether it has no content.
  var isVoid: Bool {
    switch self {
    case .meta, .link, .hr, .br, .wbr, .img, .col: true
    default: false
    }
  }

  /// Whether it stands in a line of text.
  var isInline: Bool {
    switch self {
    case .a, .code, .time, .span, .img, .q, .cite, .del, .ins, .abbr, .sub, .sup, .rp, .rt, .wbr, .label,
      .other:
      true
    default: false
    }
  }

  /// 1 to 6 for headings.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }

  /// Whether an open element ends what its end tag can reach: what stands in a cell stays in the cell.
  var isScope: Bool {
    switch self {
    case .table, .td, .th, .caption: true
    default: false
    }
  }

  /// Whether its place is in a table.
  var isTablePart: Bool {
    switch self {
    case .caption, .colgroup, .col, .thead, .tbody, .tfoot, .tr, .td, .th: true
    default: false
    }
  }

  /// Whether its start ends an open paragraph.
  var endsParagraph: Bool {
    if isInline || isTablePart { return false }
    switch self {
    case .br, .html, .head, .body, .title, .meta, .link, .legend: return false
    default: return true
    }
  }
}

/// The attributes that the reader looks at.
enum HTMLAttribute: String, CaseIterable {
  case classes = "class"
  case id, title, itemprop, role, rel, href, content, name, property, datetime, lang, style, hidden, pubdate
  case ariaHidden = "aria-hidden"
  case testID = "data-testid"
  case component = "data-component"
  case charset
  case equivalent = "http-equiv"
  /// The name of an element that is not known; the cleaner writes it.
  case element = "data-element"

  static let byName: [[UInt8]: HTMLAttribute] = {
    var names: [[UInt8]: HTMLAttribute] = [:]
    for attribute in allCases { names[Array(attribute.rawValue.utf8)] = attribute }
    names[Array("xml:lang".utf8)] = .lang
    names[Array("data-test-id".utf8)] = .testID
    names[Array("data-qa".utf8)] = .testID
    names[Array("data-type".utf8)] = .component
    names[Array("data-gu-name".utf8)] = .component
    names[Array("data-block".utf8)] = .component
    return names
  }()
}
