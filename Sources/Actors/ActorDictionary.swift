public import Foundation

/// Actors, names and offices of a user's own, beside those of data/actors: they add to these or override them.
public enum ActorDictionary: Sendable {
  /// A table of actors (with a column `code`) or of offices (with a column `person`), as data/actors has them; columns
  /// that are not needed may be left out.
  case table(URL)
  /// Further names of known actors.
  case aliases([(code: String, name: String)])

  /// What it says, for a fingerprint.
  public var text: String {
    switch self {
    case .table(let url): (try? String(contentsOf: url, encoding: .utf8)) ?? url.path
    case .aliases(let list): list.map { "\($0.code)\t\($0.name)" }.joined(separator: "\n")
    }
  }
}
