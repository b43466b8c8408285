import Vocabulary

/// Expressions: each becomes SQL with a type.
extension CypherCompiler {
  func compile(_ expression: CypherExpression) throws(CypherFault) -> SQLFragment {
    if let grouping, let key = grouping.first(where: { $0.expression == expression }) { return key.fragment }
    let place = expression.place
    switch expression.kind {
    case .literal(let value): return literal(value)
    case .parameter(let name): return try parameter(name, at: place)
    case .variable(let name): return try value(of: name, at: place)
    case .property(let subject, let name): return try property(subject, name, at: place)
    case .list(let elements): return try list(elements)
    case .map(let entries):
      var list: [(key: String, value: SQLFragment)] = []
      for entry in entries { list.append((entry.key, try compile(entry.value))) }
      return try map(list, at: place)
    case .unary(let symbol, let inner): return try unary(symbol, inner)
    case .binary(let symbol, let left, let right): return try binary(symbol, left, right, at: place)
    case .isNull(let inner, let negated):
      let value = try compile(inner)
      return SQLFragment(
        sql: "(\(value.sql) IS \(negated ? "NOT " : "")NULL)", type: .boolean, isNullable: false)
    case .hasLabel(let subject, let labels): return try labelTest(subject, labels)
    case .index(let subject, let index): return try element(subject, index, at: place)
    case .slice(let subject, let start, let end): return try slice(subject, start, end)
    case .call(let call): return try self.call(call, at: place)
    case .cases(let subject, let branches, let otherwise): return try cases(subject, branches, otherwise, at: place)
    case .comprehension(let variable, let list, let filter, let map):
      return try comprehension(variable, list, filter, map)
    case .quantifier(let word, let variable, let list, let filter):
      return try quantifier(word, variable, list, filter)
    case .reduce(let reduction): return try reduce(reduction, at: place)
    case .exists(let query):
      let result = try inside { () throws(CypherFault) in try match(query) }
      return SQLFragment(sql: "EXISTS (SELECT 1\(result.builder.sql))", type: .boolean, isNullable: false)
    case .count(let query):
      let result = try inside { () throws(CypherFault) in try match(query) }
      return SQLFragment(sql: "(SELECT count(*)\(result.builder.sql))", type: .integer, isNullable: false)
    case .patternList(let query, let map):
      let result = try inside { () throws(CypherFault) -> SQLFragment in
        try match(query)
        return try compile(map)
      }
      let value = result.value
      return SQLFragment(
        sql: "(SELECT json_group_array(\(Self.json(value)))\(result.builder.sql))", type: .list(value.type),
        isNullable: false)
    case .projection(let subject, let entries): return try mapProjection(subject, entries, at: place)
    }
  }

  /// A value as an element of JSON.
  static func json(_ fragment: SQLFragment) -> String {
    fragment.type.isJSON ? "json(\(fragment.sql))" : fragment.sql
  }

  func literal(_ value: CypherValue) -> SQLFragment {
    var fragment = SQLFragment(sql: "NULL", type: CypherType(value) ?? .null, isNullable: false, constant: value)
    switch value {
    case .null: return .null
    case .boolean(let flag): fragment.sql = flag ? "1" : "0"
    case .integer(let number): fragment.sql = "\(number)"
    default: fragment.sql = bind(value)
    }
    return fragment
  }

  private func parameter(_ name: String, at place: Int) throws(CypherFault) -> SQLFragment {
    guard let value = parameters[name] else {
      let near = Suggestion.nearest(to: name, among: Array(parameters.keys).sorted())
      throw CypherFault(
        .parameter,
        "the parameter $\(name) has no value"
          + (near.isEmpty
            ? "; give one with --param \(name)=…" : "; did you mean $\(near.joined(separator: " or $"))?"),
        at: place)
    }
    switch value {
    case .node, .relationship, .path:
      throw CypherFault(.type, "the parameter $\(name) must be a plain value, a list or a map", at: place)
    default: break
    }
    guard CypherType(value) != nil else {
      throw CypherFault(.type, "the list in the parameter $\(name) mixes types", at: place)
    }
    return literal(value)
  }

  /// The variable of this name.
  func variable(_ name: String, at place: Int) throws(CypherFault) -> CypherBinding {
    guard let binding = scope.names[name] else {
      throw CypherFault.unknown("variable", name, among: scope.order, at: place)
    }
    if let grouping, !binding.isLocal, !grouping.contains(where: { $0.expression.kind == .variable(name) }) {
      throw CypherFault(
        .type, "'\(name)' must stand inside an aggregate here, or in a column of its own", at: place)
    }
    return binding
  }

  private func value(of name: String, at place: Int) throws(CypherFault) -> SQLFragment {
    let binding = try variable(name, at: place)
    return SQLFragment(sql: key(binding), type: binding.type, isNullable: binding.isNullable)
  }

  // MARK: properties

  private func property(
    _ subject: CypherExpression, _ name: String, at place: Int
  ) throws(CypherFault) -> SQLFragment {
    if case .variable(let variable) = subject.kind {
      return try property(name, of: try self.variable(variable, at: subject.place), at: place)
    }
    return try property(name, of: binding(try compile(subject)), at: place)
  }

  /// A property of a node, relationship, map or date.
  func property(_ name: String, of binding: CypherBinding, at place: Int) throws(CypherFault) -> SQLFragment {
    switch binding.type {
    case .null: return .null
    case .node:
      let all = CypherSchema.actorProperties
      guard let property = all.first(where: { $0.name == name }) else {
        throw CypherFault.unknown("property of actors", name, among: all.map(\.name), at: place)
      }
      return read(property, of: binding)
    case .relationship:
      let all = CypherSchema.eventProperties
      guard let property = all.first(where: { $0.name == name }) else {
        throw CypherFault.unknown("property of relationships", name, among: all.map(\.name), at: place)
      }
      if let row = binding.row {
        var fragment = property.fragment(row)
        if binding.isNullable { fragment.isNullable = true }
        return fragment
      }
      return SQLFragment(sql: read(binding, property.read), type: property.type)
    case .map(let fields):
      guard let index = fields.firstIndex(where: { $0.name == name }) else {
        throw CypherFault.unknown("key of the map", name, among: fields.map(\.name), at: place)
      }
      return SQLFragment(sql: Self.member(index, of: key(binding)), type: fields[index].type)
    case .date, .duration: return try component(name, of: key(binding), binding.type, at: place)
    default:
      throw CypherFault(.type, "\(binding.type.name) has no properties", at: place)
    }
  }

  /// A property of an actor, of the joined row or by a look-up.
  private func read(_ property: CypherSchema.Property, of binding: CypherBinding) -> SQLFragment {
    var fragment: SQLFragment
    if let slot = binding.slot, joinsRows || slot.row != nil {
      fragment = property.fragment(slot.joined())
    } else {
      fragment = SQLFragment(
        sql: read(binding, property.read), type: property.type, isNullable: binding.isNullable || binding.slot == nil)
    }
    if property.name == "code" { fragment.codeOf = key(binding) }
    return fragment
  }

  /// Reads something of an actor's or event's row, by a look-up where the row is not at hand.
  func read(_ binding: CypherBinding, _ column: (String) -> String) -> String {
    if let row = binding.row { return column(row) }
    let row = alias("k")
    let (table, keyColumn) =
      binding.type == .node
      ? (CypherSchema.actors, CypherSchema.actorKey) : (CypherSchema.events, CypherSchema.eventKey)
    return "(SELECT \(column(row)) FROM \(table) AS \(row) WHERE \(row).\(keyColumn) = \(key(binding)))"
  }

  // MARK: maps and choices

  func map(_ entries: [(key: String, value: SQLFragment)], at place: Int) throws(CypherFault) -> SQLFragment {
    var fields: [CypherType.Field] = []
    var members: [String] = []
    for (index, entry) in entries.enumerated() {
      guard !fields.contains(where: { $0.name == entry.key }) else {
        throw CypherFault(.name, "the map has the key '\(entry.key)' twice", at: place)
      }
      fields.append(.init(name: entry.key, type: entry.value.type))
      members.append("'m\(index)', \(Self.json(entry.value))")
    }
    return SQLFragment(
      sql: "json_object(\(members.joined(separator: ", ")))", type: .map(fields), isNullable: false)
  }

  private func mapProjection(
    _ subject: CypherExpression, _ entries: [CypherExpression.ProjectionEntry], at place: Int
  ) throws(CypherFault) -> SQLFragment {
    guard case .variable(let name) = subject.kind else { throw CypherFault(.syntax, "expected a variable", at: place) }
    let binding = try variable(name, at: subject.place)
    var list: [(key: String, value: SQLFragment)] = []
    for entry in entries {
      switch entry {
      case .property(let key, let place):
        list.append((key, try property(key, of: binding, at: place)))
      case .all:
        for key in try propertyNames(binding.type, at: place) {
          list.append((key, try property(key, of: binding, at: place)))
        }
      case .entry(let entry):
        list.append((entry.key, try compile(entry.value)))
      }
    }
    var result = try map(list, at: place)
    if binding.isNullable {
      result.sql = "CASE WHEN \(key(binding)) IS NOT NULL THEN \(result.sql) END"
      result.isNullable = true
    }
    return result
  }

  /// The names that `properties`, `keys` and `.*` tell.
  func propertyNames(_ type: CypherType, at place: Int) throws(CypherFault) -> [String] {
    switch type {
    case .node: return CypherSchema.actorProperties.filter { $0.name != "aliases" }.map(\.name)
    case .relationship: return CypherSchema.plainEventProperties.map(\.name)
    case .map(let fields): return fields.map(\.name)
    default: throw CypherFault(.type, "\(type.name) has no properties", at: place)
    }
  }

  private func cases(
    _ subject: CypherExpression?, _ branches: [CypherExpression.Branch], _ otherwise: CypherExpression?, at place: Int
  ) throws(CypherFault) -> SQLFragment {
    let subject = try subject.map { expression throws(CypherFault) in try compile(expression) }
    var type = CypherType.null
    var sql = "(CASE"
    func add(_ value: SQLFragment, at place: Int) throws(CypherFault) {
      guard let both = type.union(value.type) else {
        throw CypherFault(.type, "this branch is \(value.type.name), the others are \(type.name)", at: place)
      }
      type = both
    }
    for branch in branches {
      if let subject {
        let value = try compile(branch.condition)
        sql += " WHEN \(try equality(subject, value, "=", at: branch.condition.place).sql)"
      } else {
        sql += " WHEN \(try condition(branch.condition))"
      }
      let value = try compile(branch.value)
      try add(value, at: branch.value.place)
      sql += " THEN \(value.sql)"
    }
    if let otherwise {
      let value = try compile(otherwise)
      try add(value, at: otherwise.place)
      sql += " ELSE \(value.sql)"
    }
    return SQLFragment(sql: sql + " END)", type: type)
  }
}
