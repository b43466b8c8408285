/// A length of time into which events are gathered.
public enum TimeUnit: String, Hashable, Sendable, Codable, CaseIterable {
  /// A day.
  case day
  /// Monday to Sunday, as ISO 8601 counts weeks.
  case week
  /// A month.
  case month
  /// Three months from January, April, July or October.
  case quarter
  /// A year.
  case year
}

/// One day, week, month, quarter or year of the calendar.
public struct TimePeriod: Hashable, Sendable, Comparable {
  /// How long it is.
  public let unit: TimeUnit
  /// Its first day.
  public let first: CalendarDate

  /// The period in which a date lies; nil where the date is not known exactly enough, as 2023 is for a month.
  public init?(_ unit: TimeUnit, of date: CalendarDate) {
    self.unit = unit
    let first: CalendarDate? =
      switch unit {
      case .day: date.day == nil ? nil : date
      case .week: date.weekday.map { date.advanced(byDays: -$0) }
      case .month: date.month.flatMap { CalendarDate(year: date.year, month: $0, day: 1) }
      case .quarter: date.month.flatMap { CalendarDate(year: date.year, month: ($0 - 1) / 3 * 3 + 1, day: 1) }
      case .year: CalendarDate(year: date.year, month: 1, day: 1)
      }
    guard let first else { return nil }
    self.first = first
  }

  /// The next period of the same length; nil at the end of year 9999.
  public var next: TimePeriod? {
    let month = first.month ?? 1
    let date: CalendarDate? =
      switch unit {
      case .day: first.advanced(byDays: 1)
      case .week: first.advanced(byDays: 7)
      case .month: CalendarDate(year: first.year + month / 12, month: month % 12 + 1, day: 1)
      case .quarter: CalendarDate(year: first.year + (month + 2) / 12, month: (month + 2) % 12 + 1, day: 1)
      case .year: CalendarDate(year: first.year + 1, month: 1, day: 1)
      }
    guard let date, date > first else { return nil }
    return TimePeriod(unit, of: date)
  }

  /// Its name: `2023-01-30`, `2023-W05`, `2023-01`, `2023-Q1` or `2023`; within a unit, names sort by time.
  public var name: String {
    let day = first.description
    switch unit {
    case .day: return day
    case .week:
      // A week belongs to the year of its Thursday.
      let thursday = first.advanced(byDays: 3)
      var number = 1
      var before = thursday.advanced(byDays: -7)
      while before.year == thursday.year, number < 53 {
        number += 1
        before = before.advanced(byDays: -7)
      }
      return thursday.description.prefix(4) + (number < 10 ? "-W0" : "-W") + String(number)
    case .month: return String(day.prefix(7))
    case .quarter: return day.prefix(4) + "-Q" + String(((first.month ?? 1) + 2) / 3)
    case .year: return String(day.prefix(4))
    }
  }

  /// Orders by the first day.
  public static func < (left: TimePeriod, right: TimePeriod) -> Bool { left.first < right.first }
}
