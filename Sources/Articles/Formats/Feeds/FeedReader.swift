import Vocabulary

/// Reads RSS, RDF and Atom, one item at a time, however broken: an item that is not closed ends where the next begins.
struct FeedReader: DraftSource {
  /// An element whose content is collected.
  private struct Field {
    var name: String
    var role: FeedRole
    var rank: Int
    /// Whether its content is markup and not markup that was escaped.
    var isMarkup: Bool
    var isPlainText: Bool
    /// How many elements of its name are open inside.
    var depth = 0
    var bytes: [UInt8] = []
  }

  /// Feeds give whole articles as descriptions too; a longer one is no summary, in bytes.
  private static let longestSummary = 1000

  private var scanner: FeedScanner
  private let file: String
  private let data: ReadingData
  private let limits: ReadingLimits
  private var item: FeedItem?
  private var field: Field?
  private var publisher: String?
  private var language: String?
  private var waiting: [DraftItem] = []
  private var articles = 0
  private var summaries = 0
  private var hasItems = false
  private var done = false

  init(
    _ source: any ByteSource, file: String, data: ReadingData, limits: ReadingLimits,
    chunk: Int = 1 << 16
  ) {
    scanner = FeedScanner(source, chunk: chunk)
    self.file = file
    self.data = data
    self.limits = limits
  }

  mutating func next() -> DraftItem? {
    while waiting.isEmpty, !done {
      do {
        if let token = try scanner.next() {
          take(token)
          continue
        }
        done = true
        if let open = item { waiting.append(problem(.openItem, open.line)) }
        closeItem()
      } catch {
        done = true
        closeItem()
        waiting.append(problem(error.kind))
      }
      if !hasItems { waiting.append(problem(.noArticle("a feed"))) }
      if summaries > 0 { waiting.append(problem(.summariesOnly(summaries, of: articles))) }
    }
    return waiting.isEmpty ? nil : waiting.removeFirst()
  }

  // MARK: - Elements

  private mutating func take(_ token: FeedScanner.Token) {
    switch token {
    case .text(let bytes, let raw): append(field?.isMarkup == true ? raw : bytes)
    case .literal(let bytes): append(field?.isMarkup == true ? Self.escaped(bytes) : bytes)
    case .start(let name, let attributes, let isEmpty, let raw): start(name, attributes, isEmpty, raw)
    case .end(let name, let raw): end(name, raw)
    }
  }

  private mutating func append(_ bytes: [UInt8]) {
    guard let count = field?.bytes.count else { return }
    if count + bytes.count > 4 * limits.text {
      item?.isTooLong = true
    } else {
      field?.bytes += bytes
    }
  }

  private mutating func start(_ name: String, _ attributes: [(String, String)], _ isEmpty: Bool, _ raw: [UInt8]) {
    let found = FeedRole.of(name)
    if found?.role == .item {
      closeItem()
      hasItems = true
      item = FeedItem(line: scanner.line)
      if let about = attributes.first(where: { $0.0 == "rdf:about" })?.1 {
        item?.take(.init(bytes: Array(about.utf8), rank: 9), for: .id)
      }
      if isEmpty { closeItem() }
      return
    }
    if let open = field {
      // What holds a few words holds no other part of the item: its end is missing.
      guard open.role.isPlain, found != nil, name != open.name else {
        if name == open.name, !isEmpty { field?.depth += 1 }
        return append(raw)
      }
      closeField()
    }
    if item == nil {
      if name == "feed" || name == "rss", let said = attributes.first(where: { $0.0 == "xml:lang" })?.1 {
        language = said
      }
      if found?.role != .title, found?.role != .language, found?.role != .other { return }
    }
    guard let (role, rank) = found else { return }
    let values = Dictionary(attributes, uniquingKeysWith: { first, _ in first })
    if role == .link, let address = values["href"] {
      if (values["rel"] ?? "alternate") == "alternate" {
        let isPage = values["type"].map { $0.contains("html") } ?? true
        item?.take(.init(bytes: Array(address.utf8), rank: rank + (isPage ? 0 : 1)), for: .link)
      }
      return
    }
    if name == "guid", values["ispermalink"]?.lowercased() == "false" { item?.idIsNoAddress = true }
    guard !isEmpty else { return }
    let type = values["type"]?.lowercased()
    let isAtom = name.hasSuffix("content") || name.hasSuffix("summary") || name.hasSuffix("title")
    field = Field(
      name: name, role: role, rank: rank, isMarkup: type == "xhtml" || type == "application/xhtml+xml",
      isPlainText: isAtom && (type == "text" || type == "text/plain"))
  }

  private mutating func end(_ name: String, _ raw: [UInt8]) {
    if FeedRole.of(name)?.role == .item { return closeItem() }
    guard let open = field else { return }
    guard name == open.name else { return append(raw) }
    if open.depth > 0 {
      field?.depth -= 1
      append(raw)
    } else {
      closeField()
    }
  }

  private mutating func closeField() {
    guard let open = field else { return }
    field = nil
    var bytes = open.bytes
    if open.role == .source, bytes.contains(UInt8(ascii: "<")) { bytes = Self.title(in: bytes) }
    if item != nil {
      item?.take(.init(bytes: bytes, rank: open.rank, isPlainText: open.isPlainText), for: open.role)
    } else if open.role == .title, publisher == nil {
      publisher = BodyText(data: data).plainTitle(text(bytes))
    } else if open.role == .language, language == nil {
      language = text(bytes)
    }
  }

  /// The title inside the element that tells from which feed an item was taken.
  private static func title(in bytes: [UInt8]) -> [UInt8] {
    var scanner = FeedScanner(MemorySource(bytes))
    var title: [UInt8] = []
    var isInside = false
    while let token = try? scanner.next() {
      switch token {
      case .start(let name, _, _, _) where FeedRole.of(name)?.role == .title: isInside = true
      case .end(let name, _) where FeedRole.of(name)?.role == .title: return title
      case .text(let piece, _) where isInside, .literal(let piece) where isInside: title += piece
      default: break
      }
    }
    return title
  }

  // MARK: - Items

  private mutating func closeItem() {
    closeField()
    guard let open = item else { return }
    item = nil
    if open.isTooLong {
      waiting.append(problem(.textTooLong(limit: limits.text), open.line))
      return
    }
    let address = open[.link].map { text($0.bytes) }
    var draft = draft(of: open, address: address)
    if draft.title.utf8.allSatisfy(Bytes.isSpace), draft.body.allSatisfy(Bytes.isSpace) {
      waiting.append(problem(.missingKey("title and no text"), open.line))
      return
    }
    if draft.title.utf8.count + draft.body.count > limits.text {
      waiting.append(problem(.textTooLong(limit: limits.text), open.line))
      return
    }
    draft.id = open[.id].map { text($0.bytes) }
    draft.url = address
    if draft.url == nil, !open.idIsNoAddress, let id = draft.id, id.hasPrefix("http") { draft.url = id }
    draft.publisher = open[.source].map { text($0.bytes) } ?? publisher
    draft.language = open[.language].map { text($0.bytes) } ?? language
    draft.line = open.line
    if let said = open[.date].map({ text($0.bytes) }) {
      draft.date = DateReader(data: data).date(said)
      if draft.date == nil { waiting.append(problem(.dateNotUnderstood(String(said.prefix(40))), open.line)) }
    }
    draft.nameByContent()
    articles += 1
    if open[.body] == nil, open[.summary] != nil, draft.body.count < Self.longestSummary { summaries += 1 }
    waiting.append(.draft(draft))
  }

  /// Title and text of an item.
  private func draft(of item: FeedItem, address: String?) -> Draft {
    let body = BodyText(data: data)
    let title = body.plainTitle(item[.title].map { text($0.bytes) } ?? "")
    guard let value = item[.body] ?? item[.summary] else {
      var draft = Draft()
      draft.title = title
      return draft
    }
    let bytes = value.bytes
    let isHTML = BodyText.html(in: bytes) != nil || bytes.contains(UInt8(ascii: "&"))
    if !value.isPlainText, isHTML {
      var draft = body.draft(title: title, body: Bytes.text(bytes), url: address, isHTML: true)
      if draft.title.isEmpty { draft.title = title }
      return draft
    }
    return TextLayout(data: data).draft(TextLayout.lines(of: bytes), title: title)
  }

  private func text(_ bytes: [UInt8]) -> String {
    FieldNames.trimmed(Bytes.text(bytes))
  }

  private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
    bytes.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "<"): Array("&lt;".utf8)
      case UInt8(ascii: "&"): Array("&amp;".utf8)
      default: [byte]
      }
    }
  }

  private func problem(_ kind: InputProblem.Kind, _ line: Int? = nil) -> DraftItem {
    .problem(InputProblem(file: file, line: line, kind: kind))
  }
}
