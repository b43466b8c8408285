/// Reads one article a line. A bad line is a problem, and the next line goes on.
struct JSONLinesReader: DraftSource {
  private var lines: LineSplitter
  private let file: String
  private let limits: ReadingLimits
  private var articles: JSONArticles
  private var waiting: [DraftItem] = []
  private var done = false

  init(
    _ source: any ByteSource, file: String, data: ReadingData, limits: ReadingLimits, names: FieldNames? = nil,
    chunk: Int = 1 << 18
  ) {
    lines = LineSplitter(source, limit: limits.line, chunk: chunk)
    self.file = file
    self.limits = limits
    articles = JSONArticles(file: file, data: data, limits: limits, names: names ?? data.fields)
  }

  mutating func next() -> DraftItem? {
    while true {
      if let item = waiting.popLast() { return item }
      guard !done else { return nil }
      let line: LineSplitter.Line?
      do {
        line = try lines.next()
      } catch {
        done = true
        waiting = articles.closing().reversed()
        return problem(error.kind)
      }
      switch line {
      case nil:
        done = true
        waiting = articles.closing().reversed()
      case .tooLong(let number): return problem(.lineTooLong(limit: limits.line), number)
      case .bytes(let number, let bytes):
        if bytes.allSatisfy(Bytes.isSpace) { continue }
        waiting = articles.read(bytes, line: number).items.reversed()
      }
    }
  }

  private func problem(_ kind: InputProblem.Kind, _ line: Int? = nil) -> DraftItem {
    .problem(InputProblem(file: file, line: line, kind: kind))
  }
}
