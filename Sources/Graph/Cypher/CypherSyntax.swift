import Vocabulary

/// An expression and where it stands.
struct CypherExpression: Hashable {
  indirect enum Kind: Hashable {
    case literal(CypherValue)
    case parameter(String)
    case variable(String)
    case property(CypherExpression, String)
    case list([CypherExpression])
    case map([Entry])
    case unary(String, CypherExpression)
    case binary(String, CypherExpression, CypherExpression)
    case isNull(CypherExpression, negated: Bool)
    case hasLabel(CypherExpression, LabelExpression)
    case index(CypherExpression, CypherExpression)
    case slice(CypherExpression, CypherExpression?, CypherExpression?)
    case call(Call)
    case cases(subject: CypherExpression?, [Branch], otherwise: CypherExpression?)
    case comprehension(variable: String, CypherExpression, filter: CypherExpression?, map: CypherExpression?)
    case quantifier(String, variable: String, CypherExpression, filter: CypherExpression)
    case reduce(Reduction)
    case exists(PatternQuery)
    case count(PatternQuery)
    case patternList(PatternQuery, map: CypherExpression)
    case projection(CypherExpression, [ProjectionEntry])
  }

  var kind: Kind
  /// Scalars from the start of the query.
  var place: Int
  /// How many expressions lie inside each other; the parser keeps it low.
  var depth: Int

  /// A named value of a map.
  struct Entry: Hashable {
    var key: String
    var value: CypherExpression
  }

  /// A part of a map projection: `.name`, `.*`, `key: value` or a variable.
  enum ProjectionEntry: Hashable {
    case property(String, Int)
    case all
    case entry(Entry)
  }

  /// A function's call; `count(*)` has a star.
  struct Call: Hashable {
    var name: String
    var arguments: [CypherExpression]
    var isDistinct = false
    var hasStar = false
  }

  /// WHEN condition THEN value.
  struct Branch: Hashable {
    var condition: CypherExpression
    var value: CypherExpression
  }

  /// `reduce(sum = 0, x IN list | sum + x)`.
  struct Reduction: Hashable {
    var accumulator: String
    var start: CypherExpression
    var variable: String
    var list: CypherExpression
    var body: CypherExpression
  }
}

extension CypherExpression {
  /// Expressions are equal where they mean the same, wherever they stand.
  static func == (left: CypherExpression, right: CypherExpression) -> Bool { left.kind == right.kind }

  func hash(into hasher: inout Hasher) { hasher.combine(kind) }

  /// The expressions that it is made of, without those inside of patterns.
  var parts: [CypherExpression] {
    switch kind {
    case .literal, .parameter, .variable, .exists, .count: []
    case .property(let one, _), .unary(_, let one), .isNull(let one, _), .hasLabel(let one, _): [one]
    case .binary(_, let one, let other), .index(let one, let other): [one, other]
    case .list(let list): list
    case .map(let entries): entries.map(\.value)
    case .slice(let list, let start, let end): [list] + [start, end].compactMap { $0 }
    case .call(let call): call.arguments
    case .cases(let subject, let branches, let otherwise):
      branches.flatMap { [$0.condition, $0.value] } + [subject, otherwise].compactMap { $0 }
    case .comprehension(_, let list, let filter, let map): [list] + [filter, map].compactMap { $0 }
    case .quantifier(_, _, let list, let filter): [list, filter]
    case .reduce(let reduction): [reduction.start, reduction.list, reduction.body]
    case .patternList(_, let map): [map]
    case .projection(let subject, let entries):
      [subject] + entries.compactMap { if case .entry(let entry) = $0 { entry.value } else { nil } }
    }
  }

  /// Whether it sums up rows.
  var hasAggregate: Bool {
    if case .call(let call) = kind, CypherFunctions.isAggregate(call.name) { return true }
    return parts.contains { $0.hasAggregate }
  }
}

/// What labels a node must have, or what types a relationship.
indirect enum LabelExpression: Hashable {
  case name(String, place: Int)
  case not(LabelExpression)
  case and(LabelExpression, LabelExpression)
  case or(LabelExpression, LabelExpression)
}

/// `(a:Country {code: 'KOR'})`.
struct NodePattern: Hashable {
  var variable: String?
  var labels: LabelExpression?
  var properties: [CypherExpression.Entry] = []
  var filter: CypherExpression?
  var place: Int
}

/// `-[r:REQUEST|ACCUSE*1..3]->`.
struct RelationshipPattern: Hashable {
  enum Direction: Hashable { case right, left, either }

  /// How many hops: from, and at most, without an end where nil.
  struct Hops: Hashable {
    var least: Int
    var most: Int?
  }

  var variable: String?
  var types: LabelExpression?
  var properties: [CypherExpression.Entry] = []
  var filter: CypherExpression?
  var hops: Hops?
  var direction = Direction.either
  var place: Int
}

/// A chain of nodes and relationships.
struct PathPattern: Hashable {
  struct Step: Hashable {
    var relationship: RelationshipPattern
    var node: NodePattern
  }

  var variable: String?
  var isShortest = false
  var start: NodePattern
  var steps: [Step] = []
  var place: Int
}

/// Patterns with a condition: MATCH, EXISTS { } and their like.
struct PatternQuery: Hashable {
  var patterns: [PathPattern]
  var filter: CypherExpression?
}

/// What RETURN and WITH hand on.
struct ProjectionClause: Hashable {
  struct Item: Hashable {
    var expression: CypherExpression
    /// The name given with AS, or the variable's.
    var name: String
    var isNamed: Bool
  }

  struct Order: Hashable {
    var expression: CypherExpression
    var isDescending: Bool
  }

  var isDistinct = false
  /// `*`: all variables, then the items.
  var hasStar = false
  var items: [Item] = []
  var order: [Order] = []
  var skip: CypherExpression?
  var limit: CypherExpression?
  /// Only WITH has a condition.
  var filter: CypherExpression?
  var place: Int
}

/// One clause of a query.
enum CypherClause: Hashable {
  case match(PatternQuery, isOptional: Bool, place: Int)
  case unwind(CypherExpression, variable: String, place: Int)
  case with(ProjectionClause)
  case returns(ProjectionClause)
}

/// Queries joined by UNION.
struct CypherQuery: Hashable {
  var branches: [[CypherClause]]
  /// Whether the union keeps equal rows.
  var keepsEqualRows = false
}
