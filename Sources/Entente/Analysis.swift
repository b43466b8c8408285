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
}

extension Extractor.Worker {
  /// Analyses the content of one article, block by block.
  public func analyze(_ article: ReadArticle) -> [BlockAnalysis] {
    let documents = self.documents([article]).first ?? []
    let mentions = extractor.actors.resolve(documents.map(\.document), date: article.article.date)
    return zip(documents, mentions).map { document, actors in
      BlockAnalysis(
        block: document.block, actors: actors, relations: extractor.relations.relations(in: actors))
    }
  }
}
