import Actors
import Language

/// All mentions of a sentence around one word: who stands nearest, and which parts are filled.
struct Field {
  /// How many other actors stand between each mention and the word.
  let rank: [Int]
  /// How many verbs do.
  let verbs: [Int]
  /// What stands between each mention and the word.
  let gaps: [SentenceWords.Gap]
  /// How many actors the sentence names.
  let principals: Int
  /// The actors that act, and that are acted on, as bits.
  private let agents: UInt64
  private let patients: UInt64

  /// - Parameters:
  ///   - traits: The mentions, fewer than 64.
  ///   - words: The words of the sentence.
  init(_ trigger: Int, _ traits: [MentionTraits], _ parts: [RoleReader.Part], _ words: SentenceWords) {
    principals = Set(traits.map(\.code)).count
    rank = traits.map { mention in
      let (low, high) = (min(mention.head, trigger), max(mention.head, trigger))
      var between: UInt64 = 0
      for other in traits where low < other.head && other.head < high && other.code != mention.code {
        between |= 1 << UInt64(other.code)
      }
      return between.nonzeroBitCount
    }
    verbs = traits.map { words.verbs(between: $0.head, trigger) }
    gaps = traits.map { mention in
      mention.head < trigger
        ? words.gap(between: mention.end, trigger) : words.gap(between: trigger + 1, mention.start)
    }
    agents = Self.bits(traits, parts) { $0 == .agent }
    patients = Self.bits(traits, parts) { $0.isPatient }
  }

  private static func bits(
    _ traits: [MentionTraits], _ parts: [RoleReader.Part], _ fits: (RoleReader.Kind) -> Bool
  ) -> UInt64 {
    zip(traits, parts).reduce(0) { fits($1.1.kind) ? $0 | 1 << UInt64($1.0.code) : $0 }
  }

  /// Whether somebody else than this actor acts or is acted on.
  func others(_ code: Int) -> (agent: UInt64, patient: UInt64) {
    let own: UInt64 = 1 << UInt64(code)
    return (agents & ~own == 0 ? 0 : 1, patients & ~own == 0 ? 0 : 1)
  }
}
