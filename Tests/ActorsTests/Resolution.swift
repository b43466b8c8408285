import Actors
import Foundation
import Language
import Vocabulary

/// The mentions of a text, with the project's own data and model, loaded once.
enum Resolution {
  /// The project's knowledge.
  static let data = DataFolder(
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("data"))
  private static let model = Result { try Model.load(from: Model.locate()) }
  /// The project's actors and names.
  static let resolver = Result { try ActorResolver(data: data) }

  /// Paragraphs as the parser reads them, one document each.
  static func parse(_ paragraphs: [String], date: String) throws -> [Document] {
    let recasing = Recasing(registry: try resolver.get().registry)
    let texts = paragraphs.map { recasing.recased($0, date: CalendarDate(date)) }
    return Pipeline(model: try model.get()).analyze(texts)
  }

  /// The mentions of paragraphs, one document each.
  static func documents(_ paragraphs: [String], date: String) throws -> [DocumentActors] {
    try resolver.get().resolve(parse(paragraphs, date: date), date: CalendarDate(date))
  }

  /// The mentions of paragraphs, each as "words = actor / principal", in the order of the text.
  static func mentions(_ paragraphs: String..., date: String = "2023-05-10") throws -> [String] {
    lines(try documents(paragraphs, date: date))
  }

  /// The same for somebody who has actors and names of his or her own.
  static func mentions(_ text: String, date: String = "2023-05-10", by resolver: ActorResolver) throws -> [String] {
    lines(resolver.resolve(try parse([text], date: date), date: CalendarDate(date)))
  }

  /// Mentions as lines.
  static func lines(_ documents: [DocumentActors]) -> [String] {
    documents.flatMap { document in
      document.all.map {
        "\(document.analyzed.text($0.tokens)) = \($0.actor.name) / \($0.principal?.code ?? "nobody")"
      }
    }
  }
}
