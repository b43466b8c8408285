import Foundation

/// One annotated triple, as docs/evaluation.md describes the format.
public struct GoldTriple: Decodable, Sendable, Hashable {
  /// An actor and the code of the principal for whom it acts.
  public struct Party: Decodable, Sendable, Hashable {
    /// The actor's usual name.
    public let actor: String
    /// The principal's code.
    public let principal: String
  }

  /// 0 for the title, the body's sentences from 1.
  public let sentence: Int
  /// Who acts.
  public let source: Party
  /// On whom.
  public let target: Party
  /// The relation's phrase.
  public let relation: String
  /// Whether careful annotators could differ: such a triple counts neither way.
  public let optional: Bool?
}

/// The annotations of a file of articles in JSON Lines, by the articles' ids.
public struct GoldSet: Sendable {
  /// The triples of each article.
  public private(set) var triples: [String: [GoldTriple]] = [:]

  private struct Line: Decodable {
    let id: String
    let triples: [GoldTriple]
  }

  /// Reads the annotations of a file; the articles themselves are read as any others.
  /// - Throws: `EvaluationError` with the line that is none.
  public init(contentsOf path: String) throws(EvaluationError) {
    guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path) }
    var number = 0
    for line in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      guard line.contains(where: { $0 > 32 }) else { continue }
      do {
        let gold = try JSONDecoder().decode(Line.self, from: line)
        guard triples.updateValue(gold.triples, forKey: gold.id) == nil else {
          throw EvaluationError.twice(path, line: number, id: gold.id)
        }
      } catch let error as EvaluationError {
        throw error
      } catch {
        throw .malformed(path, line: number)
      }
    }
    if triples.isEmpty { throw .empty(path) }
  }
}

/// A file of annotations that cannot be used.
public enum EvaluationError: Error, Hashable, CustomStringConvertible {
  /// It cannot be read.
  case unreadable(String)
  /// It has no articles.
  case empty(String)
  /// A line is no annotated article.
  case malformed(String, line: Int)
  /// Two articles have one id.
  case twice(String, line: Int, id: String)

  /// One line: what, where, what to do.
  public var description: String {
    switch self {
    case .unreadable(let path): "\(path): cannot be read; give a file of annotated articles in JSON Lines"
    case .empty(let path): "\(path): holds no annotated articles"
    case .malformed(let path, let line):
      "\(path):\(line): no annotated article; it needs 'id' and 'triples' as docs/evaluation.md describes them"
    case .twice(let path, let line, let id): "\(path):\(line): the id '\(id)' stands here a second time"
    }
  }
}
