import Vocabulary

/// Sums up events row by row; the result is the same whatever the order of the rows.
struct EventTally {
  /// A millionth of a point on Goldstein's scale: whole numbers add up alike in any order.
  private static let scale = 1e6

  private(set) var events = 0
  private(set) var reports = 0
  /// How many rows have an intensity: events, or triples where these are asked for.
  private var rows = 0
  private var intensity: Int64 = 0
  private var confidence = 0.0
  /// By the places of the quadrants.
  private var quads: (Int, Int, Int, Int) = (0, 0, 0, 0)
  private var first = Int64.max
  private var last = Int64.min

  /// What one row says.
  struct Entry {
    var day: Int64?
    var type: Int64
    var reports: Int
    var intensity: Double
    var confidence: Double
    /// False for a further triple of an event that was counted.
    var isNewEvent = true
  }

  /// An intensity as a whole number; what is kept in `tally` counts in the same.
  static func millionths(_ intensity: Double) -> Int64 { Int64((min(max(intensity, -1e3), 1e3) * scale).rounded()) }

  mutating func add(_ entry: Entry) {
    rows += 1
    reports += entry.reports
    intensity &+= Self.millionths(entry.intensity)
    confidence = max(confidence, entry.confidence)
    if let day = entry.day {
      first = min(first, day)
      last = max(last, day)
    }
    guard entry.isNewEvent else { return }
    events += 1
    switch Self.quadPlaces.indices.contains(Int(entry.type)) ? Self.quadPlaces[Int(entry.type)] : 0 {
    case 0: quads.0 += 1
    case 1: quads.1 += 1
    case 2: quads.2 += 1
    default: quads.3 += 1
    }
  }

  /// Adds what another has counted of other events.
  mutating func add(_ other: EventTally) {
    events += other.events
    reports += other.reports
    rows += other.rows
    intensity &+= other.intensity
    confidence = max(confidence, other.confidence)
    quads = (
      quads.0 + other.quads.0, quads.1 + other.quads.1, quads.2 + other.quads.2, quads.3 + other.quads.3
    )
    first = min(first, other.first)
    last = max(last, other.last)
  }

  /// Takes back the numbers of events that were counted twice.
  mutating func subtract(_ other: EventTally) {
    events -= other.events
    reports -= other.reports
    rows -= other.rows
    intensity &-= other.intensity
    quads = (
      quads.0 - other.quads.0, quads.1 - other.quads.1, quads.2 - other.quads.2, quads.3 - other.quads.3
    )
  }

  /// What is kept in `tally`, in the order that `init(_:from:)` reads.
  static let columns =
    "events, reports, intensity, confidence, first, last"
    + QuadClass.allCases.map { quad in
      let names = EventType.allCases.filter { $0.quad == quad }.map { $0.rawValue.lowercased() }
      return ", " + names.joined(separator: " + ")
    }.joined()

  /// Reads a row of `columns`.
  init(_ row: DirectStatement, from column: Int32) {
    self.init()
    events = Int(row.int(column))
    rows = events
    reports = Int(row.int(column + 1))
    intensity = row.int(column + 2)
    confidence = row.decimal(column + 3)
    first = row.optionalInt(column + 4) ?? .max
    last = row.optionalInt(column + 5) ?? .min
    quads = (
      Int(row.int(column + 6)), Int(row.int(column + 7)), Int(row.int(column + 8)), Int(row.int(column + 9))
    )
  }

  init() {}

  /// The first and the last day.
  var days: (first: Int64, last: Int64)? { first <= last ? (first, last) : nil }

  var totals: EventTotals {
    var totals = EventTotals(events: events, reports: reports, confidence: confidence)
    for (quad, count) in zip(QuadClass.allCases, [quads.0, quads.1, quads.2, quads.3]) where count > 0 {
      totals.quads[quad] = count
    }
    totals.intensity = rows == 0 ? nil : Double(intensity) / Self.scale / Double(rows)
    totals.first = first == .max ? nil : CalendarDate(storedDay: first)
    totals.last = last == .min ? nil : CalendarDate(storedDay: last)
    return totals
  }

  /// The place of each type's quadrant among all quadrants, by the type's number.
  static let quadPlaces: [Int] = EventType.allCases.map { QuadClass.allCases.firstIndex(of: $0.quad) ?? 0 }
}
