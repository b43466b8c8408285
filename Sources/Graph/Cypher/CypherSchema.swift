import Vocabulary

/// The property graph as the tables hold it: the only place of the query compiler that names tables and columns.
enum CypherSchema {
  static let actors = "actor"
  static let actorKey = "number"
  static let events = "event_row"
  static let eventKey = "id"
  static let source = "source"
  static let target = "target"
  /// What keeps merged actors, which are shown nowhere, out of a list of all.
  static func isShown(_ alias: String) -> String { "\(alias).merged_into IS NULL" }

  /// Labels by kind of actor; the first is what `labels(n)` tells.
  static let labels: [(kind: ActorKind, names: [String])] = [
    (.state, ["Country", "State"]), (.organization, ["Organization"]), (.armedGroup, ["ArmedGroup"]),
    (.company, ["Company"]), (.person, ["Person"]), (.population, ["Population"]),
  ]
  /// The label that all nodes have.
  static let everyNode = "Actor"
  static var labelNames: [String] { [everyNode] + labels.flatMap(\.names) }

  /// The condition that an actor's kind is one of these; `alias` is a row of the actors.
  static func isKind(_ kinds: [ActorKind], _ alias: String) -> String {
    "\(alias).kind IN (\(kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")))"
  }

  /// The labels of a node as a JSON list.
  static func labelList(_ alias: String) -> String {
    let cases = labels.map { "WHEN '\($0.kind.rawValue)' THEN '[\"\(everyNode)\",\"\($0.names[0])\"]'" }
    return "CASE \(alias).kind \(cases.joined(separator: " ")) END"
  }

  /// A property by name: its type and how to read it of a row with this alias.
  struct Property: Sendable {
    var name: String
    var type: CypherType
    var isNullable = false
    var read: @Sendable (_ alias: String) -> String
    var stored: (@Sendable (_ alias: String) -> SQLFragment.Stored)?

    func fragment(_ alias: String) -> SQLFragment {
      SQLFragment(sql: read(alias), type: type, isNullable: isNullable, stored: stored?(alias))
    }
  }

  static let actorProperties: [Property] = [
    Property(name: "code", type: .string) { "\($0).code" },
    Property(name: "name", type: .string) { "\($0).name" },
    Property(name: "kind", type: .string) { "\($0).kind" },
    Property(name: "aliases", type: .list(.string)) {
      "(SELECT json_group_array(name) FROM (SELECT DISTINCT name FROM alias WHERE actor = \($0).code ORDER BY name))"
    },
  ]

  static let eventProperties: [Property] = [
    Property(name: "id", type: .integer) { "\($0).id" },
    Property(name: "type", type: .string) {
      word(typeColumn($0), typeNames)
    } stored: {
      .init(sql: typeColumn($0), coding: .names(typeNames))
    },
    Property(name: "quad", type: .string, read: quad) {
      .init(sql: typeColumn($0), coding: .groups(quadTypes))
    },
    Property(name: "realis", type: .string) {
      word("\($0).realis", realisNames)
    } stored: {
      .init(sql: "\($0).realis", coding: .names(realisNames))
    },
    Property(name: "date", type: .date, isNullable: true) {
      date("\($0).day")
    } stored: {
      .init(sql: "\($0).day", coding: .day)
    },
    Property(name: "relation", type: .string) {
      "(SELECT text FROM phrase WHERE number = \($0).relation)"
    } stored: {
      .init(sql: "\($0).relation", coding: .text(table: "phrase", key: "number", column: "text"))
    },
    Property(name: "cameo", type: .string, isNullable: true) {
      "substr(\($0).cameo, 2)"
    } stored: {
      .init(sql: "\($0).cameo", coding: .cameo)
    },
    Property(name: "intensity", type: .double) { "\($0).intensity" },
    Property(name: "confidence", type: .double) { "\($0).confidence" },
    Property(name: "reports", type: .integer) { "\($0).reports" },
    Property(name: "articles", type: .integer) { "\($0).articles" },
    Property(name: "evidence", type: .list(.map(evidenceFields))) { evidence("\($0).id") },
  ]

  /// What `properties(r)`, `r {.*}` and the answer tell of a relationship; evidence must be asked for.
  static let plainEventProperties = eventProperties.filter { $0.name != "evidence" && $0.name != "id" }

  /// How the rows keep a type.
  static func storedType(_ type: EventType) -> String { "\(type.storedNumber)" }
  static func typeColumn(_ alias: String) -> String { "\(alias).type" }

  private static let typeNames = EventType.allCases.map(\.rawValue)
  private static let realisNames = Realis.allCases.map(\.rawValue)

  /// The word of a number.
  private static func word(_ column: String, _ words: [String]) -> String {
    "CASE \(column) \(words.enumerated().map { "WHEN \($0) THEN '\($1)'" }.joined(separator: " ")) END"
  }

  /// A day's number as ISO 8601; `parenthesized`, since it stands inside of other expressions.
  private static func date(_ column: String) -> String { Schema.isoDate(column).parenthesized }

  private static let quadTypes: [String: [String]] = Dictionary(
    grouping: EventType.allCases, by: \.quad.rawValue
  ).mapValues { $0.map(storedType) }

  @Sendable private static func quad(_ alias: String) -> String {
    let cases = EventType.allCases.map { "WHEN \(storedType($0)) THEN '\($0.quad.rawValue)'" }
    return "CASE \(typeColumn(alias)) \(cases.joined(separator: " ")) END"
  }

  /// A map's members go by their places in SQL: m0, m1, …
  private static let evidenceFields: [CypherType.Field] = [
    .init(name: "article", type: .string), .init(name: "title", type: .string), .init(name: "date", type: .date),
    .init(name: "publisher", type: .string), .init(name: "url", type: .string),
    .init(name: "sentence", type: .integer), .init(name: "text", type: .string),
  ]

  /// The sentences that report an event, each once, by article and place.
  private static func evidence(_ event: String) -> String {
    """
    (SELECT json_group_array(json(one)) FROM (
      SELECT DISTINCT json_object('m0', d.id, 'm1', d.title, 'm2', d.date, 'm3', d.publisher, 'm4', d.url,
        'm5', s.number, 'm6', s.text) AS one
      FROM triple_row t JOIN sentence_row s ON s.id = t.id >> \(Schema.placeBits) JOIN article d ON d.number = s.article
      WHERE t.event = \(event) ORDER BY d.id, s.number))
    """
  }

  /// A node as the answer's JSON: code, name, kind.
  static func nodeJSON(_ key: String) -> String {
    "(SELECT json_array(h.code, h.name, h.kind) FROM \(actors) h WHERE h.\(actorKey) = \(key))"
  }

  private static func code(_ key: String) -> String { "(SELECT code FROM \(actors) WHERE \(actorKey) = \(key))" }

  /// A relationship as the answer's JSON, in the order that `CypherReader` reads.
  static func relationshipJSON(_ key: String) -> String {
    """
    (SELECT json_array(h.id, \(code("h.source")), \(code("h.target")), h.type, h.realis, \(date("h.day")), \
    (SELECT text FROM phrase WHERE number = h.relation), substr(h.cameo, 2), h.intensity, \
    h.confidence, h.reports, h.articles) FROM \(events) h WHERE h.\(eventKey) = \(key))
    """
  }
}
