import Actors
import Foundation
import Language
import Vocabulary

/// The mentions of a text, with the project's own data and model, loaded once.
enum Resolution {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let parts = Result {
    (
      model: try Model.load(from: Model.locate()),
      actors: try ActorResolver(data: DataFolder(root.appendingPathComponent("data")))
    )
  }

  /// The mentions of paragraphs, one document each.
  static func documents(_ paragraphs: [String], date: String) throws -> [DocumentActors] {
    let parts = try parts.get()
    let date = CalendarDate(date)
    let texts = paragraphs.map { Recasing(registry: parts.actors.registry).recased($0, date: date) }
    return parts.actors.resolve(Pipeline(model: parts.model).analyze(texts), date: date)
  }

  /// The mentions of paragraphs, each as "words = actor / principal", in the order of the text.
  static func mentions(_ paragraphs: String..., date: String = "2023-05-10") throws -> [String] {
    try documents(paragraphs, date: date).flatMap { document in
      document.all.map {
        "\(document.analyzed.text($0.tokens)) = \($0.actor.name) / \($0.principal?.code ?? "nobody")"
      }
    }
  }
}
