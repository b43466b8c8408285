import Vocabulary

/// How well found triples agree with annotated ones. docs/evaluation.md has the rules.
///
/// ```swift
/// let gold = try GoldSet(contentsOf: "gold.jsonl")
/// let scores = TripleScores(gold: gold, triples: try SystemTriple.read(from: "triples.jsonl", gold: gold))
/// print(scores[.typedActual].f1)
/// ```
public struct TripleScores: Sendable {
  /// A triple that should have been found.
  public struct Missed: Sendable {
    /// The article's id.
    public let article: String
    /// The annotation.
    public let triple: GoldTriple
    /// The sentence that the program has under the annotation's number; empty where it has none.
    public let text: String
  }

  /// A triple that should not have been found.
  public struct Wrong: Sendable {
    /// What was found.
    public let triple: SystemTriple
    /// The annotation that it would be if it did not say that it has happened.
    public let gold: GoldTriple?
    /// Its sentence; empty where it is not known.
    public let text: String
  }

  /// The figures of one type.
  public struct OfType: Sendable, Hashable {
    /// What counts.
    public var figures = TripleFigures()
    /// Annotated triples that were found, whether or not they count: optional ones and those of another realis are
    /// among them.
    public var met = 0

    /// The annotated triples among which `met` were found.
    public var sought: Int { met + figures.missed }
  }

  /// What else is right of triples that are found; of every type and realis.
  public struct OnMatched: Sendable, Hashable {
    /// How many are found.
    public var count = 0
    /// How many of them have the right realis.
    public var realis = 0
    /// How many have the right claimant, or rightly none.
    public var attribution = 0
    /// How many sources and targets there are, those of symmetric annotations left out.
    public var parties = 0
    /// How many of these are the right actor.
    public var actors = 0
  }

  private var figures: [TripleMeasure: TripleFigures] = [:]
  /// The figures by type, by the measure `typedActual`. A wrong triple counts for its own type.
  public private(set) var types: [String: OfType] = [:]
  /// What else is right, by the measure `typedAll`.
  public private(set) var onMatched = OnMatched()
  /// What was missed, by the measure `typedActual`, in the order of the articles.
  public private(set) var missed: [Missed] = []
  /// What was wrong, by the measure `typedActual`, in the order of the articles.
  public private(set) var wrong: [Wrong] = []
  /// Forbidden triples that were found; nil where no annotation forbids any.
  public private(set) var forbidden: [Wrong]?

  /// Scores triples.
  /// - Parameters:
  ///   - gold: The annotations, with types.
  ///   - triples: What was found in their articles; relations within one principal are left out.
  ///   - sentences: The sentences of the articles by their numbers, to quote them.
  ///   - asEvents: Whether the annotations are those of event coders, who know no realis.
  public init(
    gold: GoldSet, triples: [SystemTriple], sentences: [String: [Int: String]] = [:], asEvents: Bool = false
  ) {
    let counted = (asEvents ? triples.compactMap(\.asEvent) : triples).filter {
      $0.parties.source != $0.parties.target
    }
    let found = Dictionary(grouping: counted, by: \.article)
    for article in gold.articles { add(article, found[article.id] ?? [], sentences[article.id] ?? [:]) }
  }

  /// The figures by one measure.
  public subscript(_ measure: TripleMeasure) -> TripleFigures { figures[measure] ?? TripleFigures() }

  private mutating func add(_ article: GoldArticle, _ found: [SystemTriple], _ sentences: [Int: String]) {
    func quoted(_ triple: SystemTriple, _ gold: GoldTriple? = nil) -> Wrong {
      Wrong(triple: triple, gold: gold, text: triple.text ?? triple.sentence.flatMap { sentences[$0] } ?? "")
    }
    for measure in TripleMeasure.allCases {
      let tally = TripleTally(gold: article.triples, system: found, measure: measure)
      var counts = TripleFigures()
      counts.right = tally.right.count
      counts.wrong = tally.wrong.count
      counts.missed = tally.missed.count
      figures[measure, default: TripleFigures()] = self[measure] + counts
      switch measure {
      case .typedActual:
        addTypes(tally)
        missed += tally.missed.map {
          Missed(article: article.id, triple: $0, text: sentences[$0.sentence] ?? "")
        }
        wrong += tally.wrong.map { quoted($0.system, $0.gold) }
      case .typedAll: addMatched(tally)
      case .dyadActual, .quadActual: continue
      }
    }
    guard let rules = article.forbidden else { return }
    forbidden = (forbidden ?? []) + rules.flatMap { rule in found.filter(rule.has).map { quoted($0) } }
  }

  private mutating func addTypes(_ tally: TripleTally) {
    func name(_ triple: GoldTriple) -> String { triple.type?.rawValue ?? "" }
    for pair in tally.pairs { types[name(pair.gold), default: OfType()].met += 1 }
    for triple in tally.right { types[name(triple), default: OfType()].figures.right += 1 }
    for triple in tally.missed { types[name(triple), default: OfType()].figures.missed += 1 }
    for found in tally.wrong { types[found.system.type ?? "", default: OfType()].figures.wrong += 1 }
  }

  private mutating func addMatched(_ tally: TripleTally) {
    for (gold, found) in tally.pairs {
      onMatched.count += 1
      if gold.realis?.rawValue == found.realis { onMatched.realis += 1 }
      if FoldedName(gold.attributedTo) == FoldedName(found.attributedTo) { onMatched.attribution += 1 }
      if gold.symmetric == true { continue }
      for (wanted, party) in [(gold.source, found.source), (gold.target, found.target)] {
        onMatched.parties += 1
        if FoldedName(wanted.actor) == FoldedName(party.actor) { onMatched.actors += 1 }
      }
    }
  }
}
