import Vocabulary

/// Reads a file that is one article: plain text or Markdown.
struct TextReader: DraftSource {
  private var source: any ByteSource
  private let file: String
  private let format: Format
  private let data: ReadingData
  private let limits: ReadingLimits
  private var done = false

  init(_ source: any ByteSource, file: String, format: Format, data: ReadingData, limits: ReadingLimits) {
    self.source = source
    self.file = file
    self.format = format
    self.data = data
    self.limits = limits
  }

  mutating func next() -> DraftItem? {
    guard !done else { return nil }
    done = true
    var bytes: [UInt8] = []
    do {
      while bytes.count <= limits.text {
        let more = try source.read(atMost: 1 << 18)
        if more.isEmpty { break }
        bytes += more
      }
    } catch {
      return problem(error.kind)
    }
    if bytes.count > limits.text { return problem(.textTooLong(limit: limits.text)) }
    if bytes.contains(0) { return problem(.binary) }
    bytes = Decoding.mended(bytes)
    if let mended = TextRepair(data: data).mended(bytes) { bytes = mended }
    let layout = TextLayout(data: data)
    let draft: Draft
    switch format {
    case .markdown:
      let markdown = Markdown(bytes)
      var made = layout.draft(markdown.lines, title: markdown.title)
      made.date = markdown.date.flatMap { DateReader(data: data).date($0) }
      made.url = markdown.url
      draft = made
    default:
      draft = layout.draft(TextLayout.lines(of: bytes))
    }
    if draft.title.isEmpty, draft.body.isEmpty { return problem(.empty) }
    return .draft(draft)
  }

  private func problem(_ kind: InputProblem.Kind, line: Int? = nil) -> DraftItem {
    .problem(InputProblem(file: file, line: line, kind: kind))
  }
}
