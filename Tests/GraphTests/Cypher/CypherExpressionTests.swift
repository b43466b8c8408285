import Testing
import Vocabulary

@testable import Graph

/// Expressions by themselves, and Cypher's logic of null.
@Suite struct CypherExpressionTests {
  static let store = Result { try CypherSamples.store() }

  private func value(_ expression: String, _ parameters: [String: CypherValue] = [:]) throws -> String {
    let rows = try CypherSamples.rows("RETURN \(expression) AS x", parameters, in: Self.store.get())
    return try #require(rows.first)
  }

  /// Truth tables: t, f and n stand for true, false and null.
  static let logic: [(String, String)] = [
    ("t AND t", "true"), ("t AND f", "false"), ("t AND n", "null"), ("f AND n", "false"), ("n AND n", "null"),
    ("t OR n", "true"), ("f OR n", "null"), ("f OR f", "false"), ("n OR n", "null"), ("t XOR t", "false"),
    ("t XOR f", "true"), ("t XOR n", "null"), ("f XOR n", "null"), ("NOT t", "false"), ("NOT n", "null"),
    ("n = n", "null"), ("n <> n", "null"), ("1 = n", "null"), ("1 < n", "null"), ("'a' = n", "null"),
    ("n IS NULL", "true"), ("n IS NOT NULL", "false"), ("1 IS NULL", "false"), ("NOT (n IS NULL)", "false"),
    ("1 IN [1, n]", "true"), ("2 IN [1, n]", "null"), ("2 IN [1]", "false"), ("n IN [1]", "null"), ("n IN []", "false"),
    ("1 IN n", "null"), ("1 + n", "null"), ("'a' + n", "null"), ("n STARTS WITH 'a'", "null"),
    ("'a' CONTAINS n", "null"),
    ("'a' =~ n", "null"), ("coalesce(n, 2)", "2"), ("coalesce(n, n)", "null"), ("size(n)", "null"), ("n[0]", "null"),
    ("n.x", "null"), ("CASE WHEN n THEN 1 ELSE 2 END", "2"), ("CASE n WHEN n THEN 1 ELSE 2 END", "2"),
    ("any(x IN [1, n] WHERE x = 1)", "true"), ("any(x IN [2, n] WHERE x = 1)", "null"),
    ("any(x IN [] WHERE x = 1)", "false"),
    ("all(x IN [1, n] WHERE x = 1)", "null"), ("all(x IN [2, n] WHERE x = 1)", "false"),
    ("all(x IN [] WHERE x = 1)", "true"),
    ("none(x IN [2, n] WHERE x = 1)", "null"), ("none(x IN [2] WHERE x = 1)", "true"),
    ("single(x IN [1, 2] WHERE x = 1)", "true"), ("single(x IN [1, 1] WHERE x = 1)", "false"),
    ("1 < 2 < 3", "true"), ("1 < 3 < 2", "false"), ("3 > n > 1", "null"), ("t OR n AND f", "true"),
    ("NOT f AND f", "false"),
  ]

  @Test(arguments: logic)
  func nullLogic(expression: String, expected: String) throws {
    // Single letters stand for constants.
    let words = ["t": "true", "f": "false", "n": "null"]
    let text = expression.replacing(/[a-z]+/) { words[String($0.output)] ?? String($0.output) }
    #expect(try value(text) == expected, "\(text)")
  }

  static let values: [(String, String)] = [
    ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("7 / 2", "3"), ("7 / 2.0", "3.5"), ("7 % 4", "3"), ("5.5 % 2", "1.5"),
    ("2 ^ 3", "8.0"), ("-2 ^ 2", "4.0"), ("- 3 + 1", "-2"), ("--3", "3"), ("1 - -1", "2"), ("1 / 0", "null"),
    ("0x1F", "31"),
    ("1e3", "1000.0"), (".5 + 1", "1.5"), ("1 = 1.0", "true"), ("'a' + 'b' + 1", "ab1"),
    ("'a' < 'b'", "true"), (#"'\u00e9\n'"#, "é\n"), (#""double \" quote""#, "double \" quote"),
    ("'Seoul' STARTS WITH 'Se'", "true"), ("'Seoul' STARTS WITH ''", "true"), ("'Seoul' ENDS WITH 'oul'", "true"),
    ("'oul' ENDS WITH 'Seoul'", "false"), ("'Seoul' ENDS WITH ''", "true"), ("'Seoul' CONTAINS 'eou'", "true"),
    ("'50% off_' CONTAINS '% o'", "true"), ("'Seoul' =~ 'S.*l'", "true"), ("'Seoul' =~ 'eou'", "false"),
    ("'SEOUL' =~ '(?i)seoul'", "true"), ("'ab' =~ 'a|ab'", "true"),
    ("[1, 2] + [3]", "[1, 2, 3]"), ("[1] + 2", "[1, 2]"), ("0 + [1]", "[0, 1]"), ("[1, 2, 3][0]", "1"),
    ("[1, 2, 3][-1]", "3"),
    ("[1, 2, 3][5]", "null"), ("[1, 2, 3][1..]", "[2, 3]"), ("[1, 2, 3][..-1]", "[1, 2]"),
    ("[1, 2, 3][0..2]", "[1, 2]"),
    ("[[1], [2, 3]][1][0]", "2"), ("head([1, 2])", "1"), ("last([1, 2])", "2"), ("tail([1, 2, 3])", "[2, 3]"),
    ("head([])", "null"), ("size([1, 2])", "2"), ("size('Cáscara')", "7"), ("reverse([1, 2])", "[2, 1]"),
    ("reverse('ab')", "ba"),
    ("range(1, 4)", "[1, 2, 3, 4]"), ("range(4, 1, -2)", "[4, 2]"), ("range(2, 1)", "[]"),
    ("[x IN [1, 2, 3] WHERE x > 1 | x * 2]", "[4, 6]"), ("[x IN [1, 2]]", "[1, 2]"),
    ("[x IN ['a'] | [x, x]]", "[[a, a]]"),
    ("reduce(s = 0, x IN [1, 2, 3] | s + x)", "6"), ("reduce(s = '', x IN ['a', 'b'] | s + x)", "ab"),
    ("reduce(s = 0, x IN [0.5, 1.5] | s + x)", "2.0"), ("reduce(s = 1, x IN [] | s + x)", "1"),
    ("{a: 1, b: 'x'}", "{a: 1, b: x}"), ("{a: {b: [1]}}.a.b[0]", "1"), ("{a: 1}['a']", "1"),
    ("keys({a: 1, b: 2})", "[a, b]"),
    ("[true, false]", "[true, false]"), ("[true, null][0]", "true"), ("{x: true}.x", "true"),
    ("CASE 2 WHEN 1 THEN 'a' WHEN 2 THEN 'b' END", "b"), ("CASE WHEN 1 > 2 THEN 1 END", "null"),
    ("nullIf(1, 1)", "null"),
    ("toInteger('42')", "42"), ("toInteger('4.7')", "4"), ("toInteger('x')", "null"), ("toInteger(4.7)", "4"),
    ("toFloat('1.5')", "1.5"), ("toFloat(1)", "1.0"), ("toString(1)", "1"), ("toString(true)", "true"),
    ("toBoolean('True')", "true"),
    ("toLower('ÀB')", "àb"), ("toUpper('éa')", "ÉA"), ("trim('  a ')", "a"), ("ltrim(' a')", "a"), ("rtrim('a ')", "a"),
    ("replace('aba', 'a', 'c')", "cbc"), ("substring('Seoul', 1, 2)", "eo"), ("substring('Seoul', 3)", "ul"),
    ("left('Seoul', 2)", "Se"), ("right('Seoul', 2)", "ul"), ("right('ab', 5)", "ab"),
    ("split('a,b,,c', ',')", "[a, b, , c]"),
    (#"split('a"b"c', '"')"#, "[a, b, c]"), ("abs(-2)", "2"), ("sign(-0.5)", "-1"), ("ceil(1.2)", "2.0"),
    ("floor(-1.2)", "-2.0"),
    ("round(1.5)", "2.0"), ("round(-1.5)", "-1.0"), ("round(1.256, 2)", "1.26"), ("sqrt(16)", "4.0"), ("exp(0)", "1.0"),
    ("log(1)", "0.0"),
    ("log10(100)", "2.0"), ("round(pi(), 2)", "3.14"), ("round(degrees(pi()))", "180.0"),
    ("date('2023-01-30')", "2023-01-30"), ("date('2023-01-30').month", "1"), ("date('2023').month", "null"),
    ("date({year: 2023, month: 2})", "2023-02"), ("date({year: 2023, month: 2, day: 30})", "null"),
    ("date('2023-01') < date('2023-01-02')", "true"), ("date('2023-05-17').quarter", "2"),
    ("date('2023-01-30').dayOfWeek", "1"),
    ("date.truncate('month', date('2023-05-17'))", "2023-05-01"),
    ("date.truncate('quarter', date('2023-05-17'))", "2023-04-01"),
    ("date.truncate('year', date('2023-05'))", "2023-01-01"),
    ("date.truncate('week', date('2023-05-17'))", "2023-05-15"),
    ("date('2023-01-31') + duration({months: 1})", "2023-02-28"),
    ("date('2023-01-31') - duration({days: 31})", "2022-12-31"),
    ("date('2023-03-31') - duration({months: 1, days: 1})", "2023-02-27"),
    ("date('2023-01-01') + duration({weeks: 1})", "2023-01-08"),
    ("duration.inDays(date('2023-01-01'), date('2023-02-01')).days", "31"),
    ("date('2023') + duration({days: 1})", "null"),
  ]

  @Test(arguments: values)
  func expressionsHaveValues(expression: String, expected: String) throws {
    #expect(try value(expression) == expected, "\(expression)")
  }

  static let graph: [(String, [String])] = [
    (
      "MATCH (a {code: 'AVA'}) RETURN labels(a), keys(a), a.kind, id(a)",
      ["[Actor, Country] | [code, name, kind] | state | AVA"]
    ),
    (
      "MATCH (a {code: 'AVA'}) RETURN a.aliases, properties(a)",
      ["[Avalonia, Isle of Apples] | {code: AVA, name: Avalon, kind: state}"]
    ),
    (
      "MATCH (a)-[r:AID]->(b) RETURN startNode(r), endNode(r).name, type(r), id(r) = r.id",
      ["(AVA) | Borduria | AID | true"]
    ),
    (
      "MATCH (a)-[r:AID]->(b) RETURN r.date, r.realis, r.relation, r.cameo, r.intensity, r.confidence, r.reports, r.articles",
      ["2023-02-01 | actual | send aid to | 073 | 7.0 | 0.8 | 1 | 1"]
    ),
    (
      "MATCH ({code: 'AVA'})-[r:REQUEST]->() UNWIND r.evidence AS e RETURN e.article, e.sentence, e.title, e.publisher",
      ["x1 | 0 | On x1 | The Herald", "x2 | 0 | On x2 | The Herald"]
    ),
    (
      "MATCH (a {code: 'AVA'}) RETURN a {.code, .name, n: 1}, a {.*}",
      ["{code: AVA, name: Avalon, n: 1} | {code: AVA, name: Avalon, kind: state}"]
    ),
    ("MATCH (a:Country) WHERE EXISTS((a)-[:AID]->()) RETURN a.code", ["AVA"]),
    ("MATCH (a:Country) WHERE (a)-[:REQUEST]->(:Country) RETURN a.code", ["AVA", "BOR"]),
    ("MATCH (a:Country) WHERE NOT (a)<-[:REQUEST]-() RETURN a.code", []),
    (
      "MATCH (a:Country) WHERE EXISTS { MATCH (a)-[r]->(b) WHERE r.intensity < -5 } RETURN a.code",
      ["AVA", "BOR", "CAS"]
    ),
    ("MATCH (a:Country) RETURN a.code, COUNT { (a)-[:REQUEST]-() } AS n", ["AVA | 2", "BOR | 2", "CAS | 1"]),
    ("MATCH (a {code: 'BOR'}) RETURN [(a)-[r]->(b) WHERE b <> a | b.code]", ["[CAS]"]),
    (
      "MATCH (a)-[r]->(b) WHERE r.date >= '2023-02' AND r.date < date('2023-03-01') RETURN type(r)",
      ["AID", "ASSAULT", "REQUEST"]
    ),
    ("MATCH ()-[r]->() WHERE r.date STARTS WITH '2023-01' RETURN count(*)", ["2"]),
    ("MATCH ()-[r]->() WHERE r.date.year = 2022 RETURN type(r)", ["AGREE"]),
    ("MATCH ()-[r]->() WHERE r.quad = 'verbal conflict' RETURN count(*)", ["3"]),
    ("MATCH ()-[r]->() WHERE r.quad IN ['verbal conflict', 'verbal cooperation'] RETURN count(*)", ["4"]),
    ("MATCH ()-[r]->() WHERE r.quad <> 'verbal conflict' RETURN count(*)", ["5"]),
    ("MATCH ()-[r]->() WHERE r.type = 'NOTHING' RETURN count(*)", ["0"]),
    ("MATCH ()-[r]->() WHERE NOT r.relation = 'no such phrase' RETURN count(*)", ["8"]),
    ("MATCH ()-[r]->() WHERE r.relation IN ['urge', 'shell'] RETURN count(*)", ["5"]),
    ("MATCH ()-[r]->() WHERE r.cameo = '073' RETURN type(r)", ["AID"]),
    ("MATCH ()-[r]->() WHERE NOT r.cameo = '073' RETURN count(*)", ["6"]),
    ("MATCH ()-[r]->() WHERE r.cameo IN ['073', '194'] RETURN count(*)", ["3"]),
    ("MATCH ()-[r]->() WHERE '073' = r.cameo RETURN count(*)", ["1"]),
    ("MATCH ()-[r]->() WHERE '2023-02-05' < r.date RETURN count(*)", ["3"]),
    ("MATCH ()-[r]->() WHERE NOT r.date > '2023' RETURN count(*)", ["1"]),
    ("MATCH (a {code: 'AVA'})-[r]->(), (b {code: 'BOR'})-[s]->() WHERE r.date < s.date RETURN count(*)", ["4"]),
    (
      "MATCH (a {code: 'AVA'})-[r:REQUEST]->(), ({code: 'League'})-[s]->() WHERE r.date = s.date AND r.realis = s.realis RETURN type(s)",
      ["REQUEST"]
    ),
    ("MATCH (a:Country) WHERE a.name CONTAINS $part RETURN a.code", ["CAS"]),
    ("MATCH (a) WHERE a.code IN $codes RETURN a.name", ["Avalon", "Borduria"]),
    ("MATCH (a) WHERE a IN [] RETURN a", []),
    ("MATCH (a {code: 'AVA'}), (b) WHERE a = b RETURN b", ["(AVA)"]),
    (
      "MATCH p = (a:Organization)-[:REQUEST*]->(b) WHERE all(n IN nodes(p) WHERE n.code <> 'BOR') RETURN b.code",
      ["AVA"]
    ),
    ("MATCH p = (:Organization)-[:REQUEST*2]->() RETURN reduce(t = 0, r IN relationships(p) | t + r.reports)", ["3"]),
  ]

  @Test(arguments: graph)
  func functionsOfTheGraph(query: String, expected: [String]) throws {
    let parameters: [String: CypherValue] = [
      "part": .string("ásc"),
      "codes": .list([.string("AVA"), .string("BOR"), .string("it's \"; DROP TABLE actor --")]),
    ]
    #expect(try CypherSamples.rows(query, parameters, in: Self.store.get()) == expected)
  }
}
