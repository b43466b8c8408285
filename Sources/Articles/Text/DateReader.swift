import Vocabulary

/// Reads the dates that people and machines write.
///
/// ISO 8601 (a time behind the day is dropped, the day stays as it is written), `2023/01/30`, `20230130`, RFC 2822,
/// "January 30, 2023", "30 Jan. 2023", "4:15 p.m. ET, Mon January 30, 2023", "January 2023", "30.01.2023", "30/01/2023",
/// "2023年1月30日", seconds and milliseconds since 1970. A form such as 01/02/2023 means two things and is read only
/// where the order is known.
struct DateReader {
  /// A date whose year may be unknown.
  struct Partial: Hashable {
    var year: Int?
    var month: Int
    var day: Int?
  }

  let data: ReadingData
  /// What comes first in dates such as 01/02/2023, where that is known.
  var order: DateOrder?

  /// The date of a text that is a date, perhaps with a time behind it; nil where it is none.
  func date(_ text: String) -> CalendarDate? {
    let bytes = Array(Bytes.trim(Array(text.utf8)[...]))
    guard (4...80).contains(bytes.count) else { return nil }
    let trimmed = Bytes.text(bytes)
    if let date = CalendarDate(trimmed) { return date }
    if let date = NumberDates.date(trimmed, order: order) { return date }
    let words = words(trimmed)
    guard let (partial, rest) = partial(words) ?? partial(behindTime(words)) else { return nil }
    // What follows must be a time: it begins with a number, or with a word or two before one.
    guard rest.isEmpty || rest.prefix(3).contains(where: { $0.first?.isNumber == true }) else { return nil }
    // "Mon Jan 30 10:15:00 +0000 2023" has the year behind the time.
    let last = rest.prefix(3).contains { $0.contains(":") } ? rest.prefix(4).compactMap(year).first : nil
    guard let year = partial.year ?? last else { return nil }
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

  /// The words behind a time of the day that stands first: "4:15 p.m. ET, Mon January 30, 2023".
  private func behindTime(_ words: [Substring]) -> [Substring] {
    guard let first = words.first, first.contains(":"), first.first?.isNumber == true else { return [] }
    return Array(
      words.prefix(8).dropFirst().drop { !data.weekdays.contains($0.lowercased()) && !isMonth($0) && day($0) == nil })
      + words.dropFirst(8)
  }

  private func isMonth(_ word: Substring) -> Bool { data.months[word.lowercased()] != nil }

  private func words(_ text: String) -> [Substring] {
    // "30-Jan-2023" is three words, "2023-01-30" is one.
    let isHyphenated = text.utf8.count < 14 && text.contains { $0.isLetter }
    return text.split { $0.isWhitespace || $0 == "," || $0 == "(" || $0 == ")" || ($0 == "-" && isHyphenated) }
      .map { $0.hasSuffix(".") ? $0.dropLast() : $0 }.filter { !$0.isEmpty }
  }

  private func partial(_ words: [Substring]) -> (Partial, rest: ArraySlice<Substring>)? {
    var rest = words[...]
    if let first = rest.first, data.weekdays.contains(first.lowercased()) { rest = rest.dropFirst() }
    if rest.first == "the" { rest = rest.dropFirst() }
    guard let first = rest.popFirst() else { return nil }
    var partial: Partial
    if let month = data.months[first.lowercased()] {
      partial = Partial(month: month)
      if let day = rest.first.flatMap(day) {
        partial.day = day
        rest = rest.dropFirst()
      }
    } else if let day = day(first),
      let month = rest.drop(while: { $0 == "of" }).first.flatMap({ data.months[$0.lowercased()] })
    {
      partial = Partial(month: month, day: day)
      rest = rest.drop { $0 == "of" }.dropFirst()
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
