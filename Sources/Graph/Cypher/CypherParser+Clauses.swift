extension CypherParser {
  mutating func query() throws(CypherFault) -> CypherQuery {
    var query = CypherQuery(branches: [try clauses()])
    var isAll: Bool?
    while isKeyword("UNION") {
      let place = token.place
      advance()
      let keeps = takeKeyword("ALL")
      if let isAll, isAll != keeps {
        throw CypherFault(.syntax, "UNION and UNION ALL cannot stand in one query", at: place)
      }
      isAll = keeps
      query.branches.append(try clauses())
    }
    query.keepsEqualRows = isAll ?? false
    _ = take(";")
    guard token.kind == .end else { throw unexpectedClause() }
    return query
  }

  /// MATCH, UNWIND and WITH clauses, then one RETURN.
  private mutating func clauses() throws(CypherFault) -> [CypherClause] {
    var list: [CypherClause] = []
    while true {
      let place = token.place
      if takeKeyword("MATCH") {
        list.append(.match(try matched(), isOptional: false, place: place))
      } else if isKeyword("OPTIONAL") {
        advance()
        try expectKeyword("MATCH", "behind OPTIONAL")
        list.append(.match(try matched(), isOptional: true, place: place))
      } else if takeKeyword("UNWIND") {
        let expression = try expression()
        try expectKeyword("AS", "and a name for the elements")
        list.append(.unwind(expression, variable: try variable("a name for the elements"), place: place))
      } else if takeKeyword("WITH") {
        var clause = try projection(place)
        for item in clause.items where !item.isNamed {
          throw CypherFault(.syntax, "expected AS and a name for this expression in WITH", at: item.expression.place)
        }
        if takeKeyword("WHERE") { clause.filter = try expression() }
        list.append(.with(clause))
      } else if takeKeyword("RETURN") {
        list.append(.returns(try projection(place)))
        return list
      } else {
        throw unexpectedClause()
      }
    }
  }

  private mutating func matched() throws(CypherFault) -> PatternQuery {
    var query = PatternQuery(patterns: try patterns())
    if takeKeyword("WHERE") { query.filter = try expression() }
    return query
  }

  mutating func patterns() throws(CypherFault) -> [PathPattern] {
    var list = [try path()]
    while take(",") { list.append(try path()) }
    return list
  }

  private func unexpectedClause() -> CypherFault {
    if case .word(let word, isQuoted: false) = token.kind {
      if CypherWords.writing.contains(word.uppercased()) {
        return CypherFault(
          .unsupported, "\(word.uppercased()) is not possible: a query only reads, with MATCH, WITH, UNWIND and RETURN",
          at: token.place)
      }
      let near = Suggestion.nearest(
        to: word, among: ["MATCH", "WHERE", "WITH", "RETURN", "UNWIND", "OPTIONAL", "UNION"])
      if let first = near.first, first != word.uppercased() {
        return CypherFault(.syntax, "unexpected '\(word)'; did you mean \(first)?", at: token.place)
      }
    }
    return expected(
      index == 0
        ? "MATCH, UNWIND, WITH or RETURN" : "an operator, a comma or a clause (MATCH, WHERE, WITH, RETURN, ORDER BY…)")
  }

  private mutating func projection(_ place: Int) throws(CypherFault) -> ProjectionClause {
    var clause = ProjectionClause(place: place)
    clause.isDistinct = takeKeyword("DISTINCT")
    if take("*") {
      clause.hasStar = true
    } else {
      clause.items.append(try item())
    }
    while take(",") { clause.items.append(try item()) }
    if takeKeyword("ORDER") {
      try expectKeyword("BY", "behind ORDER")
      repeat { clause.order.append(try order()) } while take(",")
    }
    if takeKeyword("SKIP") || takeKeyword("OFFSET") { clause.skip = try expression() }
    if takeKeyword("LIMIT") { clause.limit = try expression() }
    return clause
  }

  private mutating func item() throws(CypherFault) -> ProjectionClause.Item {
    let start = index
    let expression = try expression()
    if takeKeyword("AS") {
      return .init(expression: expression, name: try variable("a name behind AS"), isNamed: true)
    }
    if case .variable(let name) = expression.kind { return .init(expression: expression, name: name, isNamed: true) }
    return .init(expression: expression, name: written(from: start), isNamed: false)
  }

  private mutating func order() throws(CypherFault) -> ProjectionClause.Order {
    let expression = try expression()
    if takeKeyword("DESC") || takeKeyword("DESCENDING") {
      return .init(expression: expression, isDescending: true)
    }
    if !takeKeyword("ASC") { _ = takeKeyword("ASCENDING") }
    return .init(expression: expression, isDescending: false)
  }
}
