import Actors
import Language
import Vocabulary

/// What features say of a mention, as numbers; read once a sentence.
struct MentionTraits {
  let head: Int
  /// Its first word, and the place behind its last.
  let start: Int
  let end: Int
  /// The first of the conjuncts that it is one of.
  let conjunct: Int
  /// How it is named.
  let form: UInt64
  /// The kind of its actor.
  let kind: UInt64
  let dependency: UInt64
  /// Its sector as a word; 0 without one.
  let sector: UInt64
  let isPlace: UInt64
  /// The word before it; 0 where there is none.
  let before: UInt64
  /// The word behind it; 0 where there is none.
  let after: UInt64
  /// The preposition that governs it in the order of words, whatever the parser thinks; 0 where none does.
  let preposition: UInt64
  /// Where this stands; -1 where none does.
  let prepositionToken: Int
  /// The actor as a small number.
  let code: Int

  init(_ mention: Mention, code: Int, _ analyzed: AnalyzedDocument) {
    let tokens = analyzed.tokens
    head = mention.head
    conjunct = analyzed.firstConjunct(of: mention.head)
    form = UInt64(Self.forms.firstIndex(of: mention.form) ?? 9)
    kind = UInt64(ActorKind.allCases.firstIndex(of: mention.actor.kind) ?? 9)
    dependency = RoleReader.id(tokens[mention.head].dep)
    sector = mention.sector.map(FeatureHash.word) ?? 0
    isPlace = mention.isPlace ? 1 : 0
    start = mention.tokens.lowerBound
    end = mention.tokens.upperBound
    after = tokens.indices.contains(end) ? FeatureHash.word(tokens[end].lower) : 0
    before = start > 0 ? FeatureHash.word(tokens[start - 1].lower) : 0
    prepositionToken = Self.preposition(before: start, in: tokens) ?? -1
    preposition = prepositionToken < 0 ? 0 : FeatureHash.word(tokens[prepositionToken].lower)
    self.code = code
  }

  private static let forms: [MentionForm] = [.name, .person, .modifier, .role, .description, .pronoun, .deed]

  /// The nearest preposition before a noun phrase, over what may stand before a noun.
  private static func preposition(before start: Int, in tokens: [Token]) -> Int? {
    for place in stride(from: start - 1, through: max(start - 5, 0), by: -1) {
      switch tokens[place].pos {
      case .adposition: return place
      case .determiner, .adjective, .numeral, .noun, .properNoun, .adverb, .particle: continue
      default: return tokens[place].tag == "PRP$" ? nil : tokens[place].lower == "to" ? place : nil
      }
    }
    return nil
  }
}
