import Vocabulary

/// Which annotated triple of an article each found triple is.
///
/// Both principals must agree, in order or, where the annotation is symmetric, in either; and the sentence or the type.
/// The best agreements go first, and each triple is used once.
struct TripleMatching {
  /// A found triple that is an annotated one.
  struct Pair: Hashable {
    /// The number of the annotated triple.
    let gold: Int
    /// The number of the found one.
    let system: Int
  }

  /// One agreement, and how good it is.
  private struct Candidate {
    let pair: Pair
    let value: Int
  }

  /// The pairs, the best first.
  private(set) var pairs: [Pair] = []

  /// Matches the triples of one article.
  init(gold: [GoldTriple], system: [SystemTriple], measure: TripleMeasure) {
    var candidates: [Candidate] = []
    for (goldNumber, wanted) in gold.enumerated() {
      let parties = wanted.parties
      for (systemNumber, found) in system.enumerated() {
        guard
          found.parties == parties || wanted.symmetric == true && found.parties == parties.reversed,
          let value = Self.value(wanted, found, measure)
        else { continue }
        candidates.append(Candidate(pair: Pair(gold: goldNumber, system: systemNumber), value: value))
      }
    }
    // Of equal ones the first annotated triple goes first, then the first that was found.
    candidates.sort { ($1.value, $0.pair.gold, $0.pair.system) < ($0.value, $1.pair.gold, $1.pair.system) }
    var usedGold: Set<Int> = []
    var usedSystem: Set<Int> = []
    for pair in candidates.map(\.pair) where !usedGold.contains(pair.gold) && !usedSystem.contains(pair.system) {
      usedGold.insert(pair.gold)
      usedSystem.insert(pair.system)
      pairs.append(pair)
    }
  }

  /// How well two triples with the same principals agree; nil where they are not one. A triple that must be found
  /// weighs more than all agreement, then type, sentence, quad class and realis, each more than all behind it.
  private static func value(_ wanted: GoldTriple, _ found: SystemTriple, _ measure: TripleMeasure) -> Int? {
    let sameType = wanted.type?.rawValue == found.type
    let sameQuad = wanted.type?.quad == found.type.flatMap(EventType.init(rawValue:))?.quad
    let sameSentence = wanted.sentence == found.sentence
    guard measure.allows(sameType: sameType, sameQuad: sameQuad), sameType || sameSentence else { return nil }
    let sameRealis = wanted.realis?.rawValue == found.realis
    return (wanted.optional == true ? 0 : 16) + (sameType ? 8 : 0) + (sameSentence ? 4 : 0) + (sameQuad ? 2 : 0)
      + (sameRealis ? 1 : 0)
  }
}

extension GoldTriple {
  /// The principals, folded.
  var parties: SystemTriple.Parties {
    SystemTriple.Parties(source: FoldedName(source.principal), target: FoldedName(target.principal))
  }
}
