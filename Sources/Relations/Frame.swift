import Vocabulary

/// Where a frame looks for one of its parts.
enum Slot: Hashable, Sendable {
  /// The direct object if it is an actor, else its owner.
  case object
  /// Only the owner of the direct object, or of the noun itself.
  case owner
  /// The recipient: "gave Kyiv tanks", "gave tanks to Kyiv".
  case recipient
  /// The subject of the governed clause.
  case clause
  /// The object of this preposition.
  case preposition(String)

  init(_ text: String) {
    switch text {
    case "obj": self = .object
    case "owner", "poss": self = .owner
    case "iobj": self = .recipient
    case "clause": self = .clause
    default: self = .preposition(text)
    }
  }
}

/// What a governed clause becomes.
struct Complement: Hashable, Sendable {
  /// Who acts in the clause.
  enum Controller: String, Sendable {
    /// The verb's subject.
    case subject = "subj"
    /// The verb's target.
    case target
    /// The clause's own subject.
    case own
  }

  /// Whether the clause's event is reported as having happened; nil where it keeps its own realis.
  let realis: Realis?
  /// Whether the clause is only the claim of the verb's subject.
  let isClaim: Bool
  /// Who acts.
  let controller: Controller

  /// Reads `requested:target`.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":")
    guard parts.count == 2, let controller = Controller(rawValue: String(parts[1])) else { return nil }
    self.controller = controller
    if parts[0] == "attributed" {
      realis = nil
      isClaim = true
    } else if let realis = Realis(rawValue: String(parts[0])) {
      self.realis = realis
      isClaim = false
    } else {
      return nil
    }
  }
}

/// What else a frame says.
struct FrameFlags: OptionSet, Hashable, Sendable {
  let rawValue: Int

  /// Both sides take part alike.
  static let symmetric = FrameFlags(rawValue: 1)
  /// The subject is the one to whom it is done.
  static let converse = FrameFlags(rawValue: 2)
  /// The relation is still to come.
  static let planned = FrameFlags(rawValue: 4)
  /// Negated, it is a refusal.
  static let refuse = FrameFlags(rawValue: 16)
  /// It holds only with its complement.
  static let bound = FrameFlags(rawValue: 32)
  /// It ends what it governs.
  static let reverse = FrameFlags(rawValue: 64)
  /// It is only possible.
  static let possible = FrameFlags(rawValue: 128)
  /// It is said not to happen.
  static let negate = FrameFlags(rawValue: 256)
  /// The subject must be troops, arms or vehicles of war.
  static let forces = FrameFlags(rawValue: 1024)
  /// The subject must be somebody in office, no troops and no crowd.
  static let envoy = FrameFlags(rawValue: 4096)
  /// The target must be an organization.
  static let body = FrameFlags(rawValue: 8192)
  /// The noun is a person or body: "X, a critic of Y".
  static let role = FrameFlags(rawValue: 2048)
  /// Both parties stand behind one preposition: "war between A and B".
  static let between = FrameFlags(rawValue: 512)

  /// The flag of this name.
  static let named: [String: FrameFlags] = [
    "symmetric": .symmetric, "converse": .converse, "planned": .planned, "refuse": .refuse,
    "bound": .bound, "reverse": .reverse, "possible": .possible, "negate": .negate, "between": .between,
    "forces": .forces, "role": .role, "envoy": .envoy, "body": .body,
  ]
}

/// One line of data/relations/verbs.tsv, nouns.tsv or adjectives.tsv: words, where their parts stand, what they mean.
struct Frame: Sendable {
  /// Which nouns must stand with the verb.
  enum ObjectCondition: Sendable {
    /// Any object or none.
    case any
    /// No direct object.
    case none
    /// One of these as the head of the direct object.
    case nouns(Set<String>)
    /// One of these as the object of a preposition: "hit Iran with sanctions".
    case phrase([String: Set<String>])
  }

  /// The verb, noun or adjective.
  let lemma: String
  /// The condition on the direct object; always `any` for nouns and adjectives.
  let object: ObjectCondition
  /// Where the source stands, for a noun; a verb's is its subject.
  let source: [Slot]
  /// Where the target stands, in the order to try.
  let target: [Slot]
  /// The type; nil where the frame only governs its complement.
  let type: EventType?
  /// The CAMEO code.
  let cameo: String?
  /// What governed clauses become.
  let complements: [Complement]
  /// What else it says.
  let flags: FrameFlags
  /// Where it stands: "verbs.tsv:120".
  let place: String
  /// Whether a user's own table says it.
  var isOwn = false
}
