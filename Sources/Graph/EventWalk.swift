import GRDB
import Vocabulary

/// Walks through all that a filter leaves by numbers alone: some millions of rows a second.
///
/// SQLite would sort the rows of a large group to count them; a hash table over the walk takes a fraction of the time
/// and as much memory as there are groups.
struct EventWalk {
  /// One event, or one triple with its event.
  struct Row {
    var source: Int64
    var target: Int64
    var realis: Int64
    var entry: EventTally.Entry

    init(source: Int64, target: Int64, realis: Int64, entry: EventTally.Entry) {
      (self.source, self.target, self.realis, self.entry) = (source, target, realis, entry)
    }

    /// Reads a row of `columns`.
    init(_ row: DirectStatement, isNewEvent: Bool = true) {
      source = row.int(1)
      target = row.int(2)
      realis = row.int(4)
      entry = .init(
        day: row.optionalInt(0), type: row.int(3), reports: Int(row.int(5)), intensity: row.decimal(6),
        confidence: row.decimal(7), isNewEvent: isNewEvent)
    }
  }

  /// The columns of an event `e`.
  static let columns = "e.day, e.source, e.target, e.type, e.realis, e.reports, e.intensity, e.confidence"

  private let statement: DirectStatement
  private let isOfTriples: Bool

  init(_ compiler: FilterCompiler, ofTriples: Bool = false, _ db: Database) throws {
    isOfTriples = ofTriples
    let literal =
      ofTriples
      ? compiler.tripleWalk(
        "e.day, e.source, e.target, e.type, e.realis, 1, t.intensity, t.confidence, e.id")
      : compiler.eventWalk(Self.columns)
    statement = try DirectStatement(db, literal: literal)
  }

  /// The events that fulfil further conditions.
  init(_ compiler: FilterCompiler, _ conditions: [SQL], _ db: Database) throws {
    isOfTriples = false
    statement = try DirectStatement(db, literal: compiler.walk(Self.columns, conditions))
  }

  /// Hands over each row, in no order. O(rows).
  func forEach(_ body: (Row) throws -> Void) throws {
    var seen: Set<Int64> = []
    try statement.forEach { row in
      try body(Row(row, isNewEvent: isOfTriples ? seen.insert(row.int(8)).inserted : true))
    }
  }
}

/// The periods of days, each found once.
struct PeriodBook {
  let unit: TimeUnit
  /// By place; the place stands for the period in keys.
  private(set) var periods: [TimePeriod] = []
  private var places: [Int64: Int64] = [:]
  private var known: [TimePeriod: Int64] = [:]

  init(_ unit: TimeUnit) { self.unit = unit }

  /// The place of the period of a day; -1 where the day is not known, or not exactly enough.
  mutating func place(_ day: Int64?) -> Int64 {
    guard let day else { return -1 }
    if let place = places[day] { return place }
    let period = CalendarDate(storedDay: day).flatMap { TimePeriod(unit, of: $0) }
    let place = period.map { known[$0] ?? Int64(periods.count) } ?? -1
    if let period, known[period] == nil {
      known[period] = place
      periods.append(period)
    }
    places[day] = place
    return place
  }

  /// The period of a place.
  subscript(place: Int64) -> TimePeriod? {
    periods.indices.contains(Int(place)) ? periods[Int(place)] : nil
  }
}
