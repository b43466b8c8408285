import Actors
import Language

/// The tree of a document as features: which part a mention plays for a word that may carry a relation.
struct RoleReader {
  let context: SentenceContext

  /// What a noun is for a word.
  enum Kind: Equatable {
    case agent, object, recipient, owner
    /// By the hash of its preposition.
    case phrase(UInt64)
    case other

    /// Whether it is acted on.
    var isPatient: Bool {
      switch self {
      case .object, .recipient, .phrase: true
      case .agent, .owner, .other: false
      }
    }

    /// The part as a small number, all prepositions alike.
    var number: UInt64 {
      switch self {
      case .agent: 1
      case .object: 2
      case .recipient: 3
      case .owner: 4
      case .phrase: 5
      case .other: 6
      }
    }
  }

  /// The part that a mention plays for a word.
  struct Part {
    var kind: Kind
    /// Whether it only owns the noun that plays the part.
    var isOwner: Bool
    /// The part as a feature; 0 where it plays none.
    var role: UInt64
    var path: (length: Int, hash: UInt64)?
  }

  private var reader: SentenceReader { context.reader }
  private var tokens: [Token] { context.tokens }

  /// The nouns that a mention can stand for: itself, and what it belongs to ("Iran's tanker", "the army of Chad").
  func chain(of mention: Mention) -> [(token: Int, label: UInt64)] {
    var chain: [(token: Int, label: UInt64)] = [(reader.analyzed.firstConjunct(of: mention.head), 0)]
    while chain.count < 4, let last = chain.last {
      let token = tokens[last.token]
      guard token.head != last.token else { break }
      switch token.dep {
      case .poss, .amod, .compound, .nmod, .nummod, .npadvmod, .appos, .advmod:
        chain.append((reader.analyzed.firstConjunct(of: token.head), FeatureHash.join(last.label, Self.id(token.dep))))
      case .pobj:
        let noun = tokens[token.head].head
        guard tokens[token.head].dep == .prep, [.noun, .properNoun, .numeral].contains(tokens[noun].pos) else {
          return chain
        }
        let label = FeatureHash.join(last.label, FeatureHash.word(tokens[token.head].lower))
        chain.append((reader.analyzed.firstConjunct(of: noun), label))
      default: return chain
      }
    }
    return chain
  }

  /// The parts that nouns play for a word, by their first conjunct.
  /// - Parameters:
  ///   - clause: The word's own clause, where it is a verb.
  ///   - above: The clause above it, and by what it governs the word.
  func slots(
    of trigger: Int, _ clause: Clause?, under above: (clause: Clause, label: UInt64)?
  ) -> [Int: (role: UInt64, kind: Kind)] {
    var slots: [Int: (role: UInt64, kind: Kind)] = [:]
    func put(_ list: [Int], _ role: UInt64, _ kind: Kind) {
      for token in list {
        let first = reader.analyzed.firstConjunct(of: token)
        if slots[first] == nil { slots[first] = (role, kind) }
      }
    }
    func put(_ clause: Clause, under base: UInt64, isOwn: Bool) {
      put(clause.agents, FeatureHash.join(base, 1), isOwn ? .agent : .other)
      put(clause.recipients, FeatureHash.join(base, 3), isOwn ? .recipient : .other)
      put(clause.objects, FeatureHash.join(base, 2), isOwn ? .object : .other)
      for phrase in clause.phrases {
        let name = FeatureHash.word(phrase.preposition)
        put(phrase.objects, FeatureHash.join(base, name), isOwn ? .phrase(name) : .other)
      }
    }
    if let clause {
      put(clause, under: 10, isOwn: true)
    } else {
      put(reader.children(of: trigger, .poss, .amod, .compound, .nmod).filter { $0 < trigger }, 21, .owner)
      for phrase in context.builder.phrases(of: trigger) {
        let name = FeatureHash.word(phrase.preposition)
        put(phrase.objects, FeatureHash.join(22, name), .phrase(name))
      }
    }
    if let (clause, label) = above { put(clause, under: FeatureHash.join(30, label), isOwn: false) }
    return slots
  }

  /// The verb above a word, and by what it governs it.
  func governor(of trigger: Int) -> (verb: Int, label: UInt64)? {
    var current = reader.analyzed.firstConjunct(of: trigger)
    var label: UInt64 = 0
    for _ in 0..<4 {
      let head = tokens[current].head
      guard head != current else { return nil }
      label = FeatureHash.join(label, Self.id(tokens[current].dep))
      if tokens[current].dep == .prep { label = FeatureHash.join(label, FeatureHash.word(tokens[current].lower)) }
      if reader.isVerb(head) { return (head, label) }
      current = head
    }
    return nil
  }

  /// A token and what governs it, up to the root.
  func ancestors(of token: Int) -> [Int] { reader.analyzed.ancestors(of: token, atMost: 10) }

  /// The way through the tree from a mention to a trigger: its length and its labels; nil where it is too long.
  func path(from mention: [Int], to trigger: [Int]) -> (length: Int, hash: UInt64)? {
    for (up, token) in mention.enumerated() {
      guard let down = trigger.firstIndex(of: token) else { continue }
      guard up + down <= 8 else { return nil }
      var hash: UInt64 = 7
      for step in mention[..<up] { hash = FeatureHash.join(hash, label(step)) }
      hash = FeatureHash.join(hash, 99)
      for step in trigger[..<down] { hash = FeatureHash.join(hash, label(step)) }
      return (up + down, hash)
    }
    return nil
  }

  private func label(_ token: Int) -> UInt64 {
    let own = Self.id(tokens[token].dep)
    return tokens[token].dep == .prep ? FeatureHash.join(own, FeatureHash.word(tokens[token].lower)) : own
  }

  private static let ids = Dictionary(
    uniqueKeysWithValues: Dependency.allCases.map { ($0, FeatureHash.word($0.rawValue)) })

  static func id(_ dep: Dependency) -> UInt64 { ids[dep] ?? 0 }
}
