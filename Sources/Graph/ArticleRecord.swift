public import Vocabulary

/// One article with all that was read out of it: the unit of ingest.
public struct ArticleRecord: Hashable, Sendable {
  /// The article.
  public var article: Article
  /// A fingerprint of the article's text and of what extracted it: equal means that nothing has changed.
  public var digest: String
  /// The sentences, 0 for the title. What a triple cites and this lacks is added from the triple's evidence.
  public var sentences: [SentenceRecord]
  /// What the sentences report.
  public var triples: [Triple]
  /// Name and kind of the principals; one that is not named here or elsewhere goes by its code.
  public var actors: [Actor]
  /// Further names by actor's code, kept for actors that have a part in the graph.
  public var aliases: [String: [String]]

  /// Makes a record of its parts.
  public init(
    article: Article, digest: String, sentences: [SentenceRecord] = [], triples: [Triple] = [], actors: [Actor] = [],
    aliases: [String: [String]] = [:]
  ) {
    self.article = article
    self.digest = digest
    self.sentences = sentences
    self.triples = triples
    self.actors = actors
    self.aliases = aliases
  }
}

/// One sentence of an article.
public struct SentenceRecord: Hashable, Sendable {
  /// 0 for the title, the body's from 1.
  public var number: Int
  /// The sentence.
  public var text: String
  /// Where it stands in `Article.text`, in Unicode scalars.
  public var range: Range<Int>

  /// Makes a sentence of its parts.
  public init(number: Int, text: String, range: Range<Int>) {
    self.number = number
    self.text = text
    self.range = range
  }
}

/// What an ingest did, in numbers that can be summed over batches.
public struct IngestCounts: Hashable, Sendable {
  /// Articles that the graph did not have.
  public var added = 0
  /// Articles whose digest had changed.
  public var replaced = 0
  /// Articles that were left as they were.
  public var unchanged = 0
  /// Sentences written.
  public var sentences = 0
  /// Triples written.
  public var triples = 0

  /// Nothing done yet.
  public init() {}

  /// Adds the numbers of another batch.
  public static func += (left: inout IngestCounts, right: IngestCounts) {
    left.added += right.added
    left.replaced += right.replaced
    left.unchanged += right.unchanged
    left.sentences += right.sentences
    left.triples += right.triples
  }
}

/// How much a graph holds.
public struct GraphCounts: Hashable, Sendable {
  /// Articles, sentences, actors, triples and events.
  public var articles: Int, sentences: Int, actors: Int, triples: Int, events: Int
}
