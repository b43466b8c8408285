import Vocabulary

/// What is wrong with a query: one line with the place, what was expected, and what comes near.
public struct CypherError: Error, Hashable, Sendable {
  /// What sort of mistake it is.
  public enum Kind: String, Hashable, Sendable {
    /// The text does not follow the grammar.
    case syntax
    /// A variable, label, type, property or function that there is none of.
    case name
    /// A value of the wrong type.
    case type
    /// A parameter is missing.
    case parameter
    /// The query would write, or uses what this program does not have.
    case unsupported
    /// The query took longer than it may.
    case time
    /// The query needs more memory than it may.
    case memory
  }

  /// What sort of mistake it is.
  public var kind: Kind
  /// What is wrong and what was expected, without the place.
  public var message: String
  /// The line in the query, from 1; nil where the mistake has no place.
  public var line: Int?
  /// The column in characters, from 1.
  public var column: Int?

  init(_ kind: Kind, _ message: String, line: Int? = nil, column: Int? = nil) {
    self.kind = kind
    self.message = message
    self.line = line
    self.column = column
  }
}

extension CypherError: CustomStringConvertible {
  /// `line 1, column 9: there is no label 'Contry'; did you mean Country?`
  public var description: String {
    guard let line, let column else { return message }
    return "line \(line), column \(column): \(message)"
  }
}

/// A mistake at a place that is counted in scalars from the start; the outermost call makes line and column of it.
struct CypherFault: Error {
  var kind: CypherError.Kind
  var message: String
  var place: Int

  init(_ kind: CypherError.Kind, _ message: String, at place: Int) {
    self.kind = kind
    self.message = message
    self.place = place
  }

  /// The mistake for the reader of the query.
  func error(in text: String) -> CypherError {
    var line = 1
    var column = 1
    for character in String(String.UnicodeScalarView(text.unicodeScalars.prefix(place))) {
      if character.isNewline {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    return CypherError(kind, message, line: line, column: column)
  }
}

extension CypherFault {
  /// Says that there is no such name, and which comes near.
  static func unknown(
    _ what: String, _ name: String, among names: some Sequence<String>, at place: Int
  ) -> CypherFault {
    let all = Array(names)
    let near = Suggestion.nearest(to: name, among: all)
    var message = "there is no \(what) '\(name)'"
    if !near.isEmpty {
      message += "; did you mean \(near.joined(separator: " or "))?"
    } else if (1...16).contains(all.count) {
      message += "; there \(all.count == 1 ? "is" : "are") \(all.joined(separator: ", "))"
    }
    return CypherFault(.name, message, at: place)
  }
}

/// Names that come near a misspelt one.
enum Suggestion {
  /// At most three names of the least distance; none where all are too far.
  static func nearest(to name: String, among names: [String]) -> [String] {
    let key = Array(name.lowercased())
    // A hostile query can hold a name of any length; the names that there are have at most about 20 letters.
    guard key.count <= 40 else { return [] }
    let farthest = max(1, min(3, key.count / 3))
    let distances = names.compactMap { name in
      EditDistance.between(key, Array(name.lowercased()), limit: farthest).map { (name: name, distance: $0) }
    }
    guard let least = distances.map(\.distance).min() else { return [] }
    return Array(distances.filter { $0.distance == least }.map(\.name).prefix(3))
  }
}
