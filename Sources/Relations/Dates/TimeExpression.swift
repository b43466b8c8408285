/// Words of a sentence that tell a time, before anybody asks what day that is.
struct TimeExpression: Hashable {
  /// A stretch of the calendar.
  enum Unit: String {
    case day, week, month, year, decade, weekend
  }

  /// How a year is told beside a month or a day.
  enum Year: Hashable {
    /// By its number.
    case number(Int)
    /// As "last year" (-1), "this year" (0), "next year" (1).
    case shift(Int)
  }

  /// From where a number of units is counted.
  enum Origin: String {
    /// From the article's date.
    case article
    /// From the date that the text gave before.
    case text
  }

  /// What the words mean. A shift tells which one is meant: -1 the last, 0 this one, 1 the next.
  enum Meaning: Hashable {
    /// "2023-01-30", "12 September", "Sept. 12 last year".
    case date(year: Year?, month: Int, day: Int)
    /// "on the 12th".
    case dayOfMonth(Int)
    /// "June", "June 2014", "June last year".
    case month(Int, year: Year?)
    /// "last November".
    case shiftedMonth(Int, shift: Int)
    /// "2014".
    case year(Int)
    /// "the 1990s", by its first year.
    case decade(Int)
    /// "Monday", "last Monday".
    case weekday(Int, shift: Int?)
    /// "Monday of last week".
    case weekdayOfWeek(Int, shift: Int)
    /// "last summer", by its first month.
    case season(Int, shift: Int)
    /// "two weeks ago", "this month", "yesterday". Vague: nobody has counted ("a few days ago").
    case units(Unit, Int, isVague: Bool, origin: Origin)
    /// "two weeks", which only "in" before a deed to come makes a date.
    case span(Unit, Int)
  }

  let meaning: Meaning
  /// The tokens.
  let tokens: Range<Int>

  /// Whether it tells no more than a month.
  var isCoarse: Bool {
    switch meaning {
    case .month, .shiftedMonth, .year, .decade, .season: true
    case .units(let unit, _, _, _): unit == .month || unit == .year || unit == .decade
    case .date, .dayOfMonth, .weekday, .weekdayOfWeek, .span: false
    }
  }
}
