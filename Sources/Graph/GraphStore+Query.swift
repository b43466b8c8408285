import GRDB
public import Vocabulary

extension GraphStore {
  /// The events that the filter leaves, newest first, those without a date last.
  public func events(_ filter: RelationFilter = RelationFilter()) throws(GraphError) -> [Event] {
    try reading { db in
      var list: [Event] = []
      try Self.forEachEvent(filter, db) { list.append($0) }
      return list
    }
  }

  /// The triples that the filter leaves: newest event first, then by article and sentence.
  ///
  /// The filter's cursor speaks of events: what comes behind it are the triples of later events in the list.
  public func triples(_ filter: RelationFilter = RelationFilter()) throws(GraphError) -> [Triple] {
    try reading { db in
      var list: [Triple] = []
      try Self.forEachTriple(filter, db) { list.append($0) }
      return list
    }
  }

  /// Hands the events over one by one, in constant memory.
  ///
  /// - Throws: `GraphError`, or what `body` throws, which ends the walk.
  public func forEachEvent(_ filter: RelationFilter = RelationFilter(), _ body: (Event) throws -> Void) throws {
    try streaming { db in
      try Self.forEachEvent(filter, db) { event in
        do { try body(event) } catch { throw CallerError(error: error) }
      }
    }
  }

  /// Hands the triples over one by one, in constant memory.
  ///
  /// - Throws: `GraphError`, or what `body` throws, which ends the walk.
  public func forEachTriple(_ filter: RelationFilter = RelationFilter(), _ body: (Triple) throws -> Void) throws {
    try streaming { db in
      try Self.forEachTriple(filter, db) { triple in
        do { try body(triple) } catch { throw CallerError(error: error) }
      }
    }
  }

  /// How many events the filter leaves, without regard to limit, offset and cursor.
  public func eventCount(_ filter: RelationFilter = RelationFilter()) throws(GraphError) -> Int {
    try reading { db in
      try SQLRequest<Int>(literal: FilterCompiler(filter, db: db).eventCounts(), cached: true).fetchAll(db).reduce(0, +)
    }
  }

  /// How many triples the filter leaves, without regard to limit, offset and cursor.
  public func tripleCount(_ filter: RelationFilter = RelationFilter()) throws(GraphError) -> Int {
    try reading { db in
      try SQLRequest<Int>(literal: FilterCompiler(filter, db: db).tripleCounts(), cached: true).fetchAll(db)
        .reduce(0, +)
    }
  }

  /// One event, nil where the graph has none of this number.
  public func event(id: Int64) throws(GraphError) -> Event? {
    try reading { db in
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT \(FilterCompiler.eventColumns) FROM event_row e WHERE e.id = ?"),
        arguments: [id])
      var reader = RowReader(db)
      return try row.map { try reader.event($0) }
    }
  }

  /// The triples that report an event, by article and sentence.
  public func evidence(of event: Int64) throws(GraphError) -> [Triple] {
    try reading { db in
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT \(FilterCompiler.tripleColumns)
            FROM triple_row t JOIN event_row e ON e.id = t.event\(FilterCompiler.tripleJoin)
            WHERE t.event = ? ORDER BY a.id, t.id
            """), arguments: [event])
      var reader = RowReader(db)
      var list: [Triple] = []
      while let row = try rows.next() { list.append(try reader.triple(row)) }
      return list
    }
  }

  private static func forEachEvent(_ filter: RelationFilter, _ db: Database, _ body: (Event) throws -> Void) throws {
    let request = SQLRequest<Row>(literal: try FilterCompiler(filter, db: db).events(), cached: true)
    let rows = try request.fetchCursor(db)
    var reader = RowReader(db)
    while let row = try rows.next() { try body(reader.event(row)) }
  }

  private static func forEachTriple(_ filter: RelationFilter, _ db: Database, _ body: (Triple) throws -> Void) throws {
    let request = SQLRequest<Row>(literal: try FilterCompiler(filter, db: db).triples(), cached: true)
    let rows = try request.fetchCursor(db)
    var reader = RowReader(db)
    while let row = try rows.next() { try body(reader.triple(row)) }
  }

  /// Reads, and passes on what the caller's own code threw as it is.
  private func streaming(_ read: (Database) throws -> Void) throws {
    do {
      try snapshot(read)
    } catch let error as CallerError {
      throw error.error
    } catch {
      throw GraphError(error, path: path)
    }
  }

  /// Marks an error as thrown by the caller's code.
  private struct CallerError: Error {
    var error: any Error
  }
}
