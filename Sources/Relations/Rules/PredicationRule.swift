import Actors
import Language
import Vocabulary

/// "called the visit a precondition for war", "described the raid as barbaric": whoever says so accuses or supports,
/// by the word that is said of it.
struct PredicationRule: Rule {
  static let name = "predication"

  func candidates(at token: Int, in sentence: SentenceContext) -> [Candidate] {
    let reader = sentence.reader
    guard reader.isVerb(token), let predicate = predicate(of: token, reader),
      let judgement = judgement(predicate, sentence)
    else { return [] }
    let clause = sentence.builder.clause(of: token)
    let sources = sentence.finder.named(clause.agents)
    let targets = sentence.finder.namedOrOwners(clause.objects, prepositions: ["of", "by"])
    let status = sentence.factuality.status(of: token)
    return sources.flatMap { source in
      targets.filter { $0.principal?.code != source.principal?.code }.map { target in
        Candidate(
          rule: Self.name, frame: nil, token: token,
          phrase: "\(clause.lemma) \(sentence.tokens[predicate].lower)", source: source, target: target,
          type: judgement == .negative ? .accuse : .support, cameo: judgement == .negative ? "111" : "051",
          isSymmetric: false, status: status,
          confidence: Confidence.of(source: source, target: target, form: clause.form) * Confidence.noun)
      }
    }
  }

  /// The word that is said of the object: its predicate, or what stands behind "as".
  private func predicate(of verb: Int, _ reader: SentenceReader) -> Int? {
    if let own = reader.children(of: verb, .oprd).first { return own }
    guard reader.frames.evaluating.contains(reader.lemma(of: verb)) else { return nil }
    for preposition in reader.children(of: verb, .prep) where reader.tokens[preposition].lower == "as" {
      if let word = reader.analyzed.tree.children(of: preposition)
        .first(where: { [.pobj, .amod, .pcomp, .acomp].contains(reader.tokens[$0].dep) })
      {
        return word
      }
    }
    return nil
  }

  /// The judgement of the predicate or of the first word under it that has one.
  private func judgement(_ predicate: Int, _ sentence: SentenceContext) -> Judgement? {
    var queue = [predicate]
    var next = 0
    while next < queue.count, queue.count < 40 {
      let word = sentence.tokens[queue[next]]
      if let judgement = sentence.frames.judgements[word.lemma.lowercased()] ?? sentence.frames.judgements[word.lower] {
        return judgement
      }
      queue += sentence.reader.analyzed.tree.children(of: queue[next])
      next += 1
    }
    return nil
  }
}
