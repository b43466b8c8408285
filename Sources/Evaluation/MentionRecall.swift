public import Entente

/// How many of the principals that annotated triples name are found as mentions in the triples' sentences.
public struct MentionRecall: Sendable {
  /// A principal that no mention of its sentence acts for.
  public struct Miss: Sendable, Hashable {
    /// The article's id.
    public let article: String
    /// The sentence's number.
    public let sentence: Int
    /// The actor as the annotation names it.
    public let actor: String
    /// The principal's code.
    public let principal: String
    /// The sentence as the article has it; empty where the article has no such sentence.
    public let text: String
  }

  /// The figures of one article.
  public struct Count: Sendable, Hashable {
    /// The article's id.
    public let article: String
    /// Principals found.
    public var found = 0
    /// Principals looked for: each once a sentence.
    public var total = 0
    /// By how much the annotation's sentence numbers are larger than ours: 0, or 1 or -1 where all of the article's
    /// are, since whoever counted them saw a sentence more (a dateline on a line of its own) or less.
    public var shift = 0
    /// Principals found where the numbers are taken as they stand.
    public var foundUnshifted = 0
  }

  /// The articles in the order in which they came.
  public private(set) var counts: [Count] = []
  /// What was not found, in the order of the articles and sentences.
  public private(set) var misses: [Miss] = []

  /// Begins with nothing.
  public init() {}

  /// Principals found in all articles.
  public var found: Int { counts.reduce(0) { $0 + $1.found } }
  /// Principals found in all articles where sentence numbers are taken as they stand.
  public var foundUnshifted: Int { counts.reduce(0) { $0 + $1.foundUnshifted } }
  /// Principals looked for in all articles.
  public var total: Int { counts.reduce(0) { $0 + $1.total } }
  /// The share that was found; 1 where nothing was to be found.
  public var recall: Double { total == 0 ? 1 : Double(found) / Double(total) }

  /// Adds one article. Optional triples are left out: careful annotators differ on them.
  public mutating func add(_ blocks: [BlockAnalysis], article: String, gold: [GoldTriple]) {
    var principals: [Int: Set<String>] = [:]
    var texts: [Int: String] = [:]
    for block in blocks {
      for (offset, range) in block.sentences.enumerated() {
        let number = block.firstSentence + offset
        texts[number] = block.quote(range)
        principals[number] = Set(
          block.actors.all.filter { range.contains($0.head) }.compactMap { $0.principal?.code ?? $0.actor.name })
      }
    }
    let wanted = Self.wanted(gold)
    func missing(_ shift: Int) -> [(sentence: Int, party: GoldTriple.Party)] {
      wanted.filter { sentence, party in
        // The title is 0 for everybody.
        principals[sentence == 0 ? 0 : sentence - shift]?.contains(party.principal) != true
      }
    }
    let plain = missing(0)
    // Only a shift that finds a good deal more is one.
    let best = [1, -1].map { ($0, missing($0)) }.min { $0.1.count < $1.1.count }
    let isShifted = best.map { 2 * $0.1.count < plain.count && plain.count > 3 } ?? false
    let (shift, missed) = isShifted ? best ?? (0, plain) : (0, plain)
    counts.append(
      Count(
        article: article, found: wanted.count - missed.count, total: wanted.count, shift: shift,
        foundUnshifted: wanted.count - plain.count))
    misses += missed.map { sentence, party in
      Miss(
        article: article, sentence: sentence, actor: party.actor, principal: party.principal,
        text: texts[sentence == 0 ? 0 : sentence - shift] ?? "")
    }
  }

  /// The parties of the triples, each once a sentence.
  private static func wanted(_ gold: [GoldTriple]) -> [(sentence: Int, party: GoldTriple.Party)] {
    var wanted: [(sentence: Int, party: GoldTriple.Party)] = []
    for triple in gold where triple.optional != true {
      for party in [triple.source, triple.target]
      where !wanted.contains(where: { $0.sentence == triple.sentence && $0.party == party }) {
        wanted.append((triple.sentence, party))
      }
    }
    return wanted
  }
}
