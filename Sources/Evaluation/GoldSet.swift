import Foundation
import Vocabulary

/// The annotations of a file of articles in JSON Lines.
public struct GoldSet: Sendable {
  /// The articles in the order of the file.
  public private(set) var articles: [GoldArticle] = []
  /// The triples of each article, by its id.
  public private(set) var triples: [String: [GoldTriple]] = [:]
  /// Whether the triples have type and realis, so that triples can be scored and not mentions alone.
  public private(set) var isTyped = true

  /// Reads the annotations of a file; the articles themselves are read as any others.
  /// - Throws: `EvaluationError` with the line that is none.
  public init(contentsOf path: String) throws(EvaluationError) {
    guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path) }
    // Where the first triple with, and the first without type and realis stands.
    var typed: Int?
    var untyped: Int?
    for (number, line) in JSONLines.lines(of: data) {
      let article = try Self.article(line, path, number)
      guard triples.updateValue(article.triples, forKey: article.id) == nil else {
        throw .twice(path, line: number, id: article.id)
      }
      articles.append(article)
      if typed == nil, article.triples.contains(where: \.isTyped) { typed = number }
      if untyped == nil, article.triples.contains(where: { !$0.isTyped }) { untyped = number }
    }
    if articles.isEmpty { throw .empty(path) }
    if typed != nil, let untyped { throw .halfTyped(path, line: untyped) }
    isTyped = untyped == nil
  }

  private static func article(_ line: Data, _ path: String, _ number: Int) throws(EvaluationError) -> GoldArticle {
    do {
      return try JSONDecoder().decode(GoldArticle.self, from: line)
    } catch DecodingError.dataCorrupted(let context) {
      switch context.codingPath.last?.stringValue {
      case "type":
        throw .unknownWord(path, line: number, key: "type", words: EventType.allCases.map(\.rawValue))
      case "realis":
        throw .unknownWord(path, line: number, key: "realis", words: Realis.allCases.map(\.rawValue))
      default: throw .malformed(path, line: number)
      }
    } catch {
      throw .malformed(path, line: number)
    }
  }
}

/// Lines of a file that are not blank, with their numbers from 1.
enum JSONLines {
  static func lines(of data: Data) -> [(number: Int, line: Data)] {
    data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
      .filter { $0.element.contains { $0 > 32 } }.map { ($0.offset + 1, $0.element) }
  }
}
