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
  /// The events between two actors, in either direction, counted period by period. O(events between them) for days and
  /// weeks and for filters by more than time and realis, else O(months).
  ///
  /// - Throws: `GraphError.longTimeline` for more than `TimelineRequest.maximumPeriods`.
  public func timeline(_ request: TimelineRequest) throws(GraphError) -> Timeline {
    var filter = request.filter
    (filter.from, filter.to, filter.either) = ([], [], [])
    filter.between = .init(request.one, request.other)
    let (unit, days) = try reading { db in try Self.days(GraphStore.plain(filter), request.unit, db) }
    var book = PeriodBook(unit)
    var tallies: [TimePeriod: EventTally] = [:]
    var undated = 0
    for (day, tally) in days {
      let place = book.place(day == 0 ? nil : day)
      guard let period = book[place] else {
        undated += tally.events
        continue
      }
      tallies[period, default: EventTally()].add(tally)
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

  /// The events by day or by month, as the unit needs them; 0 stands for those without a date.
  private static func days(
    _ filter: RelationFilter, _ unit: TimeUnit?, _ db: Database
  ) throws -> (unit: TimeUnit, days: [Int64: EventTally]) {
    let compiler = try FilterCompiler(filter, db: db)
    var unit = unit
    if unit == nil, let walk = try TallyWalk(filter, compiler, .init(), db) {
      var whole = EventTally()
      try walk.forEach { whole.add($0.tally) }
      unit = self.unit(from: whole.days?.first, to: whole.days?.last)
    }
    var days: [Int64: EventTally] = [:]
    if unit?.isOfMonths == true, let walk = try TallyWalk(filter, compiler, .init(months: true), db) {
      try walk.forEach { days[$0.day ?? 0, default: EventTally()].add($0.tally) }
    } else {
      try EventWalk(compiler, db).forEach { days[$0.entry.day ?? 0, default: EventTally()].add($0.entry) }
    }
    let dated = days.keys.filter { $0 != 0 }
    return (unit ?? self.unit(from: dated.min(), to: dated.max()), days)
  }

  private static func unit(from first: Int64?, to last: Int64?) -> TimeUnit {
    unit(from: first.flatMap { CalendarDate(storedDay: $0) }, to: last.flatMap { CalendarDate(storedDay: $0) })
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

extension TimeUnit {
  /// Whether it consists of whole months.
  var isOfMonths: Bool { self == .month || self == .quarter || self == .year }
}
