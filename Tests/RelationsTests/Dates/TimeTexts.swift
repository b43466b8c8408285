import Foundation
import Language
import Vocabulary

@testable import Relations

/// Times and dates of a text, with the project's own words and model, loaded once.
enum TimeTexts {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let parts = Result {
    (
      model: try Model.load(from: Model.locate()),
      words: try TimeWords(DataFolder(root.appendingPathComponent("data")))
    )
  }

  /// The times of a text in its order.
  static func expressions(_ text: String) throws -> [TimeExpression] {
    let parts = try parts.get()
    guard let document = Pipeline(model: parts.model).analyze([text]).first else { return [] }
    return TimeExpressionFinder(words: parts.words, tokens: document.tokens).expressions()
  }

  /// The date of the last time in a text, those before it taken for what the text said before: "2023-01 month".
  static func date(_ text: String, article: String, isFuture: Bool = false) throws -> String? {
    let resolver = TimeResolver(article: CalendarDate(article))
    var last: EventDate?
    for expression in try expressions(text) {
      last = resolver.resolve(expression.meaning, isFuture: isFuture, before: last)
    }
    return last.map { "\($0.start) \($0.precision.rawValue)" }
  }
}
