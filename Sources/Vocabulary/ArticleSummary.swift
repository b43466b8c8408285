/// An article as the list shows it, without its text.
public struct ArticleSummary: Hashable, Sendable {
  /// The article's id.
  public var id: String
  /// The headline.
  public var title: String
  /// The day of publication.
  public var date: CalendarDate?
  /// Who published it.
  public var publisher: String?
  /// Where.
  public var url: String?
  /// How many sentences are stored.
  public var sentences: Int
  /// How many triples it reports; those inside one actor are not counted.
  public var triples: Int
  /// The id of the first article of its report chain, its own where it stands alone.
  public var chain: String
  /// How many articles the chain has.
  public var chainLength: Int
  /// The first sentence that has the words asked for, cut to what stands around them; nil where none were.
  public var snippet: Snippet?

  /// Makes a summary of its parts.
  public init(
    id: String, title: String, date: CalendarDate?, publisher: String?, url: String?, sentences: Int, triples: Int,
    chain: String, chainLength: Int, snippet: Snippet? = nil
  ) {
    self.id = id
    self.title = title
    self.date = date
    self.publisher = publisher
    self.url = url
    self.sentences = sentences
    self.triples = triples
    self.chain = chain
    self.chainLength = chainLength
    self.snippet = snippet
  }
}

/// A piece of a sentence around words that were searched for.
public struct Snippet: Hashable, Sendable {
  /// The text in pieces, in order; those at odd places (the second, the fourth) are what was searched for.
  public var pieces: [String]

  /// Makes a snippet of its pieces.
  public init(pieces: [String]) { self.pieces = pieces }

  /// The text with marks around what was searched for.
  public func text(from start: String = "", to end: String = "") -> String {
    pieces.enumerated().map { $0 % 2 == 1 ? start + $1 + end : $1 }.joined()
  }
}

/// One article with all that a graph keeps of it.
public struct ArticleDetails: Hashable, Sendable {
  /// The article with its text.
  public var article: Article
  /// The ids of all articles that print the same story, itself included: first by date and id.
  public var chain: [String]
  /// Its sentences in their order, 0 for the title.
  public var sentences: [Sentence]
  /// Its triples in the order of the sentences.
  public var triples: [Triple]

  /// A sentence of the article.
  public struct Sentence: Hashable, Sendable {
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

  /// Makes details of their parts.
  public init(article: Article, chain: [String], sentences: [Sentence], triples: [Triple]) {
    self.article = article
    self.chain = chain
    self.sentences = sentences
    self.triples = triples
  }
}
