import GRDB
public import Vocabulary

extension GraphStore {
  /// What the graph holds, in numbers. O(size of the graph).
  public func statistics() throws(GraphError) -> GraphStatistics {
    let counts = try counts()
    return try reading { db in
      func number(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
      func day(_ sql: String) throws -> CalendarDate? {
        try Int64.fetchOne(db, sql: sql).flatMap { CalendarDate(storedDay: $0) }
      }
      func date(_ sql: String) throws -> CalendarDate? {
        try String.fetchOne(db, sql: sql).flatMap { CalendarDate($0) }
      }
      var statistics = GraphStatistics()
      (statistics.articles, statistics.sentences) = (counts.articles, counts.sentences)
      (statistics.actors, statistics.triples) = (counts.actors, counts.triples)
      statistics.events = counts.events
      statistics.independentArticles =
        try counts.articles - number("SELECT count(*) FROM article WHERE chain <> number")
      statistics.mergedActors = try number("SELECT count(*) FROM actor WHERE merged_into IS NOT NULL")
      statistics.articleDates = .init(
        first: try date("SELECT min(date) FROM article"), last: try date("SELECT max(date) FROM article"))
      statistics.eventDates = .init(
        first: try day("SELECT min(day) FROM event_row"), last: try day("SELECT max(day) FROM event_row"))
      statistics.dyads = try number(
        "SELECT count(*) FROM (SELECT DISTINCT source, target FROM tally WHERE source > 0 AND target > 0)")
      var types = [Int](repeating: 0, count: EventType.allCases.count)
      var realis = [Int](repeating: 0, count: Realis.allCases.count)
      let kept = "SELECT \(Schema.typeColumns.joined(separator: ", ")) FROM tally WHERE source = 0 AND target = 0"
      try DirectStatement(db, kept).forEach { row in
        for type in types.indices { types[type] += Int(row.int(Int32(type))) }
      }
      try DirectStatement(db, "SELECT realis FROM event_row INDEXED BY event_by_day").forEach { row in
        let kind = Int(row.int(0))
        if realis.indices.contains(kind) { realis[kind] += 1 }
      }
      for (type, count) in zip(EventType.allCases, types) where count > 0 { statistics.types[type] = count }
      for (kind, count) in zip(Realis.allCases, realis) where count > 0 { statistics.realis[kind] = count }
      statistics.bytes = try number("PRAGMA page_count") * number("PRAGMA page_size")
      statistics.schema = try number("PRAGMA user_version")
      statistics.sqlite = try String.fetchOne(db, sql: "SELECT sqlite_version()") ?? ""
      return statistics
    }
  }
}
