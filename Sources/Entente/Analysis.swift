public import Actors
public import Articles
public import Relations

/// What the extractor sees in one block of an article: for explanations and for measuring.
public struct BlockAnalysis: Sendable {
  /// The block.
  public let block: Block
  /// Its tokens, parse and mentions.
  public let actors: DocumentActors
  /// Its relations.
  public let relations: [RelationExtractor.Relation]
  /// The number of its first sentence.
  public let firstSentence: Int
  /// Its sentences as token ranges.
  public let sentences: [Range<Int>]
}

extension Extractor.Worker {
  /// Analyses the content of one article, block by block.
  public func analyze(_ article: ReadArticle) -> [BlockAnalysis] {
    let documents = self.documents([article]).first ?? []
    let mentions = extractor.actors.resolve(documents.map(\.document), date: article.article.date)
    let numbers = zip(article.blocks, SentenceNumbers.first(of: article.blocks, documents.map(\.document)))
      .filter(\.0.kind.isContent).map(\.1)
    return zip(zip(documents, mentions), numbers).map { pair, number in
      BlockAnalysis(
        block: pair.0.block, actors: pair.1, relations: extractor.relations.relations(in: pair.1),
        firstSentence: number, sentences: SentenceNumbers.sentences(of: pair.0.document, in: pair.0.block))
    }
  }
}
