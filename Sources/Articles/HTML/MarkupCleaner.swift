/// Writes HTML anew so that a parser builds a tree of bounded depth and size of it, in linear time, whatever it is.
///
/// Gone are scripts, styles, comments, forms' fields, drawings and all attributes that the reader does not look at,
/// which make up most of a saved page. Elements of type face become inline elements without rules of their own, and
/// all that are closed by something else are closed by tags. Start tags beyond the limits become line breaks.
struct MarkupCleaner {
  /// How deep elements may nest.
  static let deepest = 160
  /// How many tags may be written.
  static let mostTags = 150_000
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
  /// How many elements of each kind are open.
  private var open = [Int](repeating: 0, count: HTMLTag.allCases.count)
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

  /// What becomes of an element.
  private enum Treatment {
    /// It is written.
    case kept(HTMLTag)
    /// Its content is no markup.
    case raw
    /// Nobody reads its content.
    case unread
    /// It draws; the same, but it ends at what no drawing holds.
    case drawing
    /// It has neither content nor meaning here.
    case empty
    /// It is left out while its content stays.
    case transparent
  }

  private static let treatments: [[UInt8]: Treatment] = {
    var table: [[UInt8]: Treatment] = [:]
    func add(_ names: String, _ treatment: Treatment) {
      for name in names.split(separator: " ") { table[Array(name.utf8)] = treatment }
    }
    add("script style textarea iframe xmp noembed title", .raw)
    add("template canvas audio video object select datalist button noscript applet map", .unread)
    add("amp-analytics amp-ad amp-embed amp-consent amp-social-share amp-audio amp-video amp-iframe", .unread)
    add("svg math", .drawing)
    add("input source track param embed frame area base keygen command basefont bgsound spacer", .empty)
    add("head noframes frameset option optgroup plaintext nextid", .transparent)
    return table
  }()

  private static func treatment(of name: [UInt8]) -> Treatment { treatments[name] ?? .kept(HTMLTag.named(name)) }

  private mutating func start(_ name: [UInt8], _ attributes: Range<Int>, _ isSelfClosing: Bool) {
    let treatment = Self.treatment(of: name)
    if case .raw = treatment { return rawElement(name, attributes) }
    if dropped > 0, stack.last?.isDrawing == true {
      // A drawing holds no blocks; one that was left open ends at the first.
      guard case .kept(let tag) = treatment, tag == .body || tag == .img || (!tag.isInline && tag != .title) else {
        return
      }
      while stack.last?.isDrawing == true { pop() }
    }
    switch treatment {
    case .raw, .empty, .transparent: return
    case .drawing where isSelfClosing: return
    case .unread, .drawing:
      guard stack.count < Self.deepest else { return }
      var open = Open(name: name, tag: .other, isDropped: true)
      if case .drawing = treatment { open.isDrawing = true }
      push(open)
    case .kept(.html), .kept(.body): write(HTMLTag.named(name), name, attributes)
    case .kept(let tag) where tag.isVoid: void(tag, name, attributes)
    case .kept(let tag): element(tag, name, attributes)
    }
  }

  private mutating func element(_ tag: HTMLTag, _ name: [UInt8], _ attributes: Range<Int>) {
    close(before: tag)
    // Outside a table its parts are blocks like others.
    let written: HTMLTag = tag.isTablePart && open[HTMLTag.table.rawValue] == 0 ? .div : tag
    guard stack.count < Self.deepest, tags < Self.mostTags else {
      if !tag.isInline { lineBreak() }
      return
    }
    push(Open(name: name, tag: written, isDropped: false))
    write(written, name, attributes)
  }

  private mutating func push(_ element: Open) {
    stack.append(element)
    open[element.tag.rawValue] += 1
    if element.isDropped { dropped += 1 }
  }

  private mutating func void(_ tag: HTMLTag, _ name: [UInt8], _ attributes: Range<Int>) {
    if tag == .hr { close(before: tag) }
    if tag == .col || tag == .wbr { return }
    guard tags < Self.mostTags else { return lineBreak() }
    write(tag, name, attributes)
  }

  private mutating func lineBreak() {
    guard dropped == 0 else { return }
    tags += 1
    if tags < 2 * Self.mostTags { output += "<br>".utf8 } else { output.append(Bytes.space) }
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
    output += tag.name
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
    guard open[tag.rawValue] > 0 else { return }
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
    guard !stack.isEmpty else { return }
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
    self.open[open.tag.rawValue] -= 1
    if open.isDropped {
      dropped -= 1
    } else if dropped == 0 {
      output += "</".utf8
      output += open.tag.name
      output.append(UInt8(ascii: ">"))
    }
  }
}
