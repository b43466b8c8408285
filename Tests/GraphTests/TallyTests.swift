import GRDB
import Testing
import Vocabulary

@testable import Graph

/// What is kept of events is what a walk through them would count.
@Suite struct TallyTests {
  @Test(arguments: 0..<2)
  func keptCountsFollowEveryChange(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let store = try GraphStore()
    try store.keepMonths(from: 3)
    var merged: [String] = []
    for round in 0..<40 {
      switch Int.random(in: 0..<6, using: &random) {
      case 0: try store.remove(article: "a\(Int.random(in: 0..<12, using: &random))")
      case 1:
        let pair = Samples.principals.shuffled(using: &random)
        if (try? store.merge(pair[0].code, into: pair[1].code)) != nil { merged.append(pair[0].code) }
      case 2: if let code = merged.popLast() { try store.split(code) }
      default:
        try store.write(
          batch: (0..<4).map { _ in
            Samples.random("a\(Int.random(in: 0..<12, using: &random))", digest: "\(round)", using: &random)
          })
      }
      try store.checkTallies(monthlyFrom: 3)
    }
    let months = try store.text(of: "SELECT count(*) FROM tally_month WHERE source > 0 AND target > 0")
    #expect(months != ["0"])
  }

  @Test func aLoadKeepsTheSame() throws {
    var random = SeededGenerator(state: 7)
    let records = (0..<40).map { Samples.random("a\($0)", using: &random) }
    let (loaded, written) = (try GraphStore(), try GraphStore())
    try loaded.load([records])
    try written.write(batch: records)
    // Numbers of actors are each graph's own.
    let tallies = """
      SELECT a.code, b.code, is_actual, by_month, \(Schema.tallyColumns.joined(separator: ", ")) FROM tally
      LEFT JOIN actor AS a ON a.number = source LEFT JOIN actor AS b ON b.number = target ORDER BY 1, 2, 3
      """
    #expect(try loaded.text(of: tallies) == written.text(of: tallies))
    try loaded.write(batch: [Samples.random("b", using: &random)])
    try loaded.checkTallies(monthlyFrom: Schema.monthlyFrom)
  }

  @Test func monthsAreKeptFromAThousandEventsOn() throws {
    let store = try GraphStore()
    let (one, other) = (Samples.part(Samples.avalon), Samples.part(Samples.borduria))
    let days = try (0..<1001).map { try #require(CalendarDate("1990-01-01")?.advanced(byDays: $0 * 7)).description }
    func record(_ days: ArraySlice<String>) -> ArticleRecord {
      Samples.record("a", digest: "\(days.count)", days.map { Samples.triple("a", from: one, to: other, date: $0) })
    }
    let count =
      "SELECT count(*) > 0, max(by_month) FROM tally LEFT JOIN tally_month USING (source, target)"
      + " WHERE tally_month.month > 0"
    for (number, expected) in [(999, "0 | NULL"), (1000, "1 | 1"), (1001, "1 | 1"), (500, "0 | NULL")] {
      try store.write(batch: [record(days.prefix(number))])
      #expect(try store.text(of: count) == [expected], "\(number)")
      try store.checkTallies(monthlyFrom: Schema.monthlyFrom)
      #expect(
        try store.timeline(TimelineRequest(["AVA"], ["BOR"], by: .year)).buckets.reduce(0) { $0 + $1.totals.events }
          == number)
    }
  }

  /// A filter of actors, realis and time, most of which what is kept can answer.
  static func filter(using random: inout SeededGenerator) -> RelationFilter {
    let codes = Samples.principals.map(\.code) + ["ZZZ", "Ada Quill"]
    func some(_ share: Int) -> [String] {
      guard Int.random(in: 0..<100, using: &random) < share else { return [] }
      return Array(codes.shuffled(using: &random).prefix(Int.random(in: 1...2, using: &random)))
    }
    var filter = RelationFilter()
    switch Int.random(in: 0..<4, using: &random) {
    case 0: filter.between = .init(some(100), some(100))
    case 1: filter.either = some(100)
    default: (filter.from, filter.to) = (some(60), some(60))
    }
    filter.realis =
      [[], [.actual], Set(Realis.allCases), Set(Realis.allCases).subtracting([.actual]), [.planned]]
      .randomElement(using: &random) ?? []
    let dates = [nil, nil, "2022", "2022-12", "2023", "2023-01", "2023-01-01", "2023-01-31", "2023-01-15", "2024"]
    filter.since = dates.randomElement(using: &random).flatMap { $0 }.flatMap { CalendarDate($0) }
    filter.until = dates.randomElement(using: &random).flatMap { $0 }.flatMap { CalendarDate($0) }
    return filter
  }

  @Test(arguments: 0..<4)
  func answersAreThoseOfTheEvents(seed: UInt64) throws {
    var random = SeededGenerator(state: 1000 + seed)
    let store = try GraphStore()
    try store.keepMonths(from: [2, 5, 20].randomElement(using: &random) ?? 2)
    try store.write(batch: (0..<30).map { Samples.random("a\($0)", using: &random) })
    let whole = try store.events()
    for _ in 0..<12 {
      let filter = Self.filter(using: &random)
      let events = try store.events(filter)
      for groupings: [Grouping] in [
        [], [.dyad], [.source], [.target], [.year], [.month], [.dyad, .quarter], [.source, .year], [.week],
        [.source, .target], [.quad],
      ] {
        let expected = Dictionary(grouping: events) { event in groupings.map { GroupTests.text(event, $0) } }
        var request = GroupRequest(by: groupings, filter: filter, order: .events)
        let page = try store.groups(request)
        #expect(page.items.count == expected.count && page.total == expected.count, "\(groupings) \(filter)")
        for group in page.items {
          let own = try #require(expected[group.keys.map(\.text)], "\(groupings) \(filter)")
          #expect(GroupTests.isSame(group.totals, GroupTests.totals(own)), "\(groupings) \(filter)")
        }
        // The first of them are the first of all.
        request.limit = 2
        let first = try store.groups(request)
        #expect(first.items == Array(page.items.prefix(2)) && first.total == page.total)
        #expect((first.next == nil) == (page.total <= 2))
      }
      for one in try store.topActors(filter, limit: 3) {
        let own = events.filter { $0.source == one.actor || $0.target == one.actor }
        #expect(GroupTests.isSame(one.totals, GroupTests.totals(own)), "\(filter)")
        #expect(one.eventsAsSource == own.filter { $0.source == one.actor }.count)
      }
      for unit in [nil, TimeUnit.month, .quarter, .year, .week] {
        let (one, other) = (["AVA", "BOR"].shuffled(using: &random), ["League", "BOR"])
        let timeline = try store.timeline(TimelineRequest(one, other, by: unit, filter: filter))
        var between = filter
        (between.from, between.to, between.either, between.between) = ([], [], [], .init(one, other))
        let own = try store.events(between)
        #expect(timeline.undated + timeline.buckets.reduce(0) { $0 + $1.totals.events } == own.count)
        for bucket in timeline.buckets where bucket.totals.events > 0 {
          let inside = own.filter { $0.date.flatMap { TimePeriod(timeline.unit, of: $0) } == bucket.period }
          #expect(GroupTests.isSame(bucket.totals, GroupTests.totals(inside)))
        }
      }
    }
    for actor in Samples.principals + [Samples.speaker] {
      let triples = try store.triples(RelationFilter(realis: [.actual]))
      try check(store.standing(of: actor.code), actor, whole.filter { $0.realis == .actual }, triples)
    }
  }

  @Test(arguments: 0..<2)
  func pathsInCypherAreAsShortAsTheyCanBe(seed: UInt64) throws {
    var random = SeededGenerator(state: 77 + seed)
    let actors = (0..<14).map { Actor(code: "A\($0)", name: "Actor \($0)", kind: .state) }
    let triples = (0..<24).map { number in
      let (one, other) = (actors.randomElement(using: &random), actors.randomElement(using: &random))
      return Samples.triple(
        "a", sentence: number, from: Samples.part(one ?? actors[0]), "aid",
        [.aid, .agree].randomElement(using: &random) ?? .aid, to: Samples.part(other ?? actors[1]))
    }
    let store = try GraphStore()
    try store.write(batch: [ArticleRecord(article: Article(id: "a"), digest: "1", triples: triples, actors: actors)])
    for (arrow, isForward, isBackward, types) in [
      ("-[*]->", true, false, EventType.allCases), ("<-[*]-", false, true, EventType.allCases),
      ("-[*]-", true, true, EventType.allCases), ("-[:AID*]->", true, false, [.aid]), ("-[:AID*]-", true, true, [.aid]),
    ] {
      for from in actors {
        // Breadth first, said once more.
        var steps: [String: Int] = [from.code: 0]
        var front: Set = [from.code]
        while !front.isEmpty {
          var next: Set<String> = []
          for triple in triples where types.contains(triple.type) {
            let (source, target) = (triple.source.principal, triple.target.principal)
            if isForward, front.contains(source), steps[target] == nil { next.insert(target) }
            if isBackward, front.contains(target), steps[source] == nil { next.insert(source) }
          }
          let depth = (front.compactMap { steps[$0] }.max() ?? 0) + 1
          for code in next { steps[code] = depth }
          front = next
        }
        for to in actors where to != from {
          let result = try store.query(
            cypher: """
              MATCH p = shortestPath((a {code: $a})\(arrow)(b {code: $b}))
              RETURN length(p), [n IN nodes(p) | n.code], size(relationships(p))
              """, parameters: ["a": .string(from.code), "b": .string(to.code)])
          guard let length = steps[to.code], length > 0 else {
            #expect(result.rows.isEmpty)
            continue
          }
          let row = try #require(result.rows.first)
          #expect(row[0] == .integer(Int64(length)) && row[2] == row[0], "\(from.code)\(arrow)\(to.code)")
          guard case .list(let nodes) = row[1] else { continue }
          #expect(nodes.first == .string(from.code) && nodes.last == .string(to.code) && nodes.count == length + 1)
        }
      }
    }
  }

  /// Compares an actor's standing with its events, and with those in which it acts for another.
  private func check(
    _ standing: ActorStanding?, _ actor: Actor, _ events: [Event], _ triples: [Triple]
  ) throws {
    let standing = try #require(standing)
    func acts(_ event: Event, _ side: KeyPath<Triple, Participant>) -> Bool {
      triples.contains { $0[keyPath: side].actor == actor && FilterTests.Key($0) == FilterTests.Key(event) }
    }
    let asSource = events.filter { $0.target != actor && ($0.source == actor || acts($0, \.source)) }
    let asTarget = events.filter { $0.source != actor && ($0.target == actor || acts($0, \.target)) }
    #expect(standing.eventsAsSource == asSource.count && standing.eventsAsTarget == asTarget.count)
    let all = Dictionary((asSource + asTarget).map { ($0.id, $0) }) { first, _ in first }.values
    let dates = all.compactMap(\.date?.storedDay)
    #expect(standing.first?.storedDay == dates.min() && standing.last?.storedDay == dates.max())
    #expect(standing.partners.reduce(0) { $0 + $1.events } == asSource.count + asTarget.count)
    let dated = all.filter { $0.date != nil }
    #expect(standing.balance.reduce(0) { $0 + $1.events } == dated.count)
    for period in standing.balance {
      let own = dated.filter { period.period == $0.date?.description.prefix(period.period.count).description }
      let exact = own.filter {
        period.period.count > 4 || standing.balance.allSatisfy { $0.period.count == 4 } || $0.date?.month == nil
      }
      #expect(period.quads == Dictionary(exact.map { ($0.quad, 1) }, uniquingKeysWith: +))
      #expect(abs(period.intensity - exact.reduce(0) { $0 + $1.intensity } / Double(exact.count)) < 1e-5)
    }
  }
}

extension GraphStore {
  /// Keeps months from so many events on.
  func keepMonths(from limit: Int) throws {
    try database.write { db in
      try Schema.suspendTallies(db)
      try Schema.makeTallies(db, monthlyFrom: limit)
    }
  }

  /// Compares what is kept with what all events give.
  func checkTallies(monthlyFrom: Int) throws {
    let acts = try text(of: "SELECT * FROM act ORDER BY 1, 2, 3, 4")
    let triples = "SELECT %, # AS side, ifnull(e.day, 0), e.id FROM triple_row t JOIN event_row e ON e.id = t.event"
    #expect(
      try acts
        == text(
          of: triples.replacing("%", with: "source_actor").replacing("#", with: "1") + " WHERE source_actor IS NOT NULL"
            + " UNION " + triples.replacing("%", with: "target_actor").replacing("#", with: "0")
            + " WHERE target_actor IS NOT NULL ORDER BY 1, 2, 3, 4"))
    let tables = ["SELECT * FROM tally ORDER BY 1, 2, 3", "SELECT * FROM tally_month ORDER BY 1, 2, 3, 4"]
    let kept = try tables.map { try text(of: $0) }
    try keepMonths(from: monthlyFrom)
    for (sql, rows) in zip(tables, kept) {
      let expected = try text(of: sql)
      #expect(rows == expected, "\(Set(rows).symmetricDifference(expected))")
    }
  }
}
