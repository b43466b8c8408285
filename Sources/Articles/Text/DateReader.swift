import Vocabulary

/// Reads the dates that people write.
///
/// ISO 8601 (a time behind the day is dropped), `2023/01/30`, `20230130`, RFC 2822, "January 30, 2023",
/// "30 Jan. 2023", "January 2023". Forms such as 01/02/2023 mean two things and are not read.
struct DateReader {
  /// A date whose year may be unknown.
  struct Partial: Hashable {
    var year: Int?
    var month: Int
    var day: Int?
  }

  let data: ReadingData

  /// The date of a text that is a date, perhaps with a time behind it; nil where it is none.
  func date(_ text: String) -> CalendarDate? {
    let bytes = Array(Bytes.trim(Array(text.utf8)[...]))
    guard (4...80).contains(bytes.count) else { return nil }
    let trimmed = Bytes.text(bytes)
    if let date = CalendarDate(trimmed) { return date }
    let parts = trimmed.split(separator: "/").compactMap { Int($0) }
    if parts.count == 3, parts[0] > 999 { return CalendarDate(year: parts[0], month: parts[1], day: parts[2]) }
    if bytes.count == 8, bytes.allSatisfy(Bytes.isDigit), let number = Int(trimmed) {
      return CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }
    guard let (partial, rest) = partial(words(trimmed)), let year = partial.year else { return nil }
    // What follows must be a time: it begins with a number, or with a word or two before one.
    guard rest.isEmpty || rest.prefix(3).contains(where: { $0.first?.isNumber == true }) else { return nil }
    return CalendarDate(year: year, month: partial.month, day: partial.day)
  }

  /// The date of a text that is a date and nothing else; its year may be missing.
  func partial(_ text: String) -> Partial? {
    guard text.utf8.count <= 40, let (partial, rest) = partial(words(text)), rest.isEmpty else { return nil }
    return partial
  }

  /// Completes a date with the year that brings it nearest to another date.
  static func complete(_ partial: Partial?, near date: CalendarDate?) -> CalendarDate? {
    guard let partial else { return nil }
    if let year = partial.year { return CalendarDate(year: year, month: partial.month, day: partial.day) }
    guard let date else { return nil }
    let distance = partial.month - (date.month ?? partial.month)
    let year = distance > 6 ? date.year - 1 : distance < -6 ? date.year + 1 : date.year
    return CalendarDate(year: year, month: partial.month, day: partial.day)
  }

  private func words(_ text: String) -> [Substring] {
    text.split { $0.isWhitespace || $0 == "," || $0 == "(" || $0 == ")" }
      .map { $0.hasSuffix(".") ? $0.dropLast() : $0 }.filter { !$0.isEmpty }
  }

  private func partial(_ words: [Substring]) -> (Partial, rest: ArraySlice<Substring>)? {
    var rest = words[...]
    if let first = rest.first, data.weekdays.contains(first.lowercased()) { rest = rest.dropFirst() }
    guard let first = rest.popFirst() else { return nil }
    var partial: Partial
    if let month = data.months[first.lowercased()] {
      partial = Partial(month: month)
      if let day = rest.first.flatMap(day) {
        partial.day = day
        rest = rest.dropFirst()
      }
    } else if let day = day(first), let month = rest.first.flatMap({ data.months[$0.lowercased()] }) {
      partial = Partial(month: month, day: day)
      rest = rest.dropFirst()
    } else {
      return nil
    }
    if let year = rest.first.flatMap(year) {
      partial.year = year
      rest = rest.dropFirst()
    }
    guard partial.day != nil || partial.year != nil else { return nil }
    // A day that the calendar does not have is no date.
    guard CalendarDate(year: partial.year ?? 2000, month: partial.month, day: partial.day) != nil else { return nil }
    return (partial, rest)
  }

  private func day(_ word: Substring) -> Int? {
    var digits = word
    for suffix in ["st", "nd", "rd", "th"] where digits.hasSuffix(suffix) { digits = digits.dropLast(2) }
    guard digits.utf8.count <= 2, digits.utf8.allSatisfy(Bytes.isDigit), let day = Int(digits), (1...31).contains(day)
    else { return nil }
    return day
  }

  private func year(_ word: Substring) -> Int? {
    guard word.utf8.count == 4, let year = Int(word), (1000...2999).contains(year) else { return nil }
    return year
  }
}
