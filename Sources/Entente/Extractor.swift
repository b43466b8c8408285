public import Actors
public import Articles
import Foundation
public import Graph
public import Language
public import Relations
public import Vocabulary

/// The whole way from an article to its triples. Immutable; workers share one.
public struct Extractor: Sendable {
  let model: Model
  /// Who is who.
  public let actors: ActorResolver
  /// How relations are said.
  public let relations: RelationExtractor

  /// Reads headlines in capitals.
  let recasing: Recasing

  /// A fingerprint of the rules and tables.
  let knowledge: String

  /// Makes an extractor of its parts.
  /// - Parameter knowledge: Tells these tables from others; a store extracts an article anew when it changes.
  public init(model: Model, actors: ActorResolver, relations: RelationExtractor, knowledge: String = "") {
    self.model = model
    self.actors = actors
    recasing = Recasing(registry: actors.registry)
    self.relations = relations
    self.knowledge = "\(EntenteVersion.current)/\(EntenteVersion.extraction)/\(knowledge)"
  }

  /// Loads the model and the knowledge.
  /// - Parameters:
  ///   - data: The folder of the project's knowledge.
  ///   - dictionaries: The user's own actors and names.
  ///   - frames: The user's own frames.
  ///   - path: The model; found by itself where it is not given.
  /// - Throws: `LanguageError` for the model, `DataError` for a table.
  public static func load(
    data: DataFolder, dictionaries: [ActorDictionary] = [], frames: [FrameDictionary] = [], model path: String? = nil
  ) throws -> Extractor {
    let path = try path ?? Model.locate(binary: Resources.executable?.path)
    let relations = try RelationExtractor(data: data, dictionaries: frames)
    return Extractor(
      model: try Model.load(from: path), actors: try ActorResolver(data: data, dictionaries: dictionaries),
      relations: relations,
      knowledge: ContentDigest.of(
        data.texts() + dictionaries.map(\.text) + frames.map(\.text) + [relations.fingerprint]))
  }

  /// A worker with caches of its own; one a thread.
  public func makeWorker() -> Worker { Worker(self) }

  /// Reads articles one batch after another. Not thread-safe: each task makes its own.
  public final class Worker {
    let extractor: Extractor
    let pipeline: Pipeline

    init(_ extractor: Extractor) {
      self.extractor = extractor
      pipeline = Pipeline(model: extractor.model)
    }

    /// Analyses the documents of an article: one a block that is content.
    func documents(_ articles: [ReadArticle]) -> [[(block: Block, document: Document)]] {
      let blocks = articles.map { article in article.blocks.filter(\.kind.isContent) }
      var texts: [String] = []
      for (article, list) in zip(articles, blocks) {
        texts += zip(list, BlockTexts(article.article.text).texts(list)).map { block, text in
          Self.readable(extractor.recasing.recased(text, date: article.article.date), block.kind)
        }
      }
      var documents = pipeline.analyze(texts)[...]
      let headlines = HeadlineReader(pipeline: pipeline, isVerb: extractor.relations.isVerb)
      return blocks.map { list in
        defer { documents = documents.dropFirst(list.count) }
        return zip(list, documents).map { block, document in
          (block, block.kind == .paragraph ? document : headlines.read(document))
        }
      }
    }

    /// A block as the parser reads it best: without line ends inside, a headline with a full stop. Each scalar stays
    /// where it is; the full stop lies behind the block's words.
    private static func readable(_ text: String, _ kind: Block.Kind) -> String {
      var scalars = String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : $0 })
      if kind != .paragraph, let last = scalars.last, last.properties.isAlphabetic { scalars.append(".") }
      return String(scalars)
    }

    /// Extracts the articles of a batch, in order; those that are not in English have no triples.
    public func extract(_ articles: [ReadArticle]) -> [ArticleRecord] {
      let read = articles.filter { !$0.isForeign }
      var english = zip(read, documents(read)).makeIterator()
      return articles.compactMap { article in
        if article.isForeign { return RecordBuilder.unread(article, knowledge: extractor.knowledge) }
        return english.next().map { record(of: $0, analyze($0, $1)) }
      }
    }

    /// What tells an article as it would be stored now from what a store has.
    func digest(of article: ReadArticle) -> String {
      RecordBuilder.digest(of: article, knowledge: extractor.knowledge)
    }
  }
}

/// Cuts the texts of blocks out of an article's text in one walk.
struct BlockTexts {
  private let view: String.UnicodeScalarView

  init(_ text: String) { view = text.unicodeScalars }

  /// The texts of blocks in the order of the article. O(n) in all.
  func texts(_ blocks: [Block]) -> [String] {
    var index = view.startIndex
    var offset = 0
    return blocks.map { block in
      let start =
        view.index(index, offsetBy: block.range.lowerBound - offset, limitedBy: view.endIndex) ?? view.endIndex
      let end = view.index(start, offsetBy: block.range.count, limitedBy: view.endIndex) ?? view.endIndex
      index = end
      offset = block.range.upperBound
      return String(view[start..<end])
    }
  }
}
