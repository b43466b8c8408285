/// Why a relation that a rule proposed was not kept.
public enum Refusal: Hashable, Sendable, CustomStringConvertible {
  /// Nothing tells for whom the source acts.
  case unknownSource
  /// Nothing tells for whom the target acts.
  case unknownTarget
  /// Source and target act for one principal.
  case samePrincipal
  /// Its confidence is below the least that is kept.
  case unsure(least: Double)
  /// A noun says once more what its verb says with it: "increase support for".
  case saidByVerb
  /// The sentence says it twice, and the other is surer, or comes first, or happened where this is only asked for; it
  /// is the relation with this number, from 0, of those that the document keeps.
  case saidTwice(kept: Int)

  /// The scorer finds it less likely than this.
  case unlikely(least: Double)

  /// A word for programs.
  public var code: String {
    switch self {
    case .unknownSource: "unknown-source"
    case .unknownTarget: "unknown-target"
    case .samePrincipal: "same-principal"
    case .unsure: "low-confidence"
    case .saidByVerb: "said-by-verb"
    case .saidTwice: "said-twice"
    case .unlikely: "unlikely"
    }
  }

  /// The reason for people.
  public var description: String {
    switch self {
    case .unknownSource: "it is not known for whom the source acts"
    case .unknownTarget: "it is not known for whom the target acts"
    case .samePrincipal: "source and target act for the same principal"
    case .unsure(let least): "its confidence is below \((least * 100).rounded() / 100)"
    case .saidByVerb: "the verb already says it with this noun"
    case .unlikely(let least): "the scorer gives it less than \((least * 100).rounded() / 100)"
    case .saidTwice: "the sentence says the same in another relation, which goes before"
    }
  }
}
