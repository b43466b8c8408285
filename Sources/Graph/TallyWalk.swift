import GRDB
import Vocabulary

/// What `tally` and `tally_month` tell of the events that a filter leaves, where they tell it exactly.
///
/// Who has many events is kept month by month; of others the events themselves are walked through, a thousand at most
/// each. So an answer takes as long for a hundred events as for a million.
struct TallyWalk {
  /// What the answer must keep apart.
  struct Detail {
    var sources = false
    var targets = false
    var months = false
  }

  /// The sum of some events with one source and target, 0 for anybody, of one month where months are kept apart.
  struct Part {
    var source: Int64
    var target: Int64
    /// The month as a day without its day.
    var day: Int64?
    var tally: EventTally
  }

  /// One end of the events: given, anybody without telling who, or all one by one.
  private enum End {
    case given(Int64), anybody, each
  }

  /// More than so many that are given are walked through at once.
  private static let pairLimit = 256

  private let pairs: [(source: End, target: End)]
  /// The classes of realis: 1 what happened, 0 all else.
  private let classes: [Int64]
  private let months: ClosedRange<Int64>?
  private let isByMonth: Bool
  private let compiler: FilterCompiler
  private let db: Database

  /// Nil where only the events themselves tell.
  ///
  /// - Parameter given: the ends in place of the filter's, nil for anybody.
  init?(
    _ filter: RelationFilter, _ compiler: FilterCompiler, _ detail: Detail,
    ends given: [(sources: [Int64]?, targets: [Int64]?)]? = nil, _ db: Database
  ) throws {
    guard let classes = Self.classes(filter, compiler), let ends = given ?? compiler.plainEnds
    else { return nil }
    var isByMonth = detail.months
    var months: ClosedRange<Int64>?
    if filter.since != nil || filter.until != nil {
      let (first, last) = (filter.since?.lowerBound ?? 1, filter.until?.upperBound ?? Int64.max)
      guard filter.since == nil || first % 100 == 0, filter.until.map(Self.endsMonth) ?? true, first <= last
      else { return nil }
      // What has no date, month 0, is left out.
      months = max(1, first / 100)...max(1, last / 100)
      isByMonth = true
    }
    var pairs: [(End, End)] = []
    var seen: Set<[Int64]> = []
    for (sources, targets) in ends {
      // Actor 0 is a code that the graph does not have, while tallies have 0 for anybody.
      let left = sources?.filter { $0 != 0 }.map(End.given) ?? [detail.sources ? .each : .anybody]
      let right = targets?.filter { $0 != 0 }.map(End.given) ?? [detail.targets ? .each : .anybody]
      guard left.count * right.count <= Self.pairLimit else { return nil }
      for one in left {
        for other in right where seen.insert(Self.key(one, other)).inserted { pairs.append((one, other)) }
      }
    }
    func isListed(_ end: End) -> Bool { if case .each = end { true } else { false } }
    if isByMonth, pairs.contains(where: { isListed($0.0) || isListed($0.1) }) { return nil }
    (self.pairs, self.classes, self.months, self.isByMonth) = (pairs, classes, months, isByMonth)
    (self.compiler, self.db) = (compiler, db)
    if given == nil, !compiler.either.isEmpty, try hasEventsInside(compiler.either) { return nil }
  }

  private static func key(_ one: End, _ other: End) -> [Int64] {
    [one, other].map { end in
      switch end {
      case .given(let number): number
      case .anybody: -1
      case .each: -2
      }
    }
  }

  /// The classes of realis of a filter, nil where it asks for what is not kept; actors and time are not looked at.
  static func classes(_ filter: RelationFilter, _ compiler: FilterCompiler) -> [Int64]? {
    guard compiler.search == nil, filter.minimumConfidence == nil, filter.types.isEmpty, filter.quads.isEmpty else {
      return nil
    }
    let realis = filter.realis
    if realis.isEmpty || realis.count == Realis.allCases.count { return [0, 1] }
    if realis == [.actual] { return [1] }
    return realis.count == Realis.allCases.count - 1 && !realis.contains(.actual) ? [0] : nil
  }

  private static func endsMonth(_ date: CalendarDate) -> Bool {
    guard let last = CalendarDate(storedDay: date.upperBound) else { return false }
    return last.advanced(byDays: 1).month != last.month
  }

  /// Whether one of these has events with another, which would be counted at both ends.
  private func hasEventsInside(_ actors: [Int64]) throws -> Bool {
    guard actors.count * actors.count <= Self.pairLimit else { return true }
    let statement = try DirectStatement(db, "SELECT 1 FROM tally WHERE source = ? AND target = ? LIMIT 1")
    for source in actors {
      for target in actors {
        statement.bind(1, source)
        statement.bind(2, target)
        if try statement.first({ _ in true }) == true { return true }
      }
    }
    return false
  }

  /// Hands over sums; several of them may be of one source, target and month.
  func forEach(_ body: (Part) throws -> Void) throws {
    for (source, target) in pairs {
      for each in classes {
        if isByMonth {
          try forEachMonth(source, target, each, body)
        } else {
          try read(Self.sql("tally", source, target), source, target, each) { row, column in
            try body(.init(source: row.int(0), target: row.int(1), tally: EventTally(row, from: column)))
          }
        }
      }
    }
  }

  private func forEachMonth(_ source: End, _ target: End, _ each: Int64, _ body: (Part) throws -> Void) throws {
    let (one, other) = (Self.number(source), Self.number(target))
    let kept = try DirectStatement(
      db, "SELECT by_month FROM tally WHERE source = ? AND target = ? AND is_actual = ?")
    for (place, value) in [one, other, each].enumerated() { kept.bind(Int32(place + 1), value) }
    guard let isKept = try kept.first({ $0.int(0) == 1 }) else { return }
    if isKept {
      let sql = Self.sql("tally_month", source, target) + " AND month BETWEEN ? AND ?"
      try read(sql, source, target, each, months ?? 0...Int64.max) { row, column in
        let month = row.int(2)
        try body(
          .init(
            source: one, target: other, day: month == 0 ? nil : month * 100,
            tally: EventTally(row, from: column)))
      }
    } else {
      var conditions: [SQL] = ["e.realis \(sql: each == 1 ? "=" : "<>") 0"]
      if one != 0 { conditions.append("e.source = \(one)") }
      if other != 0 { conditions.append("e.target = \(other)") }
      if let months {
        conditions.append("e.day BETWEEN \(months.lowerBound * 100) AND \(months.upperBound.clampedMonth * 100 + 99)")
      }
      let literal = "SELECT \(sql: EventWalk.columns) FROM event_row e" + compiler.clause(conditions) as SQL
      try DirectStatement(db, literal: literal).forEach { row in
        let row = EventWalk.Row(row)
        var tally = EventTally()
        tally.add(row.entry)
        try body(.init(source: one, target: other, day: row.entry.day, tally: tally))
      }
    }
  }

  private static func number(_ end: End) -> Int64 { if case .given(let number) = end { number } else { 0 } }

  private static func sql(_ table: String, _ source: End, _ target: End) -> String {
    func condition(_ column: String, _ end: End) -> String {
      if case .each = end { "\(column) > 0" } else { "\(column) = ?" }
    }
    let month = table == "tally" ? "0" : "month"
    return """
      SELECT source, target, \(month), \(EventTally.columns) FROM \(table)
      WHERE \(condition("source", source)) AND \(condition("target", target)) AND is_actual = ?
      """
  }

  private func read(
    _ sql: String, _ source: End, _ target: End, _ each: Int64, _ months: ClosedRange<Int64>? = nil,
    _ body: (DirectStatement, Int32) throws -> Void
  ) throws {
    let statement = try DirectStatement(db, sql)
    var place: Int32 = 0
    func bind(_ value: Int64) {
      place += 1
      statement.bind(place, value)
    }
    for end in [source, target] {
      switch end {
      case .given(let number): bind(number)
      case .anybody: bind(0)
      case .each: break
      }
    }
    bind(each)
    if let months {
      bind(months.lowerBound)
      bind(months.upperBound)
    }
    try statement.forEach { try body($0, 3) }
  }
}

extension Int64 {
  /// The same, no greater than the last month of all.
  fileprivate var clampedMonth: Int64 { Swift.min(self, 999_999) }
}
