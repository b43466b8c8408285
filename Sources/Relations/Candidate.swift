import Actors
import Vocabulary

/// A relation that a rule proposes, before the sentence's proposals are compared.
struct Candidate {
  let rule: String
  let frame: Frame?
  /// The token that carries the relation.
  let token: Int
  let phrase: String
  let source: Mention
  let target: Mention
  let type: EventType
  let cameo: String?
  let isSymmetric: Bool
  var status: Status
  var confidence: Double

  /// Where it stands in the text: the order of candidates.
  var place: (Int, Int, Int) { (token, source.head, target.head) }
}
