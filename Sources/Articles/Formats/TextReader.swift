import Vocabulary

/// Reads a file that is one article, or a list of several stories: plain text or Markdown.
struct TextReader: DraftSource {
  private var source: any ByteSource
  private let file: String
  private let format: Format
  private let data: ReadingData
  private let limits: ReadingLimits
  private var done = false
  private var waiting: ArraySlice<Draft> = []

  init(_ source: any ByteSource, file: String, format: Format, data: ReadingData, limits: ReadingLimits) {
    self.source = source
    self.file = file
    self.format = format
    self.data = data
    self.limits = limits
  }

  mutating func next() -> DraftItem? {
    guard !done else { return waiting.popFirst().map { .draft($0) } }
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
    let drafts = format == .markdown ? markdown(bytes) : plain(bytes)
    guard let first = drafts.first else { return problem(.empty) }
    waiting = drafts.dropFirst()
    return .draft(first)
  }

  private func markdown(_ bytes: [UInt8]) -> [Draft] {
    let markdown = Markdown(bytes)
    let date = markdown.date.flatMap { DateReader(data: data).date($0) }
    var drafts = drafts(markdown.lines, title: markdown.title)
    for index in drafts.indices {
      drafts[index].date = date
      drafts[index].url = markdown.url
    }
    return drafts
  }

  private func plain(_ bytes: [UInt8]) -> [Draft] {
    drafts(QuotedLines.unquoted(TextLayout.lines(of: bytes)), title: nil)
  }

  private func drafts(_ lines: [TextLine], title: String?) -> [Draft] {
    let layout = TextLayout(data: data)
    if title == nil, let digest = DigestRule(data: data).stories(lines) {
      var drafts = digest.stories.map { layout.draft($0) }
      for index in drafts.indices {
        drafts[index].part = index + 1
        drafts[index].pageDate = digest.date
      }
      return drafts
    }
    let draft = layout.draft(lines, title: title)
    return draft.title.isEmpty && draft.body.isEmpty ? [] : [draft]
  }

  private func problem(_ kind: InputProblem.Kind, line: Int? = nil) -> DraftItem {
    .problem(InputProblem(file: file, line: line, kind: kind))
  }
}
