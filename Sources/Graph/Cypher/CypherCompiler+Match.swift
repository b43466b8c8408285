/// MATCH: patterns as joins of events, with the actors' rows where something asks for them.
extension CypherCompiler {
  /// What one pattern became.
  struct MatchedPath {
    /// JSON members `,key` of the nodes and `,id` of the relationships, in the path's order.
    var nodes: [String] = []
    var relationships: [String] = []
  }

  /// A relationship of the MATCH at hand, which must differ from all others.
  enum MatchedEdge {
    case single(id: String, types: Set<EventTypeName>)
    /// Ids between commas, with a comma at both ends.
    case several(ids: String)
  }
  typealias EventTypeName = String

  /// What stands inside a node or relationship; it is compiled once all variables of the MATCH are known.
  private enum Detail {
    case node(NodePattern, CypherBinding)
    case relationship(RelationshipPattern, CypherBinding)
  }

  /// Hops of variable length wait until the fixed ones have given their ends.
  struct Walk {
    var path: Int
    var step: Int
    var pattern: RelationshipPattern
    var left: CypherBinding
    var right: CypherBinding
    var leftNode: NodePattern
    var rightNode: NodePattern
    var isShortest: Bool
    var needsNodes: Bool
  }

  /// Adds patterns and their condition to the SELECT at hand.
  func match(_ query: PatternQuery) throws(CypherFault) {
    var edges: [MatchedEdge] = []
    var paths: [MatchedPath] = []
    var walks: [Walk] = []
    var details: [Detail] = []
    var bound: Set<String> = []
    var nodes: [[CypherBinding]] = []
    for (index, pattern) in query.patterns.enumerated() {
      var left = try node(pattern.start, &details)
      var steps = [left]
      var path = MatchedPath(nodes: [""], relationships: [])
      for (number, step) in pattern.steps.enumerated() {
        let right = try node(step.node, &details)
        if let name = step.relationship.variable {
          guard bound.insert(name).inserted else {
            throw CypherFault(
              .name, "the relationship '\(name)' stands twice in one MATCH", at: step.relationship.place)
          }
        }
        path.nodes.append("")
        path.relationships.append("")
        if step.relationship.hops != nil || pattern.isShortest {
          let before = number == 0 ? pattern.start : pattern.steps[number - 1].node
          walks.append(
            Walk(
              path: index, step: number, pattern: step.relationship, left: left, right: right, leftNode: before,
              rightNode: step.node, isShortest: pattern.isShortest, needsNodes: pattern.variable != nil))
        } else {
          let id = try hop(step.relationship, left, right, step.node, &edges, &details)
          path.relationships[number] = "',' || \(id)"
        }
        left = right
        steps.append(right)
      }
      if pattern.isShortest, pattern.steps.count != 1 {
        throw CypherFault(.syntax, "shortestPath takes one relationship between two nodes", at: pattern.place)
      }
      paths.append(path)
      nodes.append(steps)
    }
    for walk in orderedWalks(walks) {
      let walked = try self.walk(walk, &edges)
      paths[walk.path].relationships[walk.step] = "rtrim(\(walked.relationships), ',')"
      paths[walk.path].nodes[walk.step + 1] = walked.nodes
    }
    // Nodes without any relationship are rows of their own.
    for binding in nodes.joined() { if let slot = binding.slot, slot.key == nil { slot.joined() } }
    requireDifferent(edges)
    for (index, pattern) in query.patterns.enumerated() {
      guard let name = pattern.variable else { continue }
      try checkNew(name, at: pattern.place)
      var path = paths[index]
      for (number, binding) in nodes[index].enumerated() where path.nodes[number].isEmpty {
        path.nodes[number] = "',' || json_quote(\(key(binding)))"
      }
      scope.add(name, CypherBinding(type: .path, sql: Self.json(path)))
    }
    for detail in details {
      for condition in try conditions(detail) { builder.require(condition) }
    }
    if let filter = query.filter { builder.require(try condition(filter)) }
  }

  private static func json(_ path: MatchedPath) -> String {
    let nodes = path.nodes.joined(separator: " || ")
    let relationships = path.relationships.isEmpty ? "''" : path.relationships.joined(separator: " || ")
    return
      "json_object('n', json('[' || substr(\(nodes), 2) || ']'), 'r', json('[' || substr(\(relationships), 2) || ']'))"
  }

  /// The value of a binding: a node's or relationship's key, or a plain value.
  func key(_ binding: CypherBinding) -> String {
    guard let slot = binding.slot else { return binding.sql }
    if let key = slot.key { return key }
    slot.joined()
    return slot.key ?? "NULL"
  }

  /// A node of a pattern: one that is there already, or a new one.
  private func node(
    _ pattern: NodePattern, _ details: inout [Detail]
  ) throws(CypherFault) -> CypherBinding {
    let binding: CypherBinding
    if let name = pattern.variable, let known = scope.names[name] {
      guard known.type == .node || known.type == .null else {
        throw CypherFault(.type, "'\(name)' is \(known.type.name), not a node", at: pattern.place)
      }
      binding = known
    } else {
      binding = CypherBinding(type: .node, slot: NodeSlot(self, builder))
      if let name = pattern.variable { scope.add(name, binding) }
    }
    if pattern.labels == nil, pattern.properties.isEmpty, pattern.filter == nil { return binding }
    details.append(.node(pattern, binding))
    return binding
  }

  /// A relationship of one hop: an event that is joined; gives its id.
  private func hop(
    _ pattern: RelationshipPattern, _ left: CypherBinding, _ right: CypherBinding, _ rightNode: NodePattern,
    _ edges: inout [MatchedEdge], _ details: inout [Detail]
  ) throws(CypherFault) -> String {
    let row = alias("e")
    builder.join("\(CypherSchema.events) AS \(row)")
    let id = "\(row).\(CypherSchema.eventKey)"
    let binding = CypherBinding(type: .relationship, sql: id, row: row)
    if let name = pattern.variable {
      if let known = scope.names[name] {
        guard known.type == .relationship || known.type == .null else {
          throw CypherFault(.type, "'\(name)' is \(known.type.name), not a relationship", at: pattern.place)
        }
        builder.require("\(id) = \(known.sql)")
      } else {
        scope.add(name, binding)
      }
    }
    connect(row, pattern.direction, left, right, isRightNarrow: !rightNode.properties.isEmpty)
    try requireTypes(pattern, row)
    edges.append(.single(id: id, types: try types(pattern)))
    if !pattern.properties.isEmpty || pattern.filter != nil {
      details.append(.relationship(pattern, binding))
    }
    return id
  }

  /// The conditions of one node or relationship.
  private func conditions(_ detail: Detail) throws(CypherFault) -> [String] {
    switch detail {
    case .node(let pattern, let binding): try nodeConditions(pattern, binding)
    case .relationship(let pattern, let binding): try edgeConditions(pattern, binding)
    }
  }

  /// The conditions of labels, properties and WHERE inside the parentheses.
  func nodeConditions(_ pattern: NodePattern, _ binding: CypherBinding) throws(CypherFault) -> [String] {
    var list: [String] = []
    if let labels = pattern.labels { list.append(try hasLabels(labels, binding)) }
    list += try propertyConditions(pattern.properties, binding)
    if let filter = pattern.filter { list.append(try condition(filter)) }
    return list
  }

  private func propertyConditions(
    _ entries: [CypherExpression.Entry], _ binding: CypherBinding
  ) throws(CypherFault) -> [String] {
    var list: [String] = []
    for entry in entries {
      let property = try self.property(entry.key, of: binding, at: entry.value.place)
      list.append(try equality(property, try compile(entry.value), "=", at: entry.value.place).sql)
    }
    return list
  }

  /// The conditions of properties and WHERE inside the brackets.
  func edgeConditions(
    _ pattern: RelationshipPattern, _ binding: CypherBinding
  ) throws(CypherFault) -> [String] {
    var list = try propertyConditions(pattern.properties, binding)
    if let filter = pattern.filter { list.append(try condition(filter)) }
    return list
  }

  private func requireTypes(_ pattern: RelationshipPattern, _ row: String) throws(CypherFault) {
    if let condition = try typeCondition(pattern, row) { builder.require(condition) }
  }

  /// Ties an event to its ends.
  private func connect(
    _ row: String, _ direction: RelationshipPattern.Direction, _ left: CypherBinding, _ right: CypherBinding,
    isRightNarrow: Bool
  ) {
    let (source, target) = ("\(row).\(CypherSchema.source)", "\(row).\(CypherSchema.target)")
    func tie(_ binding: CypherBinding, _ column: String) {
      if let slot = binding.slot, slot.key == nil {
        slot.key = column
      } else {
        builder.require("\(column) = \(key(binding))")
      }
    }
    switch direction {
    case .right:
      tie(left, source)
      tie(right, target)
    case .left:
      tie(left, target)
      tie(right, source)
    case .either:
      let isRightOpen = right.slot.map { $0.key == nil } ?? false
      let start = key(left)
      // From a known start a look-up in both directions gives the other end.
      let other = "CASE WHEN \(source) = \(start) THEN \(target) ELSE \(source) END"
      if isRightOpen, !isRightNarrow, left.slot == nil, let slot = right.slot {
        builder.require("\(source) = \(start) OR \(target) = \(start)")
        slot.key = other
        return
      }
      let end = key(right)
      builder.require("(\(source) = \(start) AND \(target) = \(end)) OR (\(source) = \(end) AND \(target) = \(start))")
      // These follow from the line before; they let SQLite look up either end by the other.
      builder.require("\(end) = \(other)")
      builder.require("\(start) = CASE WHEN \(source) = \(end) THEN \(target) ELSE \(source) END")
    }
  }

  /// Within one MATCH no two relationships are the same.
  private func requireDifferent(_ edges: [MatchedEdge]) {
    for (index, one) in edges.enumerated() {
      for other in edges.dropFirst(index + 1) {
        switch (one, other) {
        case (.single(let id, let types), .single(let otherID, let otherTypes)):
          if !types.isDisjoint(with: otherTypes) { builder.require("\(id) <> \(otherID)") }
        case (.single(let id, _), .several(let ids)), (.several(let ids), .single(let id, _)):
          builder.require("instr(\(ids), ',' || \(id) || ',') = 0")
        case (.several(let ids), .several(let others)):
          let (x, y) = (alias("x"), alias("y"))
          builder.require(
            """
            NOT EXISTS (SELECT 1 FROM json_each('[' || trim(\(ids), ',') || ']') AS \(x) JOIN \
            json_each('[' || trim(\(others), ',') || ']') AS \(y) ON \(x).value = \(y).value)
            """)
        }
      }
    }
  }
}
