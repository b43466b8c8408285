import Foundation
import Graph
import Vocabulary

/// The ten everyday questions that another engine is asked too, with their goals; `peer.py` has them in its language.
struct Everyday {
  let store: GraphStore
  let world: World

  private struct Question {
    /// By which `peer.py` knows it.
    var key: String
    var name: String
    /// Milliseconds that it may take; nil where nothing but the other engine's time is asked for.
    var goal: Double?
    /// Whether it looks a few rows up, in which the store must be ten times as fast as the other engine.
    var isLookup = false
    /// Whether the other engine is asked too.
    var isShared = true
    /// What differs from world to world, for the other engine.
    var parameters: [String: any Sendable] = [:]
    /// The answer, as rows of cells.
    var ask: () throws -> [[String]]
  }

  /// Asks each question so many times.
  ///
  /// - Returns: what JSON can hold: names, goals, parameters, medians in milliseconds, answers.
  func report(runs: Int) throws -> [[String: any Sendable]] {
    try list().map { question in
      let (rows, median) = try Time.median(of: runs) { try question.ask() }
      var entry: [String: any Sendable] = [
        "key": question.key, "name": question.name, "lookup": question.isLookup, "shared": question.isShared,
        "parameters": question.parameters, "milliseconds": median, "rows": rows,
      ]
      if let goal = question.goal { entry["goal"] = goal }
      return entry
    }
  }

  private func list() throws -> [Question] {
    let codes = world.principals.map(\.code)
    let (first, second, third, tenth) = (codes[0], codes[1], codes[2], codes[9])
    let rare = (codes[2700], codes[2950])
    let event =
      try store.events(RelationFilter(from: [second], order: RelationOrder(.reports), limit: 1)).first?.id ?? 0
    let dyad = RelationFilter(
      from: [first], to: [second], types: [.sanction, .accuse], realis: [.actual], since: CalendarDate(year: 2005),
      until: CalendarDate(year: 2010), limit: 20)
    let year = RelationFilter(since: CalendarDate(year: 2015), until: CalendarDate(year: 2015))
    return [
      Question(
        key: "dyad", name: "latest page of a dyad, by types, realis and years", goal: 2, isLookup: true,
        parameters: ["from": first, "to": second]
      ) { try store.eventPage(dyad).items.map(Self.cells) },
      Question(
        key: "source", name: "first page of a source", goal: 2, isLookup: true, parameters: ["from": tenth]
      ) { try store.eventPage(RelationFilter(from: [tenth], limit: 20)).items.map(Self.cells) },
      Question(key: "profile", name: "profile of an actor", goal: 10, parameters: ["actor": tenth]) {
        guard let standing = try store.standing(of: tenth) else { return [] }
        return standing.partners.map { [$0.actor.code, "\($0.events)"] }
          + standing.balance.flatMap { year in
            QuadClass.allCases.compactMap { quad in
              year.quads[quad].map { [year.period, quad.rawValue, "\($0)"] }
            }
          }
      },
      Question(
        key: "timeline", name: "timeline of a dyad by year", goal: 5, parameters: ["one": first, "other": second]
      ) {
        try store.timeline(TimelineRequest([first], [second], by: .year)).buckets.filter { $0.totals.events > 0 }
          .map { [$0.period.name] + Self.cells($0.totals) }
      },
      Question(key: "top", name: "top 20 dyads of a year", goal: 50) {
        try store.topDyads(year, limit: 20).map { $0.keys.flatMap(Self.cells) + Self.cells($0.totals) }
      },
      Question(
        key: "hops", name: "two hops between three named actors", goal: 20,
        parameters: ["a": first, "b": second, "c": third]
      ) {
        let result = try store.query(
          cypher: """
            MATCH (a {code: $a})-[r:SANCTION]->(b {code: $b})-[s:ASSAULT]->(c {code: $c})
            WHERE r.realis = 'actual' AND s.realis = 'actual' AND s.date >= r.date
            RETURN r.id AS one, s.id AS other ORDER BY s.date DESC, r.date DESC, r.id, s.id LIMIT 20
            """, parameters: ["a": .string(first), "b": .string(second), "c": .string(third)])
        return result.rows.map { row in
          row.map { if case .integer(let id) = $0 { "\(id)" } else { "" } }
        }
      },
      Question(
        key: "path", name: "shortest path between two rare actors", goal: 50,
        parameters: ["from": rare.0, "to": rare.1]
      ) {
        try store.paths(PathRequest(from: rare.0, to: rare.1, limit: 1)).paths.map { ["\($0.steps.count)"] }
      },
      Question(key: "type", name: "events of a type in a year, page", isLookup: true) {
        var filter = year
        (filter.types, filter.limit) = ([.sanction], 20)
        return try store.eventPage(filter).items.map(Self.cells)
      },
      Question(key: "evidence", name: "evidence of an event", isLookup: true, parameters: ["id": event]) {
        try store.evidence(of: event).map { [$0.article, $0.source.mention, $0.target.mention, $0.evidence.text] }
      },
      Question(key: "types", name: "events of the whole graph by type") {
        try store.groups(GroupRequest(by: [.type])).items.map { $0.keys.map(\.text) + Self.cells($0.totals) }
      },
      Question(key: "text", name: "full-text page", goal: 10, isShared: false) {
        try store.eventPage(RelationFilter(text: "uranium dams", limit: 20)).items.map(Self.cells)
      },
    ]
  }

  private static func cells(_ event: Event) -> [String] {
    [
      "\(event.id)", event.date.map { "\($0.year * 10_000 + ($0.month ?? 0) * 100 + ($0.day ?? 0))" } ?? "",
      event.source.code, event.relation, event.type.rawValue, event.target.code, event.realis.rawValue,
      "\(event.confidence)", "\(event.reports)", "\(event.articles)",
    ]
  }

  private static func cells(_ totals: EventTotals) -> [String] {
    ["\(totals.events)", "\(totals.reports)", "\(totals.intensity ?? 0)"]
      + QuadClass.allCases.map { "\(totals.quads[$0, default: 0])" }
  }

  private static func cells(_ key: GroupKey) -> [String] {
    if case .dyad(let source, let target) = key { return [source.code, target.code] }
    return [key.text]
  }
}

extension Time {
  /// Runs a work thrice to warm it, then so many times.
  ///
  /// - Returns: what it gave last, and the median of its times in milliseconds.
  static func median<Value>(of runs: Int, _ work: () throws -> Value) throws -> (value: Value, milliseconds: Double) {
    for _ in 0..<2 { _ = try work() }
    let value = try work()
    let times = try (0..<runs).map { _ in
      let start = Time.now
      _ = try work()
      return (Time.now - start).wall * 1000
    }.sorted()
    return (value, (times[(runs - 1) / 2] + times[runs / 2]) / 2)
  }
}
