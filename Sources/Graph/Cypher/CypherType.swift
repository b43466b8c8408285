import Vocabulary

/// The type of an expression, known before the query runs, since all properties have fixed types.
indirect enum CypherType: Hashable, Sendable {
  case null, boolean, integer, double, string, date, duration, node, relationship, path
  case list(CypherType)
  case map([Field])

  /// A named value of a map.
  struct Field: Hashable, Sendable {
    var name: String
    var type: CypherType
  }

  /// The word for messages.
  var name: String {
    switch self {
    case .null: "null"
    case .boolean: "a boolean"
    case .integer: "an integer"
    case .double: "a number"
    case .string: "a string"
    case .date: "a date"
    case .duration: "a duration"
    case .node: "a node"
    case .relationship: "a relationship"
    case .path: "a path"
    case .list: "a list"
    case .map: "a map"
    }
  }

  var isNumber: Bool { self == .integer || self == .double || self == .null }
  /// Dates are texts that sort by time.
  var isText: Bool { self == .string || self == .date || self == .null }
  var isBoolean: Bool { self == .boolean || self == .null }
  /// Lists, maps and paths are JSON texts in SQL.
  var isJSON: Bool {
    switch self {
    case .list, .map, .path: true
    default: false
    }
  }

  /// The elements' type of a list; nil for what is no list.
  var element: CypherType? {
    switch self {
    case .list(let element): element
    case .null: .null
    default: nil
    }
  }

  /// The type that holds values of both; nil where there is none.
  func union(_ other: CypherType) -> CypherType? {
    if self == other || other == .null { return self }
    switch (self, other) {
    case (.null, _): return other
    case (.integer, .double), (.double, .integer): return .double
    case (.string, .date), (.date, .string): return .string
    case (.list(let one), .list(let two)): return one.union(two).map(CypherType.list)
    default: return nil
    }
  }

  /// The type of a parameter's value; nil where a list mixes types.
  init?(_ value: CypherValue) {
    switch value {
    case .null: self = .null
    case .boolean: self = .boolean
    case .integer: self = .integer
    case .double: self = .double
    case .string: self = .string
    case .node: self = .node
    case .relationship: self = .relationship
    case .path: self = .path
    case .list(let values):
      var element = CypherType.null
      for value in values {
        guard let type = CypherType(value), let both = element.union(type) else { return nil }
        element = both
      }
      self = .list(element)
    case .map(let entries):
      var fields: [Field] = []
      for entry in entries {
        guard let type = CypherType(entry.value) else { return nil }
        fields.append(Field(name: entry.key, type: type))
      }
      self = .map(fields)
    }
  }
}
