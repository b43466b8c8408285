import Foundation
import Testing
import Vocabulary

@testable import Graph

/// What is reported of neighbouring days is one event.
@Suite struct EventDaysTests {
  /// A record with one triple: Avalon urges Borduria on that day.
  static func record(_ id: String, _ date: String, _ precision: DatePrecision = .article) -> ArticleRecord {
    Samples.record(
      id,
      [
        Samples.triple(
          id, from: Samples.part(Samples.avalon), to: Samples.part(Samples.borduria), date: date, precision: precision)
      ])
  }

  static let cases: [(name: String, reports: [(String, DatePrecision)], events: [(String, Int)])] = [
    ("one day", [("2023-01-30", .day), ("2023-01-30", .article)], [("2023-01-30", 2)]),
    ("a day and the day of the paper", [("2023-01-30", .day), ("2023-01-31", .article)], [("2023-01-30", 2)]),
    ("the exact day counts", [("2023-01-30", .article), ("2023-01-31", .day)], [("2023-01-31", 2)]),
    ("three days", [("2023-01-30", .article), ("2023-02-01", .article), ("2023-01-31", .day)], [("2023-01-31", 3)]),
    ("a day between", [("2023-01-30", .day), ("2023-02-01", .day)], [("2023-02-01", 1), ("2023-01-30", 1)]),
    (
      "it goes on", [("2023-01-29", .day), ("2023-01-30", .article), ("2023-01-31", .day), ("2023-02-01", .article)],
      [("2023-02-01", 1), ("2023-01-31", 1), ("2023-01-30", 1), ("2023-01-29", 1)]
    ),
    ("over new year", [("2022-12-31", .article), ("2023-01-01", .article)], [("2022-12-31", 2)]),
    (
      "a week stands for itself", [("2023-01-30", .week), ("2023-01-31", .day)], [("2023-01-31", 1), ("2023-01-30", 1)]
    ),
    (
      "a week beside its day",
      [("2023-01-30", .week), ("2023-01-30", .article), ("2023-01-29", .day)], [("2023-01-30", 1), ("2023-01-29", 2)]
    ),
    ("a month stands for itself", [("2023-01", .month), ("2023-01-01", .day)], [("2023-01-01", 1), ("2023-01", 1)]),
  ]

  @Test(arguments: cases.indices)
  func neighboursAreOneEvent(place: Int) throws {
    let (name, reports, expected) = Self.cases[place]
    let records = reports.enumerated().map { Self.record("a\($0)", $1.0, $1.1) }
    var random = SeededGenerator(state: UInt64(place))
    var dumps: Set<[String]> = []
    for round in 0..<3 {
      let store = try GraphStore()
      for record in records.shuffled(using: &random) { try store.write(batch: [record]) }
      let events = try store.events().map { ($0.date?.description ?? "", $0.reports) }
      #expect(events.elementsEqual(expected, by: ==), "\(name), round \(round): \(events)")
      // Each report keeps the day that it tells.
      #expect(try Set(store.triples()) == Set(records.flatMap(\.triples)))
      dumps.insert(try store.dump())
    }
    #expect(dumps.count == 1)
  }

  /// Articles come, change and go at random over a few days; what is left is what a fresh graph of the same has.
  @Test(arguments: 0..<12)
  func orderDoesNotMatter(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    func make(_ id: Int, digest: String) -> ArticleRecord {
      let day = String(format: "2023-01-%02d", Int.random(in: 1...12, using: &random))
      let precisions: [DatePrecision] = [.day, .article, .article, .week]
      var record = Self.record("a\(id)", day, precisions[Int.random(in: 0..<4, using: &random)])
      record.digest = digest
      return record
    }
    var current: [Int: ArticleRecord] = [:]
    let store = try GraphStore()
    for step in 0..<25 {
      let id = Int.random(in: 0..<9, using: &random)
      if let old = current[id], Bool.random(using: &random) {
        try store.remove(article: old.article.id)
        current[id] = nil
      } else {
        let record = make(id, digest: "\(step)")
        try store.write(batch: [record])
        current[id] = record
      }
      if step == 12 { try store.merge("AVA", into: "CAS", known: [Samples.cascara]) }
      if step == 20 { try store.split("AVA") }
    }
    let fresh = try GraphStore()
    try fresh.write(batch: current.values.shuffled(using: &random))
    func facts(_ store: GraphStore) throws -> [String] {
      try store.dump().filter { !$0.hasPrefix("\"actor\"") && !$0.hasPrefix("\"alias\"") }
    }
    #expect(try facts(store) == facts(fresh))
    #expect(
      try store.text(of: "SELECT id, days FROM event_row ORDER BY id")
        == fresh.text(of: "SELECT id, days FROM event_row ORDER BY id"))
    #expect(try store.text(of: "PRAGMA foreign_key_check").isEmpty)
  }

  @Test func viewsShowTheDayOfEachReport() throws {
    let store = try GraphStore()
    try store.write(batch: [Self.record("a", "2023-01-30", .day), Self.record("b", "2023-01-31")])
    for view in ["triple", "report"] {
      #expect(try store.text(of: "SELECT date FROM \(view) ORDER BY 1") == ["\"2023-01-30\"", "\"2023-01-31\""])
    }
    #expect(try store.text(of: "SELECT date, reports FROM event") == ["\"2023-01-30\" | 2"])
    #expect(try store.text(of: "SELECT count(*) FROM triple WHERE source_raw IS NOT NULL") == ["0"])
    // Filters go by the event.
    #expect(try store.tripleCount(RelationFilter(until: CalendarDate("2023-01-30"))) == 2)
  }

  @Test func neighboursAreFoundByTheIndex() throws {
    let plan = try GraphStore().text(of: "EXPLAIN QUERY PLAN " + IngestSession.near.replacing("?", with: "7"))
    #expect(
      plan.count == 1 && plan.allSatisfy { $0.contains("event_by_dyad (source=? AND target=? AND day>? AND day<?") },
      "\(plan)")
  }

  @Test(arguments: 0..<6)
  func loadGathersDaysAsWell(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let precisions: [DatePrecision] = [.day, .article, .article, .week]
    let records = (0..<12).map { id in
      let day = String(format: "2023-01-%02d", Int.random(in: 1...20, using: &random))
      return Self.record("a\(id)", day, precisions[Int.random(in: 0..<4, using: &random)])
    }
    let (loaded, written) = (try GraphStore(), try GraphStore())
    try loaded.load([Array(records.prefix(6)), Array(records.dropFirst(6))])
    for record in records { try written.write(batch: [record]) }
    #expect(try loaded.dump() == written.dump())
    #expect(try loaded.text(of: "SELECT name FROM sqlite_master WHERE name = 'event_by_key'").isEmpty)
  }
}
