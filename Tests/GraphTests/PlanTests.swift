import GRDB
import Testing
import Vocabulary

@testable import Graph

/// Everyday filters are answered by an index, whatever the size of the graph.
@Suite struct PlanTests {
  static let filters: [(String, RelationFilter)] = [
    ("source", RelationFilter(from: ["AVA"], limit: 20)),
    ("target", RelationFilter(to: ["AVA"], limit: 20)),
    ("dyad", RelationFilter(from: ["AVA"], to: ["BOR"], limit: 20)),
    (
      "dyad with more",
      RelationFilter(
        from: ["AVA"], to: ["BOR"], types: [.request], realis: [.actual], since: CalendarDate("2023"),
        minimumConfidence: 0.5, limit: 20)
    ),
    ("source and type", RelationFilter(from: ["AVA"], types: [.request], since: CalendarDate("2023"), limit: 20)),
    ("between", RelationFilter(between: .init(["AVA"], ["BOR"]), limit: 20)),
    ("either", RelationFilter(either: ["AVA"], limit: 20)),
    ("type", RelationFilter(types: [.request], limit: 20)),
    ("quadrant", RelationFilter(quads: [.verbalConflict], limit: 20)),
    ("time", RelationFilter(since: CalendarDate("2023-01"), until: CalendarDate("2023-03"), limit: 20)),
    ("person", RelationFilter(from: ["Ada Quill"], limit: 20)),
    ("text", RelationFilter(text: "grain", limit: 20)),
    ("dyad and text", RelationFilter(from: ["AVA"], to: ["BOR"], text: "grain", limit: 20)),
  ]

  @Test(arguments: filters)
  func noFullScan(name: String, filter: RelationFilter) throws {
    let store = try FilterTests.store()
    for plan in try plans(filter, store) {
      let scans = ["SCAN e", "SCAN t", "SCAN s ", "SCAN a", "SCAN x"]
      #expect(!plan.contains { line in scans.contains { line.hasPrefix($0) } }, "\(plan)")
    }
  }

  @Test(arguments: filters.prefix(8))
  func noSorting(name: String, filter: RelationFilter) throws {
    let store = try FilterTests.store()
    let plan = try #require(try plans(filter, store).first)
    #expect(!plan.contains { $0.hasPrefix("USE TEMP B-TREE") }, "\(plan)")
  }

  @Test func latestEventsComeFromTheIndexOfDates() throws {
    let plan = try plans(RelationFilter(limit: 20), FilterTests.store()).first
    // Within a day they are sorted by number.
    #expect(plan == ["SCAN e USING INDEX event_by_day", "USE TEMP B-TREE FOR RIGHT PART OF ORDER BY"])
  }

  @Test func secondPageOfADyadIsAnsweredByTheIndex() throws {
    let store = try FilterTests.store()
    var filter = RelationFilter(from: ["AVA"], to: ["BOR"], limit: 2)
    filter.after = EventCursor(after: try #require(try store.events(filter).last))
    let plan = try #require(try plans(filter, store).first)
    #expect(plan.contains { $0.contains("event_by_dyad (source=? AND target=? AND day<?)") }, "\(plan)")
  }

  @Test(arguments: RelationOrder.Field.allCases)
  func otherOrdersGoByTheSameIndexes(field: RelationOrder.Field) throws {
    let store = try FilterTests.store()
    let filter = RelationFilter(from: ["AVA"], to: ["BOR"], order: RelationOrder(field, isAscending: true), limit: 2)
    var next = filter
    let after: EventCursor = try #require(try store.eventPage(filter).next)
    next.after = after
    for plan in try [plans(filter, store), plans(next, store)].flatMap({ $0 }) {
      #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
    }
  }

  static let walks: [(String, RelationFilter, String)] = [
    ("timeline", RelationFilter(between: .init(["AVA"], ["BOR"])), "event_by_dyad (source=? AND target=?"),
    ("group of a dyad", RelationFilter(from: ["AVA"], to: ["BOR"]), "event_by_dyad (source=? AND target=?"),
    ("groups of a source", RelationFilter(from: ["AVA"], realis: [.actual]), "(source=?"),
    (
      "types of a source", RelationFilter(from: ["AVA"], types: [.request], since: CalendarDate("2023")),
      "(source=? AND day>?)"
    ),
    (
      "top of a year", RelationFilter(since: CalendarDate("2023"), until: CalendarDate("2023")),
      "event_by_day (day>? AND day<?)"
    ),
  ]

  @Test(arguments: walks)
  func countsWalkThroughTheirPartOfAnIndex(name: String, filter: RelationFilter, index: String) throws {
    let plan = try FilterTests.store().database.read { db in
      let walk = try FilterCompiler(filter, db: db).eventWalk("e.day, e.type, e.intensity")
      return try Row.fetchAll(db, SQLRequest(literal: "EXPLAIN QUERY PLAN " + walk)).map { $0["detail"] as String }
    }
    let searches = plan.filter { $0.contains("SEARCH") || $0.contains("SCAN") }
    #expect(!searches.isEmpty && searches.allSatisfy { $0.contains(index) }, "\(plan)")
    #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
  }

  @Test(arguments: [RelationFilter(), RelationFilter(types: [.agree], since: CalendarDate("2023"))])
  func aPathAsksForOneActorByIndex(filter: RelationFilter) throws {
    try FilterTests.store().database.read { db in
      for side in ["source", "target"] {
        let walk = try FilterCompiler(filter, db: db, ofPrincipals: true).walk("e.source", [SQL(sql: "e.\(side) = 7")])
        let plan = try Row.fetchAll(db, SQLRequest(literal: "EXPLAIN QUERY PLAN " + walk)).map {
          $0["detail"] as String
        }
        #expect(plan.count == 1 && plan.allSatisfy { $0.contains("(\(side)=?") }, "\(plan)")
      }
    }
  }

  @Test(arguments: [
    RelationFilter(from: ["Ada Quill"], limit: 20), RelationFilter(from: ["Ada Quill"], to: ["BOR"], limit: 20),
    RelationFilter(from: ["Ada Quill"], types: [.request], since: CalendarDate("2023"), limit: 20),
  ])
  func aPersonsPageIsAPartOfAKey(filter: RelationFilter) throws {
    let plan = try #require(try plans(filter, FilterTests.store()).first)
    #expect(plan.first?.hasPrefix("SEARCH k USING PRIMARY KEY (actor=? AND is_source=?") == true, "\(plan)")
    #expect(plan.count == 2, "\(plan)")
  }

  static let kept: [(String, String)] = [
    (
      "SELECT events FROM tally WHERE source = 7 AND target > 0 AND is_actual = 1",
      "PRIMARY KEY (source=? AND target>?)"
    ),
    ("SELECT source, events FROM tally WHERE target = 7 AND source > 0", "COVERING INDEX tally_by_target (target=?"),
    (
      "SELECT events FROM tally_month WHERE source = 7 AND target = 8 AND is_actual = 1 AND month BETWEEN 199001 AND 2",
      "PRIMARY KEY (source=? AND target=? AND is_actual=? AND month>? AND month<?)"
    ),
    (
      "SELECT aid FROM tally WHERE source > 0 AND target = 0 AND is_actual = 1",
      "tally_by_target (target=? AND source>?)"
    ),
    // What triggers change when an event does.
    (
      "SELECT 1 FROM tally WHERE " + Schema.isTally(ofSource: "7", target: "8", isActual: "1"),
      "SEARCH tally USING COVERING INDEX tally_by_target (target=? AND source=? AND is_actual=?)"
    ),
    (
      "SELECT 1 FROM tally_month WHERE month = 199001 AND "
        + Schema.isTally(ofSource: "7", target: "8", isActual: "1"),
      "PRIMARY KEY (source=? AND target=? AND is_actual=? AND month=?)"
    ),
  ]

  @Test(arguments: kept)
  func whatIsKeptIsFoundByKey(sql: String, key: String) throws {
    let plan = try FilterTests.store().text(of: "EXPLAIN QUERY PLAN " + sql)
    #expect(plan.count == 1 && plan[0].contains(key), "\(plan)")
  }

  @Test func countsOfAYearReadTheIndexOfDaysAlone() throws {
    try FilterTests.store().database.read { db in
      let filter = RelationFilter(realis: [.actual], since: CalendarDate("2023"), until: CalendarDate("2023"))
      let sql = try EventSums(filter, db).compiler
        .walk("e.source, e.target", [], table: "event_row e INDEXED BY event_by_day")
      let plan = try Row.fetchAll(db, SQLRequest(literal: "EXPLAIN QUERY PLAN " + sql)).map { $0["detail"] as String }
      #expect(plan == ["SEARCH e USING COVERING INDEX event_by_day (day>? AND day<?)"])
    }
  }

  @Test func searchInADyadLooksEachSentenceUp() throws {
    let plan = try #require(
      try plans(RelationFilter(from: ["AVA"], text: "grain", limit: 20), FilterTests.store()).first)
    #expect(plan.contains { $0.hasPrefix("SEARCH s") && $0.contains("USING INTEGER PRIMARY KEY (rowid=?)") }, "\(plan)")
  }

  @Test func removalOfAnActorLooksItUp() throws {
    let store = try FilterTests.store()
    for sql in IngestSession.parts {
      let plan = try store.text(of: "EXPLAIN QUERY PLAN " + sql.replacing("?", with: "7"))
      #expect(plan.allSatisfy { $0.contains("SEARCH") }, "\(plan)")
    }
  }

  @Test func standingAndMergesGoByIndexes() throws {
    let store = try FilterTests.store()
    for sql in [
      StandingSum.actedEvents("source", partner: "target").replacing("?1", with: "7"),
      StandingSum.actedEvents("target", partner: "source").replacing("?1", with: "7"),
      DyadGraph.partnersOfSource.replacing("?", with: "7"), DyadGraph.partnersOfTarget.replacing("?", with: "7"),
      "SELECT code FROM actor WHERE merged_into IS NOT NULL",
      "SELECT count(*) FROM triple_row WHERE event IS NULL",
      "SELECT * FROM triple WHERE article = 'a'", "SELECT * FROM sentence WHERE article = 'a'",
      "SELECT * FROM report WHERE article = 'a'", "DELETE FROM article WHERE id = 'a'",
      "SELECT min(day) FROM event_row", "SELECT max(day) FROM event_row",
    ] {
      let plan = try store.database.read { db in
        try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql).map { $0["detail"] as String }
      }
      let scans = plan.filter { $0.hasPrefix("SCAN") && !$0.contains("INDEX") && $0 != "SCAN t" }
      #expect(scans.isEmpty, "\(plan)")
    }
  }

  /// The plans of the events' and the triples' statement.
  private func plans(_ filter: RelationFilter, _ store: GraphStore) throws -> [[String]] {
    try store.database.read { db in
      let compiler = try FilterCompiler(filter, db: db)
      return try [compiler.events(), compiler.triples()].map { sql in
        try Row.fetchAll(db, SQLRequest(literal: "EXPLAIN QUERY PLAN " + sql)).map { $0["detail"] }
      }
    }
  }
}
