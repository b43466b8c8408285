import Vocabulary

/// Turns a query into one SQL statement.
///
/// All texts of the query and all parameters are bound as arguments, and columns go by numbers, so no word of the
/// query ever becomes part of the SQL. What is made is always a SELECT.
final class CypherCompiler {
  /// The statement.
  struct Statement {
    var sql: String
    var arguments: [CypherValue]
    var columns: [(name: String, type: CypherType)]
  }

  let parameters: [String: CypherValue]
  private(set) var arguments: [CypherValue] = []
  private var parts: [String] = []
  private var counter = 0

  var scope = CypherScope()
  var builder = SelectBuilder()
  /// Whether a property may join its node's row; in what a SELECT returns a look-up is as fast and comes later.
  var joinsRows = true
  /// The columns that group, while an expression with aggregates is compiled.
  var grouping: [(expression: CypherExpression, fragment: SQLFragment)]?
  /// Whether an aggregate may stand here.
  var allowsAggregates = false

  private init(_ parameters: [String: CypherValue]) { self.parameters = parameters }

  /// Compiles a query.
  static func statement(
    _ query: CypherQuery, parameters: [String: CypherValue]
  ) throws(CypherFault) -> Statement {
    try CypherCompiler(parameters).statement(query)
  }

  private func statement(_ query: CypherQuery) throws(CypherFault) -> Statement {
    var columns: [(name: String, type: CypherType)] = []
    var bodies: [String] = []
    for (index, clauses) in query.branches.enumerated() {
      let branch = try self.branch(clauses)
      bodies.append(branch.sql)
      if index == 0 {
        columns = branch.columns
        continue
      }
      guard branch.columns.map(\.name) == columns.map(\.name) else {
        throw CypherFault(.type, "the parts of a UNION need the same columns in the same order", at: branch.place)
      }
      for column in columns.indices {
        guard let type = columns[column].type.union(branch.columns[column].type) else {
          throw CypherFault(
            .type, "the column '\(columns[column].name)' has different types in the parts of the UNION",
            at: branch.place)
        }
        columns[column].type = type
      }
    }
    var body = bodies[0]
    if bodies.count > 1 {
      body = bodies.map { "SELECT * FROM (\($0))" }.joined(
        separator: query.keepsEqualRows ? " UNION ALL " : " UNION ")
    }
    let isPlain = columns.allSatisfy { !Self.needsReading($0.type) }
    if !isPlain {
      let list = columns.enumerated().map { answer("c\($0.offset)", $0.element.type) }
      body = "SELECT \(list.joined(separator: ", ")) FROM (\(body))"
    }
    let with = parts.isEmpty ? "" : "WITH " + parts.joined(separator: ", ") + " "
    let bound = Self.numbered(with + body, arguments)
    return Statement(sql: bound.sql, arguments: bound.arguments, columns: columns)
  }

  /// Leaves out the arguments that the SQL no longer names, as those of constants that became conditions on numbers.
  ///
  /// A question mark stands nowhere else, since texts are never part of the SQL.
  private static func numbered(_ sql: String, _ arguments: [CypherValue]) -> (sql: String, arguments: [CypherValue]) {
    var used: [Int: Int] = [:]
    var kept: [CypherValue] = []
    var result = ""
    for (index, part) in sql.split(separator: "?", omittingEmptySubsequences: false).enumerated() {
      guard index > 0, let number = Int(part.prefix { $0.isNumber }), arguments.indices.contains(number - 1) else {
        result += part
        continue
      }
      if used[number] == nil {
        kept.append(arguments[number - 1])
        used[number] = kept.count
      }
      result += "?\(used[number] ?? 0)" + part.drop { $0.isNumber }
    }
    return (result, kept)
  }

  /// The SELECT of one part of a UNION.
  private func branch(
    _ clauses: [CypherClause]
  ) throws(CypherFault) -> (sql: String, columns: [(name: String, type: CypherType)], place: Int) {
    scope = CypherScope()
    builder = SelectBuilder()
    for clause in clauses {
      switch clause {
      case .match(let query, let isOptional, _):
        if isOptional { try optionalMatch(query) } else { try match(query) }
      case .unwind(let expression, let variable, let place): try unwind(expression, variable, at: place)
      case .with(let clause): try with(clause)
      case .returns(let clause):
        let result = try projection(clause)
        for (name, binding) in result.columns where binding.type == .duration {
          throw CypherFault(
            .type, "'\(name)' is a duration, which cannot be returned; take its .days or .months", at: clause.place)
        }
        return (result.sql, result.columns.map { ($0.name, $0.binding.type) }, clause.place)
      }
    }
    throw CypherFault(.syntax, "expected RETURN at the end", at: 0)
  }

  private func with(_ clause: ProjectionClause) throws(CypherFault) {
    let result = try projection(clause)
    let name = alias("w")
    parts.append("\(name) AS (\(result.sql))")
    builder = SelectBuilder()
    builder.join(name)
    scope = CypherScope()
    for (index, column) in result.columns.enumerated() {
      var binding = column.binding
      binding.sql = "\(name).c\(index)"
      scope.add(column.name, binding)
    }
    if let filter = clause.filter { builder.require(try condition(filter)) }
  }

  private func unwind(_ expression: CypherExpression, _ variable: String, at place: Int) throws(CypherFault) {
    let list = try compile(expression)
    guard let element = list.type.element else {
      throw CypherFault(.type, "UNWIND needs a list, not \(list.type.name)", at: expression.place)
    }
    try checkNew(variable, at: place)
    let name = alias("u")
    builder.join("json_each(\(list.sql)) AS \(name)")
    scope.add(variable, CypherBinding(type: element, sql: "\(name).value", isNullable: true))
  }

  func checkNew(_ variable: String, at place: Int) throws(CypherFault) {
    if scope.names[variable] != nil {
      throw CypherFault(.name, "the variable '\(variable)' is there already; choose another name", at: place)
    }
  }

  /// A name for a table in the SQL that no other has.
  func alias(_ letter: String) -> String {
    counter += 1
    return "\(letter)\(counter)"
  }

  /// The placeholder of a value in the SQL.
  func bind(_ value: CypherValue) -> String {
    arguments.append(value)
    return "?\(arguments.count)"
  }

  /// A boolean as a condition.
  func condition(_ expression: CypherExpression) throws(CypherFault) -> String {
    let fragment = try compile(expression)
    guard fragment.type.isBoolean else {
      throw CypherFault(.type, "a condition must be true or false, this is \(fragment.type.name)", at: expression.place)
    }
    return fragment.sql
  }

  /// Compiles with a scope and a builder of its own, as a subquery does.
  func inside<Value>(
    _ body: () throws(CypherFault) -> Value
  ) throws(CypherFault) -> (value: Value, builder: SelectBuilder) {
    let outer = (scope, builder, joinsRows, grouping, allowsAggregates)
    builder = SelectBuilder()
    joinsRows = true
    grouping = nil
    allowsAggregates = false
    defer { (scope, builder, joinsRows, grouping, allowsAggregates) = outer }
    let value = try body()
    return (value, builder)
  }
}

extension CypherCompiler {
  /// Whether the answer must look up what the value stands for.
  private static func needsReading(_ type: CypherType) -> Bool {
    switch type {
    case .node, .relationship, .path: true
    case .list(let element): needsReading(element)
    case .map(let fields): fields.contains { needsReading($0.type) }
    default: false
    }
  }

  /// The value as the answer has it, with the properties of nodes and relationships.
  private func answer(_ sql: String, _ type: CypherType) -> String {
    guard Self.needsReading(type) else { return sql }
    switch type {
    case .node: return CypherSchema.nodeJSON(sql)
    case .relationship: return CypherSchema.relationshipJSON(sql)
    case .path:
      let nodes = answer("json_extract(\(sql), '$.n')", .list(.node))
      let relationships = answer("json_extract(\(sql), '$.r')", .list(.relationship))
      return "CASE WHEN \(sql) IS NOT NULL THEN json_array(json(\(nodes)), json(\(relationships))) END"
    case .list(let element):
      let each = alias("l")
      return """
        CASE WHEN \(sql) IS NOT NULL THEN (SELECT json_group_array(json(\(answer("\(each).value", element)))) \
        FROM json_each(\(sql)) AS \(each)) END
        """
    case .map(let fields):
      let members = fields.enumerated().map { index, field in
        let value = answer(Self.member(index, of: sql), field.type)
        return "'m\(index)', " + (Self.needsReading(field.type) || field.type.isJSON ? "json(\(value))" : value)
      }
      return "CASE WHEN \(sql) IS NOT NULL THEN json_object(\(members.joined(separator: ", "))) END"
    default: return sql
    }
  }

  /// A map's member by its place among the fields.
  static func member(_ index: Int, of sql: String) -> String { "json_extract(\(sql), '$.m\(index)')" }
}
