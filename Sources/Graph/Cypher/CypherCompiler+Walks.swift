import Vocabulary

/// Patterns of variable length: a recursive query for each row, whose rows `json_each` hands back.
extension CypherCompiler {
  /// A walk begins where fewer nodes are.
  func orderedWalks(_ walks: [Walk]) -> [Walk] {
    walks.sorted { (isOpen($0.left) && isOpen($0.right) ? 1 : 0) < (isOpen($1.left) && isOpen($1.right) ? 1 : 0) }
  }

  private func isOpen(_ binding: CypherBinding) -> Bool { binding.slot.map { $0.key == nil } ?? false }

  /// Adds a walk to the SELECT; gives the SQL of its relationships (`,1,2,`) and of its nodes behind the left one (`,1,2`).
  func walk(_ walk: Walk, _ edges: inout [MatchedEdge]) throws(CypherFault) -> (relationships: String, nodes: String) {
    let hops = walk.isShortest ? walk.pattern.hops ?? .init(least: 1, most: 1) : walk.pattern.hops
    let least = hops?.least ?? 1
    let most = hops?.most ?? CypherHops.most
    if walk.isShortest, least > 1 {
      throw CypherFault(.unsupported, "the lower bound in shortestPath must be 0 or 1", at: walk.pattern.place)
    }
    let isBackward = walk.isShortest ? false : startsRight(walk)
    let (start, end) = isBackward ? (walk.right, walk.left) : (walk.left, walk.right)
    let from = key(start)
    if walk.isShortest { _ = key(end) }
    let to = isOpen(end) ? nil : key(end)
    let table = alias("p")
    let body = try steps(walk, isBackward: isBackward, from: from, to: to, least: least, most: most)
    builder.join("json_each((\(body))) AS \(table)")
    if let slot = end.slot, slot.key == nil { slot.key = "json_extract(\(table).value, '$[0]')" }
    let relationships = "json_extract(\(table).value, '$[1]')"
    edges.append(.several(ids: relationships))
    if let name = walk.pattern.variable {
      try checkNew(name, at: walk.pattern.place)
      scope.add(
        name, CypherBinding(type: .list(.relationship), sql: "('[' || trim(\(relationships), ',') || ']')"))
    }
    return (relationships, "json_extract(\(table).value, '$[2]')")
  }

  /// Whether the right end promises fewer starts.
  private func startsRight(_ walk: Walk) -> Bool {
    func rank(_ binding: CypherBinding, _ node: NodePattern) -> Int {
      if binding.slot == nil { return 0 }
      if !node.properties.isEmpty { return 1 }
      return isOpen(binding) ? 3 : 2
    }
    return rank(walk.right, walk.rightNode) < rank(walk.left, walk.leftNode)
  }

  private func steps(
    _ walk: Walk, isBackward: Bool, from: String, to: String?, least: Int, most: Int
  ) throws(CypherFault) -> String {
    if walk.isShortest, let to, walk.pattern.properties.isEmpty, walk.pattern.filter == nil {
      return try keptPath(walk, from: from, to: to, least: least, most: most)
    }
    let (table, row) = (alias("s"), alias("e"))
    let (source, target) = ("\(row).\(CypherSchema.source)", "\(row).\(CypherSchema.target)")
    var direction = walk.pattern.direction
    if isBackward, direction != .either { direction = direction == .right ? .left : .right }
    let (join, next): (String, String) =
      switch direction {
      case .right: ("\(source) = \(table).node", target)
      case .left: ("\(target) = \(table).node", source)
      case .either:
        (
          "(\(source) = \(table).node OR \(target) = \(table).node)",
          "CASE WHEN \(source) = \(table).node THEN \(target) ELSE \(source) END"
        )
      }
    let id = "\(row).\(CypherSchema.eventKey)"
    var conditions = ["\(table).depth < \(most)"]
    if let types = try typeCondition(walk.pattern, row) { conditions.append(types) }
    conditions += try stepConditions(walk.pattern, id: id, row: row)
    if !walk.isShortest { conditions.append("instr(\(table).ids, ',' || \(id) || ',') = 0") }
    let ids = isBackward ? "',' || \(id) || \(table).ids" : "\(table).ids || \(id) || ','"
    let seen =
      !walk.needsNodes
      ? "''"
      : isBackward
        ? "',' || json_quote(\(table).node) || \(table).nodes" : "\(table).nodes || ',' || json_quote(\(next))"
    var ends = least > 0 ? ["depth >= \(least)"] : []
    if let to { ends.append("node = \(to)") }
    let found = ends.isEmpty ? "" : " WHERE " + ends.joined(separator: " AND ")
    guard walk.isShortest else {
      return """
        WITH RECURSIVE \(table)(node, depth, ids, nodes) AS (\
        SELECT \(from), 0, ',', '' WHERE \(from) IS NOT NULL UNION ALL \
        SELECT \(next), \(table).depth + 1, \(ids), \(seen) FROM \(table) JOIN \(CypherSchema.events) AS \(row) \
        ON \(join) WHERE \(conditions.joined(separator: " AND "))) \
        SELECT json_group_array(json_array(node, ids, nodes)) FROM \(table)\(found)
        """
    }
    // Breadth first, each node once. Of many events between two actors only the pair is followed; the first of them
    // stands in the path.
    let (each, test) = (alias("v"), conditions.joined(separator: " AND "))
    let isOpen = "\(CypherFunctions.isOpen)(\(table).search)"
    func others(_ end: String, at start: String) -> String {
      """
      SELECT DISTINCT \(end) AS node FROM \(CypherSchema.events) AS \(row) \
      WHERE \(start) = \(table).node AND \(test)
      """
    }
    let (forward, backward) = (others(target, at: source), others(source, at: target))
    let list =
      switch direction {
      case .right: forward
      case .left: backward
      case .either: forward + " UNION " + backward
      }
    let neighbours = "SELECT json_group_array(node) FROM (\(list))"
    let between =
      switch direction {
      case .right: "\(target) = \(each).value"
      case .left: "\(source) = \(each).value"
      case .either:
        """
        ((\(source) = \(table).node AND \(target) = \(each).value) \
        OR (\(source) = \(each).value AND \(target) = \(table).node))
        """
      }
    let first = """
      (SELECT min(\(id)) FROM \(CypherSchema.events) AS \(row) \
      WHERE \(direction == .either ? "" : "\(join) AND ")\(between) AND \(test))
      """
    let passed = walk.needsNodes ? "\(table).nodes || ',' || json_quote(\(each).value)" : "''"
    return """
      WITH RECURSIVE \(table)(node, depth, ids, nodes, search) AS (\
      SELECT \(from), 0, ',', '', \(CypherFunctions.search)(\(from), \(to ?? "NULL")) WHERE \(from) IS NOT NULL UNION ALL \
      SELECT \(each).value, \(table).depth + 1, \(table).ids || \(first) || ',', \(passed), \(table).search \
      FROM \(table) JOIN json_each(CASE WHEN \(isOpen) THEN (\(neighbours)) END) AS \(each) \
      WHERE \(CypherFunctions.visit)(\(table).search, \(each).value)) \
      SELECT json_array(json_array(node, ids, nodes)) FROM \(table)\(found) LIMIT 1
      """
  }

  /// A shortest path whose steps are limited by types alone: what is kept of dyads tells it. The first event of each
  /// step by day stands in the path.
  private func keptPath(
    _ walk: Walk, from: String, to: String, least: Int, most: Int
  ) throws(CypherFault) -> String {
    let (each, row) = (alias("v"), alias("e"))
    let types = try types(walk.pattern)
    let columns = EventType.allCases.filter { types.contains($0.rawValue) }.map { $0.rawValue.lowercased() }
    let test = try typeCondition(walk.pattern, row).map { " AND " + $0 } ?? ""
    func first(_ source: Int, _ target: Int) -> String {
      """
      (SELECT \(row).\(CypherSchema.eventKey) FROM \(CypherSchema.events) AS \(row) \
      WHERE \(row).\(CypherSchema.source) = json_extract(\(each).value, '$[\(source)]') \
      AND \(row).\(CypherSchema.target) = json_extract(\(each).value, '$[\(target)]')\(test) \
      ORDER BY \(row).day, \(row).\(CypherSchema.eventKey) LIMIT 1)
      """
    }
    let (direction, event): (ShortestPath.Direction, String) =
      switch walk.pattern.direction {
      case .right: (.right, first(0, 1))
      case .left: (.left, first(1, 0))
      case .either: (.either, "coalesce(\(first(0, 1)), \(first(1, 0)))")
      }
    let call =
      "\(CypherFunctions.path)(\(from), \(to), \(most), \(direction.rawValue), '\(columns.joined(separator: ","))')"
    let list = least > 0 ? call : "CASE WHEN \(from) = \(to) THEN '[]' ELSE \(call) END"
    let nodes = walk.needsNodes ? "ifnull(',' || group_concat(json_extract(\(each).value, '$[1]')), '')" : "''"
    return """
      SELECT CASE WHEN steps IS NOT NULL THEN (SELECT json_array(json_array(\(to), \
      ',' || ifnull(group_concat(\(event)) || ',', ''), \(nodes))) FROM json_each(steps) AS \(each)) END \
      FROM (SELECT \(list) AS steps)
      """
  }

  /// The conditions on each relationship of a walk; inside them its variable is the single relationship.
  private func stepConditions(
    _ pattern: RelationshipPattern, id: String, row: String
  ) throws(CypherFault) -> [String] {
    let outer = scope
    defer { scope = outer }
    let binding = CypherBinding(type: .relationship, sql: id, row: row)
    if let name = pattern.variable { scope.add(name, binding) }
    return try edgeConditions(pattern, binding)
  }
}
