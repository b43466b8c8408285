import GRDB
import Vocabulary

extension IngestSession {
  /// Gathers what is reported of neighbouring days into one event, and takes apart what no longer belongs together,
  /// near the days that the session has touched.
  ///
  /// What belongs together follows from the days of all triples with the same principals, type and realis
  /// (`EventDays.runs`), so it does not matter which came first.
  mutating func gatherDays() throws {
    let keys = changedDays.sorted { $0.isBefore($1) }
    changedDays.removeAll(keepingCapacity: true)
    var start = keys.startIndex
    while start < keys.endIndex {
      var end = start + 1
      while end < keys.endIndex, keys[end].isNear(keys[end - 1]) { end += 1 }
      try gatherDays(keys[start..<end])
      if pending.count > 10_000 { try writeTriples() }
      start = end
    }
    try writeTriples()
  }

  /// The events of a key around some days.
  static let near = """
    SELECT id, day, days FROM event_row
    WHERE source = ? AND target = ? AND type = ? AND realis = ? AND day BETWEEN ? AND ? ORDER BY day
    """

  private mutating func gatherDays(_ keys: ArraySlice<StoredEventKey>) throws {
    guard let key = keys.first, let first = key.day.flatMap({ CalendarDate(storedDay: $0) }),
      let last = keys.last?.day.flatMap({ CalendarDate(storedDay: $0) })
    else { return }
    let events = try near(key, first, last)
    if events.isEmpty || (events.count == 1 && events[0].isPlain) { return }
    var holders: [Int: [NearEvent]] = [:]
    for event in events {
      for day in event.days.all { holders[day, default: []].append(event) }
    }
    // Farther away the runs may be cut off.
    let range = first.dayNumber - StoredEventKey.reach + 4...last.dayNumber + StoredEventKey.reach - 4
    let runs = EventDays.runs(Set(holders.keys)).filter { $0.contains { range.contains($0) } }
    var wrong: Set<Int64> = []
    for run in runs {
      let owners = Set(run.flatMap { holders[$0] ?? [] })
      if let owner = owners.first, owners.count == 1, owner.days.all == run,
        owner.date == EventDays.name(of: run, exact: Set(owner.days.exact)) || run == [owner.date]
      {
        continue
      }
      wrong.formUnion(owners.map(\.id))
    }
    if wrong.isEmpty { return }
    let place = pending.count
    try waitForTriples(of: wrong)
    let exact = Set(EventDays(pending[place...].map(\.report)).exact)
    var names: [Int: Int] = [:]
    for run in runs {
      let name = EventDays.name(of: run, exact: exact)
      for day in run { names[day] = name }
    }
    for place in pending.indices[place...] {
      // A week tells its first day, but is not of that day.
      guard let told = EventDays.day(of: pending[place].report), let name = names[told], name != told else { continue }
      pending[place].shownDay =
        pending[place].day.flatMap { CalendarDate(storedDay: $0) }?
        .advanced(byDays: name - told).storedDay
    }
  }

  private struct NearEvent: Hashable {
    var id: Int64
    var date: Int
    var days: EventDays
    /// Whether it is of one day, its own.
    var isPlain: Bool
  }

  private func near(_ key: StoredEventKey, _ first: CalendarDate, _ last: CalendarDate) throws -> [NearEvent] {
    let statement = try DirectStatement(db, Self.near)
    statement.bind(1, key.source)
    statement.bind(2, key.target)
    statement.bind(3, key.type)
    statement.bind(4, key.realis)
    statement.bind(5, first.advanced(byDays: -StoredEventKey.reach).storedDay)
    statement.bind(6, last.advanced(byDays: StoredEventKey.reach).storedDay)
    var events: [NearEvent] = []
    try statement.forEach { row in
      guard let date = EventDays.number(row.int(1)) else { return }
      let stored = row.optionalInt(2)
      events.append(
        NearEvent(id: row.int(0), date: date, days: EventDays(stored: stored, date: date), isPlain: stored == nil))
    }
    return events
  }
}

extension StoredEventKey {
  /// How many days around a changed one are looked at: the longest run, what could make it longer, and as much again for
  /// events that are named by another day of theirs.
  static let reach = 10

  fileprivate func isBefore(_ other: StoredEventKey) -> Bool {
    (source, target, type, realis, day ?? 0) < (other.source, other.target, other.type, other.realis, other.day ?? 0)
  }

  /// Whether another key differs by a few days only.
  fileprivate func isNear(_ other: StoredEventKey) -> Bool {
    guard (source, target, type, realis) == (other.source, other.target, other.type, other.realis),
      let one = EventDays.number(day), let two = EventDays.number(other.day)
    else { return false }
    return abs(one - two) <= 2 * Self.reach
  }
}
