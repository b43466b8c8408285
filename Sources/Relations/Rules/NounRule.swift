import Actors
import Language
import Vocabulary

/// A noun that names a deed with its parties: "Russia's invasion of Ukraine", "talks between A and B".
struct NounRule: Rule {
  static let name = "noun"

  func candidates(at token: Int, in sentence: SentenceContext) -> [Candidate] {
    let word = sentence.tokens[token]
    guard word.pos == .noun, word.dep != .compound, word.dep != .amod,
      let frames = sentence.frames.nouns[word.lemma.lowercased()]
    else { return [] }
    for frame in frames {
      guard let type = frame.type else { continue }
      let parties = self.parties(frame, token, sentence)
      guard !parties.isEmpty else { continue }
      let status = sentence.factuality.status(of: token)
      return parties.map { source, target in
        let turned = frame.flags.contains(.converse)
        return Candidate(
          rule: Self.name, frame: frame, token: token, phrase: phrase(word, frame, token, sentence),
          source: turned ? target : source, target: turned ? source : target, type: type, cameo: frame.cameo,
          isSymmetric: frame.flags.contains(.symmetric), status: status,
          confidence: Confidence.of(source: source, target: target, form: .active) * Confidence.noun)
      }
    }
    return []
  }

  private func parties(_ frame: Frame, _ token: Int, _ sentence: SentenceContext) -> [(Mention, Mention)] {
    let finder = sentence.finder
    let matcher = FrameMatcher(sentence: sentence)
    if frame.flags.contains(.between) {
      for name in ["between", "among"] {
        let both = finder.slot(.preposition(name), ofNoun: token)
        if both.count > 1 { return matcher.pairs(both) }
      }
    }
    let targets = frame.target.lazy.map { finder.slot($0, ofNoun: token) }.first { !$0.isEmpty } ?? []
    var sources =
      frame.source.lazy.map { finder.slot($0, ofNoun: token) }
      .first { found in !found.isEmpty && found != targets } ?? []
    if sources.isEmpty { sources = carriers(of: token, frame, sentence) }
    if targets.isEmpty {
      // "Russian-Turkish talks", "their talks".
      return frame.flags.contains(.between) && sources.count > 1 ? matcher.pairs(sources) : []
    }
    return sources.filter { $0.form != .deed }.flatMap { source in
      targets.filter { $0.principal?.code != source.principal?.code && $0.form != .deed }.map { (source, $0) }
    }
  }

  /// Who does what a noun names where the noun itself does not tell: the subject of the verb that only carries it
  /// ("increase military support for Ukraine"), or what the noun is said of ("X, an ally of Y").
  private func carriers(of token: Int, _ frame: Frame, _ sentence: SentenceContext) -> [Mention] {
    let tokens = sentence.tokens
    let first = sentence.reader.analyzed.firstConjunct(of: token)
    let head = tokens[first].head
    guard head != first else { return [] }
    if frame.flags.contains(.role) {
      switch tokens[first].dep {
      case .appos: return sentence.finder.named([head])
      case .attr: return sentence.finder.named(sentence.builder.clause(of: head).agents)
      default: return []
      }
    }
    if tokens[first].dep == .pobj, frame.type == .consult { return visitors(first, head, sentence) }
    guard tokens[first].dep == .dobj, sentence.reader.isVerb(head),
      sentence.frames.supporting.contains(sentence.reader.lemma(of: head))
    else { return [] }
    return sentence.finder.named(sentence.builder.clause(of: head).agents)
  }

  /// "flew to Cairo for talks with", "on a visit to": who is there is the subject of the verb, or the noun before it.
  private func visitors(_ noun: Int, _ preposition: Int, _ sentence: SentenceContext) -> [Mention] {
    let tokens = sentence.tokens
    var preposition = preposition
    var governor = tokens[preposition].head
    // "after seven hours of talks": past what is measured.
    while tokens[preposition].lower == "of", tokens[governor].dep == .pobj, sentence.finder.named([governor]).isEmpty {
      preposition = tokens[governor].head
      governor = tokens[preposition].head
    }
    guard ["for", "on", "in", "at", "after", "during", "following", "before"].contains(tokens[preposition].lower) else {
      return []
    }
    let named = sentence.finder.named([governor])
    guard named.isEmpty else { return named }
    guard sentence.reader.isVerb(governor) else { return [] }
    return sentence.finder.named(sentence.builder.clause(of: governor).agents)
  }

  private func phrase(_ word: Token, _ frame: Frame, _ token: Int, _ sentence: SentenceContext) -> String {
    for slot in frame.target {
      if case .preposition(let name) = slot, !sentence.finder.slot(slot, ofNoun: token).isEmpty {
        return word.lemma.lowercased() + " " + name
      }
    }
    return word.lemma.lowercased()
  }
}
