/// Reads a file that is one HTML page.
struct PageReader: DraftSource {
  private var source: any ByteSource
  private let file: String
  private let data: ReadingData
  private let limits: ReadingLimits
  private var done = false

  init(_ source: any ByteSource, file: String, data: ReadingData, limits: ReadingLimits) {
    self.source = source
    self.file = file
    self.data = data
    self.limits = limits
  }

  mutating func next() -> DraftItem? {
    guard !done else { return nil }
    done = true
    let bytes: [UInt8]
    do {
      bytes = try source.readAll(limits: limits)
    } catch {
      return problem(error.kind)
    }
    guard let draft = HTMLPage(data: data).draft(of: Decoding.mended(bytes)) else {
      return problem(.noArticle("a page"))
    }
    if draft.title.utf8.count + draft.body.count > limits.text { return problem(.textTooLong(limit: limits.text)) }
    return .draft(draft)
  }

  private func problem(_ kind: InputProblem.Kind) -> DraftItem { .problem(InputProblem(file: file, kind: kind)) }
}

extension ByteSource {
  /// All bytes, of which there may be as many as a part of a container may have.
  mutating func readAll(limits: ReadingLimits) throws(SourceError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let more = try read(atMost: 1 << 18)
      if more.isEmpty { return bytes }
      bytes += more
      if bytes.count > limits.member { throw SourceError(kind: .memberTooLong(limit: limits.member)) }
    }
  }
}
