import Testing
import Vocabulary

@testable import Graph

/// Each clause against a small graph; the answers were worked out by hand.
@Suite struct CypherClauseTests {
  static let patterns: [(String, [String])] = [
    ("MATCH (a:Country) RETURN a.code", ["AVA", "BOR", "CAS"]),
    ("MATCH (a) RETURN a", ["(AVA)", "(BOR)", "(CAS)", "(League)"]),
    ("MATCH (a:!Country) RETURN a.name", ["League of Islands"]),
    ("MATCH (a:State|Organization) RETURN count(*)", ["4"]),
    ("MATCH (a:Country:Organization) RETURN a", []),
    ("MATCH ()-[r]->() RETURN count(r)", ["8"]),
    ("MATCH (a)-[r:REQUEST]->(b) RETURN a.code, b.code", ["AVA | BOR", "BOR | CAS", "League | AVA"]),
    ("MATCH (a)-[r:AID|ASSAULT]->(b) RETURN type(r), a.code", ["AID | AVA", "ASSAULT | AVA", "ASSAULT | CAS"]),
    (
      "MATCH (a)-[r:!REQUEST]->(b {code: 'BOR'}) RETURN r",
      ["[AVA AID BOR]", "[BOR PROTEST BOR]", "[League AGREE BOR]"]
    ),
    ("MATCH (a {name: 'Avalon'})<-[r]-(b) RETURN b.code, r.type", ["CAS | ASSAULT", "League | REQUEST"]),
    // Either direction; a loop counts once.
    (
      "MATCH (a {code: 'BOR'})-[r]-(b) RETURN b.code, type(r)",
      ["AVA | AID", "AVA | REQUEST", "BOR | PROTEST", "CAS | REQUEST", "League | AGREE"]
    ),
    ("MATCH (a)-[r]-(b) RETURN count(*)", ["15"]),
    ("MATCH (a:Organization)--(b) RETURN b.code", ["AVA", "BOR"]),
    ("MATCH (a:Organization)<-->(b) RETURN b.code", ["AVA", "BOR"]),
    ("MATCH (a)--(b:Organization) RETURN a.code", ["AVA", "BOR"]),
    // Two hops, and no relationship twice.
    (
      "MATCH (a {code: 'AVA'})-->(b)-->(c) RETURN b.code, c.code",
      ["BOR | BOR", "BOR | BOR", "BOR | CAS", "BOR | CAS", "CAS | AVA"]
    ),
    ("MATCH (a)-[r]->(a) RETURN a.code, type(r)", ["BOR | PROTEST"]),
    ("MATCH (a {code: 'BOR'})-[r:PROTEST]->(b)-[s:PROTEST]->(c) RETURN c", []),
    (
      "MATCH (a)-[:REQUEST]->(b), (b)-[:REQUEST]->(c) RETURN a.code, b.code, c.code",
      ["AVA | BOR | CAS", "League | AVA | BOR"]
    ),
    ("MATCH (a {code: 'AVA'}), (b:Organization) RETURN a.code, b.code", ["AVA | League"]),
    ("MATCH (a)-[r {realis: 'negated'}]->(b) RETURN a.code, b.code", ["AVA | CAS"]),
    ("MATCH (a WHERE a.code STARTS WITH 'L')-[r WHERE r.reports > 0]->(b) RETURN b.code", ["AVA", "BOR"]),
    ("MATCH (a)-[r]->(b) WHERE a:Organization AND r:AGREE RETURN b.code", ["BOR"]),
    // Variable length.
    ("MATCH (a {code: 'League'})-[*2]->(b) RETURN b.code", ["BOR", "BOR", "BOR", "CAS", "CAS"]),
    ("MATCH (a {code: 'League'})-[r:REQUEST*1..3]->(b) RETURN b.code, size(r)", ["AVA | 1", "BOR | 2", "CAS | 3"]),
    ("MATCH (a {code: 'League'})-[:REQUEST*0..1]->(b) RETURN b.code", ["AVA", "League"]),
    ("MATCH (a)-[:REQUEST*2..]->(b:Country {code: 'CAS'}) RETURN a.code", ["AVA", "League"]),
    ("MATCH (a)<-[:REQUEST*3]-(b) RETURN a.code, b.code", ["CAS | League"]),
    ("MATCH (a {code: 'CAS'})-[:REQUEST*1..2]-(b) RETURN b.code", ["AVA", "BOR"]),
    ("MATCH (a {code: 'AVA'})-[r* {realis: 'actual'}]->(b:Organization) RETURN b", []),
    (
      "MATCH p = (a {code: 'League'})-[:REQUEST*3]->(b) RETURN p",
      ["(League)(AVA)(BOR)(CAS)[REQUEST][REQUEST][REQUEST]"]
    ),
    (
      "MATCH p = (a:Organization)-[:AGREE]->(b)-[:REQUEST*]->(c) RETURN [n IN nodes(p) | n.code], length(p)",
      ["[League, BOR, CAS] | 2"]
    ),
    ("MATCH p = (c)<-[:REQUEST*2]-(b {code: 'AVA'}) RETURN [n IN nodes(p) | n.code]", ["[CAS, BOR, AVA]"]),
    ("MATCH (a {code: 'League'})-[:REQUEST*1..3]->(b)-[:ASSAULT]->(c {code: 'AVA'}) RETURN b.code", ["CAS"]),
    // Shortest paths.
    ("MATCH p = shortestPath((a {code: 'League'})-[*]->(b {code: 'CAS'})) RETURN length(p)", ["2"]),
    (
      "MATCH p = shortestPath((a {code: 'League'})-[:REQUEST*]->(b {code: 'CAS'})) RETURN [n IN nodes(p) | n.code]",
      ["[League, AVA, BOR, CAS]"]
    ),
    ("MATCH p = shortestPath((a {code: 'CAS'})-[*]->(b:Organization)) RETURN p", []),
    ("MATCH p = shortestPath((a {code: 'CAS'})-[*]-(b:Organization)) RETURN length(p)", ["2"]),
    (
      "MATCH (b:Country), p = shortestPath((a {code: 'League'})-[:REQUEST*..5]->(b)) RETURN b.code, length(p)",
      ["AVA | 1", "BOR | 2", "CAS | 3"]
    ),
    ("MATCH shortestPath((a {code: 'AVA'})-[r*]->(b {code: 'CAS'})) RETURN size(r)", ["1"]),
  ]

  @Test(arguments: patterns)
  func patternsMatch(query: String, expected: [String]) throws {
    #expect(try CypherSamples.rows(query, in: CypherSamples.store()) == expected)
  }

  static let clauses: [(String, [String])] = [
    ("OPTIONAL MATCH (a {code: 'XXX'}) RETURN a", ["null"]),
    (
      "MATCH (a:Country) OPTIONAL MATCH (a)-[r:AID]->(b) RETURN a.code, b.code, type(r)",
      ["AVA | BOR | AID", "BOR | null | null", "CAS | null | null"]
    ),
    (
      "MATCH (a:Country) OPTIONAL MATCH (a)-[r]->(b:Organization) RETURN a.code, b",
      ["AVA | null", "BOR | null", "CAS | null"]
    ),
    (
      "MATCH (a:Country) OPTIONAL MATCH (a)-[:REQUEST]->(b)-[s:REQUEST]->(c) RETURN a.code, b.code, c.code, s",
      ["AVA | BOR | CAS | [BOR REQUEST CAS]", "BOR | null | null | null", "CAS | null | null | null"]
    ),
    (
      "MATCH (a:Country) OPTIONAL MATCH (a)-[r]->(b) WHERE r.intensity > 5 RETURN a.code, b.code",
      ["AVA | BOR", "BOR | null", "CAS | null"]
    ),
    (
      "MATCH (a:Organization) OPTIONAL MATCH (a)-[:AID]-(x) OPTIONAL MATCH (x)-->(y) RETURN a.code, x, y",
      ["League | null | null"]
    ),
    (
      "MATCH (a:Country) OPTIONAL MATCH p = (a)-[:ASSAULT*1..2]->(b) RETURN a.code, count(p)",
      ["AVA | 2", "BOR | 0", "CAS | 2"]
    ),
    ("MATCH (a:Country) OPTIONAL MATCH (a)-[:AID]->(b) WITH a, b WHERE b IS NULL RETURN a.code", ["BOR", "CAS"]),
    ("UNWIND [3, 1, 2] AS x RETURN x ORDER BY x DESC", ["3", "2", "1"]),
    ("UNWIND [] AS x RETURN x", []),
    ("UNWIND null AS x RETURN x", []),
    ("UNWIND [[1, 2], [3]] AS l UNWIND l AS x RETURN x", ["1", "2", "3"]),
    ("UNWIND ['AVA', 'BOR'] AS c MATCH (a {code: c})-[r]->() RETURN c, count(*)", ["AVA | 3", "BOR | 2"]),
    ("MATCH (a)-[r]->() WITH a, count(*) AS n WHERE n > 1 RETURN a.code, n", ["AVA | 3", "BOR | 2", "League | 2"]),
    (
      "MATCH (a)-[r]->() WITH a, count(*) AS n ORDER BY n DESC, a.code LIMIT 1 MATCH (a)-[:AID]->(b) RETURN b.name",
      ["Borduria"]
    ),
    ("MATCH (a:Country) WITH a ORDER BY a.code DESC RETURN collect(a.code)", ["[CAS, BOR, AVA]"]),
    (
      "MATCH (a:Country) WITH a.code AS c, a RETURN c, a.name ORDER BY c",
      ["AVA | Avalon", "BOR | Borduria", "CAS | Cáscara"]
    ),
    ("MATCH (a:Country) WITH * RETURN *", ["(AVA)", "(BOR)", "(CAS)"]),
    ("WITH 1 AS x RETURN x + 1 AS y", ["2"]),
    ("MATCH (a:Country) RETURN a.code ORDER BY a.code SKIP 1 LIMIT 1", ["BOR"]),
    ("MATCH (a:Country) RETURN a.code ORDER BY a.name DESC LIMIT $n", ["CAS", "BOR"]),
    (
      "MATCH ()-[r]->() RETURN r.date ORDER BY r.date",
      ["2022", "2023-01-30", "2023-01-30", "2023-02-01", "2023-02-10", "2023-03", "2023-04-01", "null"]
    ),
    ("MATCH ()-[r]->() RETURN r.date ORDER BY r.date DESC LIMIT 2", ["null", "2023-04-01"]),
    ("MATCH (a)-[]->() RETURN DISTINCT a.code ORDER BY a.code", ["AVA", "BOR", "CAS", "League"]),
    ("MATCH (a)-[]->() RETURN DISTINCT a ORDER BY a", ["(AVA)", "(BOR)", "(CAS)", "(League)"]),
    (
      "MATCH (a)-[r]->(b) RETURN a.code, b.code, count(*) AS n ORDER BY n DESC, a.code, b.code LIMIT 2",
      ["AVA | BOR | 2", "AVA | CAS | 1"]
    ),
    (
      "MATCH (a:Country) RETURN a.code UNION MATCH (b:Organization) RETURN b.code AS `a.code`",
      ["AVA", "BOR", "CAS", "League"]
    ),
    ("RETURN 1 AS x UNION RETURN 1 AS x", ["1"]),
    ("RETURN 1 AS x UNION ALL RETURN 1 AS x", ["1", "1"]),
    // Aggregates.
    (
      "MATCH (x:Person) RETURN count(*), count(x), collect(x), sum(1), avg(1), min(1), max(1)",
      ["0 | 0 | [] | 0 | null | null | null"]
    ),
    ("MATCH (x:Person) RETURN 1 AS one, count(*)", []),
    (
      "MATCH ()-[r]->() RETURN count(DISTINCT type(r)), sum(r.reports), min(r.date), max(r.date)",
      ["5 | 9 | 2022 | 2023-04-01"]
    ),
    ("MATCH ()-[r]->() RETURN count(r.date), count(*)", ["7 | 8"]),
    ("MATCH ()-[r:REQUEST]->(b) RETURN round(avg(r.intensity), 4), size(collect(DISTINCT b.code))", ["-0.1 | 3"]),
    ("MATCH (a)-[r]->() RETURN a.code, count(*) * 2 + 1 AS n", ["AVA | 7", "BOR | 5", "CAS | 3", "League | 5"]),
    (
      "MATCH (a)-[r]->() RETURN a.name, a.name + ': ' + toString(count(*)) AS t ORDER BY t LIMIT 1",
      ["Avalon | Avalon: 3"]
    ),
    (
      "MATCH (a)-[r]->() RETURN r.quad, count(*) ORDER BY r.quad",
      ["material conflict | 3", "material cooperation | 1", "verbal conflict | 3", "verbal cooperation | 1"]
    ),
    ("MATCH (a)-[r]->() RETURN r.date.year AS y, count(*) ORDER BY y", ["2022 | 1", "2023 | 6", "null | 1"]),
    ("UNWIND [1, 2, 3, 4] AS x RETURN stDev(x) > 1.29 AND stDev(x) < 1.2911, stDevP(x) < 1.1181", ["true | true"]),
    ("UNWIND [1, null, 2] AS x RETURN count(x), collect(x), sum(x), avg(x)", ["2 | [1, 2] | 3 | 1.5"]),
    (
      "MATCH (a)-[r]->(b) WITH a, collect(b) AS targets RETURN a.code, size(targets)",
      ["AVA | 3", "BOR | 2", "CAS | 1", "League | 2"]
    ),
    (
      "MATCH (a {code: 'CAS'})-[r]->(b) RETURN collect(r), collect(b), {x: b, y: [r]}",
      ["[[CAS ASSAULT AVA]] | [(AVA)] | {x: (AVA), y: [[CAS ASSAULT AVA]]}"]
    ),
  ]

  @Test(arguments: clauses)
  func clausesAnswer(query: String, expected: [String]) throws {
    #expect(try CypherSamples.rows(query, ["n": .integer(2)], in: CypherSamples.store()) == expected)
  }
}
