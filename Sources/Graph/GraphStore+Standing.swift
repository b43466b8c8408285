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
      func count(_ side: String) -> SQL {
        // An event is that of a principal or of one who acts for another, never both.
        SQL(
          sql: """
            (SELECT count(*) FROM event_row WHERE \(side) = a.number)
              + (SELECT count(DISTINCT event) FROM triple_row WHERE \(side)_actor = a.number)
            """)
      }
      let sql: SQL = """
        SELECT a.code, a.name, a.kind, \(count("source")) AS acts, \(count("target")) AS receives
        FROM actor AS a WHERE \(conditions.joined(separator: " AND "))
        ORDER BY acts + receives DESC, a.code LIMIT \(limit.map { max(0, $0) } ?? -1)
        """
      return try SQLRequest<Row>(literal: sql).fetchAll(db).compactMap { row in
        Self.actor(row).map { ActorSummary(actor: $0, eventsAsSource: row[3], eventsAsTarget: row[4]) }
      }
    }
  }

  /// What the graph tells of an actor, nil where the graph does not have it.
  ///
  /// - Parameters:
  ///   - code: the actor; a merged one means the actor that it is shown as.
  ///   - partners: how many partners at most.
  public func standing(of code: String, partners limit: Int = 10) throws(GraphError) -> ActorStanding? {
    try reading { db in
      let shown = try ShownActors(db).numbers([code], db).first ?? 0
      if shown == 0 { return nil }
      let arguments: StatementArguments = ["actor": shown]
      var standing = ActorStanding()
      let totals = try Row.fetchOne(
        db,
        sql: Self.ownEvents + """
          SELECT count(DISTINCT CASE WHEN acts THEN id END), count(DISTINCT CASE WHEN NOT acts THEN id END),
            min(day), max(day) FROM own
          """, arguments: arguments)
      if let totals {
        (standing.eventsAsSource, standing.eventsAsTarget) = (totals[0], totals[1])
        standing.first = (totals[2] as Int64?).flatMap { CalendarDate(storedDay: $0) }
        standing.last = (totals[3] as Int64?).flatMap { CalendarDate(storedDay: $0) }
      }
      standing.principals = try Self.principals(of: shown, db)
      standing.partners = try Self.partners(arguments, limit, db)
      standing.balance = try Self.balance(arguments, db)
      return standing
    }
  }

  /// The actual events of `:actor` with another: the events' own columns, the partner, and whether `:actor` acts.
  static let ownEvents = """
    WITH own AS (
      SELECT e.id, e.day, e.type, e.intensity, e.target AS partner, 1 AS acts FROM event_row e
        WHERE e.source = :actor AND e.target <> :actor AND e.realis = 0
      UNION ALL SELECT e.id, e.day, e.type, e.intensity, e.source, 0 FROM event_row e
        WHERE e.target = :actor AND e.source <> :actor AND e.realis = 0
      UNION ALL SELECT DISTINCT e.id, e.day, e.type, e.intensity, e.target, 1
        FROM triple_row t JOIN event_row e ON e.id = t.event
        WHERE t.source_actor = :actor AND e.target <> :actor AND e.realis = 0
      UNION ALL SELECT DISTINCT e.id, e.day, e.type, e.intensity, e.source, 0
        FROM triple_row t JOIN event_row e ON e.id = t.event
        WHERE t.target_actor = :actor AND e.source <> :actor AND e.realis = 0
    )

    """

  private static func partners(
    _ arguments: StatementArguments, _ limit: Int, _ db: Database
  ) throws -> [ActorStanding.Partner] {
    let rows = try Row.fetchAll(
      db,
      sql: ownEvents + """
        SELECT actor.code, actor.name, actor.kind, own.type, count(DISTINCT own.id)
        FROM own JOIN actor ON actor.number = own.partner GROUP BY own.partner, own.type
        """, arguments: arguments)
    var partners: [String: ActorStanding.Partner] = [:]
    for row in rows {
      guard let actor = actor(row), let type = EventType(storedNumber: row[3]) else { continue }
      partners[actor.code, default: .init(actor: actor, types: [:])].types[type] = row[4]
    }
    return Array(
      partners.values.sorted { ($1.events, $0.actor.code) < ($0.events, $1.actor.code) }.prefix(max(0, limit)))
  }

  private static func balance(_ arguments: StatementArguments, _ db: Database) throws -> [ActorStanding.Balance] {
    let span = try Row.fetchOne(
      db, sql: ownEvents + "SELECT min(day) / 10000, max(day) / 10000 FROM own", arguments: arguments)
    let isOneYear = (span?[0] as Int?) == (span?[1] as Int?)
    let rows = try Row.fetchAll(
      db,
      sql: ownEvents + """
        SELECT substr(\(Schema.isoDate("day")), 1, \(isOneYear ? 7 : 4)) AS period, type.quad, count(*), sum(intensity)
        FROM (SELECT DISTINCT id, day, type, intensity FROM own WHERE day IS NOT NULL) AS one
        JOIN type ON type.number = one.type GROUP BY period, type.quad ORDER BY period, type.quad
        """, arguments: arguments)
    var list: [ActorStanding.Balance] = []
    var sum = 0.0
    for row in rows {
      guard let quad = QuadClass(rawValue: row[1]) else { continue }
      if list.last?.period != row[0] {
        list.append(.init(period: row[0], quads: [:], intensity: 0))
        sum = 0
      }
      sum += row[3] as Double
      let last = list.count - 1
      list[last].quads[quad] = row[2]
      list[last].intensity = sum / Double(list[last].events)
    }
    return list
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
