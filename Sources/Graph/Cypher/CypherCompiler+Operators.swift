import Vocabulary

/// Operators, with the null logic that SQL and Cypher share.
extension CypherCompiler {
  func unary(_ symbol: String, _ inner: CypherExpression) throws(CypherFault) -> SQLFragment {
    let value = try compile(inner)
    if symbol == "NOT" {
      guard value.type.isBoolean else {
        throw CypherFault(.type, "NOT needs a boolean, not \(value.type.name)", at: inner.place)
      }
      return SQLFragment(sql: "(NOT \(value.sql))", type: .boolean, isNullable: value.isNullable)
    }
    guard value.type.isNumber else {
      throw CypherFault(.type, "'\(symbol)' needs a number, not \(value.type.name)", at: inner.place)
    }
    var result = SQLFragment(sql: "(\(symbol)\(value.sql))", type: value.type, isNullable: value.isNullable)
    switch (symbol, value.constant) {
    case ("-", .integer(let number)?) where number != .min:
      result.constant = .integer(-number)
      // Two signs side by side would begin a comment.
      result.sql = "(\(-number))"
    case ("-", .double(let number)?): return literal(.double(-number))
    case ("+", let constant?): result.constant = constant
    default: if symbol == "-" { result.sql = "(- \(value.sql))" }
    }
    return result
  }

  func binary(
    _ symbol: String, _ left: CypherExpression, _ right: CypherExpression, at place: Int
  ) throws(CypherFault) -> SQLFragment {
    if symbol == "IN" { return try isIn(left, right, at: place) }
    let one = try compile(left)
    let other = try compile(right)
    switch symbol {
    case "AND", "OR", "XOR":
      for (value, place) in [(one, left.place), (other, right.place)] where !value.type.isBoolean {
        throw CypherFault(.type, "\(symbol) needs a boolean, not \(value.type.name)", at: place)
      }
      return Self.chained(
        one, symbol == "XOR" ? "<>" : symbol, other, symbol, type: .boolean,
        isNullable: one.isNullable || other.isNullable)
    case "=", "<>", "<", ">", "<=", ">=": return try equality(one, other, symbol, at: place)
    case "STARTS WITH", "ENDS WITH", "CONTAINS", "=~":
      for (value, place) in [(one, left.place), (other, right.place)] where !value.type.isText {
        throw CypherFault(.type, "\(symbol) needs strings, not \(value.type.name)", at: place)
      }
      return try textTest(symbol, one, other, at: right.place)
    default: return try arithmetic(symbol, one, other, at: place)
    }
  }

  private func textTest(
    _ symbol: String, _ text: SQLFragment, _ part: SQLFragment, at place: Int
  ) throws(CypherFault) -> SQLFragment {
    let sql: String
    switch symbol {
    case "STARTS WITH": sql = "substr(\(text.sql), 1, length(\(part.sql))) = \(part.sql)"
    case "ENDS WITH":
      sql = """
        substr(\(text.sql), length(\(text.sql)) - length(\(part.sql)) + 1) = \(part.sql) \
        AND length(\(text.sql)) >= length(\(part.sql))
        """
    case "CONTAINS": sql = "instr(\(text.sql), \(part.sql)) > 0"
    default:
      if case .string(let pattern)? = part.constant, let problem = CypherFunctions.problem(of: pattern) {
        throw CypherFault(.syntax, "this is no regular expression: \(problem)", at: place)
      }
      sql = "\(CypherFunctions.matches)(\(text.sql), \(part.sql))"
    }
    return SQLFragment(sql: "(\(sql))", type: .boolean, isNullable: text.isNullable || part.isNullable)
  }

  private func arithmetic(
    _ symbol: String, _ one: SQLFragment, _ other: SQLFragment, at place: Int
  ) throws(CypherFault) -> SQLFragment {
    if symbol == "+" {
      if one.type.element != nil, one.type != .null { return try joined(one, other, at: place) }
      if other.type.element != nil, other.type != .null { return try joined(one, other, at: place) }
    }
    guard one.type != .null, other.type != .null else { return .null }
    if one.type == .date || one.type == .duration || other.type == .duration,
      let moved = try moved(symbol, one, other)
    {
      return moved
    }
    let isNullable = one.isNullable || other.isNullable
    if symbol == "+", one.type.isText || other.type.isText {
      for value in [one, other] where !value.type.isText && !value.type.isNumber {
        throw CypherFault(.type, "'+' cannot join a string with \(value.type.name)", at: place)
      }
      return Self.chained(one, "||", other, "||", type: .string, isNullable: isNullable)
    }
    for value in [one, other] where !value.type.isNumber {
      throw CypherFault(.type, "'\(symbol)' needs numbers, not \(value.type.name)", at: place)
    }
    let isInteger = one.type == .integer && other.type == .integer
    switch symbol {
    case "^":
      return SQLFragment(sql: "pow(\(one.sql), \(other.sql))", type: .double)
    case "%" where !isInteger:
      return SQLFragment(sql: "mod(\(one.sql), \(other.sql))", type: .double)
    default:
      return Self.chained(
        one, symbol, other, symbol == "+" || symbol == "-" ? "+-" : "*/%", type: isInteger ? .integer : .double,
        isNullable: isNullable || symbol == "/" || symbol == "%")
    }
  }

  /// `one symbol other`; a left side of the same precedence needs no parentheses of its own.
  private static func chained(
    _ one: SQLFragment, _ symbol: String, _ other: SQLFragment, _ operators: String, type: CypherType, isNullable: Bool
  ) -> SQLFragment {
    var left = one.sql
    if let chain = one.chain, chain.operators == operators { left = chain.sql }
    let sql = "\(left) \(symbol) \(other.sql)"
    return SQLFragment(sql: "(\(sql))", type: type, isNullable: isNullable, chain: (operators, sql))
  }

  /// A comparison of two values; NULL where one of them is.
  func equality(
    _ one: SQLFragment, _ other: SQLFragment, _ symbol: String, at place: Int
  ) throws(CypherFault) -> SQLFragment {
    if one.type == .null || other.type == .null { return SQLFragment(sql: "NULL", type: .boolean, constant: .null) }
    guard let type = one.type.union(other.type) else {
      throw CypherFault(.type, "'\(symbol)' cannot compare \(one.type.name) with \(other.type.name)", at: place)
    }
    let isEquality = symbol == "=" || symbol == "<>"
    switch type {
    case .node, .relationship, .path, .map, .list, .duration:
      guard isEquality else {
        throw CypherFault(.type, "'\(symbol)' cannot compare \(type.name) with \(type.name)", at: place)
      }
    default: break
    }
    let isNullable = one.isNullable || other.isNullable
    if let sql = storedComparison(one, other, symbol) ?? storedComparison(other, one, Self.mirrored(symbol)) {
      return SQLFragment(sql: "(\(sql))", type: .boolean, isNullable: isNullable)
    }
    if let left = one.stored, let right = other.stored, left.coding == right.coding, left.isExact,
      isEquality || left.coding == .day
    {
      return SQLFragment(sql: "(\(left.sql) \(symbol) \(right.sql))", type: .boolean, isNullable: isNullable)
    }
    return SQLFragment(sql: "(\(one.sql) \(symbol) \(other.sql))", type: .boolean, isNullable: isNullable)
  }

  private static func mirrored(_ symbol: String) -> String {
    switch symbol {
    case "<": ">"
    case ">": "<"
    case "<=": ">="
    case ">=": "<="
    default: symbol
    }
  }

  /// The comparison of a column with a constant in the column's own coding, which an index can answer; nil where
  /// the texts have to be compared.
  private func storedComparison(_ column: SQLFragment, _ value: SQLFragment, _ symbol: String) -> String? {
    guard let stored = column.stored, case .string(let text)? = value.constant else { return nil }
    let isEquality = symbol == "=" || symbol == "<>"
    // No row has the value: true or false for all, but null stays null.
    let never =
      column.isNullable
      ? "CASE WHEN \(stored.sql) IS NOT NULL THEN \(symbol == "=" ? 0 : 1) END" : symbol == "=" ? "0" : "1"
    switch stored.coding {
    case .day:
      guard let date = CalendarDate(text), date.description == text else { return nil }
      return "\(stored.sql) \(symbol) \(date.storedDay)"
    case .cameo:
      guard isEquality, case .number(let number) = StoredCAMEO(text) else { return nil }
      return "\(stored.sql) \(symbol) \(number)"
    case .names(let names):
      guard isEquality else { return nil }
      guard let index = names.firstIndex(of: text) else { return never }
      return "\(stored.sql) \(symbol) \(index)"
    case .text(let table, let key, let name):
      guard isEquality, !column.isNullable else { return nil }
      let number = "(SELECT \(key) FROM \(table) WHERE \(name) = \(value.sql))"
      return "\(stored.sql) IS \(symbol == "=" ? "" : "NOT ")\(number)"
    case .groups(let groups):
      guard isEquality else { return nil }
      guard let members = groups[text] else { return never }
      return "\(stored.sql) \(symbol == "=" ? "IN" : "NOT IN") (\(members.joined(separator: ", ")))"
    }
  }

  private func isIn(
    _ left: CypherExpression, _ right: CypherExpression, at place: Int
  ) throws(CypherFault) -> SQLFragment {
    let value = try compile(left)
    let elements: [SQLFragment]?
    let list: SQLFragment
    if case .list(let expressions) = right.kind {
      list = try self.list(expressions)
      elements = try expressions.map { part throws(CypherFault) in try compile(part) }
    } else {
      list = try compile(right)
      if case .list(let values)? = list.constant, values.count <= 1000 {
        elements = values.map(literal)
      } else {
        elements = nil
      }
    }
    guard let element = list.type.element else {
      throw CypherFault(.type, "IN needs a list, not \(list.type.name)", at: right.place)
    }
    guard value.type.union(element) != nil else {
      throw CypherFault(.type, "IN cannot find \(value.type.name) in a list of \(element.plural)", at: place)
    }
    guard list.type != .null else { return SQLFragment(sql: "NULL", type: .boolean) }
    guard let elements else {
      return SQLFragment(
        sql: """
          CASE WHEN \(list.sql) IS NOT NULL THEN \(value.sql) IN (SELECT value FROM json_each(\(list.sql))) END
          """.parenthesized, type: .boolean)
    }
    if elements.isEmpty { return SQLFragment(sql: "0", type: .boolean, isNullable: false) }
    let isNullable = value.isNullable || elements.contains { $0.isNullable }
    if let stored = value.stored, let codes = codes(elements, stored.coding) {
      let sql =
        codes.isEmpty
        ? (value.isNullable ? "CASE WHEN \(stored.sql) IS NOT NULL THEN 0 END" : "0")
        : "\(stored.sql) IN (\(codes.joined(separator: ", ")))"
      return SQLFragment(sql: "(\(sql))", type: .boolean, isNullable: isNullable)
    }
    return SQLFragment(
      sql: "(\(value.sql) IN (\(elements.map(\.sql).joined(separator: ", "))))", type: .boolean, isNullable: isNullable)
  }

  /// Constants in a column's coding; nil where one of them has none.
  private func codes(_ elements: [SQLFragment], _ coding: SQLFragment.Coding) -> [String]? {
    var list: [String] = []
    for element in elements {
      guard case .string(let text)? = element.constant else { return nil }
      switch coding {
      case .names(let names): if let index = names.firstIndex(of: text) { list.append("\(index)") }
      case .groups(let groups): list += groups[text] ?? []
      case .day:
        guard let date = CalendarDate(text), date.description == text else { return nil }
        list.append("\(date.storedDay)")
      case .cameo:
        guard case .number(let number) = StoredCAMEO(text) else { return nil }
        list.append("\(number)")
      case .text: return nil
      }
    }
    return list
  }
}

extension CypherType {
  fileprivate var plural: String {
    switch self {
    case .null: "nulls"
    case .integer: "integers"
    case .double: "numbers"
    default: name.split(separator: " ").dropFirst().joined(separator: " ") + "s"
    }
  }
}

extension String {
  var parenthesized: String { "(\(self))" }
}
