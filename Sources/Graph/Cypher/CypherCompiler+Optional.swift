/// OPTIONAL MATCH: what it finds, or one row of nulls.
extension CypherCompiler {
  func optionalMatch(_ query: PatternQuery) throws(CypherFault) {
    if try joinsOneHop(query) { return }
    let known = Set(scope.order)
    let outer = scope
    // All rows of the pattern as one JSON list, which json_each spreads beside the row that they belong to.
    let result = try inside { () throws(CypherFault) -> [(name: String, binding: CypherBinding)] in
      try match(query)
      return scope.order.filter { !known.contains($0) }.compactMap { name in
        scope.names[name].map { (name, CypherBinding(type: $0.type, sql: key($0))) }
      }
    }
    scope = outer
    let table = alias("o")
    let members = result.value.map { $0.binding.type.isJSON ? "json(\($0.binding.sql))" : $0.binding.sql }
    let list = "SELECT json_group_array(json_array(\(members.joined(separator: ", "))))\(result.builder.sql)"
    builder.leftJoin("json_each((\(list))) AS \(table)", on: "1")
    for (index, (name, binding)) in result.value.enumerated() {
      scope.add(
        name,
        CypherBinding(type: binding.type, sql: "json_extract(\(table).value, '$[\(index)]')", isNullable: true))
    }
  }

  /// `OPTIONAL MATCH (a)-[r]->(b)` from a known node is a plain outer join.
  private func joinsOneHop(_ query: PatternQuery) throws(CypherFault) -> Bool {
    guard query.patterns.count == 1, let pattern = query.patterns.first, pattern.variable == nil, !pattern.isShortest,
      pattern.steps.count == 1, let step = pattern.steps.first, step.relationship.hops == nil,
      step.relationship.direction != .either,
      step.relationship.variable.map({ scope.names[$0] == nil }) ?? true
    else { return false }
    func known(_ node: NodePattern) -> CypherBinding? { node.variable.flatMap { scope.names[$0] } }
    let left = known(pattern.start)
    let right = known(step.node)
    guard left != nil || right != nil, left.map({ $0.type == .node }) ?? true, right.map({ $0.type == .node }) ?? true,
      pattern.start.variable != step.node.variable
    else { return false }
    let row = alias("e")
    let isRight = step.relationship.direction == .right
    let columns = ["\(row).\(CypherSchema.source)", "\(row).\(CypherSchema.target)"]
    var conditions: [String] = []
    var ends: [CypherBinding] = []
    for (binding, pattern, column) in [
      (left, pattern.start, columns[isRight ? 0 : 1]), (right, step.node, columns[isRight ? 1 : 0]),
    ] {
      if let binding {
        conditions.append("\(column) = \(key(binding))")
        ends.append(binding)
      } else {
        let new = CypherBinding(type: .node, sql: column, isNullable: true)
        if let name = pattern.variable { scope.add(name, new) }
        ends.append(new)
      }
    }
    let edge = CypherBinding(type: .relationship, sql: "\(row).\(CypherSchema.eventKey)", isNullable: true, row: row)
    if let name = step.relationship.variable { scope.add(name, edge) }
    // Conditions belong to the join; a row that they joined would narrow the outer rows.
    let outer = joinsRows
    joinsRows = false
    defer { joinsRows = outer }
    if let types = try typeCondition(step.relationship, row) { conditions.append(types) }
    conditions += try edgeConditions(step.relationship, edge)
    for (binding, node) in zip(ends, [pattern.start, step.node]) {
      conditions += try nodeConditions(node, binding)
    }
    if let filter = query.filter { conditions.append(try condition(filter)) }
    builder.leftJoin(
      "\(CypherSchema.events) AS \(row)", on: conditions.map { "(\($0))" }.joined(separator: " AND "))
    return true
  }
}
