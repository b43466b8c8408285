import Testing
import Vocabulary

@testable import Graph

/// Everyday queries go through indexes, and ask for no rows that they do not need.
@Suite struct CypherPlanTests {
  static let lookups = [
    "MATCH (a {code: 'AVA'})-[r]->(b {code: 'BOR'}) RETURN r.date ORDER BY r.date DESC LIMIT 20",
    "MATCH (a {code: 'AVA'})-[r:REQUEST]->(b) WHERE r.date >= '2023-01' RETURN r, b",
    "MATCH (a)-[r]->(b {code: $code}) RETURN a.name, count(*)",
    "MATCH (a {code: 'AVA'})-[r]-(b {code: 'BOR'}) RETURN r",
    "MATCH (a {code: 'AVA'})-[r]->(b)-[s]->(c {code: 'CAS'}) RETURN r, s",
    "MATCH (a)-[r]->(b) WHERE r.date >= '2023-01-01' AND r.date < '2023-02-01' RETURN r",
    "MATCH (a)-[r:REQUEST]->(b) WHERE r.date >= '2023-01-01' RETURN r",
    "MATCH (a) WHERE a.code IN ['AVA', 'BOR'] MATCH (a)-[r]->(b) RETURN count(*)",
    "MATCH (a {code: 'AVA'}) OPTIONAL MATCH (a)-[r:AID]->(b) RETURN b.name, count(r)",
    "MATCH (a {code: 'AVA'})-[*1..3]->(b {code: 'CAS'}) RETURN count(*)",
    "MATCH p = shortestPath((a {code: 'AVA'})-[*]-(b {code: 'CAS'})) RETURN p",
    "MATCH (a {code: 'AVA'})-[r]->(b) UNWIND r.evidence AS e RETURN e.text",
  ]

  @Test(arguments: lookups)
  func noScanOfEventsOrActors(query: String) throws {
    let plan = try CypherSamples.store().plan(cypher: query, parameters: ["code": .string("BOR")])
    let scans = plan.steps.filter { step in
      guard step.hasPrefix("SCAN ") else { return false }
      // Lists, constants and what a recursive query found so far.
      return !step.contains("VIRTUAL TABLE") && !step.contains("CONSTANT ROW") && !step.hasPrefix("SCAN s")
        && !step.hasPrefix("SCAN (subquery")
    }
    #expect(scans.isEmpty, "\(query)\n\(plan.sql)\n\(plan.steps.joined(separator: "\n"))")
  }

  @Test(arguments: [
    "MATCH (a)-[r]->(b) RETURN a.code, b.code, count(*) AS n ORDER BY n DESC LIMIT 20",
    "MATCH (a)-[r]->(b) RETURN a, b, count(*)",
  ])
  func dyadsGroupInTheOrderOfTheIndex(query: String) throws {
    let plan = try CypherSamples.store().plan(cypher: query)
    #expect(plan.steps.contains { $0.contains("COVERING INDEX event_by_dyad") }, "\(plan.steps)")
    #expect(!plan.steps.contains("USE TEMP B-TREE FOR GROUP BY"), "\(plan.steps)")
  }

  @Test func actorsAreNotJoinedWhereNothingAsksForThem() throws {
    let plan = try CypherSamples.store().plan(cypher: "MATCH (a)-[r]->(b)-[s]->(c) RETURN count(*)")
    #expect(!plan.sql.contains("actor"), "\(plan.sql)")
  }
}
