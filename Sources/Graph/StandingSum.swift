import GRDB
import Vocabulary

/// Sums up what an actor did to others and others to it, as far as it happened: its own events by what is kept, those
/// in which it acts for another one by one.
struct StandingSum {
  private let actor: Int64
  private let sums: EventSums
  private let db: Database
  private(set) var acts = 0
  private(set) var receives = 0
  private var first = Int64.max
  private var last = Int64.min
  /// The events with each partner.
  private var counts: [Int64: Int] = [:]
  /// Events in which the actor acts for another, by partner and type.
  private var actedTypes: [Int64: [Int64: Int]] = [:]
  private var acted: [Int64: EventTally.Entry] = [:]

  init(_ actor: Int64, _ sums: EventSums) {
    (self.actor, self.sums, db) = (actor, sums, sums.db)
  }

  /// The first and the last day, nil where none is known.
  var days: (first: Int64, last: Int64)? { first <= last ? (first, last) : nil }

  // MARK: Events in which the actor acts for another

  /// The actual events in which an actor acts for another than the partner, by the index of one side's actors.
  static func actedEvents(_ side: String, partner: String) -> String {
    """
    SELECT e.day, e.source, e.target, e.type, e.realis, e.reports, e.intensity, e.confidence, e.\(partner), e.id
    FROM act AS a CROSS JOIN event_row AS e ON e.id = a.event
    WHERE a.actor = ?1 AND a.is_source = \(side == "source" ? 1 : 0) AND e.\(partner) <> ?1 AND e.realis = 0
    """
  }

  /// Adds the events in which the actor acts for another.
  mutating func addActs() throws {
    for (side, partner) in [("source", "target"), ("target", "source")] {
      let statement = try DirectStatement(db, Self.actedEvents(side, partner: partner))
      statement.bind(1, actor)
      try statement.forEach { row in
        let entry = EventWalk.Row(row).entry
        let partner = row.int(8)
        if side == "source" { acts += 1 } else { receives += 1 }
        note(entry.day, entry.day)
        counts[partner, default: 0] += 1
        actedTypes[partner, default: [:]][entry.type, default: 0] += 1
        acted[row.int(9)] = entry
      }
    }
  }

  private mutating func note(_ first: Int64?, _ last: Int64?) {
    if let first { self.first = min(self.first, first) }
    if let last { self.last = max(self.last, last) }
  }

  // MARK: The actor's own events

  /// Adds the actor's own events.
  mutating func addKept() throws {
    for (sql, isSource) in [(DyadGraph.partnersOfSource, true), (DyadGraph.partnersOfTarget, false)] {
      let statement = try DirectStatement(db, sql)
      statement.bind(1, actor)
      var events = 0
      var own = 0
      try statement.forEach { row in
        guard row.int(1) == 1 else { return }
        guard row.int(0) != actor else {
          own = Int(row.int(2))
          return
        }
        counts[row.int(0), default: 0] += Int(row.int(2))
        events += Int(row.int(2))
      }
      if isSource { acts += events } else { receives += events }
      // What an actor does to itself is no part of this, but may have the first or the last day.
      if own == 0 {
        let days = try sums.tally(source: isSource ? actor : nil, target: isSource ? nil : actor).days
        note(days?.first, days?.last)
      } else {
        let (mine, other) = isSource ? ("source", "target") : ("target", "source")
        for order in ["ASC", "DESC"] {
          let day = try Int64.fetchOne(
            db,
            sql: """
              SELECT day FROM event_row WHERE \(mine) = ?1 AND \(other) <> ?1 AND realis = 0 AND day IS NOT NULL
              ORDER BY day \(order) LIMIT 1
              """, arguments: [actor])
          note(day, day)
        }
      }
    }
  }

  // MARK: Answers

  /// Those with most events, at most so many.
  func partners(_ limit: Int) throws -> [ActorStanding.Partner] {
    let least = counts.values.sorted(by: >).dropFirst(max(0, limit - 1)).first ?? 0
    var reader = RowReader(db)
    let types = try DirectStatement(
      db,
      "SELECT \(Schema.typeColumns.joined(separator: ", ")) FROM tally "
        + "WHERE source = ? AND target = ? AND is_actual = 1")
    let partners = try counts.filter { $0.value >= least }.map { partner, _ in
      var numbers = actedTypes[partner] ?? [:]
      for (source, target) in [(actor, partner), (partner, actor)] {
        types.bind(1, source)
        types.bind(2, target)
        try types.forEach { row in
          for type in Int64(0)..<Int64(EventType.allCases.count) where row.int(Int32(type)) > 0 {
            numbers[type, default: 0] += Int(row.int(Int32(type)))
          }
        }
      }
      let pairs = numbers.compactMap { number, count in EventType(storedNumber: number).map { ($0, count) } }
      return ActorStanding.Partner(
        actor: try reader.actor(partner), types: Dictionary(pairs) { first, _ in first })
    }
    return Array(partners.sorted { ($1.events, $0.actor.code) < ($0.events, $1.actor.code) }.prefix(max(0, limit)))
  }

  /// Cooperation against conflict by year, by month where all is of one year.
  func balance() throws -> [ActorStanding.Balance] {
    guard let days else { return [] }
    let isOneYear = days.first / 10_000 == days.last / 10_000
    var tallies: [Int64: EventTally] = [:]
    func period(_ day: Int64) -> Int64 { isOneYear ? day / 100 : day / 10_000 }
    for entry in acted.values {
      if let day = entry.day { tallies[period(day), default: EventTally()].add(entry) }
    }
    for ends in [([actor], nil), (nil, [actor])] as [([Int64]?, [Int64]?)] {
      try forEachMonth(ends) { tallies[period($0), default: EventTally()].add($1) }
    }
    // What an actor does to itself stands at both ends.
    try forEachMonth(([actor], [actor])) { day, tally in
      for _ in 0..<2 { tallies[period(day), default: EventTally()].subtract(tally) }
    }
    return tallies.filter { $0.value.events > 0 }.sorted { $0.key < $1.key }.map { period, tally in
      let name = CalendarDate(storedDay: period * (isOneYear ? 100 : 10_000))?.description ?? ""
      let totals = tally.totals
      return .init(period: name, quads: totals.quads, intensity: totals.intensity ?? 0)
    }
  }

  private func forEachMonth(
    _ ends: ([Int64]?, [Int64]?), _ body: (_ day: Int64, _ tally: EventTally) -> Void
  ) throws {
    let walk = try TallyWalk(sums.filter, sums.compiler, .init(months: true), ends: [ends], db)
    try walk?.forEach { part in if let day = part.day { body(day, part.tally) } }
  }
}
