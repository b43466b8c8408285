import Vocabulary

/// RETURN and WITH: columns, grouping, order and page.
extension CypherCompiler {
  typealias Column = (name: String, binding: CypherBinding)

  /// The SELECT of what was matched so far, with columns c0, c1, ….
  func projection(_ clause: ProjectionClause) throws(CypherFault) -> (sql: String, columns: [Column]) {
    let items = try self.items(clause)
    let outer = joinsRows
    joinsRows = false
    defer { joinsRows = outer }
    let isAggregated = items.contains { $0.expression.hasAggregate }
    var keys: [(expression: CypherExpression, fragment: SQLFragment)] = []
    var fragments: [SQLFragment?] = []
    for item in items {
      guard !item.expression.hasAggregate else {
        fragments.append(nil)
        continue
      }
      let fragment = try compile(item.expression)
      fragments.append(fragment)
      keys.append((item.expression, fragment))
    }
    if isAggregated { (grouping, allowsAggregates) = (keys, true) }
    defer { (grouping, allowsAggregates) = (nil, false) }
    var columns: [Column] = []
    var list: [String] = []
    for (index, item) in items.enumerated() {
      let fragment: SQLFragment
      if let known = fragments[index] { fragment = known } else { fragment = try compile(item.expression) }
      list.append("\(fragment.sql) AS c\(index)")
      columns.append(
        (item.name, CypherBinding(type: fragment.type, sql: "c\(index)", isNullable: fragment.isNullable)))
    }
    let order = try self.order(clause, items, columns, fragments)
    let page = try self.page(clause)
    var sql = "SELECT \(clause.isDistinct ? "DISTINCT " : "")\(list.joined(separator: ", "))\(builder.sql)"
    if isAggregated, !keys.isEmpty { sql += " GROUP BY " + Self.groups(keys.map(\.fragment)) }
    if !order.isEmpty { sql += " ORDER BY " + order.joined(separator: ", ") }
    return (sql + page, columns)
  }

  private func items(_ clause: ProjectionClause) throws(CypherFault) -> [ProjectionClause.Item] {
    var items: [ProjectionClause.Item] = []
    if clause.hasStar {
      guard !scope.order.isEmpty else {
        throw CypherFault(.name, "'*' means all variables, but there is none", at: clause.place)
      }
      items = scope.order.map { name in
        .init(
          expression: CypherExpression(kind: .variable(name), place: clause.place, depth: 1), name: name, isNamed: true)
      }
    }
    items += clause.items
    var seen: Set<String> = []
    for item in items where !seen.insert(item.name).inserted {
      throw CypherFault(
        .name, "two columns are called '\(item.name)'; give one another name with AS", at: item.expression.place)
    }
    return items
  }

  /// What the rows of one group have in common, as it is kept: numbers group faster than the texts they stand for.
  private static func groups(_ keys: [SQLFragment]) -> String {
    var list: [String] = []
    for key in keys where key.constant == nil {
      let sql: String
      if let node = key.codeOf {
        sql = node
      } else if let stored = key.stored, stored.isExact {
        sql = stored.sql
      } else {
        sql = key.sql
      }
      if !list.contains(sql) { list.append(sql) }
    }
    // Constants make one group, and none of no rows.
    return list.isEmpty ? "NULL" : list.joined(separator: ", ")
  }

  private func order(
    _ clause: ProjectionClause, _ items: [ProjectionClause.Item], _ columns: [Column], _ fragments: [SQLFragment?]
  ) throws(CypherFault) -> [String] {
    guard !clause.order.isEmpty else { return [] }
    let outer = scope
    defer { scope = outer }
    let isGrouped = grouping != nil
    // With DISTINCT only the columns are left; otherwise they stand before the variables.
    if clause.isDistinct { scope = CypherScope() }
    for (item, column) in zip(items, columns) {
      if !clause.isDistinct, case .variable(item.name) = item.expression.kind { continue }
      var binding = column.binding
      binding.isLocal = true
      scope.add(item.name, binding)
    }
    var list: [String] = []
    for order in clause.order {
      var fragment: SQLFragment
      if let index = items.firstIndex(where: { $0.expression == order.expression || $0.isNamed(as: order.expression) })
      {
        let column = columns[index].binding
        fragment = SQLFragment(sql: column.sql, type: column.type, isNullable: column.isNullable)
        if !clause.isDistinct, let known = fragments[index] {
          fragment.constant = known.constant
          if let stored = known.stored, stored.coding == .day { fragment.sql = stored.sql }
        }
      } else {
        if order.expression.hasAggregate, !isGrouped {
          throw CypherFault(
            .type, "an aggregate in ORDER BY needs one among the columns", at: order.expression.place)
        }
        fragment = try compile(order.expression)
        if let stored = fragment.stored, stored.coding == .day { fragment.sql = stored.sql }
      }
      // A number alone would mean a column's place to SQLite; a constant orders nothing.
      if fragment.constant != nil { continue }
      if fragment.type == .node { fragment = try property("code", of: binding(fragment), at: order.expression.place) }
      let nulls = fragment.isNullable ? (order.isDescending ? " NULLS FIRST" : " NULLS LAST") : ""
      list.append("\(fragment.sql)\(order.isDescending ? " DESC" : "")\(nulls)")
    }
    return list
  }

  private func page(_ clause: ProjectionClause) throws(CypherFault) -> String {
    let limit = try clause.limit.map { expression throws(CypherFault) in try rows(expression, "LIMIT") }
    let skip = try clause.skip.map { expression throws(CypherFault) in try rows(expression, "SKIP") }
    if limit == nil, skip == nil { return "" }
    return " LIMIT \(limit ?? -1)" + (skip.map { " OFFSET \($0)" } ?? "")
  }

  private func rows(_ expression: CypherExpression, _ what: String) throws(CypherFault) -> Int64 {
    let value = try compile(expression)
    guard case .integer(let number)? = value.constant, number >= 0 else {
      throw CypherFault(.type, "\(what) needs a whole number, 0 or more, or a parameter", at: expression.place)
    }
    return number
  }

  /// A value as a variable that nobody named.
  func binding(_ fragment: SQLFragment) -> CypherBinding {
    CypherBinding(type: fragment.type, sql: fragment.sql, isNullable: fragment.isNullable, isLocal: true)
  }
}

extension ProjectionClause.Item {
  fileprivate func isNamed(as expression: CypherExpression) -> Bool {
    if case .variable(name) = expression.kind { return true }
    return false
  }
}

extension SQLFragment.Stored {
  /// Whether equal stored values and equal values are the same.
  var isExact: Bool {
    if case .groups = coding { return false }
    return true
  }
}
