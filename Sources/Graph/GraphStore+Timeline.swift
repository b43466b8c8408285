import GRDB
public import Vocabulary

/// Asks what lies between two actors over time.
public struct TimelineRequest: Hashable, Sendable {
  /// The most periods that a timeline has.
  public static let maximumPeriods = 100_000

  /// The codes of one side.
  public var one: [String]
  /// The codes of the other side.
  public var other: [String]
  /// How long a period is; nil for one that fits the time between the first and the last event.
  public var unit: TimeUnit?
  /// Which events are counted; its actors, order, limit, offset and cursor are not looked at.
  public var filter: RelationFilter

  /// Makes a request.
  public init(_ one: [String], _ other: [String], by unit: TimeUnit? = nil, filter: RelationFilter = RelationFilter()) {
    self.one = one
    self.other = other
    self.unit = unit
    self.filter = filter
  }
}

extension GraphStore {
  /// The events between two actors, in either direction, counted period by period. O(events between them).
  ///
  /// - Throws: `GraphError.longTimeline` for more than `TimelineRequest.maximumPeriods`.
  public func timeline(_ request: TimelineRequest) throws(GraphError) -> Timeline {
    var filter = request.filter
    (filter.from, filter.to, filter.either) = ([], [], [])
    filter.between = .init(request.one, request.other)
    let days = try reading { db in
      var days: [Int64: [EventTally.Entry]] = [:]
      try EventWalk(filter, db).forEach { days[$0.entry.day ?? 0, default: []].append($0.entry) }
      return days
    }
    let dates = days.keys.compactMap { CalendarDate(storedDay: $0) }
    let unit = request.unit ?? Self.unit(from: dates.min(), to: dates.max())
    var book = PeriodBook(unit)
    var tallies: [TimePeriod: EventTally] = [:]
    var undated = 0
    for (day, entries) in days {
      let place = book.place(day == 0 ? nil : day)
      guard let period = book[place] else {
        undated += entries.count
        continue
      }
      for entry in entries { tallies[period, default: EventTally()].add(entry) }
    }
    var timeline = Timeline(buckets: [], undated: undated, unit: unit)
    guard var period = tallies.keys.min(), let last = tallies.keys.max() else { return timeline }
    while true {
      timeline.buckets.append(.init(period: period, totals: tallies[period]?.totals ?? EventTotals()))
      guard period < last, let next = period.next else { return timeline }
      guard timeline.buckets.count < TimelineRequest.maximumPeriods else {
        throw .longTimeline(path, limit: TimelineRequest.maximumPeriods)
      }
      period = next
    }
  }

  /// The unit that makes about three dozen periods or fewer, years where none does.
  private static func unit(from first: CalendarDate?, to last: CalendarDate?) -> TimeUnit {
    guard let first, let last else { return .month }
    let months = (last.year - first.year) * 12 + (last.month ?? 12) - (first.month ?? 1)
    return switch months {
    case ...0: .day
    case ...5: .week
    case ...35: .month
    case ...119: .quarter
    default: .year
    }
  }
}
