import Actors
import Language
import Vocabulary

/// Which types the frames of a word, of its object and of the verb above it, and the rules, suggest for two mentions.
///
/// Each kind of hint is a set of types as bits, so that what is learnt of a hint holds for all types alike.
struct FrameHints {
  /// One set of types a kind of hint; the kinds behind `count` are empty.
  typealias Sets = SIMD16<UInt16>

  /// How many kinds there are.
  static let count = 11

  /// The types that the rules propose for two mentions: at the word, anywhere in the sentence, the other way round.
  struct Ruled {
    var same: UInt16 = 0
    var pair: UInt16 = 0
    var reverse: UInt16 = 0
  }

  /// What the frames say of one mention.
  private struct Fit {
    /// Whether it acts, or owns the word.
    var acts = false
    /// Whether it stands before the word with nobody and no verb between.
    var isBefore = false
    /// The types of frames whose target it is, by the tree, and those of them whose object fits.
    var target: UInt16 = 0
    var fittingTarget: UInt16 = 0
    /// The same for frames whose target acts ("receive from").
    var converse: UInt16 = 0
    var fittingConverse: UInt16 = 0
    /// The types of frames whose target it is by the order of words.
    var following: UInt16 = 0
  }

  private let plain: UInt16
  private let fitting: UInt16
  private let object: UInt16
  private let governor: UInt16
  private let fits: [Fit]

  /// The frames of one word and its mentions.
  struct Surroundings {
    let clause: Clause?
    let about: TriggerFeatures
    let traits: [MentionTraits]
    let parts: [RoleReader.Part]
    let field: Field
  }

  init(_ around: Surroundings, _ context: SentenceContext) {
    let (reader, tokens, book) = (context.reader, context.tokens, context.frames)
    let matcher = FrameMatcher(sentence: context)
    let (clause, about) = (around.clause, around.about)
    let frames: [(frame: Frame, type: UInt16, fitsObject: Bool)] =
      (clause.map(matcher.frames) ?? reader.ownFrames(of: about.trigger)).compactMap { frame in
        frame.type.map { (frame, Self.bit($0), clause.map { matcher.fits(frame, $0) } ?? true) }
      }
    plain = frames.reduce(0) { $0 | $1.type }
    fitting = frames.first { $0.fitsObject }?.type ?? 0
    object = Self.bits(about.objectToken.flatMap { book.nouns[tokens[$0].lemma.lowercased()] } ?? [])
    governor = Self.bits(about.governor.flatMap { book.verbs[reader.lemma(of: $0)] } ?? [])
    var fits = around.parts.indices.map { index in
      let kind = around.parts[index].kind
      return Fit(
        acts: kind == .agent || kind == .owner,
        isBefore: around.traits[index].head < about.trigger && around.field.rank[index] == 0
          && around.field.verbs[index] == 0)
    }
    for (frame, type, fitsObject) in frames {
      let isConverse = frame.flags.contains(.converse)
      let slots = frame.target.map(SlotKey.init)
      for index in fits.indices where around.parts[index].path != nil {
        if slots.contains(where: { $0.fits(around.parts[index]) }) {
          if isConverse { fits[index].converse |= type } else { fits[index].target |= type }
          guard fitsObject else { continue }
          if isConverse { fits[index].fittingConverse |= type } else { fits[index].fittingTarget |= type }
        }
        guard !isConverse, clause?.isPassive != true, around.field.verbs[index] == 0 else { continue }
        let mention = around.traits[index]
        if mention.head > about.trigger,
          slots.contains(where: { $0.follows(mention, about.trigger, rank: around.field.rank[index]) })
        {
          fits[index].following |= type
        }
      }
    }
    self.fits = fits
  }

  /// The hints for a source and a target, and for what the rules propose.
  func sets(_ source: Int, _ target: Int, _ rules: Ruled) -> Sets {
    let (from, to) = (fits[source], fits[target])
    var sets = Sets()
    sets[0] = plain
    sets[1] = fitting
    sets[2] = object
    sets[3] = governor
    sets[4] = to.target | from.converse
    sets[5] = (from.acts ? to.fittingTarget : 0) | (to.acts ? from.fittingConverse : 0)
    sets[6] = rules.same
    sets[7] = rules.pair
    sets[8] = rules.reverse
    sets[9] = to.following
    sets[10] = from.isBefore ? to.following : 0
    return sets
  }

  static func bit(_ type: EventType) -> UInt16 { bits[type] ?? 0 }

  private static let bits = Dictionary(
    uniqueKeysWithValues: EventType.allCases.enumerated().map { ($1, UInt16(1) << UInt16($0)) })

  private static func bits(_ frames: [Frame]) -> UInt16 {
    frames.reduce(0) { set, frame in set | (frame.type.map(bit) ?? 0) }
  }
}

/// A frame's slot, ready to be compared with many mentions.
private struct SlotKey {
  private let slot: Slot
  private let preposition: UInt64

  init(_ slot: Slot) {
    self.slot = slot
    preposition =
      switch slot {
      case .preposition(let name): FeatureHash.word(name)
      case .recipient: Self.to
      default: 0
      }
  }

  private static let to = FeatureHash.word("to")
  private static let of = FeatureHash.word("of")

  /// Whether the part fills the slot by the tree.
  func fits(_ part: RoleReader.Part) -> Bool {
    switch (slot, part.kind) {
    case (.object, .object), (.recipient, .recipient): true
    case (.owner, .object), (.owner, .owner): part.isOwner
    case (.recipient, .phrase(let name)), (.preposition, .phrase(let name)): preposition == name
    default: false
    }
  }

  /// Whether a mention behind a word fills the slot by the order of words.
  func follows(_ mention: MentionTraits, _ trigger: Int, rank: Int) -> Bool {
    let isGoverned = mention.prepositionToken > trigger
    switch slot {
    case .object: return !isGoverned && rank == 0
    case .owner: return rank == 0 && (!isGoverned || mention.preposition == Self.of)
    case .recipient: return isGoverned ? mention.preposition == preposition : rank == 0
    case .preposition: return isGoverned && mention.preposition == preposition
    case .clause: return false
    }
  }
}
