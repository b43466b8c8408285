public import Vocabulary

extension Period {
  /// The first day, nil where the period is open; no more precise than it must be: `2014` for a period that begins
  /// on new year's day, since the tables may tell no more than the year.
  public var firstDate: CalendarDate? {
    guard from != Int.min, let date = Self.date(from) else { return nil }
    if date.day == 1 { return CalendarDate(year: date.year, month: date.month == 1 ? nil : date.month) ?? date }
    return date
  }

  /// The last day, nil where the period is open; `2014` for a period that ends with the year.
  public var lastDate: CalendarDate? {
    guard until != Int.max, let date = Self.date(until) else { return nil }
    let whole = CalendarDate(year: date.year, month: date.month)
    guard let whole, whole.latest == until else { return date }
    return CalendarDate(year: date.year, month: date.month == 12 ? nil : date.month) ?? date
  }

  private static func date(_ number: Int) -> CalendarDate? {
    CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }
}
