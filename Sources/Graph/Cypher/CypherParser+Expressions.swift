extension CypherParser {
  /// How many levels an expression's tree may have; longer chains of operators would exhaust SQLite's parser.
  static let highest = 200

  /// Any expression.
  mutating func expression() throws(CypherFault) -> CypherExpression {
    try nested { parser throws(CypherFault) in try parser.disjunction() }
  }

  /// An expression of parts, which must not lie too deep inside each other.
  func make(
    _ kind: CypherExpression.Kind, at place: Int, of parts: [CypherExpression] = []
  ) throws(CypherFault) -> CypherExpression {
    let depth = (parts.map(\.depth).max() ?? 0) + 1
    guard depth <= Self.highest else {
      throw CypherFault(
        .syntax, "the expression has more than \(Self.highest) levels; use IN and a list for many values", at: place)
    }
    return CypherExpression(kind: kind, place: place, depth: depth)
  }

  private func binary(
    _ symbol: String, _ left: CypherExpression, _ right: CypherExpression, at place: Int
  ) throws(CypherFault) -> CypherExpression {
    try make(.binary(symbol, left, right), at: place, of: [left, right])
  }

  private mutating func disjunction() throws(CypherFault) -> CypherExpression {
    var left = try exclusion()
    while isKeyword("OR") {
      let place = token.place
      advance()
      left = try binary("OR", left, try exclusion(), at: place)
    }
    return left
  }

  private mutating func exclusion() throws(CypherFault) -> CypherExpression {
    var left = try conjunction()
    while isKeyword("XOR") {
      let place = token.place
      advance()
      left = try binary("XOR", left, try conjunction(), at: place)
    }
    return left
  }

  private mutating func conjunction() throws(CypherFault) -> CypherExpression {
    var left = try negation()
    while isKeyword("AND") {
      let place = token.place
      advance()
      left = try binary("AND", left, try negation(), at: place)
    }
    return left
  }

  private mutating func negation() throws(CypherFault) -> CypherExpression {
    let place = token.place
    guard takeKeyword("NOT") else { return try comparison() }
    let inner = try nested { parser throws(CypherFault) in try parser.negation() }
    return try make(.unary("NOT", inner), at: place, of: [inner])
  }

  /// `1 < x <= 5` means `1 < x AND x <= 5`.
  private mutating func comparison() throws(CypherFault) -> CypherExpression {
    var last = try predicate()
    var result: CypherExpression?
    while let symbol = comparisonSymbol {
      let place = token.place
      advance()
      let right = try predicate()
      let one = try binary(symbol, last, right, at: place)
      if let left = result { result = try binary("AND", left, one, at: place) } else { result = one }
      last = right
    }
    return result ?? last
  }

  private var comparisonSymbol: String? {
    guard case .symbol(let symbol) = token.kind else { return nil }
    return ["=", "<>", "<", ">", "<=", ">="].contains(symbol) ? symbol : nil
  }

  /// IS NULL, IN, STARTS WITH and their like.
  private mutating func predicate() throws(CypherFault) -> CypherExpression {
    var left = try sum()
    while true {
      let place = token.place
      if isKeyword("IS") {
        advance()
        let isNegated = takeKeyword("NOT")
        try expectKeyword("NULL", isNegated ? "behind IS NOT" : "or NOT NULL behind IS")
        left = try make(.isNull(left, negated: isNegated), at: place, of: [left])
      } else if takeKeyword("IN") {
        left = try binary("IN", left, try sum(), at: place)
      } else if isKeyword("STARTS") || isKeyword("ENDS") {
        let symbol = isKeyword("STARTS") ? "STARTS WITH" : "ENDS WITH"
        advance()
        try expectKeyword("WITH", "behind \(symbol.prefix { $0 != " " })")
        left = try binary(symbol, left, try sum(), at: place)
      } else if takeKeyword("CONTAINS") {
        left = try binary("CONTAINS", left, try sum(), at: place)
      } else if take("=~") {
        left = try binary("=~", left, try sum(), at: place)
      } else {
        return left
      }
    }
  }

  private mutating func sum() throws(CypherFault) -> CypherExpression {
    var left = try product()
    while case .symbol(let symbol) = token.kind, symbol == "+" || symbol == "-" {
      let place = token.place
      advance()
      left = try binary(symbol, left, try product(), at: place)
    }
    return left
  }

  private mutating func product() throws(CypherFault) -> CypherExpression {
    var left = try power()
    while case .symbol(let symbol) = token.kind, ["*", "/", "%"].contains(symbol) {
      let place = token.place
      advance()
      left = try binary(symbol, left, try power(), at: place)
    }
    return left
  }

  private mutating func power() throws(CypherFault) -> CypherExpression {
    var left = try signed()
    while isSymbol("^") {
      let place = token.place
      advance()
      left = try binary("^", left, try signed(), at: place)
    }
    return left
  }

  private mutating func signed() throws(CypherFault) -> CypherExpression {
    let place = token.place
    if take("-") {
      let inner = try nested { parser throws(CypherFault) in try parser.signed() }
      return try make(.unary("-", inner), at: place, of: [inner])
    }
    if take("+") {
      let inner = try nested { parser throws(CypherFault) in try parser.signed() }
      return try make(.unary("+", inner), at: place, of: [inner])
    }
    return try postfix()
  }

  /// Properties, elements and label tests behind an atom.
  private mutating func postfix() throws(CypherFault) -> CypherExpression {
    var left = try atom()
    while true {
      let place = token.place
      if take(".") {
        let namePlace = token.place
        left = try make(.property(left, try name("a property's name behind '.'")), at: namePlace, of: [left])
      } else if take("[") {
        left = try subscripted(left, at: place)
        try expect("]", "behind the index")
      } else if isSymbol(":"), case .variable = left.kind {
        advance()
        left = try make(.hasLabel(left, try labelTerm()), at: place, of: [left])
      } else if isSymbol("{"), case .variable = left.kind {
        left = try mapProjection(left)
      } else {
        return left
      }
    }
  }

  private mutating func subscripted(
    _ left: CypherExpression, at place: Int
  ) throws(CypherFault) -> CypherExpression {
    if take("..") {
      let end = isSymbol("]") ? nil : try expression()
      return try make(.slice(left, nil, end), at: place, of: [left] + [end].compactMap { $0 })
    }
    let start = try expression()
    guard take("..") else { return try make(.index(left, start), at: place, of: [left, start]) }
    let end = isSymbol("]") ? nil : try expression()
    return try make(.slice(left, start, end), at: place, of: [left, start] + [end].compactMap { $0 })
  }
}
