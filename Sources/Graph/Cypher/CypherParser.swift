/// Reads a query by recursive descent: clauses here, patterns and expressions in the files beside.
struct CypherParser {
  private let tokens: [CypherToken]
  private let count: Int
  /// For each opening bracket the place of its partner among the tokens.
  private let partners: [Int: Int]
  private(set) var index = 0
  private var nesting = 0

  /// How deep expressions and patterns may lie inside each other; a deeper query would exhaust the stack.
  static let deepest = 100
  /// How long a query may be, in Unicode scalars.
  static let longest = 100_000

  /// Reads a whole query. O(n).
  static func query(_ text: String) throws(CypherFault) -> CypherQuery {
    guard text.unicodeScalars.count <= longest else {
      throw CypherFault(.syntax, "the query is longer than \(longest) characters; use parameters for data", at: 0)
    }
    var parser = CypherParser(try CypherLexer.tokens(of: text))
    return try parser.query()
  }

  private init(_ tokens: [CypherToken]) {
    self.tokens = tokens
    count = tokens.count
    var partners: [Int: Int] = [:]
    var open: [Int] = []
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .symbol("("), .symbol("["), .symbol("{"): open.append(index)
      case .symbol(")"), .symbol("]"), .symbol("}"): if let start = open.popLast() { partners[start] = index }
      default: break
      }
    }
    self.partners = partners
  }

  // MARK: tokens

  /// The token at hand.
  var token: CypherToken { token(after: 0) }

  func token(after distance: Int) -> CypherToken { tokens[min(index + distance, count - 1)] }

  func token(at position: Int) -> CypherToken { tokens[min(position, count - 1)] }

  /// The first token behind the partner of the bracket at hand.
  func tokenBehindBracket(_ distance: Int) -> CypherToken? {
    partners[index].map { tokens[min($0 + distance, count - 1)] }
  }

  mutating func advance() { if index < count - 1 { index += 1 } }

  func isSymbol(_ symbol: String, after distance: Int = 0) -> Bool { token(after: distance).kind == .symbol(symbol) }

  func isKeyword(_ keyword: String, after distance: Int = 0) -> Bool {
    guard case .word(let word, isQuoted: false) = token(after: distance).kind else { return false }
    return word.utf8.count == keyword.utf8.count && word.uppercased() == keyword
  }

  mutating func take(_ symbol: String) -> Bool {
    guard isSymbol(symbol) else { return false }
    advance()
    return true
  }

  mutating func takeKeyword(_ keyword: String) -> Bool {
    guard isKeyword(keyword) else { return false }
    advance()
    return true
  }

  mutating func expect(_ symbol: String, _ why: String) throws(CypherFault) {
    guard take(symbol) else { throw expected("'\(symbol)' \(why)") }
  }

  mutating func expectKeyword(_ keyword: String, _ why: String) throws(CypherFault) {
    guard takeKeyword(keyword) else { throw expected("\(keyword) \(why)") }
  }

  func expected(_ what: String) -> CypherFault {
    CypherFault(.syntax, "expected \(what), found \(token.text)", at: token.place)
  }

  /// A name that may also be a keyword, as after AS or a point.
  mutating func name(_ what: String) throws(CypherFault) -> String {
    guard case .word(let word, _) = token.kind else { throw expected(what) }
    advance()
    return word
  }

  /// A new variable.
  mutating func variable(_ what: String) throws(CypherFault) -> String {
    if case .word(let word, isQuoted: false) = token.kind, CypherWords.reserved.contains(word.uppercased()) {
      throw expected("\(what) (the word is reserved; write it in backticks to use it as a name)")
    }
    return try name(what)
  }

  /// Runs `body` one level deeper.
  mutating func nested<Value>(
    _ body: (inout CypherParser) throws(CypherFault) -> Value
  ) throws(CypherFault) -> Value {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Self.deepest else {
      throw CypherFault(.syntax, "the query is nested deeper than \(Self.deepest) levels", at: token.place)
    }
    return try body(&self)
  }
}

/// Words with a meaning.
enum CypherWords {
  /// Words that begin a clause or stand between expressions, so that none can be a variable.
  static let reserved: Set<String> = [
    "MATCH", "OPTIONAL", "WHERE", "WITH", "RETURN", "ORDER", "SKIP", "LIMIT", "UNWIND", "UNION", "AND", "OR", "XOR",
    "NOT",
    "IN", "IS", "AS", "DISTINCT", "CASE", "WHEN", "THEN", "ELSE", "END", "STARTS", "ENDS", "CONTAINS", "NULL", "TRUE",
    "FALSE", "BY",
  ]
  /// Clauses of Cypher that change a graph or reach outside it.
  static let writing: Set<String> = [
    "CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "FOREACH", "LOAD", "DROP", "CALL", "USE", "ATTACH",
    "PRAGMA",
    "INSERT", "UPDATE", "COPY", "START", "ALTER", "GRANT", "SHOW",
  ]
}
