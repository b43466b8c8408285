import GRDB
import Vocabulary

extension IngestSession {
  /// Writes the waiting triples and their events.
  mutating func writeTriples() throws {
    if pending.isEmpty { return }
    // The triples of each event, as a chain through `later`.
    var groups: [StoredEventKey: Int] = [:]
    var chains: [(first: Int, last: Int)] = []
    var later = [Int](repeating: -1, count: pending.count)
    for (place, triple) in pending.enumerated() where !triple.isInside {
      if let group = groups[triple.key] {
        later[chains[group].last] = place
        chains[group].last = place
      } else {
        groups[triple.key] = chains.count
        chains.append((place, place))
      }
    }
    // In the order of their numbers, neighbours in the table are written together.
    let events = try chains.map { chain in (id: try number(of: pending[chain.first]), first: chain.first) }
      .sorted { $0.id < $1.id }
    var homes = [Int64?](repeating: nil, count: pending.count)
    for event in events {
      var reports: [EventSummary.Report] = []
      var place = later[event.first]
      while place >= 0 {
        reports.append(pending[place].report)
        place = later[place]
      }
      let first = pending[event.first].report
      let summary = reports.isEmpty ? EventSummary(first) : EventSummary([first] + reports) ?? EventSummary(first)
      let id = try write(event: pending[event.first], id: event.id, summary)
      place = event.first
      while place >= 0 {
        homes[place] = id
        place = later[place]
      }
    }
    for (triple, event) in zip(pending, homes) {
      try triple.isStored ? statements.move(triple, to: event) : statements.insert(triple, event: event)
    }
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func number(of triple: PendingTriple) throws -> Int64 {
    guard let type = EventType(storedNumber: triple.type), let realis = Realis(storedNumber: triple.realis) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a triple has no type")
    }
    let date = triple.key.day.map { dates.text($0) }
    return EventKey(
      source: try actors.code(of: triple.shown.source), target: try actors.code(of: triple.shown.target), type: type,
      realis: realis, date: date
    ).number
  }

  /// Makes the event of a triple, or finds it where the graph has it already.
  ///
  /// - Returns: its number: the one that follows from the key, or the next free one.
  private mutating func write(
    event triple: PendingTriple, id: Int64, _ summary: EventSummary
  ) throws -> Int64 {
    var id = id
    let phrase = summary.relation == triple.report.relation ? triple.relation : try phrases.number(of: summary.relation)
    while true {
      if try statements.insert(EventRow(id: id, key: triple.key, summary, phrase: phrase)) {
        noteDay(of: triple.key)
        return id
      }
      if try statements.key(of: id) == triple.key {
        touched.insert(id)
        return id
      }
      id += 1
    }
  }

  /// Notes that an event's day may now lie beside others.
  private mutating func noteDay(of key: StoredEventKey) {
    if let day = key.day, day % 100 != 0 { changedDays.insert(key) }
  }

  /// Makes an event's row anew of its triples; without any it goes.
  mutating func summarize(_ event: Int64) throws {
    guard let key = try statements.key(of: event) else { return }
    noteDay(of: key)
    var reports: [EventSummary.Report] = []
    let statement = try DirectStatement(
      db,
      """
      SELECT x.id, s.number, \(Schema.placeOfTriple), x.chain, x.date, p.text, t.cameo, t.intensity, t.confidence,
        CASE WHEN r.triple IS NULL THEN ?2 ELSE r.day END, t.date_precision
      FROM triple_row AS t JOIN sentence_row AS s ON s.id = t.id >> \(Schema.placeBits)
      JOIN article AS x ON x.number = s.article JOIN phrase AS p ON p.number = t.relation
      LEFT JOIN merged_triple AS r ON r.triple = t.id
      WHERE t.event = ?1
      """)
    statement.bind(1, event)
    statement.bind(2, key.day)
    try statement.forEach { row in
      reports.append(
        .init(
          told: row.optionalInt(9), precision: row.optionalInt(10), article: row.text(0) ?? "", sentence: row.int(1),
          number: row.int(2), chain: row.int(3),
          day: row.text(4).flatMap { CalendarDate($0) }?.storedDay, relation: row.text(5) ?? "", cameo: row.cameo(6),
          intensity: row.decimal(7), confidence: row.decimal(8)))
    }
    guard let summary = EventSummary(reports) else {
      try db.cachedStatement(sql: "DELETE FROM event_row WHERE id = ?").execute(arguments: [event])
      return
    }
    try statements.update(event: event, of: key.day, summary, phrase: try phrases.number(of: summary.relation))
  }
}
