/// Reads JSON that is not one object a line: arrays, objects that hold a list of articles, objects spread over lines.
struct JSONReader: DraftSource {
  private var elements: JSONElements
  private let file: String
  private let limits: ReadingLimits
  private var articles: JSONArticles
  private var waiting: [DraftItem] = []
  private var hasItems = false
  private var done = false

  init(
    _ source: any ByteSource, file: String, data: ReadingData, limits: ReadingLimits, names: FieldNames? = nil,
    chunk: Int = 1 << 18
  ) {
    let names = names ?? data.fields
    elements = JSONElements(source, lists: names.lists, limits: limits, chunk: chunk)
    self.file = file
    self.limits = limits
    articles = JSONArticles(file: file, data: data, limits: limits, names: names)
  }

  mutating func next() -> DraftItem? {
    while waiting.isEmpty, !done {
      let element: JSONElements.Element?
      do {
        element = try elements.next()
      } catch {
        finish([problem(error.kind)])
        break
      }
      guard let element else {
        finish(hasItems ? [] : [problem(.noArticle("JSON"))])
        break
      }
      waiting = items(of: element).reversed()
      if !waiting.isEmpty { hasItems = true }
    }
    return waiting.popLast()
  }

  private mutating func finish(_ items: [DraftItem]) {
    done = true
    waiting = (items + articles.closing()).reversed()
  }

  private mutating func items(of element: JSONElements.Element) -> [DraftItem] {
    switch element {
    case .object(let bytes, let line):
      let (items, isDamaged) = articles.read(bytes, line: line)
      if isDamaged { elements.retry() }
      return items
    case .surroundings(let bytes):
      if !articles.learn(bytes) { elements.keepWhole() }
      return []
    case .tooLong(let line): return [problem(.lineTooLong(limit: limits.line), line)]
    case .tooDeep(let line): return [problem(.nestedTooDeep(limit: limits.nesting), line)]
    case .open(let line): return [problem(.openJSON, line)]
    case .strays(let count, let line): return [problem(.strayValues(count), line)]
    }
  }

  private func problem(_ kind: InputProblem.Kind, _ line: Int? = nil) -> DraftItem {
    .problem(InputProblem(file: file, line: line, kind: kind))
  }
}
