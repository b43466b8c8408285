extension CypherParser {
  /// `p = shortestPath((a)-[*]-(b))`, `(a)-[r]->(b)`.
  mutating func path() throws(CypherFault) -> PathPattern {
    let place = token.place
    var name: String?
    if case .word = token.kind, isSymbol("=", after: 1) {
      name = try variable("a name for the path")
      advance()
    }
    if case .word(let word, _) = token.kind, isSymbol("(", after: 1) {
      switch word.uppercased() {
      case "SHORTESTPATH":
        advance()
        advance()
        var path = try chain()
        try expect(")", "behind the pattern of shortestPath")
        path.variable = name
        path.isShortest = true
        path.place = place
        return path
      case "ALLSHORTESTPATHS":
        throw CypherFault(.unsupported, "allShortestPaths is not available; use shortestPath", at: token.place)
      default: break
      }
    }
    var path = try chain()
    path.variable = name
    return path
  }

  /// A node, then any number of relationships with a node.
  mutating func chain() throws(CypherFault) -> PathPattern {
    let place = token.place
    var path = PathPattern(start: try node(), place: place)
    while isSymbol("-") || (isSymbol("<") && isSymbol("-", after: 1)) {
      let relationship = try relationship()
      path.steps.append(.init(relationship: relationship, node: try node()))
    }
    return path
  }

  private mutating func node() throws(CypherFault) -> NodePattern {
    var node = NodePattern(place: token.place)
    guard take("(") else { throw expected("a node in parentheses: (a:Country)") }
    if case .word = token.kind, !isKeyword("WHERE") { node.variable = try variable("a variable") }
    if take(":") {
      node.labels = try nested { parser throws(CypherFault) in try parser.labels() }
    }
    if isSymbol("{") { node.properties = try nested { parser throws(CypherFault) in try parser.entries() } }
    if takeKeyword("WHERE") { node.filter = try expression() }
    guard take(")") else { throw expected("':', '{', WHERE or ')' in the node") }
    return node
  }

  private mutating func relationship() throws(CypherFault) -> RelationshipPattern {
    var pattern = RelationshipPattern(place: token.place)
    let pointsLeft = take("<")
    try expect("-", "of a relationship")
    if take("[") {
      if case .word = token.kind, !isKeyword("WHERE") { pattern.variable = try variable("a variable") }
      if take(":") { pattern.types = try nested { parser throws(CypherFault) in try parser.labels() } }
      if take("*") { pattern.hops = try hops() }
      if isSymbol("{") { pattern.properties = try nested { parser throws(CypherFault) in try parser.entries() } }
      if takeKeyword("WHERE") { pattern.filter = try expression() }
      guard take("]") else { throw expected("':', '*', '{', WHERE or ']' in the relationship") }
    }
    try expect("-", "of a relationship")
    let pointsRight = take(">")
    switch (pointsLeft, pointsRight) {
    case (true, false): pattern.direction = .left
    case (false, true): pattern.direction = .right
    default: pattern.direction = .either
    }
    return pattern
  }

  /// What stands behind the star: `2`, `1..3`, `..3`, `1..`, or nothing.
  private mutating func hops() throws(CypherFault) -> RelationshipPattern.Hops {
    let place = token.place
    let least = try bound()
    guard take("..") else { return .init(least: least ?? 1, most: least) }
    let most = try bound()
    if let least, let most, least > most {
      throw CypherFault(.syntax, "the lower bound \(least) is above the upper bound \(most)", at: place)
    }
    return .init(least: least ?? 1, most: most)
  }

  private mutating func bound() throws(CypherFault) -> Int? {
    guard case .integer(let number) = token.kind else { return nil }
    guard number <= CypherHops.most else {
      throw CypherFault(.syntax, "a path has at most \(CypherHops.most) hops", at: token.place)
    }
    advance()
    return Int(number)
  }

  /// `A`, `A|B`, `A:B`, `A&!B`.
  mutating func labels() throws(CypherFault) -> LabelExpression {
    var result = try labelTerm()
    var length = 0
    while take("|") {
      _ = take(":")
      result = .or(result, try labelTerm())
      length += 1
      guard length <= Self.deepest else { throw expected("fewer labels") }
    }
    return result
  }

  /// Labels without `|` outside parentheses, which in expressions may end a list's condition.
  mutating func labelTerm() throws(CypherFault) -> LabelExpression {
    var result = try labelFactor()
    var length = 0
    while isSymbol("&") || isSymbol(":") {
      advance()
      result = .and(result, try labelFactor())
      length += 1
      guard length <= Self.deepest else { throw expected("fewer labels") }
    }
    return result
  }

  private mutating func labelFactor() throws(CypherFault) -> LabelExpression {
    if take("!") { return .not(try nested { parser throws(CypherFault) in try parser.labelFactor() }) }
    if take("(") {
      let inner = try nested { parser throws(CypherFault) in try parser.labels() }
      try expect(")", "behind the labels")
      return inner
    }
    let place = token.place
    return .name(try name("a label or type"), place: place)
  }

  /// `{key: value, …}`.
  mutating func entries() throws(CypherFault) -> [CypherExpression.Entry] {
    if case .parameter = token(after: 1).kind { throw expected("a property's name") }
    try expect("{", "of a map")
    var list: [CypherExpression.Entry] = []
    if take("}") { return list }
    repeat {
      let key = try name("a key or '}'")
      try expect(":", "behind the key")
      list.append(.init(key: key, value: try expression()))
    } while take(",")
    try expect("}", "of the map")
    return list
  }
}

/// Bounds of variable length.
enum CypherHops {
  /// The most hops that a pattern may ask for, and what a pattern without an upper bound means.
  static let most = 30
}
