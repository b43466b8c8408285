/// Opens a file: unpacks it, finds its encoding and format by its first bytes and makes the reader for it.
struct InputOpener {
  /// How many bytes are looked at.
  static let headLength = 8192

  let data: ReadingData
  let limits: ReadingLimits
  private let names: FieldNames
  private let meter: ReadingMeter?

  init(
    data: ReadingData, limits: ReadingLimits, mapping: FieldMapping = FieldMapping(), meter: ReadingMeter? = nil
  ) {
    self.data = data
    self.limits = limits
    self.meter = meter
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
      let file = try FileSource(path: path)
      return try reader(meter.map { MeteredSource(file, meter: $0) } ?? file, name: path)
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
    // The parts of a mail and of an archive have charsets of their own.
    switch Recognition.of(head: head, name: name, fields: names) {
    case .format(.mail): return MailReader(source, file: name, data: data, limits: limits)
    case .format(.warc): return WARCReader(source, file: name, data: data, limits: limits)
    default: break
    }
    let isMarkup = head.first { !Bytes.isSpace($0) } == UInt8(ascii: "<")
    let decoded = DecodingSource(source, declared: isMarkup ? DeclaredCharset.of(head) : nil)
    if !Recognition.isSigned(head) {
      source = PeekableSource(decoded)
      head = try source.peek(Self.headLength)
    }
    let kind: InputProblem.Kind
    switch Recognition.of(head: head, name: name, fields: names) {
    case .format(let format):
      return DamageNote(reader(source, of: format, name: name), of: decoded, file: name)
    case .foreign(let what): kind = .foreign(what)
    case .packed(let what): kind = .packed(what)
    case .binary: kind = .binary
    }
    return ProblemSource(problem: InputProblem(file: name, kind: kind))
  }

  /// The reader of a format for a source in UTF-8.
  private func reader(_ source: PeekableSource, of format: Format, name: String) -> any DraftSource {
    switch format {
    case .jsonLines: JSONLinesReader(source, file: name, data: data, limits: limits, names: names)
    case .json: JSONReader(source, file: name, data: data, limits: limits, names: names)
    case .table(let dialect):
      TableReader(source, file: name, data: data, limits: limits, names: names, dialect: dialect)
    case .feed: FeedReader(source, file: name, data: data, limits: limits)
    case .html: PageReader(source, file: name, data: data, limits: limits)
    case .mail: MailReader(source, file: name, data: data, limits: limits)
    case .warc: WARCReader(source, file: name, data: data, limits: limits)
    case .markdown, .plainText: TextReader(source, file: name, format: format, data: data, limits: limits)
    }
  }
}
