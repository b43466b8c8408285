/// Opens a file: unpacks it, finds its encoding and format by its first bytes and makes the reader for it.
struct InputOpener {
  /// How many bytes are looked at.
  static let headLength = 8192

  let data: ReadingData
  let limits: ReadingLimits
  private let names: FieldNames

  init(data: ReadingData, limits: ReadingLimits, mapping: FieldMapping = FieldMapping()) {
    self.data = data
    self.limits = limits
    names = data.fields.mapped(mapping)
  }

  /// The reader for a source. `name` is the file as it was named, `-` for standard input.
  func open(_ source: any ByteSource, name: String) -> any DraftSource {
    do {
      return try reader(source, name: name)
    } catch {
      return ProblemSource(problem: InputProblem(file: name, kind: error.kind))
    }
  }

  /// The reader for a file.
  func open(path: String) -> any DraftSource {
    do {
      return try reader(FileSource(path: path), name: path)
    } catch {
      return ProblemSource(problem: InputProblem(file: path, kind: error.kind))
    }
  }

  private func reader(_ base: any ByteSource, name: String) throws(SourceError) -> any DraftSource {
    var source = PeekableSource(base)
    var head = try source.peek(Self.headLength)
    if head.starts(with: [0x1F, 0x8B]) {
      source = PeekableSource(InflatingSource(source, limits: limits))
      head = try source.peek(Self.headLength)
    }
    if head.isEmpty { return ProblemSource(problem: InputProblem(file: name, kind: .empty)) }
    var dropped = 0
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      dropped = 3
      source.drop(dropped)
      head = head.dropFirst(dropped)
    } else if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      let littleEndian = head.first == 0xFF
      source.drop(2)
      source = PeekableSource(UTF16Source(source, littleEndian: littleEndian))
      head = try source.peek(Self.headLength)
    }
    let kind: InputProblem.Kind
    switch Recognition.of(head: head, name: name, fields: names) {
    case .format(let format):
      let declared = DeclaredCharset.of(head)
      return reader(source, of: format, name: name, offset: dropped, declared: declared)
    case .foreign(let what): kind = .foreign(what)
    case .packed(let what): kind = .packed(what)
    case .binary: kind = .binary
    }
    return ProblemSource(problem: InputProblem(file: name, kind: kind))
  }

  private func reader(_ source: PeekableSource, of format: Format, name: String, offset: Int, declared: String?)
    -> any DraftSource
  {
    switch format {
    case .jsonLines:
      JSONLinesReader(source, file: name, data: data, limits: limits, names: names, offset: offset)
    case .json: JSONReader(source, file: name, data: data, limits: limits, names: names)
    case .table(let dialect):
      TableReader(source, file: name, data: data, limits: limits, names: names, dialect: dialect)
    case .feed: FeedReader(source, file: name, data: data, limits: limits, declared: declared)
    case .html: PageReader(source, file: name, data: data, limits: limits)
    case .mail: MailReader(source, file: name, data: data, limits: limits)
    case .warc: WARCReader(source, file: name, data: data, limits: limits)
    case .markdown, .plainText:
      TextReader(source, file: name, format: format, data: data, limits: limits, offset: offset)
    }
  }
}
