import Vocabulary

/// Reads a mail, or a page that a browser saved as one (MHTML), as one article.
///
/// The plain text is taken before the HTML that says the same, unless it is a stub. What is attached is not read.
struct MailReader: DraftSource {
  private var source: any ByteSource
  private let file: String
  private let data: ReadingData
  private let limits: ReadingLimits
  private var waiting: [DraftItem] = []
  private var isOpen = false

  init(_ source: any ByteSource, file: String, data: ReadingData, limits: ReadingLimits) {
    self.source = source
    self.file = file
    self.data = data
    self.limits = limits
  }

  mutating func next() -> DraftItem? {
    if !isOpen {
      isOpen = true
      do {
        waiting = read(try source.readAll(limits: limits)).reversed()
      } catch {
        return problem(error.kind)
      }
    }
    return waiting.popLast()
  }

  private func read(_ bytes: [UInt8]) -> [DraftItem] {
    var start = 0
    if bytes.starts(with: "From ".utf8) { start = (bytes.firstIndex(of: Bytes.newline) ?? 0) + 1 }
    var tree = MailParts(bytes, data: data, limits: limits)
    let (headers, texts) = tree.read(from: start)
    var items: [DraftItem] = []
    if tree.isTooDeep { items.append(problem(.nestedTooDeep(limit: MailParts.nesting(limits)))) }
    if !tree.attachments.isEmpty { items.append(problem(.attachments(tree.attachments))) }
    let (subject, isForwarded) = Self.subject(EncodedWords.decoded(headers["subject"] ?? ""))
    var draft = Draft()
    for text in texts {
      let more = text.draft(data: data, title: subject.isEmpty && draft.title.isEmpty ? nil : "")
      if draft.title.isEmpty { draft.title = more.title }
      if !draft.body.isEmpty, !more.body.isEmpty { draft.body += [Bytes.newline, Bytes.newline] }
      for (place, mark) in more.marks { draft.marks[draft.body.count + place] = mark }
      draft.body += more.body
      draft.date = draft.date ?? more.date
      draft.publisher = draft.publisher ?? more.publisher
      draft.url = draft.url ?? more.url
      draft.language = draft.language ?? more.language
    }
    if !subject.isEmpty { draft.title = TextLayout.singleLine(subject) }
    guard draft.body.contains(where: { !Bytes.isSpace($0) }) else { return items + [problem(.noArticle("a mail"))] }
    if draft.title.utf8.count + draft.body.count > limits.text {
      return items + [problem(.textTooLong(limit: limits.text))]
    }
    let isPage = headers["snapshot-content-location"] != nil
    let address = headers["snapshot-content-location"] ?? headers["content-location"] ?? headers["archived-at"]
    if let address = address.map({ $0.filter { $0 != "<" && $0 != ">" } }), address.hasPrefix("http") {
      draft.url = address
    }
    draft.id = headers["message-id"].map { FieldNames.trimmed($0.filter { $0 != "<" && $0 != ">" }) }
    if draft.id?.isEmpty == true { draft.id = nil }
    if draft.publisher == nil, !isForwarded, !isPage { draft.publisher = Self.sender(headers["from"] ?? "") }
    // A browser writes when it saved a page, not when the page was published.
    if !isPage, let said = headers["date"] {
      let date = DateReader(data: data).date(said)
      if date == nil { items.append(problem(.dateNotUnderstood(String(said.prefix(40))))) }
      draft.date = date ?? draft.date
    }
    draft.nameByContent()
    return items + [.draft(draft)]
  }

  /// The subject without what mail programs put before it, and whether that says that somebody passes it on.
  private static func subject(_ text: String) -> (String, isForwarded: Bool) {
    var rest = Substring(text)
    var isForwarded = false
    for _ in 0..<8 {
      guard let colon = rest.prefix(5).firstIndex(of: ":") else { break }
      let sign = rest[..<colon].lowercased()
      guard ["re", "fw", "fwd", "aw", "wg"].contains(sign) else { break }
      isForwarded = isForwarded || sign == "fw" || sign == "fwd" || sign == "wg"
      rest = rest[rest.index(after: colon)...].drop { $0 == " " }
    }
    return (String(rest), isForwarded)
  }

  /// The name of who sent it; nil where only an address stands there.
  private static func sender(_ from: String) -> String? {
    guard let bracket = from.firstIndex(of: "<") else { return nil }
    let name = EncodedWords.decoded(FieldNames.trimmed(from[..<bracket].filter { $0 != "\"" }))
    return name.isEmpty ? nil : name
  }

  private func problem(_ kind: InputProblem.Kind) -> DraftItem { .problem(InputProblem(file: file, kind: kind)) }
}
