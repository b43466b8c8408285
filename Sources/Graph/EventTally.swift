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

  mutating func add(_ entry: Entry) {
    rows += 1
    reports += entry.reports
    intensity &+= Int64((min(max(entry.intensity, -1e3), 1e3) * Self.scale).rounded())
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
