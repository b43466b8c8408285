import Vocabulary

/// Labels are kinds of actors, relationship types are types of events: both are checked before the query runs.
extension CypherCompiler {
  /// The condition that a node has the labels.
  func hasLabels(_ labels: LabelExpression, _ binding: CypherBinding) throws(CypherFault) -> String {
    let kinds = try Self.kinds(labels)
    guard kinds.count < ActorKind.allCases.count else { return "\(key(binding)) IS NOT NULL" }
    let list = ActorKind.allCases.filter(kinds.contains)
    if let slot = binding.slot, joinsRows || slot.row != nil { return CypherSchema.isKind(list, slot.joined()) }
    let row = alias("k")
    return """
      (SELECT \(CypherSchema.isKind(list, row)) FROM \(CypherSchema.actors) AS \(row) \
      WHERE \(row).\(CypherSchema.actorKey) = \(key(binding)))
      """
  }

  private static func kinds(_ labels: LabelExpression) throws(CypherFault) -> Set<ActorKind> {
    try fold(labels, all: Set(ActorKind.allCases)) { name, place throws(CypherFault) in
      if name == CypherSchema.everyNode { return Set(ActorKind.allCases) }
      if let label = CypherSchema.labels.first(where: { $0.names.contains(name) }) { return [label.kind] }
      throw CypherFault.unknown("label", name, among: CypherSchema.labelNames, at: place)
    }
  }

  private static func fold<Value: Hashable>(
    _ labels: LabelExpression, all: Set<Value>, _ read: (String, Int) throws(CypherFault) -> Set<Value>
  ) throws(CypherFault) -> Set<Value> {
    switch labels {
    case .name(let name, let place): try read(name, place)
    case .not(let inner): all.subtracting(try fold(inner, all: all, read))
    case .and(let one, let other): try fold(one, all: all, read).intersection(try fold(other, all: all, read))
    case .or(let one, let other): try fold(one, all: all, read).union(try fold(other, all: all, read))
    }
  }

  /// The types that a relationship may have.
  func types(_ pattern: RelationshipPattern) throws(CypherFault) -> Set<String> {
    let all = Set(EventType.allCases.map(\.rawValue))
    guard let types = pattern.types else { return all }
    return try Self.types(types, all)
  }

  private static func types(_ labels: LabelExpression, _ all: Set<String>) throws(CypherFault) -> Set<String> {
    try fold(labels, all: all) { name, place throws(CypherFault) in
      guard all.contains(name) else {
        throw CypherFault.unknown(
          "relationship type", name, among: EventType.allCases.map(\.rawValue), at: place)
      }
      return [name]
    }
  }

  /// The condition on an event's type; nil where all are allowed.
  func typeCondition(_ pattern: RelationshipPattern, _ row: String) throws(CypherFault) -> String? {
    Self.isType(try types(pattern), CypherSchema.typeColumn(row))
  }

  private static func isType(_ types: Set<String>, _ column: String) -> String? {
    if types.count == EventType.allCases.count { return nil }
    let list = EventType.allCases.filter { types.contains($0.rawValue) }.map { CypherSchema.storedType($0) }
    return list.count == 1 ? "\(column) = \(list[0])" : "\(column) IN (\(list.joined(separator: ", ")))"
  }

  /// `r:REQUEST` or `n:Country` in an expression.
  func labelTest(
    _ subject: CypherExpression, _ labels: LabelExpression
  ) throws(CypherFault) -> SQLFragment {
    guard case .variable(let name) = subject.kind else {
      throw CypherFault(.syntax, "expected a variable before ':'", at: subject.place)
    }
    let binding = try variable(name, at: subject.place)
    switch binding.type {
    case .node: return SQLFragment(sql: "(\(try hasLabels(labels, binding)))", type: .boolean)
    case .relationship:
      let column = read(binding) { CypherSchema.typeColumn($0) }
      let condition = Self.isType(try Self.types(labels, Set(EventType.allCases.map(\.rawValue))), column)
      return SQLFragment(sql: "(\(condition ?? "\(key(binding)) IS NOT NULL"))", type: .boolean)
    default:
      throw CypherFault(.type, "'\(name)' is \(binding.type.name) and has no label", at: subject.place)
    }
  }
}
