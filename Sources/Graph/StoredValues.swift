import GRDB
import Vocabulary

// How values stand in the rows; docs/schema.md tells the same to people.

extension EventType {
  private static let list = allCases

  /// The number in the database: the place among all cases.
  var storedNumber: Int64 { Int64(Self.list.firstIndex(of: self) ?? 0) }

  /// Reads the number, nil for one that stands for nothing.
  init?(storedNumber: Int64) {
    guard let place = Int(exactly: storedNumber), Self.list.indices.contains(place) else { return nil }
    self = Self.list[place]
  }
}

extension Realis {
  private static let list = allCases

  /// The number in the database: the place among all cases.
  var storedNumber: Int64 { Int64(Self.list.firstIndex(of: self) ?? 0) }

  /// Reads the number, nil for one that stands for nothing.
  init?(storedNumber: Int64) {
    guard let place = Int(exactly: storedNumber), Self.list.indices.contains(place) else { return nil }
    self = Self.list[place]
  }
}

extension DatePrecision {
  private static let list = allCases

  /// The number in the database: the place among all cases.
  var storedNumber: Int64 { Int64(Self.list.firstIndex(of: self) ?? 0) }

  /// Reads the number, nil for one that stands for nothing.
  init?(storedNumber: Int64) {
    guard let place = Int(exactly: storedNumber), Self.list.indices.contains(place) else { return nil }
    self = Self.list[place]
  }
}

extension CalendarDate {
  /// The date as a number, yyyymmdd with zeros for what is not known; numbers sort as the ISO texts do.
  var storedDay: Int64 { Int64(year * 10_000 + (month ?? 0) * 100 + (day ?? 0)) }

  /// Reads the number, nil where the calendar has no such date.
  init?(storedDay: Int64) {
    guard let number = Int(exactly: storedDay), number > 0 else { return nil }
    let (month, day) = (number / 100 % 100, number % 100)
    self.init(year: number / 10_000, month: month == 0 ? nil : month, day: day == 0 ? nil : day)
  }

  /// The least number of a date that begins on or after this one's first day: that of `2023` for 2023-01-01.
  var lowerBound: Int64 {
    let day = day == 1 ? nil : day
    let month = month == 1 && day == nil ? nil : month
    return CalendarDate(year: year, month: month, day: day)?.storedDay ?? storedDay
  }

  /// The greatest number of a date that begins on or before this one's last day.
  var upperBound: Int64 { Int64(latest) }
}

/// A CAMEO code in the database: its digits behind a 1, which keeps leading zeros; what is no such code, as text.
enum StoredCAMEO: Hashable {
  case number(Int64)
  case text(String)

  init(_ code: String) {
    let isNumber = (1...15).contains(code.utf8.count) && code.utf8.allSatisfy { (48...57).contains($0) }
    if isNumber, let number = Int64("1" + code) { self = .number(number) } else { self = .text("1" + code) }
  }

  /// Reads the code of a column.
  static func code(_ value: DatabaseValue) -> String? {
    switch value.storage {
    case .int64(let number): String(String(number).dropFirst())
    case .string(let text): String(text.dropFirst())
    default: nil
    }
  }
}

/// A number of few decimals in the database: ten-thousandths where these give it back to the last bit.
enum StoredDecimal: Hashable {
  case tenThousandths(Int64)
  case real(Double)

  init(_ value: Double) {
    let scaled = (value * 10_000).rounded()
    if abs(scaled) < 1e15, scaled / 10_000 == value, !(value == 0 && value.sign == .minus) {
      self = .tenThousandths(Int64(scaled))
    } else {
      self = .real(value)
    }
  }

  /// Reads the number of a column.
  static func value(_ value: DatabaseValue) -> Double {
    switch value.storage {
    case .int64(let number): Double(number) / 10_000
    case .double(let number): number
    default: 0
    }
  }
}
