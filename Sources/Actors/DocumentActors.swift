import Language
import Vocabulary

/// The mentions of one document, by the token that governs each.
public struct DocumentActors: Sendable {
  /// The document with its tree.
  public let analyzed: AnalyzedDocument
  /// Mentions that act or are acted on, by head token; several where one noun stands for several actors ("the
  /// presidents of Ecuador and Peru").
  public internal(set) var byHead: [Int: [Mention]] = [:]
  /// Mentions that only stand before a noun or own it, by head token.
  public internal(set) var modifiers: [Int: [Mention]] = [:]
  /// Tokens that belong to the name of a newspaper, agency or broadcaster.
  public internal(set) var media: [Int: String] = [:]

  init(_ analyzed: AnalyzedDocument) { self.analyzed = analyzed }

  /// Everything that names an actor, in the order of the text.
  public var all: [Mention] {
    (Array(byHead.values.joined()) + Array(modifiers.values.joined())).sorted {
      ($0.tokens.lowerBound, $0.head) < ($1.tokens.lowerBound, $1.head)
    }
  }

  /// The actors that the noun phrase at `token` names.
  public func actors(at token: Int) -> [Mention] { byHead[token] ?? [] }

  /// The actors to whom the noun at `token` belongs: "Iran" for "Iran's tanker", "Iranian tanker", "tanker of Iran".
  public func owners(of token: Int, prepositions: Set<String> = ["of", "from"]) -> [Mention] {
    OwnerFinder(analyzed: analyzed)
      .owners(of: token, prepositions: prepositions) { byHead[$0] != nil || modifiers[$0] != nil }
      .flatMap { byHead[$0] ?? modifiers[$0] ?? [] }
  }
}
