import Actors
import Vocabulary

/// Of what the rules propose for a sentence, what is kept: no relation inside one principal, none twice.
struct Selection {
  let analyzed: AnalyzedDocument

  func choose(_ candidates: [Candidate]) -> [Candidate] {
    var kept: [Candidate] = []
    var seen: [String: Int] = [:]
    for candidate in candidates.sorted(by: { ($0.token, $0.source.head, $0.target.head) < ($1.token, $1.source.head, $1.target.head) }) {
      guard let source = candidate.source.principal?.code, let target = candidate.target.principal?.code,
        source != target
      else { continue }
      let sentence = analyzed.sentenceOf[candidate.token]
      let key = [String(sentence), source, target, candidate.type.rawValue].joined(separator: "\t")
      let mirrored = [String(sentence), target, source, candidate.type.rawValue].joined(separator: "\t")
      if let index = seen[key] ?? (candidate.isSymmetric ? seen[mirrored] : nil) {
        // The same once more: the surer one stays, and what happened before what is only asked for.
        if rank(candidate) > rank(kept[index]) { kept[index] = candidate }
        continue
      }
      seen[key] = kept.count
      kept.append(candidate)
    }
    return kept
  }

  private func rank(_ candidate: Candidate) -> Double {
    candidate.confidence + (candidate.status.realis == .actual ? 0.2 : 0)
  }
}
