public import Vocabulary

/// Answers of queries as JSON Lines: one object a row, its keys the columns.
public enum CypherJSON {
  /// Appends the rows, each with a line end.
  public static func append(_ result: CypherResult, to bytes: inout [UInt8]) {
    for row in result.rows {
      append(object: zip(result.columns, row).map { ($0, $1) }, to: &bytes)
      bytes.add("\n")
    }
  }

  /// Appends one value.
  static func append(_ value: CypherValue, to bytes: inout [UInt8]) {
    switch value {
    case .null: bytes.add("null")
    case .boolean(let flag): bytes.add(flag ? "true" : "false")
    case .integer(let number): bytes.add(Int(number))
    // The shortest text that gives the number back.
    case .double(let number): bytes.add(number.isFinite ? "\(number)" : "null")
    case .string(let text): bytes.addJSON(text)
    case .list(let values): append(list: values, to: &bytes)
    case .map(let entries): append(object: entries.map { ($0.key, $0.value) }, to: &bytes)
    case .node(let actor): append(object: members(of: actor), to: &bytes)
    case .relationship(let relationship): append(object: members(of: relationship), to: &bytes)
    case .path(let path):
      append(
        object: [
          ("nodes", .list(path.nodes.map(CypherValue.node))),
          ("relationships", .list(path.relationships.map(CypherValue.relationship))),
        ], to: &bytes)
    }
  }

  private static func append(list: [CypherValue], to bytes: inout [UInt8]) {
    bytes.add("[")
    for (index, value) in list.enumerated() {
      if index > 0 { bytes.add(",") }
      append(value, to: &bytes)
    }
    bytes.add("]")
  }

  private static func append(object: [(key: String, value: CypherValue)], to bytes: inout [UInt8]) {
    bytes.add("{")
    for (index, member) in object.enumerated() {
      if index > 0 { bytes.add(",") }
      bytes.addJSON(member.key)
      bytes.add(":")
      append(member.value, to: &bytes)
    }
    bytes.add("}")
  }

  private static func members(of actor: Actor) -> [(key: String, value: CypherValue)] {
    [("code", .string(actor.code)), ("name", .string(actor.name)), ("kind", .string(actor.kind.rawValue))]
  }

  private static func members(of edge: CypherRelationship) -> [(key: String, value: CypherValue)] {
    [
      ("id", .integer(edge.id)), ("source", .string(edge.source)), ("type", .string(edge.type.rawValue)),
      ("target", .string(edge.target)), ("realis", .string(edge.realis.rawValue)),
      ("date", edge.date.map { .string($0.description) } ?? .null), ("relation", .string(edge.relation)),
      ("cameo", edge.cameo.map(CypherValue.string) ?? .null), ("quad", .string(edge.type.quad.rawValue)),
      ("intensity", .double(edge.intensity)), ("confidence", .double(edge.confidence)),
      ("reports", .integer(Int64(edge.reports))), ("articles", .integer(Int64(edge.articles))),
    ]
  }
}
