public import Actors
public import Articles
public import Graph
import Language
public import Relations

/// What the extractor sees in one block of an article: for explanations and for measuring.
public struct BlockAnalysis: Sendable {
  /// The block.
  public let block: Block
  /// Its text as the article has it: in its own case, with its own line ends, without what helps the parser.
  public let text: String
  /// Its tokens, parse and mentions.
  public let actors: DocumentActors
  /// Its relations.
  public let relations: [RelationExtractor.Relation]
  /// The number of its first sentence.
  public let firstSentence: Int
  /// Its sentences as token ranges.
  public let sentences: [Range<Int>]

  /// The words of a range of tokens as the article has them, with a space for any white space.
  public func quote(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    let tokens = actors.analyzed.tokens
    let scalars = Array(text.unicodeScalars.prefix(tokens[last].end).dropFirst(tokens[first].start))
    return String(String.UnicodeScalarView(scalars)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Extractor.Worker {
  /// Analyses the content of one article, block by block.
  public func analyze(_ article: ReadArticle) -> [BlockAnalysis] {
    analyze(article, documents([article]).first ?? [])
  }

  /// Analyses the content of one article and extracts its triples, both from one parse.
  public func study(_ article: ReadArticle) -> (blocks: [BlockAnalysis], record: ArticleRecord) {
    let blocks = analyze(article)
    return (blocks, record(of: article, blocks))
  }

  /// What the store keeps of an analysed article.
  func record(of article: ReadArticle, _ blocks: [BlockAnalysis]) -> ArticleRecord {
    RecordBuilder(article: article, blocks: blocks, knowledge: extractor.knowledge).record()
  }

  /// Analyses the documents of one article.
  func analyze(_ article: ReadArticle, _ documents: [(block: Block, document: Document)]) -> [BlockAnalysis] {
    let mentions = extractor.actors.resolve(documents.map(\.document), date: article.article.date)
    let numbers = zip(article.blocks, SentenceNumbers.first(of: article.blocks, documents.map(\.document)))
      .filter(\.0.kind.isContent).map(\.1)
    let texts = BlockTexts(article.article.text).texts(documents.map(\.block))
    return zip(zip(zip(documents, texts), mentions), numbers).map { pair, number in
      let ((document, text), actors) = pair
      return BlockAnalysis(
        block: document.block, text: text, actors: actors,
        relations: extractor.relations.relations(in: actors, date: article.article.date),
        firstSentence: number, sentences: SentenceNumbers.sentences(of: document.document, in: document.block))
    }
  }
}
