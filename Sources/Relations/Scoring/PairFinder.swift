import Actors
import Language
import Vocabulary

/// The ways in which one word of a sentence could relate its mentions, as the scorer sees them.
struct Proposals {
  /// Two mentions, as indexes of `PairFinder.mentions`.
  struct Pair {
    /// Who may act.
    let source: Int
    /// To whom it may be done.
    let target: Int
    /// Where the features of both together stand.
    let features: Range<Int>
    /// Sets of types that are suggested, one a kind of hint.
    let hints: FrameHints.Sets
  }

  /// The word that may carry the relation.
  let trigger: Int
  /// The tokens besides the trigger whose vectors count: its object and its governor.
  let object: Int?
  let governor: Int?
  /// The names of all features.
  let names: [UInt32]
  /// Where those of the word itself stand.
  let own: Range<Int>
  /// Where those of each mention as source, and as target, stand.
  let sources: [Range<Int>]
  let targets: [Range<Int>]
  let pairs: [Pair]
}

/// Lists all ways in which the mentions of a sentence could be related, with their features.
struct PairFinder {
  let context: SentenceContext
  let roles: RoleReader
  /// The mentions of the sentence that act for somebody.
  let mentions: [Mention]
  private let traits: [MentionTraits]
  private let rules: RuleHints

  /// The actor of each mention as a small number.
  var actors: [Int] { rules.codes }

  /// More words and mentions than this no sentence of a newspaper has.
  private static let mostTriggers = 24
  private static let mostMentions = 28

  /// - Parameters:
  ///   - mentions: Those of the sentence.
  ///   - proposed: What the rules propose for the sentence.
  init(context: SentenceContext, sentence: Range<Int>, mentions: [Mention], proposed: [Candidate]) {
    self.context = context
    roles = RoleReader(context: context)
    self.mentions = Array(Self.withoutParts(mentions).prefix(Self.mostMentions))
    rules = RuleHints(self.mentions, proposed)
    traits = zip(self.mentions, rules.codes).map { MentionTraits($0, code: $1, context.reader.analyzed) }
  }

  /// All mentions of a document that act for somebody, by their sentence.
  static func mentions(in context: SentenceContext) -> [Int: [Mention]] {
    let actors = context.reader.actors
    return Dictionary(
      grouping: actors.all.filter { $0.principal != nil }, by: { actors.analyzed.sentenceOf[$0.head] })
  }

  /// Leaves out what only stands within a longer mention of the same actor: "Israeli" in "Israeli troops".
  private static func withoutParts(_ mentions: [Mention]) -> [Mention] {
    mentions.filter { inner in
      inner.form != .modifier
        || !mentions.contains { outer in
          outer.tokens.count > inner.tokens.count && outer.tokens.lowerBound <= inner.tokens.lowerBound
            && inner.tokens.upperBound <= outer.tokens.upperBound && outer.principal?.code == inner.principal?.code
        }
    }
  }

  /// All proposals of the sentence, in the order of its words.
  func proposals(_ sentence: Range<Int>) -> [Proposals] {
    guard traits.contains(where: { $0.code != 0 }) else { return [] }
    let tokens = context.tokens
    let chains = mentions.map(roles.chain)
    let ups = chains.map { roles.ancestors(of: $0.first?.token ?? 0) }
    let owned = chains.map { $0.dropFirst().first.map { FeatureHash.word(tokens[$0.token].lemma) } ?? 0 }
    let covered = Set(mentions.filter { $0.form != .deed && $0.form != .role }.flatMap(\.tokens))
    let words = SentenceWords(sentence, tokens)
    var clauses: [Int: Clause] = [:]
    func clause(_ verb: Int) -> Clause {
      if let known = clauses[verb] { return known }
      let clause = context.builder.clause(of: verb)
      clauses[verb] = clause
      return clause
    }
    var result: [Proposals] = []
    for trigger in sentence.filter({ !covered.contains($0) && isTrigger(tokens[$0]) }).prefix(Self.mostTriggers) {
      let up = roles.ancestors(of: trigger)
      let paths = ups.map { roles.path(from: $0, to: up) }
      guard paths.filter({ $0 != nil }).count > 1 else { continue }
      let own = context.reader.isVerb(trigger) ? clause(trigger) : nil
      let above = roles.governor(of: trigger)
      let slots = roles.slots(of: trigger, own, under: above.map { (clause($0.verb), $0.label) })
      let parts = zip(chains, paths).map { Self.part($0, slots, $1) }
      let around = FrameHints.Surroundings(
        clause: own, about: TriggerFeatures(trigger, own, under: above, context), traits: traits, parts: parts,
        field: Field(trigger, traits, parts, words))
      result.append(proposals(around, owned))
    }
    return result
  }

  private func isTrigger(_ token: Token) -> Bool {
    switch token.pos {
    case .verb: true
    case .noun: context.frames.nouns[token.lemma.lowercased()] != nil
    case .adjective: context.frames.adjectives[token.lower] != nil
    default: false
    }
  }

  /// The proposals of one word.
  private func proposals(_ around: FrameHints.Surroundings, _ owned: [UInt64]) -> Proposals {
    let (about, parts) = (around.about, around.parts)
    let hints = FrameHints(around, context)
    let side = SideFeatures(traits: traits, parts: parts, about: about, field: around.field, owned: owned)
    let both = PairFeatures(traits: traits, parts: parts, about: about, rules: rules)
    var list = FeatureList()
    let own = list.range(about.add)
    let sources = traits.indices.map { index in list.range { side.add(index, salt: 41, to: &$0) } }
    let targets = traits.indices.map { index in list.range { side.add(index, salt: 61, to: &$0) } }
    var pairs: [Proposals.Pair] = []
    let reachable = traits.indices.filter { parts[$0].path != nil }
    for source in reachable {
      for target in reachable where traits[source].code != traits[target].code {
        pairs.append(
          Proposals.Pair(
            source: source, target: target, features: list.range { both.add(source, target, to: &$0) },
            hints: hints.sets(source, target, rules.types(of: source, target, at: about.trigger))))
      }
    }
    return Proposals(
      trigger: about.trigger, object: about.objectToken, governor: about.governor, names: list.names, own: own,
      sources: sources, targets: targets, pairs: pairs)
  }

  private static func part(
    _ chain: [(token: Int, label: UInt64)], _ slots: [Int: (role: UInt64, kind: RoleReader.Kind)],
    _ path: (length: Int, hash: UInt64)?
  ) -> RoleReader.Part {
    for (level, link) in chain.enumerated() {
      if let slot = slots[link.token] {
        return RoleReader.Part(
          kind: slot.kind, isOwner: level > 0, role: FeatureHash.join(slot.role, link.label), path: path)
      }
    }
    return RoleReader.Part(kind: .other, isOwner: false, role: 0, path: path)
  }
}
