import Testing
import Vocabulary

@testable import Graph

/// Mistakes get their place, what was expected, and what comes near.
@Suite struct CypherErrorTests {
  static let mistakes: [(query: String, line: Int, column: Int, said: String)] = [
    ("", 1, 1, "expected MATCH, UNWIND, WITH or RETURN, found the end of the query"),
    ("MACH (a) RETURN a", 1, 1, "unexpected 'MACH'; did you mean MATCH?"),
    ("MATCH (a", 1, 9, "expected ':', '{', WHERE or ')' in the node, found the end of the query"),
    ("MATCH (a) RETRUN a", 1, 11, "unexpected 'RETRUN'; did you mean RETURN?"),
    ("MATCH (a)-[r->(b) RETURN a", 1, 13, "expected ':', '*', '{', WHERE or ']' in the relationship"),
    ("MATCH (a:Contry) RETURN a", 1, 10, "there is no label 'Contry'; did you mean Country?"),
    ("MATCH (a:country) RETURN a", 1, 10, "did you mean Country?"),
    ("MATCH ()-[r:REQEST]->() RETURN r", 1, 13, "there is no relationship type 'REQEST'; did you mean REQUEST?"),
    ("MATCH (a)\nRETURN a.nam", 2, 10, "there is no property of actors 'nam'; did you mean name?"),
    ("MATCH ()-[r]->() RETURN r.dat", 1, 27, "did you mean date?"),
    ("MATCH (a {cod: 'X'}) RETURN a", 1, 16, "did you mean code?"),
    ("MATCH (actor) RETURN actr", 1, 22, "there is no variable 'actr'; did you mean actor?"),
    ("RETURN cuont(*)", 1, 8, "there is no function 'cuont'; did you mean count?"),
    ("RETURN $codee", 1, 8, "the parameter $codee has no value; did you mean $code?"),
    ("RETURN 'abc", 1, 8, "a string that begins here is not closed by '"),
    ("RETURN 1 +", 1, 11, "expected an expression, found the end of the query"),
    ("RETURN (1", 1, 10, "expected ')' behind the expression"),
    ("RETURN [1, 'a']", 1, 12, "a list holds values of one type"),
    ("RETURN 1 < 'a'", 1, 10, "'<' cannot compare an integer with a string"),
    ("RETURN 'a' - 1", 1, 12, "'-' needs numbers, not a string"),
    ("RETURN NOT 1", 1, 12, "NOT needs a boolean, not an integer"),
    ("MATCH (a) WHERE a.name RETURN a", 1, 19, "a condition must be true or false, this is a string"),
    ("MATCH (a) WHERE count(a) > 1 RETURN a", 1, 17, "the aggregate count can only stand in RETURN or WITH"),
    ("MATCH (a)-[r]->() RETURN a.code + count(r)", 1, 26, "'a' must stand inside an aggregate here"),
    ("MATCH (a) RETURN sum(count(a))", 1, 22, "can only stand in RETURN or WITH, and not inside another"),
    ("MATCH (a) RETURN a, a", 1, 21, "two columns are called 'a'"),
    ("MATCH (a) WITH a.name RETURN 1", 1, 18, "expected AS and a name for this expression in WITH"),
    ("MATCH (a) RETURN a LIMIT -1", 1, 26, "LIMIT needs a whole number"),
    ("MATCH (a) RETURN a LIMIT a.code", 1, 28, "LIMIT needs a whole number"),
    ("MATCH (a) RETURN a;DROP", 1, 20, "DROP is not possible: a query only reads"),
    ("CREATE (a:Country)", 1, 1, "CREATE is not possible: a query only reads"),
    ("MATCH (a) SET a.name = 'x' RETURN a", 1, 11, "SET is not possible"),
    ("MATCH (a) DETACH DELETE a", 1, 11, "DETACH is not possible"),
    ("PRAGMA writable_schema = 1", 1, 1, "PRAGMA is not possible"),
    ("RETURN substring('a')", 1, 8, "substring takes 2 to 3 arguments, not 1"),
    ("RETURN date('yesterday')", 1, 13, "'yesterday' is no date; write 2023-01-30, 2023-01 or 2023"),
    ("RETURN 'a' =~ '('", 1, 15, "this is no regular expression"),
    ("MATCH (a)-[r*5..2]->(b) RETURN a", 1, 14, "the lower bound 5 is above the upper bound 2"),
    ("MATCH (a)-[r*1..99]->(b) RETURN a", 1, 17, "a path has at most 30 hops"),
    ("MATCH (a)-[r]->(b)-[r]->(c) RETURN a", 1, 19, "the relationship 'r' stands twice in one MATCH"),
    ("MATCH (a)-[r]->(b) MATCH (r)-->() RETURN a", 1, 26, "'r' is a relationship, not a node"),
    ("RETURN 99999999999999999999", 1, 8, "the number is too large"),
    ("RETURN 1a", 1, 9, "a number must not be followed by a letter"),
    ("RETURN 'caf\u{e9}', `x", 1, 16, "a name in backticks that begins here is not closed"),
    ("RETURN #", 1, 8, "the character '#' has no meaning here"),
    ("RETURN 1 /* no end", 1, 10, "the comment is not closed"),
    ("RETURN 1 AS a UNION RETURN 2 AS b", 1, 21, "need the same columns"),
    ("MATCH (a) RETURN a AS return", 1, 23, "the word is reserved"),
    ("MATCH p = allShortestPaths((a)-[*]-(b)) RETURN p", 1, 11, "use shortestPath"),
  ]

  @Test(arguments: mistakes)
  func mistakesHavePlaces(query: String, line: Int, column: Int, said: String) throws {
    let store = try GraphStore()
    let error = try #require(throws: CypherError.self) {
      try store.query(cypher: query, parameters: ["code": .string("X")])
    }
    #expect(error.line == line && error.column == column && error.message.contains(said), "\(query): \(error)")
    #expect(!"\(error)".contains("\n"))
  }

  /// A pattern that only a row tells.
  @Test func expressionsOfRowsAreCheckedAsTheyCome() throws {
    let error = try #require(throws: CypherError.self) {
      try GraphStore().query(cypher: "UNWIND ['a', '('] AS p RETURN 'a' =~ p")
    }
    #expect("\(error)" == "'(' is no regular expression")
  }

  @Test func deepAndLongQueriesAreRefused() throws {
    let store = try GraphStore()
    for query in [
      "RETURN " + String(repeating: "(", count: 10_000) + "1", "RETURN " + String(repeating: "[", count: 10_000),
      "RETURN " + String(repeating: "NOT ", count: 10_000) + "true",
      "RETURN " + String(repeating: "-", count: 9_999) + "1",
      "RETURN " + String(repeating: "1+", count: 10_000) + "1",
      "MATCH (a:" + String(repeating: "!", count: 5000) + "Country) RETURN a",
      "RETURN " + String(repeating: "CASE WHEN ", count: 5000), "RETURN " + String(repeating: "{a:", count: 5000),
      "RETURN 1 AS x //" + String(repeating: "x", count: 200_000),
    ] {
      let error = try #require(throws: CypherError.self) { try store.query(cypher: query) }
      #expect(error.kind == .syntax, "\(error)")
    }
    // What is just allowed also runs.
    let chain = "RETURN 0" + String(repeating: " + 1", count: 190) + " AS x"
    #expect(try store.query(cypher: chain).rows == [[.integer(190)]])
    let both = "RETURN true" + String(repeating: " AND true OR false", count: 90) + " AS x"
    #expect(try store.query(cypher: both).rows == [[.boolean(true)]])
    // SQLite has narrower limits of its own.
    for query in [
      "RETURN " + String(repeating: "abs(", count: 60) + "1" + String(repeating: ")", count: 60) + " AS x",
      "MATCH " + (0..<70).map { "(a\($0))-->(b\($0))" }.joined(separator: ", ") + " RETURN 1",
    ] {
      let error = try #require(throws: CypherError.self) { try store.query(cypher: query) }
      #expect(error.kind == .unsupported, "\(error)")
    }
    let deep = "RETURN " + String(repeating: "(", count: 90) + "1" + String(repeating: ")", count: 90) + " AS x"
    #expect(try store.query(cypher: deep).rows == [[.integer(1)]])
  }
}
