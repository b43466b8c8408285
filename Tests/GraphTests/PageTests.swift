import Testing
import Vocabulary

@testable import Graph

@Suite struct PageTests {
  static let orders = RelationOrder.Field.allCases.flatMap {
    [RelationOrder($0), RelationOrder($0, isAscending: true)]
  }

  @Test(arguments: orders)
  func pagesOfEventsMakeTheWholeList(order: RelationOrder) throws {
    let store = try FilterTests.store()
    for (name, filter) in Self.filters(order) {
      let whole = try store.events(filter)
      #expect(Self.isSorted(whole.map { Self.value($0, order) }, order), "\(name)")
      #expect(try Self.paged(filter, by: 9, store.eventPage) == whole, "\(name)")
    }
  }

  @Test(arguments: orders)
  func pagesOfTriplesMakeTheWholeList(order: RelationOrder) throws {
    let store = try FilterTests.store()
    for (name, filter) in Self.filters(order) {
      let whole = try store.triples(filter)
      if order.field == .confidence { #expect(Self.isSorted(whole.map(\.confidence), order), "\(name)") }
      #expect(try Self.paged(filter, by: 11, store.triplePage) == whole, "\(name)")
    }
  }

  private static func filters(_ order: RelationOrder) -> [(name: String, filter: RelationFilter)] {
    FilterTests.filters.map { name, filter in
      var filter = filter
      filter.order = order
      return (name, filter)
    }
  }

  /// A whole list, page by page; cursors go through their text form.
  private static func paged<Element>(
    _ filter: RelationFilter, by limit: Int, _ page: (RelationFilter) throws -> RelationPage<Element>
  ) throws -> [Element] {
    var filter = filter
    filter.limit = limit
    var list: [Element] = []
    while true {
      let part = try page(filter)
      list += part.items
      guard let next = part.next else { return list }
      let after: EventCursor = try #require(EventCursor(next.description))
      filter.after = after
    }
  }

  @Test func theLastPageHasNoCursor() throws {
    let store = try FilterTests.store()
    let count = try store.eventCount()
    #expect(try store.eventPage(RelationFilter(limit: count)).next == nil)
    #expect(try store.eventPage(RelationFilter(limit: count - 1)).next != nil)
    #expect(try store.eventPage(RelationFilter()).items.count == count)
    #expect(try store.eventPage(RelationFilter(limit: 0)).items.isEmpty)
    #expect(try store.triplePage(RelationFilter(limit: 0)).items.isEmpty)
  }

  @Test func aCursorOfAnotherOrderIsRefused() throws {
    let store = try FilterTests.store()
    let cursor = try #require(try store.eventPage(RelationFilter(order: .init(.confidence), limit: 1)).next)
    for order in Self.orders where order != RelationOrder(.confidence) {
      let filter = RelationFilter(order: order, limit: 1, after: cursor)
      #expect(throws: GraphError.foreignCursor(store.path)) { _ = try store.eventPage(filter) }
      #expect(throws: GraphError.foreignCursor(store.path)) { _ = try store.triplePage(filter) }
    }
  }

  @Test func randomTextsAreNoCursors() throws {
    var random = SeededGenerator(state: 3)
    let store = try FilterTests.store()
    let event = try #require(try store.eventPage(RelationFilter(limit: 1)).next).description
    let group = try #require(try store.groups(GroupRequest(by: [.dyad, .month], limit: 1)).next).description
    for text in ["", "-", "/", "====", "2023-01-30/12", "é", "\u{0}"] {
      #expect(EventCursor(text) == nil && GroupCursor(text) == nil)
    }
    #expect(EventCursor(group) == nil && GroupCursor(event) == nil)
    for _ in 0..<2000 {
      // One letter of a good cursor is another: it is read to something that is written the same way, or not at all.
      for good in [event, group] {
        var letters = Array(good)
        letters[Int.random(in: 0..<letters.count, using: &random)] = Character(
          Unicode.Scalar(UInt8.random(in: 33..<127, using: &random)))
        let text = String(letters)
        if let cursor = EventCursor(text) { #expect(EventCursor(cursor.description) == cursor) }
        if let cursor = GroupCursor(text) { #expect(GroupCursor(cursor.description) == cursor) }
      }
    }
  }

  private static func value(_ event: Event, _ order: RelationOrder) -> Double {
    switch order.field {
    case .date: Double(event.date?.storedDay ?? 0)
    case .confidence: event.confidence
    case .intensity: event.intensity
    case .reports: Double(event.reports)
    }
  }

  private static func isSorted(_ values: [Double], _ order: RelationOrder) -> Bool {
    values == values.sorted { order.isAscending ? $0 < $1 : $0 > $1 }
  }
}
