/// A reader that tells at its end what of its text was broken.
struct DamageNote: DraftSource {
  private var reader: any DraftSource
  private let source: DecodingSource
  private let file: String
  private var done = false

  init(_ reader: any DraftSource, of source: DecodingSource, file: String) {
    self.reader = reader
    self.source = source
    self.file = file
  }

  mutating func next() -> DraftItem? {
    if let item = reader.next() { return item }
    guard !done, let damage = source.damage else { return nil }
    done = true
    let kind: InputProblem.Kind =
      damage.first.map { .invalidUTF8(byte: $0) } ?? .brokenCharacters(count: damage.count, charset: damage.charset)
    return .problem(InputProblem(file: file, kind: kind))
  }
}
