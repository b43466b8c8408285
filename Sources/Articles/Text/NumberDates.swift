import Vocabulary

/// Whether the day or the month comes first in a date of numbers.
enum DateOrder: Hashable, Sendable {
  case dayFirst
  case monthFirst

  /// The order that some of the dates of a column or a text make evident, by a number over 12; nil where none does, or
  /// some do this and some that.
  static func evident(in texts: some Sequence<String>) -> DateOrder? {
    var order: DateOrder?
    for text in texts {
      guard let (first, second, _) = NumberDates.endingInYear(text), first != second else { continue }
      let found: DateOrder? = first > 12 ? .dayFirst : second > 12 ? .monthFirst : nil
      guard let found else { continue }
      if let order, order != found { return nil }
      order = found
    }
    return order
  }
}

/// Reads dates that are written in numbers alone.
enum NumberDates {
  /// The date of a text; nil where it is none, or could mean two.
  static func date(_ text: String, order: DateOrder?) -> CalendarDate? {
    let bytes = Array(text.utf8)
    if let date = compact(bytes) ?? yearFirst(text) ?? eastAsian(text) { return date }
    guard let (first, second, year) = endingInYear(text) else { return nil }
    let isDotted = text.prefix(3).contains(".")
    switch order {
    case nil where isDotted, .dayFirst: return CalendarDate(year: year, month: second, day: first)
    case .monthFirst: return CalendarDate(year: year, month: first, day: second)
    case nil:
      // 30/01/2023 and 01/30/2023 each mean one thing, 01/02/2023 means two.
      if first > 12 || first == second { return CalendarDate(year: year, month: second, day: first) }
      return second > 12 ? CalendarDate(year: year, month: first, day: second) : nil
    }
  }

  /// 20230130, 20230130101500, 20230130T101500Z, and the seconds or milliseconds since 1970, as day of UTC.
  private static func compact(_ bytes: [UInt8]) -> CalendarDate? {
    let digits = bytes.prefix(while: Bytes.isDigit)
    let rest = bytes[digits.endIndex...]
    guard (8...19).contains(digits.count), let number = Int(Bytes.text(digits)) else { return nil }
    if digits.count == 8 || digits.count == 14 {
      guard rest.isEmpty || (digits.count == 8 && rest.first == UInt8(ascii: "T")) else { return nil }
      let day = digits.count == 8 ? number : number / 1_000_000
      return CalendarDate(year: day / 10_000, month: day / 100 % 100, day: day % 100)
    }
    guard rest.isEmpty || (rest.first == UInt8(ascii: ".") && rest.dropFirst().allSatisfy(Bytes.isDigit)) else {
      return nil
    }
    let seconds: Int
    switch digits.count {
    case 9, 10: seconds = number
    case 12, 13: seconds = number / 1000
    case 16: seconds = number / 1_000_000
    case 19: seconds = number / 1_000_000_000
    default: return nil
    }
    return CalendarDate(year: 1970, month: 1, day: 1)?.advanced(byDays: seconds / 86_400)
  }

  /// 2023/01/30, 2023.1.30, 2023-1-30, perhaps with a time behind it.
  private static func yearFirst(_ text: String) -> CalendarDate? {
    let day = text.prefix { $0 != " " && $0 != "T" }
    guard let sign = day.dropFirst(4).first, "/.-".contains(sign), isTime(text.dropFirst(day.count)) else { return nil }
    let parts = day.split(separator: sign, omittingEmptySubsequences: false)
    guard parts.count == 3, let year = number(parts[0], 4...4), let month = number(parts[1], 1...2),
      let day = number(parts[2], 1...2)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// Two numbers and a year, with dots, slashes or hyphens between them, perhaps with a time behind it.
  static func endingInYear(_ text: String) -> (first: Int, second: Int, year: Int)? {
    let day = text.prefix { $0 != " " && $0 != "," }
    guard let sign = day.first(where: { "/.-".contains($0) }), isTime(text.dropFirst(day.count)) else { return nil }
    let parts = day.split(separator: sign, omittingEmptySubsequences: false)
    guard parts.count == 3, let first = number(parts[0], 1...2), let second = number(parts[1], 1...2),
      let year = number(parts[2], 4...4)
    else { return nil }
    return (first, second, year)
  }

  /// 2023年1月30日 and 2023년 1월 30일, perhaps with a time behind it.
  private static func eastAsian(_ text: String) -> CalendarDate? {
    var numbers: [Int] = []
    var rest = Substring(text)
    for signs in ["年년", "月월", "日일"] {
      rest = rest.drop { $0 == " " }
      let digits = rest.prefix { $0.isNumber }
      guard let value = number(digits, 1...4), let sign = rest.dropFirst(digits.count).first, signs.contains(sign)
      else {
        break
      }
      numbers.append(value)
      rest = rest.dropFirst(digits.count + 1)
    }
    guard numbers.count >= 2 else { return nil }
    return CalendarDate(year: numbers[0], month: numbers[1], day: numbers.count > 2 ? numbers[2] : nil)
  }

  private static func number(_ text: Substring, _ digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.utf8.count), text.utf8.allSatisfy(Bytes.isDigit) else { return nil }
    return Int(text)
  }

  /// Whether nothing is left, or something that begins like a time of the day.
  private static func isTime(_ rest: Substring) -> Bool {
    let words = rest.split { $0 == " " || $0 == "," || $0 == "T" }
    return words.isEmpty || words.prefix(3).contains { $0.first?.isNumber == true && $0.contains(":") }
      || words.first.map { $0.first?.isNumber == true && $0.count <= 2 } == true
  }
}
