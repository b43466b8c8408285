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
    /// The names of the features of both together.
    let features: [UInt32]
    /// Sets of types that are suggested, one a kind of hint.
    let hints: [UInt16]
  }

  /// The word that may carry the relation.
  let trigger: Int
  /// The tokens besides the trigger whose vectors count: its object and its governor.
  let object: Int?
  let governor: Int?
  /// The names of the features of the word itself.
  let own: [UInt32]
  /// The names of the features of each mention as source, and as target.
  let sources: [[UInt32]]
  let targets: [[UInt32]]
  let pairs: [Pair]
}

/// Lists all ways in which the mentions of a sentence could be related, with their features.
struct PairFinder {
  let context: SentenceContext
  let roles: RoleReader
  /// The mentions of the sentence that act for somebody.
  let mentions: [Mention]
  /// The actor of each mention as a small number.
  private let codes: [Int]
  private let rules: RuleHints

  /// More words and mentions than this no sentence of a newspaper has.
  private static let mostTriggers = 24
  private static let mostMentions = 28

  init(context: SentenceContext, sentence: Range<Int>, proposed: [Candidate]) {
    self.context = context
    roles = RoleReader(context: context)
    mentions = Array(
      context.reader.actors.all.filter { sentence.contains($0.head) && $0.principal != nil }.prefix(Self.mostMentions))
    rules = RuleHints(mentions, proposed)
    codes = rules.codes
  }

  private var tokens: [Token] { context.tokens }

  /// All proposals of the sentence, in the order of its words.
  func proposals(_ sentence: Range<Int>) -> [Proposals] {
    guard mentions.count > 1 else { return [] }
    let chains = mentions.map(roles.chain)
    let ups = chains.map { roles.ancestors(of: $0.first?.token ?? 0) }
    let covered = Set(mentions.filter { $0.form != .deed && $0.form != .role }.flatMap(\.tokens))
    var result: [Proposals] = []
    for trigger in sentence.filter({ !covered.contains($0) && isTrigger($0) }).prefix(Self.mostTriggers) {
      let up = roles.ancestors(of: trigger)
      let paths = ups.map { roles.path(from: $0, to: up) }
      guard paths.filter({ $0 != nil }).count > 1 else { continue }
      let clause = context.reader.isVerb(trigger) ? context.builder.clause(of: trigger) : nil
      let above = roles.governor(of: trigger)
      let slots = roles.slots(of: trigger, clause, under: above)
      let parts = zip(chains, paths).map { part($0, slots, $1) }
      let about = TriggerFeatures(trigger, clause, under: above, context)
      let hints = FrameHints(trigger, clause, about, context)
      let field = Field(trigger, mentions, codes, parts)
      var pairs: [Proposals.Pair] = []
      for source in mentions.indices where parts[source].path != nil {
        for target in mentions.indices where parts[target].path != nil && differ(source, target) {
          let ruled = rules.types(of: source, target, at: trigger)
          pairs.append(
            Proposals.Pair(
              source: source, target: target,
              features: pair(source, target, parts[source], parts[target], about),
              hints: hints.sets(parts[source], parts[target], ruled)))
        }
      }
      result.append(
        Proposals(
          trigger: trigger, object: about.objectToken, governor: about.governor, own: about.names(),
          sources: mentions.indices.map {
            side($0, parts[$0], about, 41) + place($0, parts[$0], field, trigger, 45)
          },
          targets: mentions.indices.map {
            side($0, parts[$0], about, 43) + place($0, parts[$0], field, trigger, 47)
          }, pairs: pairs))
    }
    return result
  }

  private func isTrigger(_ token: Int) -> Bool {
    switch tokens[token].pos {
    case .verb: true
    case .noun: context.frames.nouns[tokens[token].lemma.lowercased()] != nil
    case .adjective: context.frames.adjectives[tokens[token].lower] != nil
    default: false
    }
  }

  private func differ(_ left: Int, _ right: Int) -> Bool {
    codes[left] != codes[right]
  }

  private func part(
    _ chain: [(token: Int, label: UInt64)], _ slots: [Int: (role: UInt64, kind: RoleReader.Kind)],
    _ path: (length: Int, hash: UInt64)?
  ) -> RoleReader.Part {
    let owned = chain.dropFirst().first?.token
    for (level, link) in chain.enumerated() {
      if let slot = slots[link.token] {
        return RoleReader.Part(
          kind: slot.kind, isOwner: level > 0, role: FeatureHash.join(slot.role, link.label), owned: owned, path: path)
      }
    }
    return RoleReader.Part(kind: .other, isOwner: false, role: 0, owned: owned, path: path)
  }

  private func row(_ parts: UInt64...) -> UInt32 {
    FeatureHash.name(parts.reduce(0, FeatureHash.join), isLexical: false)
  }

  /// The name of a feature that names words of the text.
  private func word(_ parts: UInt64...) -> UInt32 {
    FeatureHash.name(parts.reduce(0, FeatureHash.join), isLexical: true)
  }

  /// The features of one side.
  private func side(_ index: Int, _ part: RoleReader.Part, _ about: TriggerFeatures, _ salt: UInt64) -> [UInt32] {
    guard let path = part.path else { return [] }
    let mention = mentions[index]
    let form = UInt64(Self.forms.firstIndex(of: mention.form) ?? 9)
    let kind = Self.kind(mention)
    let head = tokens[mention.head]
    var rows = [
      row(salt, 1, part.role), row(salt, 2, path.hash), word(salt, 3, part.role, about.lemma),
      row(salt, 4, part.role, form), row(salt, 5, kind, form), word(salt, 6, part.role, about.object),
      row(salt, 7, UInt64(min(path.length, 8))), word(salt, 8, part.role, about.lemma, about.object),
      row(salt, 9, RoleReader.id(head.dep), mention.isPlace ? 1 : 0), word(salt, 10, kind, about.lemma),
      row(salt, 11, distance(mention.head, about.trigger)),
    ]
    if let sector = mention.sector { rows.append(row(salt, 12, FeatureHash.word(sector), part.role)) }
    for type in about.types { rows.append(row(salt, 13, part.role, type)) }
    for type in about.objectTypes { rows.append(row(salt, 14, part.role, type)) }
    if let owned = part.owned {
      let noun = FeatureHash.word(tokens[owned].lemma)
      rows += [word(salt, 15, noun), word(salt, 16, noun, part.role), word(salt, 17, noun, about.lemma)]
    }
    return rows
  }

  private static let forms: [MentionForm] = [.name, .person, .modifier, .role, .description, .pronoun, .deed]
  private static func kind(_ mention: Mention) -> UInt64 {
    UInt64(ActorKind.allCases.firstIndex(of: mention.actor.kind) ?? 9)
  }

  /// Where a mention stands among the others, whatever the parser thinks: this holds where the parse is wrong.
  private func place(
    _ index: Int, _ part: RoleReader.Part, _ field: Field, _ trigger: Int, _ salt: UInt64
  ) -> [UInt32] {
    guard part.path != nil else { return [] }
    let mention = mentions[index]
    let isLeft: UInt64 = mention.head < trigger ? 1 : 0
    let rank = UInt64(min(field.rank[index], 4))
    let kind = part.kind.number
    let before = mention.tokens.lowerBound > 0 ? FeatureHash.word(tokens[mention.tokens.lowerBound - 1].lower) : 0
    let others = field.others(index)
    return [
      row(salt, 1, isLeft, rank), row(salt, 2, kind, isLeft, rank), row(salt, 3, kind, others.agent),
      row(salt, 4, kind, others.patient), row(salt, 5, others.agent, others.patient, isLeft, rank),
      row(salt, 6, before), row(salt, 7, before, isLeft), row(salt, 8, part.isOwner ? 1 : 0, kind),
      row(salt, 9, UInt64(min(field.principals, 6))),
    ]
  }

  /// The features of both sides together.
  private func pair(
    _ source: Int, _ target: Int, _ from: RoleReader.Part, _ to: RoleReader.Part, _ about: TriggerFeatures
  ) -> [UInt32] {
    let (left, right) = (mentions[source], mentions[target])
    let first = context.reader.analyzed.firstConjunct
    let together: UInt64 = first(left.head) == first(right.head) ? 1 : 0
    let roles = FeatureHash.join(from.role, to.role)
    let order: UInt64 =
      (left.head < about.trigger ? 1 : 0) + (right.head < about.trigger ? 2 : 0) + (left.head < right.head ? 4 : 0)
    let (low, high) = (min(left.head, right.head), max(left.head, right.head))
    let between = mentions.filter { low < $0.head && $0.head < high }.count
    var rows = [
      row(61, roles), word(62, roles, about.lemma), row(63, order), row(64, UInt64(min(between, 5))),
      word(65, together, about.lemma), row(66, together, roles), row(67, order, together),
      row(68, distance(low, high)), row(69, from.path?.hash ?? 0, to.path?.hash ?? 0),
      row(70, from.role == 0 ? 1 : 0, to.role == 0 ? 1 : 0, order),
      row(71, Self.kind(left), Self.kind(right)),
    ]
    for type in about.types { rows += [row(72, roles, type), row(73, together, type), row(74, order, type)] }
    for type in about.objectTypes { rows.append(row(75, roles, type)) }
    rules.addFeatures(of: source, target, at: about.trigger, to: &rows, row)
    return rows
  }

  private func distance(_ left: Int, _ right: Int) -> UInt64 {
    let distance = abs(left - right)
    return UInt64(distance < 4 ? distance : distance < 8 ? 4 : distance < 16 ? 5 : 6)
  }
}
