/// Opens a file: finds its encoding and format by its first bytes and makes the reader for it.
struct InputOpener {
  /// How many bytes are looked at.
  static let headLength = 8192

  let data: ReadingData
  let limits: ReadingLimits

  /// The reader for a source. `name` is the file as it was named, `-` for standard input.
  func open(_ source: any ByteSource, name: String) -> any DraftSource {
    do {
      return try reader(source, name: name)
    } catch {
      let kind: InputProblem.Kind = error.isMissing ? .missing : .unreadable(error.reason)
      return ProblemSource(problem: InputProblem(file: name, kind: kind))
    }
  }

  /// The reader for a file.
  func open(path: String) -> any DraftSource {
    do {
      return try reader(FileSource(path: path), name: path)
    } catch {
      let kind: InputProblem.Kind = error.isMissing ? .missing : .unreadable(error.reason)
      return ProblemSource(problem: InputProblem(file: path, kind: kind))
    }
  }

  private func reader(_ base: any ByteSource, name: String) throws(SourceError) -> any DraftSource {
    var source = PeekableSource(base)
    var head = try source.peek(Self.headLength)
    if head.isEmpty { return ProblemSource(problem: InputProblem(file: name, kind: .empty)) }
    let decoded = DecodingSource(source)
    if !Recognition.isSigned(head) {
      source = PeekableSource(decoded)
      head = try source.peek(Self.headLength)
    }
    let kind: InputProblem.Kind
    switch Recognition.of(head: head, name: name) {
    case .format(.jsonLines):
      let reader = JSONLinesReader(source, file: name, data: data, limits: limits)
      return DamageNote(reader, of: decoded, file: name)
    case .format(let format):
      let reader = TextReader(source, file: name, format: format, data: data, limits: limits)
      return DamageNote(reader, of: decoded, file: name)
    case .foreign(let what): kind = .foreign(what)
    case .binary: kind = .binary
    }
    return ProblemSource(problem: InputProblem(file: name, kind: kind))
  }
}
