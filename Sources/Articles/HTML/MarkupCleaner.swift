/// Writes HTML anew so that a parser builds a tree of bounded depth and size of it, in linear time, whatever it is.
///
/// Gone are scripts, styles, comments, forms' fields, drawings and all attributes that the reader does not look at,
/// which make up most of a saved page. Elements of type face become inline elements without rules of their own, and
/// all that are closed by something else are closed by tags. Start tags beyond the limits become line breaks.
struct MarkupCleaner {
  /// How deep elements may nest.
  static let deepest = 160
  /// How many tags may be written.
  static let mostTags = 250_000
  /// The longest value of an attribute, in bytes.
  static let longestValue = 4000
  /// How many blocks of JSON-LD are kept, and how long all of them may be, in bytes.
  static let mostData = (count: 50, bytes: 4_000_000)

  /// The page, cleaned.
  private(set) var output: [UInt8] = []
  /// The scripts that hold JSON-LD, as written.
  private(set) var structuredData: [[UInt8]] = []

  /// An open element.
  private struct Open {
    var name: [UInt8]
    var tag: HTMLTag
    /// Whether nothing of it is written.
    var isDropped: Bool
    /// Whether it ends as drawings do: at the first element that draws nothing.
    var isDrawing = false
  }

  private var scanner: MarkupScanner
  private var stack: [Open] = []
  private var dropped = 0
  private var tags = 0
  private var dataBytes = 0
  private var hasTitle = false

  init(_ html: [UInt8]) {
    scanner = MarkupScanner(html)
    output.reserveCapacity(html.count / 2)
    while let piece = scanner.next() {
      switch piece {
      case .text(let range): text(range)
      case .start(let name, let attributes, let isSelfClosing): start(name, attributes, isSelfClosing)
      case .end(let name): end(name)
      }
    }
    while !stack.isEmpty { pop() }
  }

  // MARK: Text

  private mutating func text(_ range: Range<Int>) {
    guard dropped == 0 else { return }
    append(range)
  }

  private mutating func append(_ range: Range<Int>) {
    for byte in scanner.bytes[range] {
      switch byte {
      case UInt8(ascii: "<"): output += "&lt;".utf8
      case 0: output.append(Bytes.space)
      default: output.append(byte)
      }
    }
  }

  // MARK: Start tags

  private static func set(_ names: String) -> Set<[UInt8]> { Set(names.split(separator: " ").map { Array($0.utf8) }) }
  /// Elements whose content is no markup.
  private static let raw = set("script style textarea iframe xmp noembed title")
  /// Elements whose content nobody reads.
  private static let unread = set(
    "svg math template canvas audio video object select datalist button noscript applet map amp-analytics amp-ad "
      + "amp-embed amp-consent amp-social-share amp-audio amp-video amp-iframe")
  /// Elements that have neither content nor meaning here.
  private static let empty = set(
    "input source track param embed frame area base keygen command basefont bgsound spacer")
  /// Elements that are left out while their content stays.
  private static let transparent = set("head noframes frameset option optgroup plaintext nextid")
  /// Elements that a drawing cannot hold; they end it.
  private static let notDrawn = set(
    "body div p ul ol li table tr td th h1 h2 h3 h4 h5 h6 section article main blockquote pre dl dt dd img hr br")

  private mutating func start(_ name: [UInt8], _ attributes: Range<Int>, _ isSelfClosing: Bool) {
    if Self.raw.contains(name) { return rawElement(name, attributes) }
    if dropped > 0, let open = stack.last, open.isDrawing {
      guard Self.notDrawn.contains(name) else { return }
      while stack.last?.isDrawing == true { pop() }
    }
    if Self.empty.contains(name) || Self.transparent.contains(name) { return }
    if Self.unread.contains(name) {
      let isDrawing = name.elementsEqual("svg".utf8) || name.elementsEqual("math".utf8)
      if isSelfClosing && isDrawing { return }
      guard stack.count < Self.deepest else { return }
      stack.append(Open(name: name, tag: .other, isDropped: true, isDrawing: isDrawing))
      dropped += 1
      return
    }
    let tag = HTMLTag.named(name)
    switch tag {
    case .html, .body: return write(tag, name, attributes)
    case _ where tag.isVoid: return void(tag, name, attributes)
    default: break
    }
    close(before: tag)
    // Outside a table its parts are blocks like others.
    let isLoose = tag.isTablePart && !stack.contains { $0.tag == .table }
    let written: HTMLTag = isLoose ? .div : tag
    guard stack.count < Self.deepest, tags < Self.mostTags else {
      if !tag.isInline { lineBreak() }
      return
    }
    stack.append(Open(name: name, tag: written, isDropped: false))
    write(written, name, attributes)
  }

  private mutating func void(_ tag: HTMLTag, _ name: [UInt8], _ attributes: Range<Int>) {
    if tag == .hr { close(before: tag) }
    if tag == .col || tag == .wbr { return }
    guard tags < Self.mostTags else { return lineBreak() }
    write(tag, name, attributes)
  }

  private mutating func lineBreak() {
    if dropped == 0 { output += "<br>".utf8 }
  }

  private mutating func rawElement(_ name: [UInt8], _ attributes: Range<Int>) {
    let isScript = name.elementsEqual("script".utf8)
    let type = isScript ? Bytes.text(scanner.bytes[attributes.prefix(300)]).lowercased() : ""
    let content = scanner.rawText(until: name)
    if isScript, type.contains("ld+json"), structuredData.count < Self.mostData.count,
      dataBytes + content.count <= Self.mostData.bytes
    {
      dataBytes += content.count
      structuredData.append(Array(scanner.bytes[content]))
    } else if name.elementsEqual("title".utf8), dropped == 0, !hasTitle {
      hasTitle = true
      output += "<title>".utf8
      append(content)
      output += "</title>".utf8
    }
  }

  private mutating func write(_ tag: HTMLTag, _ name: [UInt8], _ attributes: Range<Int>) {
    guard dropped == 0 else { return }
    tags += 1
    output.append(UInt8(ascii: "<"))
    output += tag.rawValue.utf8
    for (attribute, value) in scanner.attributes(in: attributes) where value.count <= Self.longestValue {
      output.append(Bytes.space)
      output += attribute.rawValue.utf8
      output += "=\"".utf8
      for byte in scanner.bytes[value] {
        switch byte {
        case UInt8(ascii: "\""): output += "&quot;".utf8
        case 0: output.append(Bytes.space)
        default: output.append(byte)
        }
      }
      output.append(UInt8(ascii: "\""))
    }
    if tag == .other { output += " data-element=\"\(Bytes.text(name.filter(Self.isPlain)))\"".utf8 }
    output.append(UInt8(ascii: ">"))
  }

  private static func isPlain(_ byte: UInt8) -> Bool { Bytes.isWord(byte) || byte == UInt8(ascii: "-") }

  // MARK: What ends elements

  /// Ends the elements that an element of this kind cannot stand in.
  private mutating func close(before tag: HTMLTag) {
    if tag.endsParagraph { close(.p) { $0.isScope } }
    switch tag {
    case .a: close(.a) { $0.isScope }
    case .li: close(.li) { !$0.isInline && $0 != .div && $0 != .p && $0 != .address }
    case .dt, .dd:
      close(.dt) { !$0.isInline && $0 != .div && $0 != .p && $0 != .dd }
      close(.dd) { !$0.isInline && $0 != .div && $0 != .p }
    case .h1, .h2, .h3, .h4, .h5, .h6:
      if stack.last?.tag.headingLevel != nil { pop() }
    case .td, .th:
      close(.td) { $0 == .table || $0 == .tr }
      close(.th) { $0 == .table || $0 == .tr }
    case .tr: close(.tr) { $0 == .table }
    case .tbody, .thead, .tfoot, .caption, .colgroup:
      for part in [HTMLTag.tbody, .thead, .tfoot, .caption, .colgroup] { close(part) { $0 == .table } }
      close(.tr) { $0 == .table }
    default: break
    }
  }

  /// Ends the innermost open element of a kind, with all in it, unless something that keeps it open stands in it.
  private mutating func close(_ tag: HTMLTag, unless isBarrier: (HTMLTag) -> Bool) {
    for index in stack.indices.reversed() {
      if stack[index].isDropped { return }
      if stack[index].tag == tag {
        while stack.count > index { pop() }
        return
      }
      if isBarrier(stack[index].tag) { return }
    }
  }

  private mutating func end(_ name: [UInt8]) {
    let tag = HTMLTag.named(name)
    if tag == .br { return void(.br, name, 0..<0) }
    let isFace = tag.isInline && tag != .a
    for index in stack.indices.reversed() {
      let open = stack[index]
      // Some close headings by the wrong number.
      if open.name == name || (open.tag.headingLevel != nil && tag.headingLevel != nil) {
        while stack.count > index { pop() }
        return
      }
      if tag.isTablePart || tag == .table ? open.tag == .table : open.tag.isScope { return }
      if isFace, !open.tag.isInline, !open.isDropped { return }
    }
  }

  private mutating func pop() {
    guard let open = stack.popLast() else { return }
    if open.isDropped {
      dropped -= 1
    } else if dropped == 0 {
      output += "</".utf8
      output += open.tag.rawValue.utf8
      output.append(UInt8(ascii: ">"))
    }
  }
}
