/// The tokenizer's knowledge: affixes, addresses, and the special cases of the model. Immutable, shared by all workers.
struct TokenizerRules: Sendable {
  /// One token of a special case.
  struct Piece: Sendable {
    let text: String
    /// Its normal form where the case states one.
    let norm: String?
  }

  /// What becomes of a chunk: pieces of it as ranges of scalars, or a special case.
  enum Part {
    case span(Range<Int>)
    case special(Int)
  }

  let affixes = AffixRules()
  let address: AddressRule
  private let cases: ByteTable
  private let longestCase: Int
  /// The tokens of each special case.
  let pieces: [[Piece]]
  /// The special cases that contain affixes, as sequences of words that the affix rules make of them, by first word.
  private(set) var patterns: [UInt64: [[UInt64]]] = [:]

  /// Reads the special cases of the model's file "tokenizer".
  init(_ file: MessageFile) throws(LanguageError) {
    address = AddressRule(topLevel: affixes.lower)
    let table = try file.map(file.field("exceptions", of: file.root), "exceptions")
    var cases = ByteTable(capacity: table.count)
    var pieces: [[Piece]] = []
    for item in table {
      let range = try file.range(item.key, "a special case")
      let name = "the special case \"\(String(decoding: file.bytes[range], as: UTF8.self))\""
      var parts: [Piece] = []
      for part in try file.list(item.value, name) {
        let norm = file.field(67, of: part)
        parts.append(
          Piece(
            text: try file.string(file.field(65, of: part), name),
            norm: norm == nil ? nil : try file.string(norm, name)))
      }
      guard !parts.isEmpty, parts.map(\.text).joined().utf8.elementsEqual(file.bytes[range]) else {
        throw file.damaged("\(name) does not spell its tokens")
      }
      let isNew = file.bytes.withUnsafeBufferPointer { bytes in
        cases.insert(UnsafeBufferPointer(rebasing: bytes[range])) == pieces.count
      }
      guard isNew else { throw file.damaged("\(name) comes twice") }
      pieces.append(parts)
    }
    self.cases = cases
    self.pieces = pieces
    longestCase = pieces.map { $0.reduce(0) { $0 + $1.text.utf8.count } }.max() ?? 0
    for parts in pieces { addPattern(parts.map(\.text).joined()) }
  }

  private mutating func addPattern(_ text: String) {
    let chunk = Chunk(text)
    let word = chunk.scalars[...]
    guard
      affixes.prefix(word) > 0 || affixes.suffix(word) > 0 || word.contains(0x20) || !affixes.infixes(word).isEmpty
    else { return }
    var orths: [UInt64] = []
    for run in chunk.runs {
      for part in split(run, specials: false) {
        if case .span(let range) = part { orths.append(chunk.withBytes(of: range) { Hashing.murmur64A($0) }) }
      }
    }
    guard let first = orths.first else { return }
    patterns[first, default: []].append(orths)
  }

  /// The special case that `bytes` spell.
  func special(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    bytes.count <= longestCase ? cases.find(bytes) : nil
  }

  /// Splits a run of scalars that are all white space or all not. The result depends on the run alone.
  func split(_ run: Chunk.Run, specials: Bool) -> [Part] {
    func special(_ range: Range<Int>) -> Int? {
      specials && !range.isEmpty ? run.chunk.withBytes(of: range) { self.special($0) } : nil
    }
    var rest = run.range
    if let index = special(rest) { return [.special(index)] }
    let scalars = run.chunk.scalars
    var front: [Part] = []
    var back: [Part] = []
    var lastCount = 0
    while !rest.isEmpty && rest.count != lastCount && special(rest) == nil {
      lastCount = rest.count
      let prefix = affixes.prefix(scalars[rest])
      let afterPrefix = rest.dropFirst(prefix)
      if prefix > 0 && special(afterPrefix) != nil {
        front.append(.span(rest.prefix(prefix)))
        rest = afterPrefix
        break
      }
      let suffix = affixes.suffix(scalars[afterPrefix])
      if suffix > 0 && special(rest.dropLast(suffix)) != nil {
        back.append(.span(rest.suffix(suffix)))
        rest = rest.dropLast(suffix)
        break
      }
      if prefix > 0 {
        front.append(.span(rest.prefix(prefix)))
        rest = afterPrefix
      }
      if suffix > 0 && (prefix == 0 || rest.count >= suffix) {
        back.append(.span(rest.suffix(suffix)))
        rest = rest.dropLast(suffix)
      }
    }
    if let index = special(rest) {
      front.append(.special(index))
    } else if !rest.isEmpty {
      front += middle(scalars, rest)
    }
    return front + back.reversed()
  }

  /// What is left between the affixes: an address, or a word split at its infixes.
  private func middle(_ scalars: [UInt32], _ rest: Range<Int>) -> [Part] {
    if address.matches(scalars[rest]) { return [.span(rest)] }
    var parts: [Part] = []
    var start = rest.lowerBound
    for infix in affixes.infixes(scalars[rest]) where infix.lowerBound != rest.lowerBound {
      if infix.lowerBound > start { parts.append(.span(start..<infix.lowerBound)) }
      parts.append(.span(infix))
      start = infix.upperBound
    }
    if start < rest.upperBound { parts.append(.span(start..<rest.upperBound)) }
    return parts
  }
}
