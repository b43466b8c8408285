/// Functions of texts and numbers.
extension CypherCompiler {
  /// Functions of texts; nil where the name is none of them.
  func textCall(
    _ name: String, _ arguments: [SQLFragment], _ call: CypherExpression.Call, at places: [Int]
  ) throws(CypherFault) -> SQLFragment? {
    guard let kinds = Self.textArguments[name] else { return nil }
    for (index, (value, place)) in zip(arguments, places).enumerated() {
      let isText = kinds[index] == "t"
      guard isText ? value.type.isText : value.type == .integer || value.type == .null else {
        throw CypherFault(
          .type, "\(call.name) needs \(isText ? "a string" : "an integer"), not \(value.type.name)", at: place)
      }
    }
    let sql = arguments.map(\.sql)
    let isNullable = arguments.contains { $0.isNullable }
    func text(_ sql: String) -> SQLFragment { SQLFragment(sql: sql, type: .string, isNullable: isNullable) }
    let spaces = "char(32, 9, 10, 11, 12, 13)"
    switch name {
    case "tolower", "lower": return text("swiftLowercaseString(\(sql[0]))")
    case "toupper", "upper": return text("swiftUppercaseString(\(sql[0]))")
    case "trim": return text("trim(\(sql[0]), \(spaces))")
    case "ltrim": return text("ltrim(\(sql[0]), \(spaces))")
    case "rtrim": return text("rtrim(\(sql[0]), \(spaces))")
    case "replace": return text("replace(\(sql[0]), \(sql[1]), \(sql[2]))")
    case "left": return text("substr(\(sql[0]), 1, max(0, \(sql[1])))")
    case "right": return text("substr(\(sql[0]), max(0, length(\(sql[0])) - max(0, \(sql[1]))) + 1)")
    case "substring":
      let length = sql.count > 2 ? ", max(0, \(sql[2]))" : ""
      return text("substr(\(sql[0]), max(0, \(sql[1])) + 1\(length))")
    default:
      // Between the quotation marks of JSON a separator becomes the end of one text and the start of the next.
      let separator = "json_quote(\(sql[1]))"
      let inner = "substr(\(separator), 2, length(\(separator)) - 2)"
      return SQLFragment(
        sql: """
          (CASE WHEN \(sql[1]) = '' THEN json_array(\(sql[0])) \
          ELSE '[' || replace(json_quote(\(sql[0])), \(inner), '","') || ']' END)
          """, type: .list(.string), isNullable: isNullable)
    }
  }

  /// Which arguments are texts (t) and which integers (i).
  private static let textArguments: [String: [Character]] = [
    "tolower": ["t"], "lower": ["t"], "toupper": ["t"], "upper": ["t"], "trim": ["t"], "ltrim": ["t"], "rtrim": ["t"],
    "replace": ["t", "t", "t"], "left": ["t", "i"], "right": ["t", "i"], "substring": ["t", "i", "i"],
    "split": ["t", "t"],
  ]

  /// Functions of numbers; nil where the name is none of them.
  func numberCall(
    _ name: String, _ arguments: [SQLFragment], _ call: CypherExpression.Call, at places: [Int]
  ) throws(CypherFault) -> SQLFragment? {
    guard Self.numberFunctions.contains(name) else { return nil }
    for (value, place) in zip(arguments, places) where !value.type.isNumber {
      throw CypherFault(.type, "\(call.name) needs a number, not \(value.type.name)", at: place)
    }
    let list = arguments.map(\.sql).joined(separator: ", ")
    switch name {
    case "abs":
      let first = arguments[0]
      return SQLFragment(sql: "abs(\(list))", type: first.type, isNullable: first.isNullable)
    case "sign": return SQLFragment(sql: "sign(\(list))", type: .integer)
    case "ceil", "floor": return SQLFragment(sql: "CAST(\(name)(\(list)) AS REAL)", type: .double)
    case "round":
      guard arguments.count == 1 else { return SQLFragment(sql: "round(\(list))", type: .double) }
      // Half goes up, as in Cypher; SQLite's round would go away from zero.
      return SQLFragment(sql: "CAST(floor(\(list) + 0.5) AS REAL)", type: .double)
    case "log": return SQLFragment(sql: "ln(\(list))", type: .double)
    case "e": return SQLFragment(sql: "exp(1.0)", type: .double, isNullable: false)
    default: return SQLFragment(sql: "\(name)(\(list))", type: .double)
    }
  }

  private static let numberFunctions: Set<String> = [
    "abs", "sign", "ceil", "floor", "round", "sqrt", "exp", "log", "log10", "pi", "e", "sin", "cos", "tan", "asin",
    "acos", "atan", "atan2", "degrees", "radians",
  ]
}
