import Vocabulary

/// Lists, which are JSON texts in SQL.
extension CypherCompiler {
  func list(_ expressions: [CypherExpression]) throws(CypherFault) -> SQLFragment {
    var element = CypherType.null
    var members: [String] = []
    var constants: [CypherValue] = []
    for expression in expressions {
      let value = try compile(expression)
      guard let both = element.union(value.type) else {
        throw CypherFault(
          .type, "a list holds values of one type; this is \(value.type.name) after \(element.name)",
          at: expression.place)
      }
      element = both
      members.append(Self.json(value))
      if let constant = value.constant { constants.append(constant) }
    }
    return SQLFragment(
      sql: "json_array(\(members.joined(separator: ", ")))", type: .list(element), isNullable: false,
      constant: constants.count == expressions.count ? .list(constants) : nil)
  }

  /// The element type of what must be a list.
  private func element(of list: SQLFragment, at place: Int) throws(CypherFault) -> CypherType {
    guard let element = list.type.element else {
      throw CypherFault(.type, "expected a list, this is \(list.type.name)", at: place)
    }
    return element
  }

  /// `list[0]`, `list[-1]`, `map['key']`, `node['name']`.
  func element(
    _ subject: CypherExpression, _ index: CypherExpression, at place: Int
  ) throws(CypherFault) -> SQLFragment {
    let value = try compile(subject)
    let number = try compile(index)
    if value.type == .node || value.type == .relationship || value.type.isMap {
      guard case .string(let name)? = number.constant else {
        throw CypherFault(.type, "the name of a property must be a string or a parameter", at: index.place)
      }
      if case .variable(let variable) = subject.kind {
        return try property(name, of: try self.variable(variable, at: subject.place), at: index.place)
      }
      return try property(name, of: binding(value), at: index.place)
    }
    let element = try element(of: value, at: subject.place)
    guard number.type == .integer || number.type == .null else {
      throw CypherFault(.type, "an index must be an integer, not \(number.type.name)", at: index.place)
    }
    return SQLFragment(sql: Self.element(of: value.sql, at: number), type: element)
  }

  private static func element(of list: String, at index: SQLFragment) -> String {
    if case .integer(let number)? = index.constant {
      return "json_extract(\(list), '$[\(number < 0 ? "#" : "")\(number)]')"
    }
    return "json_extract(\(list), '$[' || CASE WHEN \(index.sql) < 0 THEN '#' ELSE '' END || \(index.sql) || ']')"
  }

  func slice(
    _ subject: CypherExpression, _ start: CypherExpression?, _ end: CypherExpression?
  ) throws(CypherFault) -> SQLFragment {
    let list = try compile(subject)
    let element = try element(of: list, at: subject.place)
    let each = alias("l")
    var conditions: [String] = []
    for (bound, symbol) in [(start, ">="), (end, "<")] {
      guard let bound else { continue }
      let value = try compile(bound)
      guard value.type == .integer || value.type == .null else {
        throw CypherFault(.type, "an index must be an integer, not \(value.type.name)", at: bound.place)
      }
      conditions.append(
        """
        \(each).key \(symbol) CASE WHEN \(value.sql) < 0 THEN json_array_length(\(list.sql)) + \(value.sql) \
        ELSE \(value.sql) END
        """)
    }
    let filter = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    return SQLFragment(
      sql: wrapped(list, "json_group_array(\(member(element, each)))", "json_each(\(list.sql)) AS \(each)\(filter)"),
      type: list.type)
  }

  private func member(_ element: CypherType, _ alias: String) -> String {
    element.isJSON ? "json(\(alias).value)" : "\(alias).value"
  }

  /// A subquery over a list, NULL where the list is.
  private func wrapped(_ list: SQLFragment, _ value: String, _ source: String) -> String {
    "(CASE WHEN \(list.sql) IS NOT NULL THEN (SELECT \(value) FROM \(source)) END)"
  }

  /// Compiles with a variable for the elements of a list.
  private func withElement<Value>(
    _ variable: String, _ type: CypherType, _ sql: String, _ body: () throws(CypherFault) -> Value
  ) throws(CypherFault) -> Value {
    let outer = scope
    defer { scope = outer }
    scope.add(variable, CypherBinding(type: type, sql: sql, isNullable: true, isLocal: true))
    return try body()
  }

  func comprehension(
    _ variable: String, _ list: CypherExpression, _ filter: CypherExpression?, _ map: CypherExpression?
  ) throws(CypherFault) -> SQLFragment {
    let source = try compile(list)
    let element = try element(of: source, at: list.place)
    let table = alias("l")
    return try withElement(variable, element, "\(table).value") { () throws(CypherFault) in
      let filter = try filter.map { part throws(CypherFault) in " WHERE " + (try condition(part)) } ?? ""
      let value = try map.map { part throws(CypherFault) in try compile(part) }
      return SQLFragment(
        sql: wrapped(
          source, "json_group_array(\(value.map(Self.json) ?? member(element, table)))",
          "json_each(\(source.sql)) AS \(table)\(filter)"),
        type: value.map { .list($0.type) } ?? source.type, isNullable: source.isNullable)
    }
  }

  /// all, any, none and single, with null where a null could decide.
  func quantifier(
    _ word: String, _ variable: String, _ list: CypherExpression, _ filter: CypherExpression
  ) throws(CypherFault) -> SQLFragment {
    let source = try compile(list)
    let element = try element(of: source, at: list.place)
    let table = alias("l")
    let test = try withElement(variable, element, "\(table).value") { () throws(CypherFault) in try condition(filter) }
    let (isTrue, isUnknown) = ("(\(test)) IS TRUE", "(\(test)) IS NULL")
    let value =
      switch word {
      case "ALL": "CASE WHEN max((\(test)) IS FALSE) THEN 0 WHEN max(\(isUnknown)) THEN NULL ELSE 1 END"
      case "ANY": "CASE WHEN max(\(isTrue)) THEN 1 WHEN max(\(isUnknown)) THEN NULL ELSE 0 END"
      case "NONE": "CASE WHEN max(\(isTrue)) THEN 0 WHEN max(\(isUnknown)) THEN NULL ELSE 1 END"
      default:
        "CASE WHEN total(\(isTrue)) > 1 THEN 0 WHEN max(\(isUnknown)) THEN NULL ELSE total(\(isTrue)) = 1 END"
      }
    return SQLFragment(sql: wrapped(source, value, "json_each(\(source.sql)) AS \(table)"), type: .boolean)
  }

  /// `reduce`: a recursive query that walks the list.
  func reduce(_ reduction: CypherExpression.Reduction, at place: Int) throws(CypherFault) -> SQLFragment {
    let source = try compile(reduction.list)
    let element = try element(of: source, at: reduction.list.place)
    let start = try compile(reduction.start)
    let table = alias("f")
    func body(_ type: CypherType) throws(CypherFault) -> SQLFragment {
      try withElement(reduction.accumulator, type, "\(table).value") { () throws(CypherFault) in
        let item = "json_extract(\(source.sql), '$[' || \(table).place || ']')"
        return try withElement(reduction.variable, element, item) { () throws(CypherFault) in
          try compile(reduction.body)
        }
      }
    }
    guard let type = start.type.union(try body(start.type).type), let final = type.union(try body(type).type) else {
      throw CypherFault(.type, "the value of reduce changes its type", at: place)
    }
    let value = try body(final)
    return SQLFragment(
      sql: """
        (WITH RECURSIVE \(table)(place, value) AS (SELECT 0, \(start.sql) UNION ALL \
        SELECT \(table).place + 1, \(value.sql) FROM \(table) \
        WHERE \(table).place < json_array_length(\(source.sql))) \
        SELECT value FROM \(table) WHERE place = json_array_length(\(source.sql)))
        """, type: final)
  }

  /// `list + list`, `list + element`, `element + list`.
  func joined(_ one: SQLFragment, _ other: SQLFragment, at place: Int) throws(CypherFault) -> SQLFragment {
    if one.type == .null || other.type == .null { return .null }
    let type: CypherType?
    if let element = one.type.element, let second = other.type.element {
      type = element.union(second)
    } else {
      type = (one.type.element ?? one.type).union(other.type.element ?? other.type)
    }
    guard let type else {
      throw CypherFault(.type, "'+' cannot join \(one.type.name) with \(other.type.name) of other types", at: place)
    }
    func rows(_ value: SQLFragment) -> String {
      value.type.element == nil
        ? "SELECT \(value.sql) AS value" : "SELECT value AS value FROM json_each(\(value.sql))"
    }
    let item = type.isJSON ? "json(value)" : "value"
    let sql = "(SELECT json_group_array(\(item)) FROM (\(rows(one)) UNION ALL \(rows(other))))"
    let nullable = [one, other].filter { $0.type.element != nil && $0.isNullable }.map { "\($0.sql) IS NOT NULL" }
    return SQLFragment(
      sql: nullable.isEmpty ? sql : "(CASE WHEN \(nullable.joined(separator: " AND ")) THEN \(sql) END)",
      type: .list(type), isNullable: !nullable.isEmpty)
  }

  /// Functions of lists and paths; nil where the name is none of them.
  func listCall(_ name: String, _ arguments: [SQLFragment], at places: [Int]) throws(CypherFault) -> SQLFragment? {
    switch name {
    case "head", "last", "tail":
      let list = arguments[0]
      let element = try element(of: list, at: places[0])
      if name == "tail" {
        let table = alias("l")
        return SQLFragment(
          sql: wrapped(
            list, "json_group_array(\(member(element, table)))",
            "json_each(\(list.sql)) AS \(table) WHERE \(table).key > 0"),
          type: list.type)
      }
      return SQLFragment(sql: "json_extract(\(list.sql), '$[\(name == "head" ? "0" : "#-1")]')", type: element)
    case "size", "length":
      let value = arguments[0]
      if value.type == .path { return SQLFragment(sql: "json_array_length(\(value.sql), '$.r')", type: .integer) }
      if value.type.isText {
        return SQLFragment(sql: "length(\(value.sql))", type: .integer, isNullable: value.isNullable)
      }
      _ = try element(of: value, at: places[0])
      return SQLFragment(sql: "json_array_length(\(value.sql))", type: .integer, isNullable: value.isNullable)
    case "nodes", "relationships", "rels":
      let path = arguments[0]
      guard path.type == .path || path.type == .null else {
        throw CypherFault(.type, "\(name) needs a path, not \(path.type.name)", at: places[0])
      }
      let isNodes = name == "nodes"
      return SQLFragment(
        sql: "json_extract(\(path.sql), '$.\(isNodes ? "n" : "r")')", type: .list(isNodes ? .node : .relationship))
    case "reverse":
      let value = arguments[0]
      if value.type.isText { return SQLFragment(sql: "\(CypherFunctions.reversed)(\(value.sql))", type: .string) }
      let element = try element(of: value, at: places[0])
      let table = alias("l")
      let item = element.isJSON ? "json(value)" : "value"
      return SQLFragment(
        sql: wrapped(
          value, "json_group_array(\(item))",
          "(SELECT \(table).value FROM json_each(\(value.sql)) AS \(table) ORDER BY \(table).key DESC)"),
        type: value.type)
    case "range":
      for (value, place) in zip(arguments, places) where value.type != .integer {
        throw CypherFault(.type, "range needs integers, not \(value.type.name)", at: place)
      }
      let step = arguments.count > 2 ? arguments[2].sql : "1"
      let (start, end) = (arguments[0].sql, arguments[1].sql)
      let table = alias("g")
      return SQLFragment(
        sql: """
          (SELECT json_group_array(value) FROM (WITH RECURSIVE \(table)(value) AS (SELECT \(start) \
          WHERE (\(step) > 0 AND \(start) <= \(end)) OR (\(step) < 0 AND \(start) >= \(end)) UNION ALL \
          SELECT value + \(step) FROM \(table) WHERE (\(step) > 0 AND value + \(step) <= \(end)) \
          OR (\(step) < 0 AND value + \(step) >= \(end))) SELECT value FROM \(table)))
          """, type: .list(.integer), isNullable: false)
    default: return nil
    }
  }
}

extension CypherType {
  var isMap: Bool {
    if case .map = self { return true }
    return false
  }
}
