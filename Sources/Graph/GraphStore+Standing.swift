import GRDB
public import Vocabulary

extension GraphStore {
  /// The first and the last day of the graph's events, nil where none has a date.
  public func period() throws(GraphError) -> (first: CalendarDate, last: CalendarDate)? {
    try reading { db in
      guard let first = try String.fetchOne(db, sql: "SELECT min(date) FROM event").flatMap({ CalendarDate($0) }),
        let last = try String.fetchOne(db, sql: "SELECT max(date) FROM event").flatMap({ CalendarDate($0) })
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
            (SELECT count(*) FROM event WHERE \(side) = a.code)
              + (SELECT count(DISTINCT event) FROM triple WHERE \(side)_actor = a.code)
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
    guard let code = try actor(code: code)?.code else { return nil }
    return try reading { db in
      let arguments: StatementArguments = ["code": code]
      var standing = ActorStanding()
      let totals = try Row.fetchOne(
        db,
        sql: Self.ownEvents + """
          SELECT count(DISTINCT CASE WHEN acts THEN id END), count(DISTINCT CASE WHEN NOT acts THEN id END),
            min(date), max(date) FROM own
          """, arguments: arguments)
      if let totals {
        (standing.eventsAsSource, standing.eventsAsTarget) = (totals[0], totals[1])
        standing.first = (totals[2] as String?).flatMap { CalendarDate($0) }
        standing.last = (totals[3] as String?).flatMap { CalendarDate($0) }
      }
      standing.principals = try Self.principals(of: code, db)
      standing.partners = try Self.partners(arguments, limit, db)
      standing.balance = try Self.balance(arguments, db)
      return standing
    }
  }

  /// The actual events of `:code` with another: the events' own columns, the partner, and whether `:code` acts.
  static let ownEvents = """
    WITH own AS (
      SELECT e.id, e.date, e.type, e.intensity, e.target AS partner, 1 AS acts FROM event e
        WHERE e.source = :code AND e.target <> :code AND e.realis = 'actual'
      UNION SELECT e.id, e.date, e.type, e.intensity, e.source, 0 FROM event e
        WHERE e.target = :code AND e.source <> :code AND e.realis = 'actual'
      UNION SELECT e.id, e.date, e.type, e.intensity, e.target, 1 FROM triple t JOIN event e ON e.id = t.event
        WHERE t.source_actor = :code AND e.target <> :code AND e.realis = 'actual'
      UNION SELECT e.id, e.date, e.type, e.intensity, e.source, 0 FROM triple t JOIN event e ON e.id = t.event
        WHERE t.target_actor = :code AND e.source <> :code AND e.realis = 'actual'
    )

    """

  private static func partners(
    _ arguments: StatementArguments, _ limit: Int, _ db: Database
  ) throws -> [ActorStanding.Partner] {
    let rows = try Row.fetchAll(
      db,
      sql: ownEvents + """
        SELECT own.partner, actor.name, actor.kind, own.type, count(DISTINCT own.id)
        FROM own JOIN actor ON actor.code = own.partner GROUP BY own.partner, own.type
        """, arguments: arguments)
    var partners: [String: ActorStanding.Partner] = [:]
    for row in rows {
      guard let actor = actor(row), let type = EventType(rawValue: row[3]) else { continue }
      partners[actor.code, default: .init(actor: actor, types: [:])].types[type] = row[4]
    }
    return Array(
      partners.values.sorted { ($1.events, $0.actor.code) < ($0.events, $1.actor.code) }.prefix(max(0, limit)))
  }

  private static func balance(_ arguments: StatementArguments, _ db: Database) throws -> [ActorStanding.Balance] {
    let span = try Row.fetchOne(
      db, sql: ownEvents + "SELECT min(substr(date, 1, 4)), max(substr(date, 1, 4)) FROM own", arguments: arguments)
    let isOneYear = (span?[0] as String?) == (span?[1] as String?)
    let rows = try Row.fetchAll(
      db,
      sql: ownEvents + """
        SELECT substr(date, 1, \(isOneYear ? 7 : 4)) AS period, type.quad, count(*), sum(intensity)
        FROM (SELECT DISTINCT id, date, type, intensity FROM own WHERE date IS NOT NULL) AS one
        JOIN type ON type.name = one.type GROUP BY period, type.quad ORDER BY period, type.quad
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

  private static func principals(of code: String, _ db: Database) throws -> [ActorStanding.Principal] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT actor.code, actor.name, actor.kind, count(*) AS reports, min(part.date), max(part.date) FROM (
          SELECT source AS code, date FROM triple WHERE source_actor = ?1 AND event IS NOT NULL
          UNION ALL SELECT target, date FROM triple WHERE target_actor = ?1 AND event IS NOT NULL
        ) AS part
        JOIN actor ON actor.code = part.code GROUP BY actor.code ORDER BY reports DESC, actor.code
        """, arguments: [code])
    return rows.compactMap { row in
      actor(row).map {
        .init(
          actor: $0, reports: row[3], first: (row[4] as String?).flatMap { CalendarDate($0) },
          last: (row[5] as String?).flatMap { CalendarDate($0) })
      }
    }
  }
}
