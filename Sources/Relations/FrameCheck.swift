import Vocabulary

/// Tells what in a frame can't mean anything, though each of its cells can be read.
struct FrameCheck {
  let ontology: Ontology
  /// The prepositions that may be slots.
  let prepositions: Set<String>

  /// Flags of which a frame can have one only.
  private static let exclusive: [[String]] = [
    ["symmetric", "converse"], ["planned", "possible", "negate"], ["forces", "envoy"], ["between", "role"],
  ]

  /// What is wrong with a frame and its row, each with what to do.
  func problems(_ frame: Frame, _ row: DataTable.Row, _ kind: FrameKind) -> [String] {
    lemma(frame, kind) + slots(row, kind) + objects(frame) + code(frame) + flags(frame, kind) + effect(frame, kind)
  }

  private func lemma(_ frame: Frame, _ kind: FrameKind) -> [String] {
    let lemma = frame.lemma
    var found: [String] = []
    if lemma != lemma.lowercased() { found.append("'\(lemma)' has capital letters: write it in lower case") }
    if lemma.contains(where: \.isWhitespace) {
      found.append(
        kind == .verb
          ? "'\(lemma)' is several words: join a particle with an underscore (pull_out)"
          : "'\(lemma)' is several words: only single words are found")
    }
    if kind == .verb ? lemma.split(separator: "_", omittingEmptySubsequences: false).count > 2 : lemma.contains("_") {
      found.append("'\(lemma)' has \(kind == .verb ? "more than one particle" : "a particle"): take it out")
    }
    if lemma.isHyphenated {
      found.append("'\(lemma)' has a hyphen: the parser cuts words there, so it is never found")
    }
    return found
  }

  private func slots(_ row: DataTable.Row, _ kind: FrameKind) -> [String] {
    let known = kind.slots.joined(separator: ", ") + (kind.slots.isEmpty ? "" : " or ")
    return kind.slotColumns.flatMap { column in
      row.list(column).filter { !kind.slots.contains($0) && !prepositions.contains($0) }.map {
        "'\($0)' in '\(column)' is no slot of a table of \(kind.rawValue)s: write \(known)a preposition "
          + "(prepositions.tsv)"
      }
    }
  }

  private func objects(_ frame: Frame) -> [String] {
    guard case .phrase(let phrases) = frame.object else { return [] }
    return phrases.keys.sorted().filter { !prepositions.contains($0) }.map {
      "'\($0):' names no preposition in 'object': correct it, or add it to prepositions.tsv"
    }
  }

  private func code(_ frame: Frame) -> [String] {
    guard let code = frame.cameo else { return [] }
    guard let type = frame.type else { return ["code \(code) stands without a type: take it out"] }
    let own = ontology.type(ofCode: code)
    guard own != type else { return [] }
    let words = own.map { "is \($0.rawValue)" } ?? "makes no triple"
    return ["code \(code) \(words) in cameo.tsv, but the row says \(type.rawValue): correct one of them"]
  }

  private func flags(_ frame: Frame, _ kind: FrameKind) -> [String] {
    let set = FrameFlags.named.filter { frame.flags.contains($0.value) }
    let names = Set(set.keys)
    let foreign = set.filter { !kind.flags.contains($0.value) }.keys.sorted().map {
      "flag '\($0)' means nothing in a table of \(kind.rawValue)s: take it out"
    }
    let both = Self.exclusive.map { $0.filter(names.contains) }.filter { $0.count > 1 }.map {
      "the flags \($0.joined(separator: " and ")) exclude each other: take one out"
    }
    return foreign + both
  }

  /// Rows that can never do anything.
  private func effect(_ frame: Frame, _ kind: FrameKind) -> [String] {
    guard frame.type != nil, frame.target.isEmpty, frame.complements.isEmpty else { return [] }
    switch kind {
    case .verb: return frame.flags.contains(.symmetric) ? [] : ["the row has no target: name one, or make the type '-'"]
    case .noun: return frame.flags.contains(.between) ? [] : ["the row has no target: name one, or flag it 'between'"]
    case .adjective: return ["the row has neither preposition nor complement: name one of them"]
    }
  }
}

extension String {
  /// Whether a hyphen stands between two letters.
  var isHyphenated: Bool {
    let letters = Array(self)
    return letters.indices.dropFirst().dropLast().contains { index in
      letters[index] == "-" && letters[index - 1].isLetter && letters[index + 1].isLetter
    }
  }
}
