public import Vocabulary

/// Answers of queries as a table for terminals and as CSV.
public enum CypherText {
  /// A table with a header; numbers stand at the right.
  public static func table(_ result: CypherResult, maximumWidth: Int?) -> String {
    var table = TextTable(
      columns: result.columns.indices.map { index in
        let isNumeric =
          result.rows.contains { isNumber($0[index]) }
          && result.rows.allSatisfy { isNumber($0[index]) || $0[index] == .null }
        return .init(result.columns[index], isNumeric ? .right : .left, minimumWidth: 6)
      })
    table.rows = result.rows.map { $0.map(short) }
    return table.text(maximumWidth: maximumWidth)
  }

  /// Appends a header and the rows as CSV (RFC 4180); nodes are their codes, lists and maps JSON.
  public static func appendCSV(_ result: CypherResult, to bytes: inout [UInt8]) {
    append(result.columns, to: &bytes)
    for row in result.rows { append(row.map(cell), to: &bytes) }
  }

  private static func append(_ cells: [String?], to bytes: inout [UInt8]) {
    for (index, text) in cells.enumerated() {
      if index == 0 { bytes.addCell(text) } else { bytes.addNext(text) }
    }
    bytes.endLine()
  }

  private static func isNumber(_ value: CypherValue) -> Bool {
    switch value {
    case .integer, .double: true
    default: false
    }
  }

  private static func cell(_ value: CypherValue) -> String? {
    switch value {
    case .null: return nil
    case .boolean(let flag): return flag ? "true" : "false"
    case .integer(let number): return String(number)
    case .double(let number): return "\(number)"
    case .string(let text): return text
    case .node(let actor): return actor.code
    default:
      var bytes: [UInt8] = []
      CypherJSON.append(value, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// The value in few words, for people.
  private static func short(_ value: CypherValue) -> String {
    switch value {
    case .null: return ""
    case .boolean, .integer, .string: return cell(value) ?? ""
    case .double(let number):
      var bytes: [UInt8] = []
      // Beyond what four decimals can show, the number stands as it is.
      guard number.magnitude < 1e12, number == 0 || number.magnitude >= 0.0001, bytes.add(number) else {
        return "\(number)"
      }
      return String(decoding: bytes, as: UTF8.self)
    case .node(let actor): return actor.name
    case .relationship(let edge): return arrow(edge)
    case .list(let values): return "[" + values.map(short).joined(separator: ", ") + "]"
    case .map(let entries): return "{" + entries.map { "\($0.key): \(short($0.value))" }.joined(separator: ", ") + "}"
    case .path(let path): return self.path(path)
    }
  }

  private static func arrow(_ edge: CypherRelationship) -> String {
    "\(edge.source) \(edge.type.rawValue) \(edge.target)" + (edge.date.map { " \($0)" } ?? "")
  }

  private static func path(_ path: CypherPath) -> String {
    var text = path.nodes.first?.name ?? ""
    for (edge, pair) in zip(path.relationships, zip(path.nodes, path.nodes.dropFirst())) {
      let isForward = edge.source == pair.0.code
      text += isForward ? " -\(edge.type.rawValue)-> " : " <-\(edge.type.rawValue)- "
      text += pair.1.name
    }
    return text
  }
}
