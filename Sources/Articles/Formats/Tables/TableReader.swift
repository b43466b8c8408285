/// Reads a table of text (CSV, TSV) whose first line names the columns: one article a row.
struct TableReader: DraftSource {
  private var rows: TableRows
  private let file: String
  private let limits: ReadingLimits
  private let names: FieldNames
  private var drafts: FieldDrafts
  private let hasSeparatorLine: Bool
  /// The columns of each part in the order in which they are asked, and their names.
  private var columns: [ArticleField: [(index: Int, name: String)]] = [:]
  private var width = 0
  private var waiting: [DraftItem] = []
  private var isOpen = false
  private var hasRows = false
  private var done = false

  init(
    _ source: any ByteSource, file: String, data: ReadingData, limits: ReadingLimits, names: FieldNames? = nil,
    dialect: TableDialect, chunk: Int = 1 << 18
  ) {
    rows = TableRows(source, separator: dialect.separator, limits: limits, chunk: chunk)
    hasSeparatorLine = dialect.hasSeparatorLine
    self.file = file
    self.limits = limits
    self.names = names ?? data.fields
    drafts = FieldDrafts(file: file, data: data, limits: limits)
  }

  mutating func next() -> DraftItem? {
    while waiting.isEmpty, !done {
      do {
        if !isOpen {
          isOpen = true
          if hasSeparatorLine { _ = try rows.next() }
          if let problem = try readHeader() { finish([problem]) }
          continue
        }
        guard let item = try rows.next() else {
          finish(hasRows ? [] : [problem(.noArticle("a table"))])
          break
        }
        hasRows = true
        waiting = read(item).reversed()
      } catch {
        finish([problem(error.kind)])
      }
    }
    return waiting.popLast()
  }

  private mutating func finish(_ items: [DraftItem]) {
    done = true
    waiting = (items + drafts.closing()).reversed()
  }

  /// Finds out what the columns hold; the problem where there is no text among them.
  private mutating func readHeader() throws(SourceError) -> DraftItem? {
    switch try rows.next() {
    case nil: return problem(.empty)
    case .tooLong(let line): return problem(.lineTooLong(limit: limits.line), line)
    case .tooWide(let line): return problem(.tooManyColumns(limit: limits.columns), line)
    case .openQuote(let line): return problem(.openQuote, line)
    case .row(let cells, let line):
      let header = cells.map { FieldNames.trimmed(Self.text($0)) }
      width = header.count
      var places: [String: Int] = [:]
      for (index, name) in header.enumerated() where places[FieldNames.key(name)] == nil {
        places[FieldNames.key(name)] = index
      }
      for field in ArticleField.allCases {
        columns[field] = (names.paths[field] ?? []).compactMap { path in
          places[path.joined(separator: ".")].map { ($0, header[$0]) }
        }
      }
      let hasText = [ArticleField.title, .body, .summary].contains { columns[$0]?.isEmpty == false }
      return hasText ? nil : problem(.noTextColumn(header.filter { !$0.isEmpty }), line)
    }
  }

  private mutating func read(_ item: TableRows.Item) -> [DraftItem] {
    switch item {
    case .tooLong(let line): return [problem(.lineTooLong(limit: limits.line), line)]
    case .tooWide(let line): return [problem(.longRow(cells: limits.columns + 1, columns: width), line)]
    case .openQuote(let line): return [problem(.openQuote, line)]
    case .row(let cells, let line):
      let filled = cells.count - cells.reversed().prefix(while: \.isEmpty).count
      if filled > width { return [problem(.longRow(cells: cells.count, columns: width), line)] }
      var values = FieldValues(line: line)
      for field in ArticleField.allCases {
        for (index, name) in columns[field] ?? [] where index < cells.count {
          let text = Self.text(cells[index])
          let trimmed = FieldNames.trimmed(text)
          guard !Self.nothing.contains(trimmed) else { continue }
          values.texts[field] = field == .body || field == .summary ? text : trimmed
          values.names[field] = name
          break
        }
      }
      let note = cells.count < width ? [problem(.shortRow(cells: cells.count, columns: width), line)] : []
      return note + drafts.items(values)
    }
  }

  /// What programs write for no value.
  private static let nothing: Set<String> = ["", "NaN", "nan", "None", "NULL", "null", "\\N", "N/A"]

  private static func text(_ cell: [UInt8]) -> String {
    Bytes.text(TextLayout.cleaned(cell, keepingLength: false))
  }

  private func problem(_ kind: InputProblem.Kind, _ line: Int? = nil) -> DraftItem {
    .problem(InputProblem(file: file, line: line, kind: kind))
  }
}
