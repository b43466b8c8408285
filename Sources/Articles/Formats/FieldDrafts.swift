import Vocabulary

/// The parts of an article as a format with named fields gives them.
struct FieldValues: Hashable {
  /// The values, not empty.
  var texts: [ArticleField: String] = [:]
  /// Under which name each was found.
  var names: [ArticleField: String] = [:]
  /// The line of the article in its file.
  var line: Int?

  subscript(field: ArticleField) -> String? { texts[field] }
}

/// Makes drafts of named fields, and remembers what is to be told of a file as a whole.
struct FieldDrafts {
  let file: String
  let data: ReadingData
  let limits: ReadingLimits
  /// Who publishes everything in the file.
  var publisher: String?

  /// Names that were found, each once.
  private var found: [ArticleField: [String]] = [:]
  private var articles = 0
  private var summaries = 0

  init(file: String, data: ReadingData, limits: ReadingLimits) {
    self.file = file
    self.data = data
    self.limits = limits
  }

  /// The article of some fields, and what is to be told of it before.
  mutating func items(_ values: FieldValues) -> [DraftItem] {
    var draft = Draft(id: values[.id], line: values.line)
    let body = BodyText(data: data).draft(
      title: values[.title], body: values[.body] ?? values[.summary] ?? "", url: values[.url])
    draft.title = body.title
    draft.body = body.body
    draft.marks = body.marks
    if draft.title.utf8.count + draft.body.count > limits.text {
      return [problem(.textTooLong(limit: limits.text), values.line)]
    }
    if draft.title.utf8.allSatisfy(Bytes.isSpace), draft.body.allSatisfy(Bytes.isSpace) {
      return [problem(.missingKey("\"title\" and no \"body\""), values.line)]
    }
    draft.url = values[.url]
    draft.publisher = values[.publisher] ?? publisher
    draft.language = values[.language]
    articles += 1
    if values[.body] == nil, values[.summary] != nil { summaries += 1 }
    for (field, name) in values.names where found[field]?.contains(name) != true {
      if found[field, default: []].count < 8 { found[field, default: []].append(name) }
    }
    var items: [DraftItem] = []
    if let text = values[.date] {
      draft.date = DateReader(data: data).date(text)
      if draft.date == nil { items.append(problem(.dateNotUnderstood(String(text.prefix(40))), values.line)) }
    }
    draft.nameByContent()
    return items + [.draft(draft)]
  }

  /// What is to be told at the end of the file.
  func closing() -> [DraftItem] {
    var items: [DraftItem] = []
    if summaries > 0 { items.append(problem(.summariesOnly(summaries, of: articles))) }
    let names = ArticleField.allCases.flatMap { field in
      (found[field] ?? []).sorted().map { FoundField(field: field, name: $0) }
    }
    if !names.isEmpty { items.append(problem(.fieldsFound(names))) }
    return items
  }

  private func problem(_ kind: InputProblem.Kind, _ line: Int? = nil) -> DraftItem {
    .problem(InputProblem(file: file, line: line, kind: kind))
  }
}

/// A part of an article and the name under which a file has it.
public struct FoundField: Hashable, Sendable, CustomStringConvertible {
  /// The part.
  public var field: ArticleField
  /// The name in the file.
  public var name: String

  /// `body from maintext`, or the name alone where it is the part's.
  public var description: String { name == field.rawValue ? name : "\(field.rawValue) from \(name)" }
}

extension Draft {
  /// Names an article that has no name after its address, or after what it says.
  mutating func nameByContent() {
    guard id == nil, names.isEmpty else { return }
    let digest = Self.digest([title, date?.description ?? "", Bytes.text(body)])
    // Two texts of one address are two articles.
    names = url.map { [$0, $0 + "#" + digest] } ?? [digest]
  }

  /// FNV-1a of 128 bits in 32 hexadecimal digits.
  static func digest(_ parts: [String]) -> String {
    var hash = UInt128(0x6c62_272e_07bb_0142) << 64 | 0x62b8_2175_6295_c58d
    let prime = UInt128(1) << 88 | 0x13b
    for part in parts {
      for byte in part.utf8 { hash = (hash ^ UInt128(byte)) &* prime }
      // A byte that no UTF-8 has keeps the parts apart.
      hash = (hash ^ 0xff) &* prime
    }
    let text = String(hash, radix: 16)
    return String(repeating: "0", count: 32 - text.count) + text
  }
}
