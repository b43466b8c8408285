import Graph
import Vocabulary

/// Everyday questions, with the time that each takes when the database is warm.
struct Questions {
  let store: GraphStore
  let world: World

  private struct Question {
    var name: String
    var ask: () throws -> Int
  }

  /// Asks each question several times and prints the median by the clock and of the processor's time.
  func show(runs: Int) throws {
    print("\nquestion                                       rows   median ms   processor")
    for question in list {
      var rows = 0
      for _ in 0..<3 { rows = try question.ask() }
      let times = try (0..<runs).map { _ in
        let start = Time.now
        _ = try question.ask()
        return Time.now - start
      }
      func median(_ times: [Double]) -> String {
        let sorted = times.sorted()
        return ((sorted[(runs - 1) / 2] + sorted[runs / 2]) / 2 * 1000).text(3)
      }
      print(
        question.name.padded(43), String(rows).leftPadded(8), median(times.map(\.wall)).leftPadded(11),
        median(times.map(\.processor)).leftPadded(11))
    }
  }

  private var list: [Question] { lookups + counts + cypher }

  private var lookups: [Question] {
    let codes = world.principals.map(\.code)
    let (first, second, tenth, hundredth) = (codes[0], codes[1], codes[9], codes[99])
    func page(_ name: String, _ filter: RelationFilter) -> Question {
      var filter = filter
      filter.limit = 20
      return Question(name: name) { [filter] in try store.events(filter).count }
    }
    return [
      page("latest events", RelationFilter()),
      page("commonest dyad, page", RelationFilter(from: [first], to: [second])),
      page(
        "commonest dyad, types, years, page",
        RelationFilter(
          from: [first], to: [second], types: [.sanction, .accuse], realis: [.actual],
          since: CalendarDate(year: 2005), until: CalendarDate(year: 2010))),
      page("rarer dyad, page", RelationFilter(from: [tenth], to: [hundredth])),
      page("between two, page", RelationFilter(between: .init([first], [tenth]))),
      page("commonest source, page", RelationFilter(from: [first])),
      page("a person, page", RelationFilter(from: [world.persons[0][0].code])),
      page("a type in a year, page", RelationFilter(types: [.sanction], until: CalendarDate(year: 2010))),
      page("words, page", RelationFilter(text: "uranium dams")),
      page("words of a source, page", RelationFilter(from: [tenth], text: "uranium dams")),
      Question(name: "events of the commonest dyad, count") {
        try store.eventCount(RelationFilter(from: [first], to: [second]))
      },
      Question(name: "evidence of an event") {
        try store.events(RelationFilter(from: [first], limit: 1)).first.map { try store.evidence(of: $0.id).count } ?? 0
      },
      Question(name: "an actor by name") { try store.actors(matching: world.principals[400].name).count },
    ]
  }

  private var counts: [Question] {
    let codes = world.principals.map(\.code)
    let (first, second, tenth, hundredth) = (codes[0], codes[1], codes[9], codes[99])
    let year = RelationFilter(since: CalendarDate(year: 2023), until: CalendarDate(year: 2023))
    func timeline(_ one: String, _ other: String, _ unit: TimeUnit?) throws -> Int {
      try store.timeline(TimelineRequest([one], [other], by: unit)).buckets.count
    }
    func path(_ order: PathRequest.Order, _ from: String, _ to: String) throws -> Int {
      try store.paths(PathRequest(from: from, to: to, order: order)).paths.count
    }
    return [
      Question(name: "profile of the commonest actor") { try store.standing(of: first)?.partners.count ?? 0 },
      Question(name: "profile of the tenth actor") { try store.standing(of: tenth)?.partners.count ?? 0 },
      Question(name: "profile of the hundredth actor") { try store.standing(of: hundredth)?.partners.count ?? 0 },
      Question(name: "timeline of the commonest dyad, months") { try timeline(first, second, .month) },
      Question(name: "timeline of a rarer dyad, years") { try timeline(tenth, hundredth, .year) },
      Question(name: "timeline of the commonest dyad, conflict") {
        try store.timeline(
          TimelineRequest([first], [second], by: .year, filter: RelationFilter(quads: [.materialConflict]))
        ).buckets.count
      },
      Question(name: "top 20 dyads of a year") { try store.topDyads(year).count },
      Question(name: "top 20 dyads of all times") { try store.topDyads().count },
      Question(name: "top 20 actors") { try store.topActors().count },
      Question(name: "top 20 actors of a year") { try store.topActors(year).count },
      Question(name: "all events by year") { try store.groups(GroupRequest(by: [.year])).total },
      Question(name: "events of a source by quad and year") {
        try store.groups(GroupRequest(by: [.quad, .year], filter: RelationFilter(from: [first]))).total
      },
      Question(name: "list of actors") { try store.actorSummaries(limit: 20).count },
      Question(name: "shortest path, two common actors") { try path(.shortest, first, hundredth) },
      Question(name: "shortest path, two rare actors") { try path(.shortest, codes[2500], codes[2999]) },
      Question(name: "strongest path, two rare actors") { try path(.strongest, codes[2500], codes[2999]) },
    ]
  }

  private var cypher: [Question] {
    let codes = world.principals.map(\.code)
    func ask(_ name: String, _ query: String, _ codes: String...) -> Question {
      let values = zip(["a", "b", "c"], codes.map { CypherValue.string($0) })
      let parameters = Dictionary(uniqueKeysWithValues: values.map { ($0, $1) })
      return Question(name: "Cypher: " + name) {
        try store.query(cypher: query, parameters: parameters).rows.count
      }
    }
    let shortest = "MATCH p = shortestPath((a {code: $a})-[*]-(b {code: $b})) RETURN length(p), p"
    return [
      ask(
        "commonest dyad, page",
        "MATCH (a {code: $a})-[r]->(b {code: $b}) RETURN r ORDER BY r.date DESC LIMIT 20", codes[0], codes[1]),
      ask(
        "top 20 dyads of a year",
        """
        MATCH (a)-[r]->(b) WHERE r.date >= '2023' AND r.date < '2024'
        RETURN a.code, b.code, count(*) AS n ORDER BY n DESC LIMIT 20
        """),
      ask(
        "two hops, three named",
        """
        MATCH (a {code: $a})-[r:SANCTION]->(b {code: $b})-[s:ACCUSE]->(c {code: $c})
        RETURN r.date, s.date ORDER BY r.date DESC LIMIT 20
        """, codes[0], codes[1], codes[2]),
      ask(
        "two hops, years, count",
        """
        MATCH (a {code: $a})-[r]->(b {code: $b})-[s]->(c {code: $c})
        WHERE r.date >= '2020' AND s.date >= r.date RETURN count(*)
        """, codes[0], codes[9], codes[99]),
      ask(
        "two hops by way of anybody",
        """
        MATCH (a {code: $a})-[r:ASSAULT]->(b)-[s:ASSAULT]->(c {code: $c}) WHERE r.date >= '2020'
        RETURN b.name, count(*) AS n ORDER BY n DESC LIMIT 20
        """, codes[9], codes[9], codes[99]),
      ask("shortest path, two common actors", shortest, codes[0], codes[99]),
      ask("shortest path, two rare actors", shortest, codes[2500], codes[2999]),
      ask("shortest path, a person", shortest, codes[2500], world.persons[0][0].code),
      ask(
        "shortest path of a type",
        "MATCH p = shortestPath((a {code: $a})-[:AID*]->(b {code: $b})) RETURN length(p), p", codes[2500], codes[2999]),
    ]
  }
}

extension String {
  /// The text with spaces behind it.
  fileprivate func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
  /// The text with spaces in front of it.
  fileprivate func leftPadded(_ width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
