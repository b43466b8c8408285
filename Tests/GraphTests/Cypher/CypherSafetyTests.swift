import Foundation
import GRDB
import Testing
import Vocabulary

@testable import Graph

/// No query writes, crashes, hangs or reaches beyond the graph.
@Suite struct CypherSafetyTests {
  static let attacks = [
    "'; DROP TABLE actor; --", "x' OR '1'='1", "\"); DELETE FROM event_row; --", "\\", "%_*?[", "\u{0}NUL", "é\u{301}",
    "?1", ":name",
    "$x", "m0", "'||(SELECT 1)||'", "]]", "`", "{}", "\n\r\t",
  ]

  @Test(arguments: attacks)
  func textsStayTexts(text: String) throws {
    let store = try CypherSamples.store()
    let before = try store.dump()
    let stored = text.replacing("\0", with: "\u{FFFD}")
    let parameters: [String: CypherValue] = [
      "x": .string(text), "l": .list([.string(text)]), "m": .map([.init(key: text, value: .string(text))]),
    ]
    let quoted = text.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
    let name = text.replacing("`", with: "``")
    #expect(
      try CypherSamples.rows("RETURN $x AS a, $l AS b, $x IN $l AS c, [$x] = $l AS d", parameters, in: store)
        == ["\(stored) | [\(stored)] | true | true"])
    #expect(try CypherSamples.rows("RETURN '\(quoted)' = $x AS a", parameters, in: store) == ["true"])
    #expect(try CypherSamples.rows("RETURN $m.`\(name)` = $x AS a", parameters, in: store) == ["true"])
    #expect(try CypherSamples.rows("MATCH (`\(name)` {code: $x}) RETURN `\(name)`", parameters, in: store) == [])
    #expect(
      try CypherSamples.rows(
        "MATCH (a) WHERE a.name CONTAINS $x OR a.name STARTS WITH $x RETURN a", parameters, in: store) == [])
    #expect(try CypherSamples.rows("MATCH (a)-[r {relation: $x}]->(b) RETURN a", parameters, in: store) == [])
    let result = try store.query(cypher: "WITH 1 AS `\(name)` RETURN `\(name)` AS `\(name)`")
    #expect(result.columns == [text] && result.rows == [[.integer(1)]])
    #expect(try store.dump() == before)
  }

  @Test(arguments: [
    "ATTACH DATABASE 'x' AS y", "PRAGMA journal_mode = DELETE", "SELECT 1", "DELETE FROM actor", "VACUUM INTO '/tmp/x'",
    "MATCH (a) RETURN load_extension('x')", "MATCH (a) RETURN writefile('x', 'y')", "RETURN readfile('/etc/passwd')",
    "RETURN 1; DROP TABLE actor", "MATCH (a) DELETE a", "MERGE (a:Country) RETURN a", "CALL db.labels()",
    "LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l", "RETURN sqlite_version()", "RETURN json_each('[1]')",
  ])
  func nothingElseIsPossible(query: String) throws {
    let store = try CypherSamples.store()
    let before = try store.dump()
    #expect(throws: CypherError.self) { try store.query(cypher: query) }
    #expect(try store.dump() == before)
  }

  /// What is compiled is a statement that reads, as SQLite itself judges.
  @Test func statementsOnlyRead() throws {
    let store = try CypherSamples.store()
    for (query, _) in CypherClauseTests.patterns + CypherClauseTests.clauses {
      let statement = try CypherCompiler.statement(CypherParser.query(query), parameters: ["n": .integer(1)])
      let isReadonly = try store.database.read { db in
        CypherFunctions.add(to: db, deadline: .now + .seconds(9))
        return try db.makeStatement(sql: statement.sql).isReadonly
      }
      #expect(isReadonly, "\(query)")
    }
  }

  @Test func timeIsLimited() throws {
    let store = try CypherSamples.store()
    for query in [
      "MATCH (a), (b), (c), (d), (e), (f), (g), (h), (i), (j), (k), (l), (m), (n), (o), (p) RETURN count(*)",
      "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y RETURN sum(x * y)",
      "RETURN reduce(s = 0, x IN range(1, 10000000) | s + x)",
      // An expression that goes back again and again.
      "UNWIND range(1, 1000) AS x WITH x WHERE 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' =~ '(a+)+c' RETURN count(*)",
    ] {
      let start = ContinuousClock.now
      let error = try #require(throws: CypherError.self) {
        try store.query(cypher: query, limits: CypherLimits(seconds: 0.3, bytes: 1 << 28))
      }
      #expect(error.kind == .time || error.kind == .memory, "\(query): \(error)")
      #expect(ContinuousClock.now - start < .seconds(5), "\(query)")
    }
    // The connection is as good as new.
    #expect(try store.query(cypher: "RETURN 1 AS x").rows == [[.integer(1)]])
  }

  @Test func memoryIsLimited() throws {
    let store = try CypherSamples.store()
    let error = try #require(throws: CypherError.self) {
      try store.query(
        cypher:
          "UNWIND range(1, 3000000) AS x RETURN size(collect(toString(x) + 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'))",
        limits: CypherLimits(seconds: 20, bytes: 50 << 20))
    }
    #expect(error.kind == .memory, "\(error)")
  }

  @Test func rowsAreLimited() throws {
    let store = try CypherSamples.store()
    let some = try store.query(cypher: "UNWIND range(1, 10) AS x RETURN x", limits: CypherLimits(rows: 4))
    #expect(some.rows.count == 4 && some.isTruncated)
    let all = try store.query(cypher: "UNWIND range(1, 10) AS x RETURN x", limits: CypherLimits(rows: 10))
    #expect(all.rows.count == 10 && !all.isTruncated)
  }

  /// Tokens in any order: an answer or a CypherError, never anything else.
  @Test(arguments: 0..<4)
  func randomTokens(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let store = try CypherSamples.store()
    let tokens = [
      "MATCH", "OPTIONAL MATCH", "WHERE", "RETURN", "WITH", "UNWIND", "AS", "ORDER BY", "LIMIT", "(a)", "(b:Country)",
      "-[r]->", "-[*]-",
      "<-[:REQUEST]-", "(", ")", "[", "]", "{", "}", ",", ".", "..", ":", "|", "+", "-", "*", "/", "=", "<>", "<", "IN",
      "NOT", "AND", "a", "b",
      "r", "x", "a.code", "r.date", "1", "2.5", "'t'", "$p", "null", "true", "count(*)", "collect(a)", "size(",
      "EXISTS {", "CASE WHEN",
      "THEN", "END", "shortestPath(", "p =", "date(", "DISTINCT", "\u{1F600}", "`", "'", "//", "/*", "UNION", "reduce(",
      "all(",
    ]
    for _ in 0..<1500 {
      let length = Int.random(in: 1...14, using: &random)
      let query = (0..<length).map { _ in tokens[Int.random(in: 0..<tokens.count, using: &random)] }.joined(
        separator: " ")
      try answer(query, store)
    }
  }

  /// Right queries with a token left out, doubled or exchanged.
  @Test func spoiltQueries() throws {
    var random = SeededGenerator(state: 77)
    let store = try CypherSamples.store()
    let queries =
      CypherClauseTests.patterns.map(\.0) + CypherClauseTests.clauses.map(\.0) + CypherExpressionTests.graph.map(\.0)
    for query in queries {
      for _ in 0..<10 {
        var scalars = Array(query.unicodeScalars)
        let place = Int.random(in: 0..<scalars.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: scalars.remove(at: place)
        case 1: scalars.insert(scalars[place], at: place)
        default: scalars.swapAt(place, Int.random(in: 0..<scalars.count, using: &random))
        }
        try answer(String(String.UnicodeScalarView(scalars)), store)
      }
    }
  }

  private func answer(_ query: String, _ store: GraphStore) throws {
    do {
      _ = try store.query(
        cypher: query, parameters: ["p": .integer(1), "n": .integer(1)],
        limits: CypherLimits(rows: 100, seconds: 0.5, bytes: 1 << 28))
    } catch is CypherError {
    } catch {
      Issue.record("\(query): \(error)")
    }
  }
}
