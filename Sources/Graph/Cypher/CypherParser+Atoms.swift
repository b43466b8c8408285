import Vocabulary

extension CypherParser {
  /// The expression's text as it was written, which names a column without AS.
  func written(from start: Int) -> String {
    var text = ""
    var last: CypherToken?
    for position in start..<index {
      let token = token(at: position)
      if let last, token.place > last.end { text += " " }
      text += token.source
      last = token
    }
    return text
  }

  mutating func atom() throws(CypherFault) -> CypherExpression {
    let token = token
    switch token.kind {
    case .integer(let number):
      advance()
      return try make(.literal(.integer(number)), at: token.place)
    case .double(let number):
      advance()
      return try make(.literal(.double(number)), at: token.place)
    case .string(let text):
      advance()
      return try make(.literal(.string(text)), at: token.place)
    case .parameter(let name):
      advance()
      return try make(.parameter(name), at: token.place)
    case .symbol("("): return try parenthesized()
    case .symbol("["): return try bracketed()
    case .symbol("{"):
      let entries = try nested { parser throws(CypherFault) in try parser.entries() }
      return try make(.map(entries), at: token.place, of: entries.map(\.value))
    case .word(let word, let isQuoted):
      if !isQuoted, let special = try special(word.uppercased()) { return special }
      if isSymbol("(", after: 1) || isSymbol(".", after: 1), let call = try call() { return call }
      if !isQuoted, CypherWords.reserved.contains(word.uppercased()) { throw expected("an expression") }
      advance()
      return try make(.variable(word), at: token.place)
    default: throw expected("an expression")
    }
  }

  /// Whether a pattern begins at the parenthesis at hand: behind its partner a relationship follows.
  private var isPattern: Bool {
    let first = token(after: 1)
    switch first.kind {
    case .word, .symbol(")"), .symbol(":"), .symbol("{"): break
    default: return false
    }
    func symbol(_ distance: Int) -> String? {
      guard case .symbol(let symbol)? = tokenBehindBracket(distance)?.kind else { return nil }
      return symbol
    }
    switch (symbol(1), symbol(2), symbol(3), symbol(4)) {
    case ("-", "[", _, _), ("-", "-", "(", _), ("-", "-", ">", "("), ("<", "-", "[", _), ("<", "-", "-", _): return true
    default: return false
    }
  }

  private mutating func parenthesized() throws(CypherFault) -> CypherExpression {
    let place = token.place
    if isPattern {
      let path = try nested { parser throws(CypherFault) in try parser.chain() }
      return try make(.exists(PatternQuery(patterns: [path])), at: place)
    }
    advance()
    let inner = try expression()
    try expect(")", "behind the expression")
    return inner
  }

  /// A list, a comprehension or a pattern comprehension.
  private mutating func bracketed() throws(CypherFault) -> CypherExpression {
    let place = token.place
    advance()
    if case .word = token.kind, isKeyword("IN", after: 1) {
      let variable = try variable("a variable")
      advance()
      let list = try expression()
      let filter = takeKeyword("WHERE") ? try expression() : nil
      let map = take("|") ? try expression() : nil
      try expect("]", "behind the list")
      return try make(
        .comprehension(variable: variable, list, filter: filter, map: map), at: place,
        of: [list] + [filter, map].compactMap { $0 })
    }
    if isSymbol("("), isPattern {
      let path = try nested { parser throws(CypherFault) in try parser.chain() }
      let filter = takeKeyword("WHERE") ? try expression() : nil
      if filter != nil || isSymbol("|") {
        try expect("|", "and what the list shall hold")
        let map = try expression()
        try expect("]", "behind the list")
        return try make(
          .patternList(PatternQuery(patterns: [path], filter: filter), map: map), at: place,
          of: [map] + [filter].compactMap { $0 })
      }
      throw expected("'|' and what the list shall hold")
    }
    var elements: [CypherExpression] = []
    if !isSymbol("]") {
      repeat { elements.append(try expression()) } while take(",")
    }
    try expect("]", "or ',' in the list")
    return try make(.list(elements), at: place, of: elements)
  }

  /// What is no plain function though it begins with a word; nil for others.
  private mutating func special(_ word: String) throws(CypherFault) -> CypherExpression? {
    let place = token.place
    switch word {
    case "NULL":
      advance()
      return try make(.literal(.null), at: place)
    case "TRUE", "FALSE":
      advance()
      return try make(.literal(.boolean(word == "TRUE")), at: place)
    case "CASE": return try cases()
    case "EXISTS" where isSymbol("{", after: 1), "COUNT" where isSymbol("{", after: 1):
      advance()
      let query = try subquery()
      return try make(
        word == "EXISTS" ? .exists(query) : .count(query), at: place, of: [query.filter].compactMap { $0 })
    case "ALL", "ANY", "NONE", "SINGLE":
      guard isSymbol("(", after: 1) else { return nil }
      advance()
      advance()
      let variable = try variable("a variable")
      try expectKeyword("IN", "and a list")
      let list = try expression()
      try expectKeyword("WHERE", "and a condition")
      let filter = try expression()
      try expect(")", "behind the condition")
      return try make(
        .quantifier(word, variable: variable, list, filter: filter), at: place, of: [list, filter])
    case "REDUCE" where isSymbol("(", after: 1): return try reduction()
    default: return nil
    }
  }

  private mutating func subquery() throws(CypherFault) -> PatternQuery {
    try expect("{", "of the pattern")
    _ = takeKeyword("MATCH")
    var query = PatternQuery(patterns: try nested { parser throws(CypherFault) in try parser.patterns() })
    if takeKeyword("WHERE") { query.filter = try expression() }
    try expect("}", "behind the pattern")
    return query
  }

  private mutating func reduction() throws(CypherFault) -> CypherExpression {
    let place = token.place
    advance()
    advance()
    let accumulator = try variable("a name for the result")
    try expect("=", "and the first value")
    let start = try expression()
    try expect(",", "and 'x IN list'")
    let variable = try variable("a variable")
    try expectKeyword("IN", "and a list")
    let list = try expression()
    try expect("|", "and an expression")
    let body = try expression()
    try expect(")", "behind the expression")
    let reduction = CypherExpression.Reduction(
      accumulator: accumulator, start: start, variable: variable, list: list, body: body)
    return try make(.reduce(reduction), at: place, of: [start, list, body])
  }

  private mutating func cases() throws(CypherFault) -> CypherExpression {
    let place = token.place
    advance()
    let subject = isKeyword("WHEN") ? nil : try expression()
    var branches: [CypherExpression.Branch] = []
    while takeKeyword("WHEN") {
      let condition = try expression()
      try expectKeyword("THEN", "behind the condition")
      branches.append(.init(condition: condition, value: try expression()))
    }
    guard !branches.isEmpty else { throw expected("WHEN behind CASE") }
    let otherwise = takeKeyword("ELSE") ? try expression() : nil
    try expectKeyword("END", "of CASE")
    return try make(
      .cases(subject: subject, branches, otherwise: otherwise), at: place,
      of: branches.flatMap { [$0.condition, $0.value] } + [subject, otherwise].compactMap { $0 })
  }

  /// `count(*)`, `date.truncate('month', d)`; nil where the words are no call.
  private mutating func call() throws(CypherFault) -> CypherExpression? {
    let place = token.place
    var length = 0
    while case .word = token(after: length).kind, isSymbol(".", after: length + 1) { length += 2 }
    guard case .word = token(after: length).kind, isSymbol("(", after: length + 1) else { return nil }
    var name = try self.name("a function")
    for _ in 0..<length / 2 {
      advance()
      name += "." + (try self.name("a function"))
    }
    if ["shortestpath", "allshortestpaths"].contains(name.lowercased()) {
      throw CypherFault(.unsupported, "\(name) stands in MATCH: MATCH p = shortestPath((a)-[*]-(b))", at: place)
    }
    advance()
    var call = CypherExpression.Call(name: name, arguments: [])
    if isSymbol("*"), isSymbol(")", after: 1) {
      advance()
      call.hasStar = true
    } else if !isSymbol(")") {
      call.isDistinct = takeKeyword("DISTINCT")
      repeat { call.arguments.append(try expression()) } while take(",")
    }
    try expect(")", "or ',' in the call of \(name)")
    return try make(.call(call), at: place, of: call.arguments)
  }

  /// `n {.code, .*, key: value, variable}`.
  mutating func mapProjection(_ subject: CypherExpression) throws(CypherFault) -> CypherExpression {
    let place = token.place
    advance()
    var entries: [CypherExpression.ProjectionEntry] = []
    if !isSymbol("}") {
      repeat {
        if take(".") {
          let place = token.place
          entries.append(take("*") ? .all : .property(try name("a property's name or '*'"), place))
          continue
        }
        let place = token.place
        let key = try name("a key")
        if take(":") {
          entries.append(.entry(.init(key: key, value: try expression())))
        } else {
          entries.append(.entry(.init(key: key, value: try make(.variable(key), at: place))))
        }
      } while take(",")
    }
    try expect("}", "of the map")
    let parts = entries.compactMap { if case .entry(let entry) = $0 { entry.value } else { nil } }
    return try make(.projection(subject, entries), at: place, of: [subject] + parts)
  }
}

extension CypherToken {
  /// How it is written in the name of a column.
  fileprivate var source: String {
    switch kind {
    case .word(let word, _): word
    case .parameter(let name): "$" + name
    case .integer(let number): "\(number)"
    case .double(let number): "\(number)"
    case .string(let text): "'\(text)'"
    case .symbol(let symbol): symbol
    case .end: ""
    }
  }
}
