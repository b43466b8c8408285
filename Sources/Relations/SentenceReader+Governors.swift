import Actors
import Language

/// What a verb makes of the clause that it governs.
extension SentenceReader {
  /// The complement rule of the governor's frames that fits the form of the governed clause.
  func complement(of clause: Int, under governor: Int) -> Complement? {
    rules(of: governor).flatMap { frame in
      frame.complements.first { fits($0, clause: clause) }
    }
  }

  /// The frames of a governing verb or adjective that say something of a complement, the fitting ones first.
  func rules(of governor: Int) -> Frame? {
    let token = tokens[governor]
    if token.pos == .adjective {
      return frames.adjectives[token.lower]?.first { !$0.complements.isEmpty }
    }
    let lemma = lemma(of: governor)
    let candidates = (frames.verbs[lemma] ?? []).filter { !$0.complements.isEmpty }
    guard candidates.count > 1 else { return candidates.first }
    let object = object(of: governor).map { tokens[$0].lemma.lowercased() }
    return candidates.first { frame in
      switch frame.object {
      case .nouns(let nouns): object.map(nouns.contains) ?? false
      case .any, .none, .phrase: false
      }
    }
      ?? candidates.first { frame in
        switch frame.object {
        case .none: object == nil
        case .any: true
        case .nouns, .phrase: false
        }
      }
  }

  /// The direct object, or who is asked in "wanted Israel to stop", read as a clause whose subject is Israel.
  private func object(of verb: Int) -> Int? {
    children(of: verb, .dobj).first
      ?? children(of: verb, .ccomp).first(where: isInfinitive).flatMap { children(of: $0, .nsubj).first }
  }

  /// "own" is for clauses with a subject, the others for those without.
  private func fits(_ complement: Complement, clause: Int) -> Bool {
    let hasSubject = hasChild(clause, .nsubj) || hasChild(clause, .nsubjpass)
    return (complement.controller == .own) == hasSubject || (complement.controller != .own && isInfinitive(clause))
  }

  func isInfinitive(_ verb: Int) -> Bool {
    children(of: verb, .aux).contains { tokens[$0].lower == "to" }
  }

  /// The objects of the verb's own prepositions, for "called on the country to do more".
  func phraseObjects(of verb: Int) -> [Int] {
    for preposition in children(of: verb, .prep, .dative) {
      let objects = children(of: preposition, .pobj)
      if !objects.isEmpty, objects.contains(where: { !actors.actors(at: $0).isEmpty }) { return objects }
    }
    return []
  }
}

extension SentenceReader {
  /// Whether a verb is the complement of another.
  func complementDependency(of verb: Int) -> Bool {
    tokens[verb].dep == .xcomp || tokens[verb].dep == .ccomp
  }
}
