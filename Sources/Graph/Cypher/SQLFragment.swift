import Vocabulary

/// A piece of SQL that gives a value, and what is known of the value.
struct SQLFragment: Sendable {
  var sql: String
  var type: CypherType
  /// Whether the value may be NULL.
  var isNullable = true
  /// The value itself where the query or a parameter tells it.
  var constant: CypherValue?
  /// How the store keeps the value, where that is faster to compare than the value itself.
  var stored: Stored?
  /// The SQL without its parentheses and its operator, so that a long chain needs no deep nesting.
  var chain: (operators: String, sql: String)?
  /// The key of the node whose `code` this is: equal keys mean equal codes.
  var codeOf: String?

  /// A value as it is kept in a column.
  struct Stored: Sendable {
    var sql: String
    var coding: Coding
  }

  /// How a column keeps a text.
  indirect enum Coding: Hashable, Sendable {
    /// The place in a list of names.
    case names([String])
    /// A date as yyyymmdd with 00 for unknown parts: numbers sort as the texts do.
    case day
    /// A CAMEO code as `StoredCAMEO` writes it.
    case cameo
    /// The number of a row in a table of texts.
    case text(table: String, key: String, column: String)
    /// The value stands for several stored values: a quadrant for its types.
    case groups([String: [String]])
  }

  static let null = SQLFragment(sql: "NULL", type: .null, constant: .null)
}
