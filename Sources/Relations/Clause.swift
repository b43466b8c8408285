/// A verb with its logical parts, whatever the sentence's form: who acts, who is acted on, and what stands behind
/// which preposition. All numbers are tokens of the document; each stands for its whole phrase.
struct Clause {
  /// The prepositional phrases of a clause.
  struct Phrase {
    let preposition: String
    let token: Int
    let objects: [Int]
  }

  let verb: Int
  /// The lemma, with its particle: "carry_out".
  let lemma: String
  /// Who acts: the active subject, the agent of a passive.
  var agents: [Int] = []
  /// Who or what is acted on: the direct object, the subject of a passive.
  var objects: [Int] = []
  /// The recipients without a preposition.
  var recipients: [Int] = []
  /// The prepositional phrases of the verb and of its object.
  var phrases: [Phrase] = []
  /// Whether the verb stands in the passive.
  var isPassive = false
  /// Which form gave the agents: for the explanation and the confidence.
  var form: Form = .active

  /// The syntactic forms.
  enum Form: String {
    case active, passive, relative, reduced, conjunct, controlled
  }
}
