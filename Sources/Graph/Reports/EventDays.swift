import Vocabulary

/// The days that an event's reports tell, as far as they may differ by a day: "on Monday" in one article, the date of
/// the article in another.
///
/// Only full days count, and only those of reports that tell a day or have their article's date; a week, month or year
/// stands for itself. Days are counted as `CalendarDate.dayNumber` does.
struct EventDays: Hashable {
  /// An event has at most so many days, one behind the other.
  static let longest = 3

  /// The days, in order.
  var all: [Int] = []
  /// Those that a report tells exactly.
  var exact: [Int] = []

  /// The days of reports.
  init(_ reports: [EventSummary.Report]) {
    for report in reports {
      guard let day = Self.day(of: report) else { continue }
      if !all.contains(day) { all.append(day) }
      if report.precision == Self.dayPrecision, !exact.contains(day) { exact.append(day) }
    }
    all.sort()
    exact.sort()
  }

  /// The full day that a report tells or has of its article, nil for a week and what is longer.
  static func day(of report: EventSummary.Report) -> Int? {
    guard report.precision == dayPrecision || report.precision == articlePrecision else { return nil }
    return number(report.told)
  }

  /// Reads the number in the database; `date` is the event's.
  init(stored: Int64?, date: Int) {
    guard let stored else {
      all = [date]
      return
    }
    for place in 0..<Self.places {
      let day = date + place - Self.places / 2
      if stored & 1 << Int64(place) != 0 { all.append(day) }
      if stored & 1 << Int64(place + Self.places) != 0 { exact.append(day) }
    }
  }

  /// What stands in the database: nothing for the event's own day alone; otherwise a bit for each day from three before
  /// to three behind it, then as many for those that a report tells exactly.
  func stored(date: Int64?) -> Int64? {
    guard let date = Self.number(date) else { return nil }
    if all == [date] { return nil }
    func bits(_ days: [Int]) -> Int64 {
      days.reduce(0) { bits, day in
        let place = day - date + Self.places / 2
        return (0..<Self.places).contains(place) ? bits | 1 << Int64(place) : bits
      }
    }
    return bits(all) | bits(exact) << Int64(Self.places)
  }

  /// The day of a run of days that names its event: the first that is told exactly, else the first.
  static func name(of run: [Int], exact: Set<Int>) -> Int { run.first { exact.contains($0) } ?? run.first ?? 0 }

  /// Cuts days into those of one event each: up to three days one behind the other are one event; where it goes on for
  /// longer, each day is an event of its own.
  static func runs(_ days: Set<Int>) -> [[Int]] {
    var runs: [[Int]] = []
    for day in days.sorted() {
      if let last = runs.last?.last, last == day - 1 { runs[runs.count - 1].append(day) } else { runs.append([day]) }
    }
    return runs.flatMap { $0.count <= longest ? [$0] : $0.map { [$0] } }
  }

  /// The place of a full day among all days, nil for less than a day.
  static func number(_ day: Int64?) -> Int? {
    guard let day, day % 100 != 0, let date = CalendarDate(storedDay: day) else { return nil }
    return date.dayNumber
  }

  private static let places = 7
  private static let dayPrecision = DatePrecision.day.storedNumber
  private static let articlePrecision = DatePrecision.article.storedNumber
}
