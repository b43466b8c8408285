import Vocabulary

/// Functions: each checks its arguments' types and becomes SQL.
extension CypherCompiler {
  func call(_ call: CypherExpression.Call, at place: Int) throws(CypherFault) -> SQLFragment {
    let name = call.name.lowercased()
    guard let arity = CypherFunctions.arities[name] else {
      throw CypherFault.unknown("function", call.name, among: CypherFunctions.names, at: place)
    }
    if CypherFunctions.isAggregate(name) { return try aggregate(name, call, at: place) }
    guard !call.hasStar, !call.isDistinct else {
      throw CypherFault(.syntax, "'*' and DISTINCT are for aggregates such as count", at: place)
    }
    guard arity.contains(call.arguments.count) else {
      throw CypherFault(
        .type, "\(call.name) takes \(CypherFunctions.count(arity)), not \(call.arguments.count)", at: place)
    }
    let places = call.arguments.map(\.place)
    if name == "exists", case .exists = call.arguments[0].kind { return try compile(call.arguments[0]) }
    if name == "startnode" || name == "endnode" || name == "type" || name == "labels" {
      return try graphCall(name, call.arguments[0])
    }
    if let result = try dateCall(name, call.arguments, at: place) { return result }
    let arguments = try call.arguments.map { part throws(CypherFault) in try compile(part) }
    if let result = try listCall(name, arguments, at: places) { return result }
    if let result = try textCall(name, arguments, call, at: places) { return result }
    if let result = try numberCall(name, arguments, call, at: places) { return result }
    return try generalCall(name, call, arguments, at: place)
  }

  private func graphCall(_ name: String, _ argument: CypherExpression) throws(CypherFault) -> SQLFragment {
    let binding: CypherBinding
    if case .variable(let variable) = argument.kind {
      binding = try self.variable(variable, at: argument.place)
    } else {
      binding = self.binding(try compile(argument))
    }
    if binding.type == .null { return .null }
    let wanted: CypherType = name == "labels" ? .node : .relationship
    guard binding.type == wanted else {
      throw CypherFault(.type, "\(name) needs \(wanted.name), not \(binding.type.name)", at: argument.place)
    }
    switch name {
    case "labels":
      let row = binding.slot?.row
      return SQLFragment(
        sql: row.map(CypherSchema.labelList) ?? read(binding, CypherSchema.labelList), type: .list(.string))
    case "type": return try property("type", of: binding, at: argument.place)
    default:
      let column = name == "startnode" ? CypherSchema.source : CypherSchema.target
      return SQLFragment(sql: read(binding) { "\($0).\(column)" }, type: .node, isNullable: binding.isNullable)
    }
  }

  // MARK: aggregates

  private func aggregate(
    _ name: String, _ call: CypherExpression.Call, at place: Int
  ) throws(CypherFault) -> SQLFragment {
    guard allowsAggregates else {
      throw CypherFault(
        .type, "the aggregate \(call.name) can only stand in RETURN or WITH, and not inside another", at: place)
    }
    let outer = (grouping, allowsAggregates)
    (grouping, allowsAggregates) = (nil, false)
    defer { (grouping, allowsAggregates) = outer }
    if call.hasStar {
      guard name == "count" else { throw CypherFault(.syntax, "only count takes '*'", at: place) }
      return SQLFragment(sql: "count(*)", type: .integer, isNullable: false)
    }
    guard call.arguments.count == 1, let argument = call.arguments.first else {
      throw CypherFault(.type, "\(call.name) takes 1 argument, not \(call.arguments.count)", at: place)
    }
    let value = try compile(argument)
    let distinct = call.isDistinct ? "DISTINCT " : ""
    switch name {
    case "count":
      let counted = value.codeOf ?? value.sql
      // A plain count needs no look-up of what is never null.
      if !call.isDistinct, !value.isNullable { return SQLFragment(sql: "count(*)", type: .integer, isNullable: false) }
      return SQLFragment(sql: "count(\(distinct)\(counted))", type: .integer, isNullable: false)
    case "collect":
      let filter = value.isNullable ? " FILTER (WHERE \(value.sql) IS NOT NULL)" : ""
      let list = "json_group_array(\(distinct)\(Self.json(value)))\(filter)"
      guard call.isDistinct, value.type.isJSON else {
        return SQLFragment(sql: list, type: .list(value.type), isNullable: false)
      }
      throw CypherFault(.unsupported, "collect(DISTINCT) of lists, maps or paths is not available", at: argument.place)
    case "min", "max":
      switch value.type {
      case .integer, .double, .string, .date, .boolean, .null: break
      default: throw CypherFault(.type, "\(name) cannot order \(value.type.name)", at: argument.place)
      }
      return SQLFragment(sql: "\(name)(\(value.sql))", type: value.type)
    default:
      guard value.type.isNumber else {
        throw CypherFault(.type, "\(name) needs numbers, not \(value.type.name)", at: argument.place)
      }
      switch name {
      case "sum":
        let zero = value.type == .double ? "0.0" : "0"
        return SQLFragment(
          sql: "coalesce(sum(\(distinct)\(value.sql)), \(zero))", type: value.type == .double ? .double : .integer,
          isNullable: false)
      case "avg": return SQLFragment(sql: "avg(\(distinct)\(value.sql))", type: .double)
      default: return deviation(name, value.sql, distinct)
      }
    }
  }

  /// Standard deviation of a sample (`stdev`) or of all (`stdevp`): the root of the mean square less the squared mean.
  private func deviation(_ name: String, _ value: String, _ distinct: String) -> SQLFragment {
    let count = "count(\(distinct)\(value))"
    let square = "sum(\(distinct)(\(value)) * (\(value))) * 1.0"
    let mean = "avg(\(distinct)\(value))"
    let divisor = name == "stdev" ? "(\(count) - 1)" : count
    return SQLFragment(
      sql: "coalesce(sqrt(max(0.0, (\(square) - \(count) * \(mean) * \(mean)) / nullif(\(divisor), 0))), 0.0)",
      type: .double, isNullable: false)
  }

  // MARK: general

  private func generalCall(
    _ name: String, _ call: CypherExpression.Call, _ arguments: [SQLFragment], at place: Int
  ) throws(CypherFault) -> SQLFragment {
    let first = arguments.first ?? .null
    switch name {
    case "id", "elementid":
      if first.type == .relationship || first.type == .null {
        return SQLFragment(sql: first.sql, type: .integer, isNullable: first.isNullable)
      }
      guard first.type == .node else {
        throw CypherFault(.type, "id needs a node or relationship, not \(first.type.name)", at: place)
      }
      // The code is what a node keeps in every copy of the graph.
      return try property("code", of: binding(first), at: place)
    case "exists": return SQLFragment(sql: "(\(first.sql) IS NOT NULL)", type: .boolean, isNullable: false)
    case "coalesce":
      var type = CypherType.null
      for (value, part) in zip(arguments, call.arguments) {
        guard let both = type.union(value.type) else {
          throw CypherFault(
            .type, "coalesce needs values of one type; this is \(value.type.name) after \(type.name)", at: part.place)
        }
        type = both
      }
      let list = arguments.map(\.sql)
      return SQLFragment(
        sql: list.count == 1 ? list[0] : "coalesce(\(list.joined(separator: ", ")))", type: type,
        isNullable: arguments.allSatisfy(\.isNullable))
    case "nullif":
      let test = try equality(first, arguments[1], "=", at: place)
      return SQLFragment(sql: "(CASE WHEN \(test.sql) THEN NULL ELSE \(first.sql) END)", type: first.type)
    case "properties", "keys":
      let subject = binding(first)
      if subject.type == .null { return .null }
      let names = try propertyNames(subject.type, at: place)
      var result: SQLFragment
      if name == "keys" {
        let list = names.map { bind(.string($0)) }.joined(separator: ", ")
        result = SQLFragment(sql: "json_array(\(list))", type: .list(.string), isNullable: false)
      } else {
        var members: [(key: String, value: SQLFragment)] = []
        for name in names { members.append((name, try property(name, of: subject, at: place))) }
        result = try map(members, at: place)
      }
      if first.isNullable {
        result.sql = "(CASE WHEN \(first.sql) IS NOT NULL THEN \(result.sql) END)"
        result.isNullable = true
      }
      return result
    default: return try conversion(name, first, at: call.arguments.first?.place ?? place)
    }
  }

  private func conversion(_ name: String, _ value: SQLFragment, at place: Int) throws(CypherFault) -> SQLFragment {
    switch value.type {
    case .integer, .double, .string, .date, .boolean, .null: break
    default: throw CypherFault(.type, "\(name) cannot convert \(value.type.name)", at: place)
    }
    let sql = value.sql
    // Texts that are no numbers become null; GLOB tells them apart before the cast.
    let isNumeric = "trim(\(sql)) <> '' AND json_valid(trim(\(sql))) AND json_type(trim(\(sql))) IN ('integer', 'real')"
    switch name {
    case "tointeger":
      if value.type.isText {
        return SQLFragment(
          sql: "(CASE WHEN \(isNumeric) THEN CAST(CAST(trim(\(sql)) AS REAL) AS INTEGER) END)", type: .integer)
      }
      return SQLFragment(sql: "CAST(\(sql) AS INTEGER)", type: .integer, isNullable: value.isNullable)
    case "tofloat":
      if value.type.isText {
        return SQLFragment(sql: "(CASE WHEN \(isNumeric) THEN CAST(trim(\(sql)) AS REAL) END)", type: .double)
      }
      return SQLFragment(sql: "CAST(\(sql) AS REAL)", type: .double, isNullable: value.isNullable)
    case "toboolean":
      if value.type.isText {
        return SQLFragment(sql: "(CASE lower(trim(\(sql))) WHEN 'true' THEN 1 WHEN 'false' THEN 0 END)", type: .boolean)
      }
      return SQLFragment(sql: "(\(sql) <> 0)", type: .boolean, isNullable: value.isNullable)
    default:
      if value.type == .boolean {
        return SQLFragment(sql: "(CASE \(sql) WHEN 1 THEN 'true' WHEN 0 THEN 'false' END)", type: .string)
      }
      return SQLFragment(sql: "CAST(\(sql) AS TEXT)", type: .string, isNullable: value.isNullable)
    }
  }
}
