import Vocabulary

@testable import Graph

/// A small graph whose answers can be counted by hand.
///
///     AVA -REQUEST 2023-01-30-> BOR      League -REQUEST 2023-01-30-> AVA
///     AVA -AID     2023-02-01-> BOR      League -AGREE   2022------> BOR
///     BOR -REQUEST 2023-02-10-> CAS      AVA    -ASSAULT (negated)-> CAS
///     CAS -ASSAULT 2023-03----> AVA      BOR    -PROTEST 2023-04-01-> BOR
enum CypherSamples {
  static func store() throws -> GraphStore {
    let store = try GraphStore()
    typealias S = Samples
    let (ava, bor, cas, league) = (S.part(S.avalon), S.part(S.borduria), S.part(S.cascara), S.part(S.league))
    let request = S.triple("x1", from: ava, to: bor)
    let again = S.triple("x2", from: ava, to: bor, confidence: 0.7)
    let aid = S.triple(
      "x1", sentence: 1, from: ava, "send aid to", .aid, to: bor, date: "2023-02-01", intensity: 7, confidence: 0.8,
      cameo: "073", text: "Avalon sends grain to Borduria")
    let onward = S.triple("x2", sentence: 1, from: bor, to: cas, date: "2023-02-10", text: "Borduria asks Cáscara")
    let attack = S.triple(
      "x3", from: cas, "shell", .assault, to: ava, date: "2023-03", intensity: -10, confidence: 0.6, cameo: "194",
      text: "Cáscara shells Avalon")
    let urge = S.triple("x3", sentence: 1, from: league, to: ava, text: "The league urges Avalon")
    let accord = S.triple(
      "x3", sentence: 2, from: league, "sign", .agree, to: bor, date: "2022", intensity: 8, confidence: 0.5,
      cameo: nil, text: "The league signed with Borduria")
    let denial = S.triple(
      "x3", sentence: 3, from: ava, "shell", .assault, to: cas, realis: .negated, date: nil, intensity: -10,
      confidence: 0.4, cameo: "194", text: "Avalon did not shell Cáscara")
    let strike = S.triple(
      "x3", sentence: 4, from: bor, "strike", .protest, to: bor, date: "2023-04-01", intensity: -6.5, confidence: 0.3,
      text: "Strikes in Borduria")
    try store.write(batch: [
      S.record("x1", [request, aid], title: "On x1"), S.record("x2", [again, onward], title: "On x2"),
      S.record("x3", [attack, urge, accord, denial, strike], title: "On x3"),
    ])
    return store
  }

  /// The rows as text, sorted unless the query orders them.
  static func rows(
    _ query: String, _ parameters: [String: CypherValue] = [:], in store: GraphStore
  ) throws -> [String] {
    let result = try store.query(cypher: query, parameters: parameters, limits: CypherLimits(seconds: 10))
    let rows = result.rows.map { $0.map(text).joined(separator: " | ") }
    return query.contains("ORDER BY") ? rows : rows.sorted()
  }

  static func text(_ value: CypherValue) -> String {
    switch value {
    case .null: "null"
    case .boolean(let flag): "\(flag)"
    case .integer(let number): "\(number)"
    case .double(let number): "\(number)"
    case .string(let text): text
    case .list(let values): "[" + values.map(text).joined(separator: ", ") + "]"
    case .map(let entries): "{" + entries.map { "\($0.key): \(text($0.value))" }.joined(separator: ", ") + "}"
    case .node(let actor): "(\(actor.code))"
    case .relationship(let edge): "[\(edge.source) \(edge.type.rawValue) \(edge.target)]"
    case .path(let path):
      path.nodes.map { "(\($0.code))" }.joined() + path.relationships.map { "[\($0.type.rawValue)]" }.joined()
    }
  }
}
