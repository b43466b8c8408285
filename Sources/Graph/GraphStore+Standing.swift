import GRDB
public import Vocabulary

extension GraphStore {
  /// The first and the last day of the graph's events, nil where none has a date.
  public func period() throws(GraphError) -> (first: CalendarDate, last: CalendarDate)? {
    try reading { db in
      guard
        let first = try Int64.fetchOne(db, sql: "SELECT min(day) FROM event_row")
          .flatMap({ CalendarDate(storedDay: $0) }),
        let last = try Int64.fetchOne(db, sql: "SELECT max(day) FROM event_row")
          .flatMap({ CalendarDate(storedDay: $0) })
      else { return nil }
      return (first, last)
    }
  }

  /// The day of the newest article, nil where none has a date. What is planned may lie behind it.
  public func lastArticleDate() throws(GraphError) -> CalendarDate? {
    try reading { db in
      try String.fetchOne(db, sql: "SELECT max(date) FROM article").flatMap { CalendarDate($0) }
    }
  }

  /// The actors with the number of their events of any realis, most events first.
  ///
  /// - Parameters:
  ///   - name: only actors with this name or code, or where none is, with a name that contains it.
  ///   - kind: only actors of this kind.
  ///   - limit: at most so many.
  public func actorSummaries(
    named name: String? = nil, kind: ActorKind? = nil, limit: Int? = nil
  ) throws(GraphError) -> [ActorSummary] {
    let codes = try name.map { name throws(GraphError) in try actors(matching: name, limit: 30_000).map(\.code) }
    return try reading { db in
      var conditions: [SQL] = ["a.merged_into IS NULL"]
      if let codes { conditions.append("a.code IN \(codes)") }
      if let kind { conditions.append("a.kind = \(kind.rawValue)") }
      // An event is that of a principal or of one who acts for another, never both.
      func count(_ side: String, _ other: String) -> SQL {
        SQL(
          sql: """
            (SELECT ifnull(sum(events), 0) FROM tally WHERE \(side) = a.number AND \(other) = 0)
              + (SELECT count(*) FROM act WHERE actor = a.number AND is_source = \(side == "source" ? 1 : 0))
            """)
      }
      let sql: SQL = """
        SELECT a.code, a.name, a.kind, \(count("source", "target")) AS acts, \(count("target", "source")) AS receives
        FROM actor AS a WHERE \(conditions.joined(separator: " AND "))
        ORDER BY acts + receives DESC, a.code LIMIT \(limit.map { max(0, $0) } ?? -1)
        """
      return try SQLRequest<Row>(literal: sql).fetchAll(db).compactMap { row in
        Self.actor(row).map { ActorSummary(actor: $0, eventsAsSource: row[3], eventsAsTarget: row[4]) }
      }
    }
  }

  /// What the graph tells of an actor, nil where the graph does not have it. O(partners), and O(triples) in which the
  /// actor acts for another.
  ///
  /// - Parameters:
  ///   - code: the actor; a merged one means the actor that it is shown as.
  ///   - partners: how many partners at most.
  public func standing(of code: String, partners limit: Int = 10) throws(GraphError) -> ActorStanding? {
    try reading { db in
      let shown = try ShownActors(db).numbers([code], db).first ?? 0
      if shown == 0 { return nil }
      var sum = StandingSum(shown, try EventSums(RelationFilter(realis: [.actual]), db))
      try sum.addActs()
      try sum.addKept()
      return ActorStanding(
        eventsAsSource: sum.acts, eventsAsTarget: sum.receives,
        first: sum.days.flatMap { CalendarDate(storedDay: $0.first) },
        last: sum.days.flatMap { CalendarDate(storedDay: $0.last) },
        principals: try Self.principals(of: shown, db), partners: try sum.partners(limit), balance: try sum.balance())
    }
  }

  private static func principals(of actor: Int64, _ db: Database) throws -> [ActorStanding.Principal] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT actor.code, actor.name, actor.kind, count(*) AS reports, min(part.day), max(part.day) FROM (
          SELECT e.source AS number, e.day FROM triple_row t JOIN event_row e ON e.id = t.event
            WHERE t.source_actor = ?1
          UNION ALL SELECT e.target, e.day FROM triple_row t JOIN event_row e ON e.id = t.event
            WHERE t.target_actor = ?1
        ) AS part
        JOIN actor ON actor.number = part.number GROUP BY actor.number ORDER BY reports DESC, actor.code
        """, arguments: [actor])
    return rows.compactMap { row in
      Self.actor(row).map {
        .init(
          actor: $0, reports: row[3], first: (row[4] as Int64?).flatMap { CalendarDate(storedDay: $0) },
          last: (row[5] as Int64?).flatMap { CalendarDate(storedDay: $0) })
      }
    }
  }
}
