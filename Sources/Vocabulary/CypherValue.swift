/// A value that a query takes as a parameter or gives as an answer.
public enum CypherValue: Hashable, Sendable {
  /// No value.
  case null
  /// True or false.
  case boolean(Bool)
  /// A whole number.
  case integer(Int64)
  /// A number with decimals.
  case double(Double)
  /// A text; dates are ISO 8601 texts, as precise as they are known.
  case string(String)
  /// Values of one type.
  case list([CypherValue])
  /// Values by name, in the order of the query.
  case map([CypherEntry])
  /// A node: an actor.
  case node(Actor)
  /// A relationship: an event.
  case relationship(CypherRelationship)
  /// A path: actors and the events between them.
  case path(CypherPath)
}

/// One named value of a map.
public struct CypherEntry: Hashable, Sendable {
  /// The name.
  public var key: String
  /// The value.
  public var value: CypherValue

  /// Makes an entry of its parts.
  public init(key: String, value: CypherValue) {
    self.key = key
    self.value = value
  }
}

/// An event as a relationship of the property graph.
public struct CypherRelationship: Hashable, Sendable {
  /// The event's number.
  public var id: Int64
  /// Code of the actor where it starts.
  public var source: String
  /// Code of the actor where it ends.
  public var target: String
  /// PLOVER's type.
  public var type: EventType
  /// Whether it is reported as having happened.
  public var realis: Realis
  /// The day, as precise as it is known.
  public var date: CalendarDate?
  /// The commonest phrase of its reports.
  public var relation: String
  /// The CAMEO code.
  public var cameo: String?
  /// Mean intensity, Goldstein's scale.
  public var intensity: Double
  /// The best confidence, 0 to 1.
  public var confidence: Double
  /// How many triples report it.
  public var reports: Int
  /// How many articles report it.
  public var articles: Int

  /// Makes a relationship of its parts.
  public init(
    id: Int64, source: String, target: String, type: EventType, realis: Realis, date: CalendarDate?, relation: String,
    cameo: String?, intensity: Double, confidence: Double, reports: Int, articles: Int
  ) {
    self.id = id
    self.source = source
    self.target = target
    self.type = type
    self.realis = realis
    self.date = date
    self.relation = relation
    self.cameo = cameo
    self.intensity = intensity
    self.confidence = confidence
    self.reports = reports
    self.articles = articles
  }
}

/// A way through the graph.
public struct CypherPath: Hashable, Sendable {
  /// The actors, one more than relationships.
  public var nodes: [Actor]
  /// The events between them, each between its neighbours in either direction.
  public var relationships: [CypherRelationship]

  /// Makes a path of its parts.
  public init(nodes: [Actor], relationships: [CypherRelationship]) {
    self.nodes = nodes
    self.relationships = relationships
  }
}

/// What a query gave: named columns and rows of values.
public struct CypherResult: Hashable, Sendable {
  /// The columns' names.
  public var columns: [String]
  /// The rows, each with a value a column.
  public var rows: [[CypherValue]]
  /// Whether there were more rows than the limit lets through.
  public var isTruncated: Bool

  /// Makes a result of its parts.
  public init(columns: [String], rows: [[CypherValue]], isTruncated: Bool) {
    self.columns = columns
    self.rows = rows
    self.isTruncated = isTruncated
  }
}
