import Actors
import Language
import Vocabulary

/// Of what the rules propose for a sentence, what is kept: no relation inside one principal, none twice.
struct Selection {
  let analyzed: AnalyzedDocument

  /// What is kept, in the order of the text; all others are told to `refused`, with the reason.
  func choose(_ candidates: [Candidate], refused: (Candidate, Refusal) -> Void = { _, _ in }) -> [Candidate] {
    var kept: [Candidate] = []
    var seen: [String: Int] = [:]
    var byVerb: Set<[String]> = []
    for candidate in candidates where candidate.rule == VerbRule.name {
      byVerb.insert(pairKey(candidate, at: candidate.token))
    }
    for candidate in candidates.sorted(by: { $0.place < $1.place }) {
      guard let source = candidate.source.principal?.code, let target = candidate.target.principal?.code else {
        refused(candidate, candidate.source.principal == nil ? .unknownSource : .unknownTarget)
        continue
      }
      guard source != target else {
        refused(candidate, .samePrincipal)
        continue
      }
      guard candidate.confidence >= Confidence.least else {
        refused(candidate, .unsure(least: Confidence.least))
        continue
      }
      // What the verb says with its object ("increase support for"), the object does not say once more.
      if candidate.rule == NounRule.name, byVerb.contains(pairKey(candidate, at: governor(of: candidate.token))) {
        refused(candidate, .saidByVerb)
        continue
      }
      let sentence = analyzed.sentenceOf[candidate.token]
      let key = [String(sentence), source, target, candidate.type.rawValue].joined(separator: "\t")
      let mirrored = [String(sentence), target, source, candidate.type.rawValue].joined(separator: "\t")
      if let index = seen[key] ?? (candidate.isSymmetric ? seen[mirrored] : nil) {
        // The same once more: the surer one stays, and what happened before what is only asked for.
        let isSurer = rank(candidate) > rank(kept[index])
        refused(isSurer ? kept[index] : candidate, .saidTwice(kept: index))
        if isSurer { kept[index] = candidate }
        continue
      }
      seen[key] = kept.count
      kept.append(candidate)
    }
    return kept
  }

  private func pairKey(_ candidate: Candidate, at token: Int) -> [String] {
    [String(token), candidate.source.principal?.code ?? "", candidate.target.principal?.code ?? ""]
  }

  private func governor(of token: Int) -> Int { analyzed.tokens[analyzed.firstConjunct(of: token)].head }

  private func rank(_ candidate: Candidate) -> Double {
    candidate.confidence + (candidate.status.realis == .actual ? 0.2 : 0)
  }
}
