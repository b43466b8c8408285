import Actors
import Language
import Vocabulary

/// Which types the frames of a word, of its object and of the verb above it, and the rules, suggest for two mentions.
///
/// Each kind of hint is a set of types as bits, so that what is learnt of a hint holds for all types alike.
struct FrameHints {
  /// How many kinds there are.
  static let count = 9

  /// The types that the rules propose for two mentions: at the word, anywhere in the sentence, the other way round.
  struct Ruled {
    var same: UInt16 = 0
    var pair: UInt16 = 0
    var reverse: UInt16 = 0
  }

  private let frames: [(frame: Frame, type: UInt16, fitsObject: Bool)]
  private let plain: UInt16
  private let fitting: UInt16
  private let object: UInt16
  private let governor: UInt16

  init(_ trigger: Int, _ clause: Clause?, _ word: TriggerFeatures, _ context: SentenceContext) {
    let (reader, tokens, book) = (context.reader, context.tokens, context.frames)
    let matcher = FrameMatcher(sentence: context)
    frames = (clause.map(matcher.frames) ?? reader.ownFrames(of: trigger)).compactMap { frame in
      frame.type.map { (frame, Self.bit($0), clause.map { matcher.fits(frame, $0) } ?? true) }
    }
    plain = frames.reduce(0) { $0 | $1.type }
    fitting = frames.first { $0.fitsObject }?.type ?? 0
    object = Self.bits(word.objectToken.flatMap { book.nouns[tokens[$0].lemma.lowercased()] } ?? [])
    governor = Self.bits(word.governor.flatMap { book.verbs[reader.lemma(of: $0)] } ?? [])
  }

  /// The hints for a source and a target that play these parts, and for what the rules propose.
  func sets(
    _ source: RoleReader.Part, _ target: RoleReader.Part, _ rules: Ruled
  ) -> [UInt16] {
    var slot: UInt16 = 0
    var all: UInt16 = 0
    for (frame, type, fitsObject) in frames {
      let isConverse = frame.flags.contains(.converse)
      let (agent, patient) = isConverse ? (target, source) : (source, target)
      guard frame.target.contains(where: { Self.fits($0, patient) }) else { continue }
      slot |= type
      if fitsObject, agent.kind == .agent || agent.kind == .owner { all |= type }
    }
    return [plain, fitting, object, governor, slot, all, rules.same, rules.pair, rules.reverse]
  }

  private static func fits(_ slot: Slot, _ part: RoleReader.Part) -> Bool {
    switch (slot, part.kind) {
    case (.object, .object), (.recipient, .recipient): true
    case (.owner, .object), (.owner, .owner): part.isOwner
    case (.recipient, .phrase(let name)): name == "to"
    case (.preposition(let wanted), .phrase(let name)): wanted == name
    default: false
    }
  }

  static func bit(_ type: EventType) -> UInt16 { bits[type] ?? 0 }

  private static let bits = Dictionary(
    uniqueKeysWithValues: EventType.allCases.enumerated().map { ($1, UInt16(1) << UInt16($0)) })

  private static func bits(_ frames: [Frame]) -> UInt16 {
    frames.reduce(0) { set, frame in set | (frame.type.map(bit) ?? 0) }
  }
}
