import GRDB
public import Vocabulary

extension GraphStore {
  /// One page of the events that the filter leaves, in its order, and where the next one begins.
  ///
  /// ```swift
  /// var filter = RelationFilter(from: ["NATO"], order: .init(.confidence), limit: 20)
  /// let first = try store.eventPage(filter)
  /// filter.after = first.next
  /// ```
  ///
  /// - Throws: `GraphError.foreignCursor` where the filter's cursor comes from a list in another order.
  public func eventPage(_ filter: RelationFilter) throws(GraphError) -> RelationPage<Event> {
    let events = try self.events(Self.oneMore(filter))
    guard let limit = filter.limit, events.count > max(0, limit) else { return RelationPage(items: events) }
    let page = Array(events.prefix(max(0, limit)))
    return RelationPage(items: page, next: page.last.map { EventCursor(after: $0, order: filter.order) })
  }

  /// One page of the triples that the filter leaves, in its order, and where the next one begins, which may be
  /// between two triples of an event.
  ///
  /// - Throws: `GraphError.foreignCursor` where the filter's cursor comes from a list in another order.
  public func triplePage(_ filter: RelationFilter) throws(GraphError) -> RelationPage<Triple> {
    let filter = filter
    return try reading { db in
      let literal = try FilterCompiler(Self.oneMore(filter), db: db).triples()
      let rows = try SQLRequest<Row>(literal: literal, cached: true).fetchCursor(db)
      var reader = RowReader(db)
      var page = RelationPage<Triple>(items: [])
      var last: EventCursor?
      while let row = try rows.next() {
        if let limit = filter.limit, page.items.count >= max(0, limit) {
          page.next = last
          break
        }
        page.items.append(try reader.triple(row))
        last = EventCursor(
          order: filter.order, date: (row[27] as Int64?).flatMap { CalendarDate(storedDay: $0) },
          value: filter.order.field == .date ? 0 : row[29], id: row[28],
          report: .init(article: row[0], sentence: row[1], number: row[26]))
      }
      return page
    }
  }

  private static func oneMore(_ filter: RelationFilter) -> RelationFilter {
    var filter = filter
    if let limit = filter.limit, limit < Int.max { filter.limit = max(0, limit) + 1 }
    return filter
  }
}
