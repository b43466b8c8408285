import GRDB
public import Vocabulary

extension GraphStore {
  /// The best paths between two actors, each step with its best sentence.
  ///
  /// Actors are principals: somebody who acts for another stands in the graph by whom he acts for. The work is bounded
  /// whatever the graph is like: no event is counted more than twice, the search gives up after two million steps,
  /// and evidence is chosen among the newest 500 events of a step in each direction.
  public func paths(_ request: PathRequest) throws(GraphError) -> PathAnswer {
    try reading { db in
      var filter = request.filter
      (filter.from, filter.to, filter.either, filter.between) = ([], [], [], nil)
      (filter.after, filter.order) = (nil, .newest)
      let shown = try ShownActors(db)
      guard let from = try shown.numbers([request.from], db).first, from != 0,
        let to = try shown.numbers([request.to], db).first, to != 0
      else { return PathAnswer(paths: [], isCutShort: false) }
      var reader = RowReader(db)
      let graph = try DyadGraph(filter, isDirected: request.isDirected, db)
      var codes: [Int64: String] = [:]
      var search = PathSearch(from: from, to: to, hops: request.hops, order: request.order, in: graph) { number in
        if let known = codes[number] { return known }
        let code = try reader.actor(number).code
        codes[number] = code
        return code
      }
      let found = try search.paths(limit: request.limit)
      let paths = try found.map { actors in
        RelationPath(steps: try zip(actors, actors.dropFirst()).compactMap { try step($0, $1, filter, graph, db) })
      }
      return PathAnswer(paths: paths, isCutShort: search.isCutShort)
    }
  }

  /// The principal by which an actor stands in the graph: itself where it has events of its own, else the one for
  /// which it acts in most reports; nil where it has neither.
  public func principal(of code: String) throws(GraphError) -> Actor? {
    try reading { db in
      guard let number = try ShownActors(db).numbers([code], db).first, number != 0 else { return nil }
      let found = try Int64.fetchOne(
        db,
        sql: """
          SELECT ?1 WHERE EXISTS (SELECT 1 FROM event_row WHERE source = ?1)
            OR EXISTS (SELECT 1 FROM event_row WHERE target = ?1)
          """, arguments: [number])
      let acted =
        try found
        ?? Int64.fetchOne(
          db,
          sql: """
            SELECT part.number FROM (
              SELECT e.source AS number FROM triple_row t JOIN event_row e ON e.id = t.event WHERE t.source_actor = ?1
              UNION ALL
              SELECT e.target FROM triple_row t JOIN event_row e ON e.id = t.event WHERE t.target_actor = ?1
            ) AS part
            JOIN actor ON actor.number = part.number GROUP BY part.number ORDER BY count(*) DESC, actor.code LIMIT 1
            """, arguments: [number])
      var reader = RowReader(db)
      return try acted.map { try reader.actor($0) }
    }
  }

  /// The newest events of a step among which the best is chosen, in each direction.
  private static let evidenceWindow = 500

  private func step(
    _ from: Int64, _ to: Int64, _ filter: RelationFilter, _ graph: DyadGraph, _ db: Database
  ) throws -> RelationPath.Step? {
    var reader = RowReader(db)
    let (one, other) = (try reader.actor(from), try reader.actor(to))
    var events: [Event] = []
    for (source, target) in graph.isDirected ? [(one, other)] : [(one, other), (other, one)] {
      var filter = filter
      (filter.from, filter.to, filter.limit, filter.offset) = ([source.code], [target.code], Self.evidenceWindow, 0)
      let statement = try FilterCompiler(filter, db: db, ofPrincipals: true).events()
      let rows = try SQLRequest<Row>(literal: statement, cached: true).fetchCursor(db)
      while let row = try rows.next() { events.append(try reader.event(row)) }
    }
    guard let best = events.min(by: Self.isBetter) else { return nil }
    let place = FilterCompiler.unscaled("t.confidence")
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT \(FilterCompiler.tripleColumns)
          FROM triple_row t JOIN event_row e ON e.id = t.event\(FilterCompiler.tripleJoin)
          WHERE t.event = ? ORDER BY \(place) DESC, a.id, t.id LIMIT 1
          """), arguments: [best.id])
    return RelationPath.Step(
      from: one, to: other, events: try graph.neighbours(of: from)[to] ?? events.count, event: best,
      evidence: try row.map { try reader.triple($0) })
  }

  /// What happened before what did not, then what more articles tell, the surer, the newer.
  private static func isBetter(_ left: Event, _ right: Event) -> Bool {
    if (left.realis == .actual) != (right.realis == .actual) { return left.realis == .actual }
    if left.articles != right.articles { return left.articles > right.articles }
    if left.confidence != right.confidence { return left.confidence > right.confidence }
    let days = (left.date?.storedDay ?? 0, right.date?.storedDay ?? 0)
    return days.0 != days.1 ? days.0 > days.1 : left.id < right.id
  }
}
