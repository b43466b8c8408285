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
    /// The sentence as it was read; empty where the article has no such sentence.
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
  }

  /// The articles in the order in which they came.
  public private(set) var counts: [Count] = []
  /// What was not found, in the order of the articles and sentences.
  public private(set) var misses: [Miss] = []

  /// Begins with nothing.
  public init() {}

  /// Principals found in all articles.
  public var found: Int { counts.reduce(0) { $0 + $1.found } }
  /// Principals looked for in all articles.
  public var total: Int { counts.reduce(0) { $0 + $1.total } }
  /// The share that was found; 1 where nothing was to be found.
  public var recall: Double { total == 0 ? 1 : Double(found) / Double(total) }

  /// Adds one article. Optional triples count too: their actors are there, whatever they do.
  public mutating func add(_ blocks: [BlockAnalysis], article: String, gold: [GoldTriple]) {
    var principals: [Int: Set<String>] = [:]
    var texts: [Int: String] = [:]
    for block in blocks {
      for (offset, range) in block.sentences.enumerated() {
        let number = block.firstSentence + offset
        texts[number] = block.actors.analyzed.text(range)
        principals[number] = Set(
          block.actors.all.filter { range.contains($0.head) }.compactMap { $0.principal?.code ?? $0.actor.name })
      }
    }
    var count = Count(article: article)
    var seen: Set<Miss> = []
    for triple in gold {
      for party in [triple.source, triple.target] {
        let miss = Miss(
          article: article, sentence: triple.sentence, actor: party.actor, principal: party.principal,
          text: texts[triple.sentence] ?? "")
        guard seen.insert(miss).inserted else { continue }
        count.total += 1
        if principals[triple.sentence]?.contains(party.principal) == true {
          count.found += 1
        } else {
          misses.append(miss)
        }
      }
    }
    counts.append(count)
  }
}
