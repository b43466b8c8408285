import Testing
import Vocabulary

@testable import Graph

@Suite struct GroupTests {
  static let groupings: [[Grouping]] =
    Grouping.allCases.map { [$0] } + [
      [.dyad, .year], [.source, .quad, .month], [.type, .realis, .target, .week], [.year, .type],
    ]

  /// The key of an event said once more.
  static func text(_ event: Event, _ grouping: Grouping) -> String {
    switch grouping {
    case .source: event.source.code
    case .target: event.target.code
    case .dyad: event.source.code + " → " + event.target.code
    case .type: event.type.rawValue
    case .quad: event.quad.rawValue
    case .realis: event.realis.rawValue
    case .year, .quarter, .month, .week, .day:
      grouping.unit.flatMap { unit in event.date.flatMap { TimePeriod(unit, of: $0)?.name } } ?? ""
    }
  }

  static func totals(_ events: [Event]) -> EventTotals {
    let dates = events.compactMap(\.date)
    return EventTotals(
      events: events.count, reports: events.reduce(0) { $0 + $1.reports },
      quads: Dictionary(events.map { ($0.quad, 1) }, uniquingKeysWith: +),
      intensity: events.reduce(0) { $0 + $1.intensity } / Double(events.count),
      confidence: events.map(\.confidence).max() ?? 0, first: dates.min { $0.storedDay < $1.storedDay },
      last: dates.max { $0.storedDay < $1.storedDay })
  }

  static func isSame(_ left: EventTotals, _ right: EventTotals) -> Bool {
    guard abs((left.intensity ?? 99) - (right.intensity ?? 99)) < 1e-5 else { return false }
    var left = left
    left.intensity = right.intensity
    return left == right
  }

  @Test(arguments: groupings)
  func groupsCountEveryEventOnce(by groupings: [Grouping]) throws {
    let store = try FilterTests.store()
    for (name, filter) in FilterTests.filters {
      let expected = Dictionary(grouping: try store.events(filter)) { event in
        groupings.map { Self.text(event, $0) }
      }
      let page = try store.groups(GroupRequest(by: groupings, filter: filter))
      #expect(page.items.count == expected.count && page.total == expected.count && page.next == nil, "\(name)")
      for group in page.items {
        let events = try #require(expected[group.keys.map(\.text)], "\(name): \(group.keys)")
        #expect(Self.isSame(group.totals, Self.totals(events)), "\(name): \(group)")
      }
    }
  }

  @Test func triplesAreCountedOneByOne() throws {
    let store = try FilterTests.store()
    let filter = RelationFilter(realis: [.actual], minimumConfidence: 0.5)
    let triples = try store.triples(filter)
    let page = try store.groups(GroupRequest(by: [.type], filter: filter, ofTriples: true))
    #expect(page.items.reduce(0) { $0 + $1.totals.reports } == triples.count)
    for group in page.items {
      let own = triples.filter { $0.type.rawValue == group.keys.first?.text }
      #expect(group.totals.reports == own.count)
      #expect(group.totals.events == Set(own.map(FilterTests.Key.init)).count)
      let mean = own.reduce(0) { $0 + $1.intensity } / Double(own.count)
      #expect(abs((group.totals.intensity ?? 99) - mean) < 1e-5)
    }
  }

  @Test(arguments: GroupRequest.Order.allCases, [true, false])
  func pagesMakeTheWholeList(order: GroupRequest.Order, isAscending: Bool) throws {
    let store = try FilterTests.store()
    for groupings in [[Grouping.dyad], [.month, .type]] {
      var request = GroupRequest(by: groupings, order: order, isAscending: isAscending)
      let whole = try store.groups(request).items
      #expect(whole.count > 10)
      let values = whole.map { GroupSortKey($0, order: order).value }
      #expect(values == values.sorted { isAscending ? $0 < $1 : $0 > $1 })
      request.limit = 4
      var paged: [RelationGroup] = []
      while true {
        let page = try store.groups(request)
        paged += page.items
        guard let next = page.next else { break }
        let after: GroupCursor = try #require(GroupCursor(next.description))
        request.after = after
      }
      #expect(paged == whole)
    }
  }

  @Test func aCursorOfAnotherListIsRefused() throws {
    let store = try FilterTests.store()
    let cursor = try #require(try store.groups(GroupRequest(by: [.dyad], limit: 1)).next)
    for request in [
      GroupRequest(by: [.dyad], order: .reports, after: cursor), GroupRequest(by: [.year], after: cursor),
      GroupRequest(by: [.dyad, .type], after: cursor),
    ] {
      #expect(throws: GraphError.foreignCursor(store.path)) { _ = try store.groups(request) }
    }
  }

  @Test func timesComeInTheirOrderAndOthersByNumber() throws {
    let store = try FilterTests.store()
    let months = try store.groups(GroupRequest(by: [.month])).items.map { $0.keys[0].text }
    #expect(months == ["2022-12", "2023-01", "2023-02", ""])
    let sources = try store.groups(GroupRequest(by: [.source])).items.map(\.totals.events)
    #expect(sources == sources.sorted(by: >) && sources.count == 4)
  }

  @Test func topActorsCountBothEnds() throws {
    let store = try FilterTests.store()
    let events = try store.events(RelationFilter(realis: [.actual]))
    let top = try store.topActors(RelationFilter(realis: [.actual]))
    #expect(top.count == 4)
    #expect(top.map(\.totals.events) == top.map(\.totals.events).sorted(by: >))
    for one in top {
      let own = events.filter { $0.source == one.actor || $0.target == one.actor }
      #expect(one.eventsAsSource == own.filter { $0.source == one.actor }.count)
      #expect(one.eventsAsTarget == own.filter { $0.target == one.actor }.count)
      #expect(Self.isSame(one.totals, Self.totals(own)))
    }
    #expect(try store.topActors(RelationFilter(realis: [.actual]), limit: 2) == Array(top.prefix(2)))
    #expect(try store.topActors(RelationFilter(from: ["ZZZ"])).isEmpty)
    let dyads = try store.topDyads(limit: 3)
    #expect(try dyads == Array(store.groups(GroupRequest(by: [.dyad])).items.prefix(3)))
  }

  @Test func statisticsAddUp() throws {
    let store = try FilterTests.store()
    let (statistics, events) = (try store.statistics(), try store.events())
    #expect(statistics.events == events.count && statistics.triples == FilterTests.world.triples.count)
    #expect(statistics.types == Dictionary(events.map { ($0.type, 1) }, uniquingKeysWith: +))
    #expect(statistics.realis == Dictionary(events.map { ($0.realis, 1) }, uniquingKeysWith: +))
    #expect(statistics.dyads == Set(events.map { [$0.source, $0.target] }).count)
    #expect(statistics.eventDates.first?.description == "2022-12-31")
    #expect(statistics.schema == Schema.version && statistics.bytes > 0)
    #expect(try GraphStore().statistics().events == 0)
  }
}
