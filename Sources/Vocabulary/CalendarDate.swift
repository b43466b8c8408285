/// A day, month or year of the Gregorian calendar, without a time zone.
///
/// News is dated by day; an event of the past is often known only by its month or year.
/// The text form is ISO 8601 with reduced precision: `2023-01-30`, `2023-01` or `2023`.
public struct CalendarDate: Hashable, Sendable, Codable, Comparable, LosslessStringConvertible {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12, where it is known.
  public let month: Int?
  /// The day of the month, where it is known; never without a month.
  public let day: Int?

  /// Makes a date, or nil where the calendar has no such day.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day { guard day >= 1, day <= Self.days(year: year, month: month) else { return nil } }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2023-01-30`, `2023-01` or `2023`; a time behind the day (`2023-01-30T09:00:00Z`) is dropped.
  public init?(_ text: String) {
    let bytes = ContiguousArray(text.utf8)
    func digits(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[range] {
        guard (48...57).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    let dash = UInt8(ascii: "-")
    guard let year = digits(0..<4) else { return nil }
    if bytes.count == 4 {
      self.init(year: year)
      return
    }
    guard bytes[4] == dash, let month = digits(5..<7) else { return nil }
    if bytes.count == 7 {
      self.init(year: year, month: month)
      return
    }
    guard bytes[7] == dash, let day = digits(8..<10) else { return nil }
    guard bytes.count == 10 || bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ") else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The date in ISO 8601, no more precise than it is known.
  public var description: String {
    func padded(_ value: Int, _ width: Int) -> String {
      let text = String(value)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    var text = padded(year, 4)
    if let month { text += "-" + padded(month, 2) }
    if let day { text += "-" + padded(day, 2) }
    return text
  }

  /// The first day that the date can mean, as one number that grows with time.
  public var earliest: Int { year * 10_000 + (month ?? 1) * 100 + (day ?? 1) }

  /// The last day that the date can mean, as one number that grows with time.
  public var latest: Int {
    let month = month ?? 12
    return year * 10_000 + month * 100 + (day ?? Self.days(year: year, month: month))
  }

  /// Orders by the earliest day, the less precise date first.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.earliest, -left.latest) < (right.earliest, -right.latest)
  }

  /// How many days a month has.
  static func days(year: Int, month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Reads the ISO 8601 text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = CalendarDate(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is no ISO 8601 date")
    }
    self = date
  }

  /// Writes the ISO 8601 text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension CalendarDate {
  /// The day this many days later (earlier where negative); the date itself where its day is not known.
  public func advanced(byDays days: Int) -> CalendarDate {
    guard let month, let day else { return self }
    let moved = Self.civil(fromDayNumber: Self.dayNumber(year, month, day) + days)
    return CalendarDate(year: moved.year, month: moved.month, day: moved.day) ?? self
  }

  /// The day of the week, 0 for Monday to 6 for Sunday, where the day is known.
  public var weekday: Int? {
    guard let month, let day else { return nil }
    return ((Self.dayNumber(year, month, day) + 3) % 7 + 7) % 7
  }

  /// The place of the first day that the date can mean among all days; 1 is 0001-01-01.
  public var dayNumber: Int { Self.dayNumber(year, month ?? 1, day ?? 1) + 719_163 }

  /// Days since 1970-01-01 (H. Hinnant's days_from_civil).
  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The inverse of `dayNumber` (H. Hinnant's civil_from_days).
  private static func civil(fromDayNumber number: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex + (monthIndex < 10 ? 3 : -9)
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
  }
}
