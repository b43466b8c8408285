import Actors
import Foundation
import Language
import Relations
import Vocabulary

/// The whole way from a sentence to its relations, with the project's own data and model, loaded once.
enum Extraction {
  /// The project's knowledge.
  static let data = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("data")
  private static let parts = Result {
    let folder = DataFolder(data)
    return (
      model: try Model.load(from: Model.locate()), actors: try ActorResolver(data: folder),
      relations: RelationExtractor(frames: try FrameBook(folder))
    )
  }

  /// The relations of a text, each as "SOURCE TYPE TARGET realis", with " by CLAIMANT" where one is named; sorted.
  /// - Parameter frames: A user's own.
  static func relations(
    _ text: String, date: String = "2023-05-10", frames: [FrameDictionary] = []
  ) throws -> [String] {
    let parts = try parts.get()
    let extractor =
      frames.isEmpty
      ? parts.relations : RelationExtractor(frames: try FrameBook(DataFolder(data), dictionaries: frames))
    let documents = Pipeline(model: parts.model).analyze([text])
    return parts.actors.resolve(documents, date: CalendarDate(date)).flatMap({ extractor.relations(in: $0) }).map {
      let claim = $0.attributedTo.map { " by \($0)" } ?? ""
      return "\($0.source.principal?.code ?? "?") \($0.type.rawValue) \($0.target.principal?.code ?? "?") "
        + $0.realis.rawValue + claim
    }.sorted()
  }

  /// The relations of a text by another extractor.
  static func relations(_ text: String, by extractor: RelationExtractor) throws -> [RelationExtractor.Relation] {
    let parts = try parts.get()
    let documents = Pipeline(model: parts.model).analyze([text])
    return parts.actors.resolve(documents, date: CalendarDate("2023-05-10")).flatMap { extractor.relations(in: $0) }
  }

  /// What the rules propose for a text, each as "RULE SOURCE TYPE TARGET: kept" or with the code of its refusal.
  static func proposals(_ text: String, date: String = "2023-05-10") throws -> [String] {
    let parts = try parts.get()
    let documents = Pipeline(model: parts.model).analyze([text])
    return parts.actors.resolve(documents, date: CalendarDate(date)).flatMap(parts.relations.proposals).map {
      "\($0.relation.rule) \($0.relation.source.principal?.code ?? "?") \($0.relation.type.rawValue) "
        + "\($0.relation.target.principal?.code ?? "?"): \($0.refusal?.code ?? "kept")"
    }
  }

  /// The relations of a text with their dates, each as "SOURCE TYPE TARGET 2023-05-08 day"; "- article" where the
  /// text gives no date.
  static func dated(_ text: String, date: String = "2023-05-10") throws -> [String] {
    let parts = try parts.get()
    let documents = Pipeline(model: parts.model).analyze([text])
    let date = CalendarDate(date)
    return parts.actors.resolve(documents, date: date).flatMap { parts.relations.relations(in: $0, date: date) }.map {
      let when = $0.date.map { "\($0.start) \($0.precision.rawValue)" } ?? "- article"
      return "\($0.source.principal?.code ?? "?") \($0.type.rawValue) \($0.target.principal?.code ?? "?") " + when
    }
  }
}
