import Vocabulary

/// What one article's triples count, by one measure.
struct TripleTally {
  /// All found triples that are annotated ones, optional ones included.
  let pairs: [(gold: GoldTriple, system: SystemTriple)]
  /// Those of them that count as right.
  let right: [GoldTriple]
  /// Annotated triples that were not found.
  let missed: [GoldTriple]
  /// Found triples that count as wrong, in the order in which they were found; with the annotated one where that is not
  /// actual and the found one says it is.
  let wrong: [(system: SystemTriple, gold: GoldTriple?)]

  init(gold: [GoldTriple], system all: [SystemTriple], measure: TripleMeasure) {
    let system = measure.isActual ? all.filter { ($0.realis ?? Self.actual) == Self.actual } : all
    let matching = TripleMatching(gold: gold, system: system, measure: measure).pairs
    func isAskedFor(_ triple: GoldTriple) -> Bool {
      triple.optional != true && (!measure.isActual || triple.realis == .actual)
    }
    var partners: [Int: GoldTriple] = [:]
    for pair in matching { partners[pair.system] = gold[pair.gold] }
    pairs = matching.map { (gold[$0.gold], system[$0.system]) }
    right = pairs.map(\.gold).filter(isAskedFor)
    let found = Set(matching.map(\.gold))
    missed = gold.enumerated().filter { isAskedFor($0.element) && !found.contains($0.offset) }.map(\.element)
    let said = Self.said(pairs.map(\.system))
    wrong = system.enumerated().compactMap { number, triple in
      guard let partner = partners[number] else {
        return said.contains(Statement(triple.parties, triple.type)) ? nil : (triple, nil)
      }
      // One that met an optional triple is neither right nor wrong.
      return partner.optional == true || isAskedFor(partner) ? nil : (triple, partner)
    }
  }

  private static let actual = Realis.actual.rawValue

  /// What a triple says, whichever sentence says it.
  private struct Statement: Hashable {
    let parties: SystemTriple.Parties
    let type: String?

    init(_ parties: SystemTriple.Parties, _ type: String?) {
      self.parties = parties
      self.type = type
    }
  }

  /// What matched triples say: saying it again in another sentence is not wrong. Types in which both sides take part
  /// alike are said in either direction.
  private static func said(_ matched: [SystemTriple]) -> Set<Statement> {
    var said: Set<Statement> = []
    for triple in matched {
      said.insert(Statement(triple.parties, triple.type))
      if triple.type.flatMap(EventType.init(rawValue:))?.isMutual == true {
        said.insert(Statement(triple.parties.reversed, triple.type))
      }
    }
    return said
  }
}
