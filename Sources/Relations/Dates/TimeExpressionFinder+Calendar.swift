import Language

/// Times that name a day, month or year of the calendar.
extension TimeExpressionFinder {
  /// "Monday", "Monday night", "Monday, 30 January", "Monday of last week".
  func weekday(at index: Int) -> Found? {
    guard let day = weekdayName(at: index) else { return nil }
    let next = isDaytime(index + 1) ? index + 2 : index + 1
    let date = text(next) == "," ? next + 1 : next
    if let found = calendarDate(at: date), case .date = found.meaning { return found }
    let week = text(next) == "of" ? next + 1 : next
    if let shift = shift(at: week), let unit = unit(at: week + 1), unit.unit == .week, unit.count == 1 {
      return (.weekdayOfWeek(day, shift: shift), week + 2)
    }
    return (.weekday(day, shift: nil), next)
  }

  /// "2023-01-30", "12 September 2022", "Sept. 12", "June 2014", "November last year".
  func calendarDate(at index: Int) -> Found? {
    if let found = isoDate(at: index) { return found }
    if let month = month(at: index) {
      if let day = day(at: index + 1) {
        let year = yearBehind(day.end)
        return (.date(year: year?.year, month: month, day: day.day), year?.end ?? day.end)
      }
      let year = yearBehind(index + 1)
      return (.month(month, year: year?.year), year?.end ?? index + 1)
    }
    guard let day = day(at: index) else { return nil }
    let next = text(day.end) == "of" ? day.end + 1 : day.end
    guard let month = month(at: next) else { return nil }
    let year = yearBehind(next + 1)
    return (.date(year: year?.year, month: month, day: day.day), year?.end ?? next + 1)
  }

  /// "2023-01-30", as one token or several.
  private func isoDate(at index: Int) -> Found? {
    guard let year = digits(at: index), year.count == 4 else { return nil }
    func date(_ month: Int?, _ day: Int?, _ end: Int) -> Found? {
      guard let month, let day, (1...12).contains(month), (1...31).contains(day) else { return nil }
      return (.date(year: .number(year.value), month: month, day: day), end)
    }
    if year.suffix.isEmpty, text(index + 1) == "-", text(index + 3) == "-" {
      return date(number(at: index + 2), number(at: index + 4), index + 5)
    }
    let parts = year.suffix.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.first?.isEmpty == true else { return nil }
    return date(Int(parts[1]), Int(parts[2]), index + 1)
  }

  /// "on the 12th".
  func dayOfMonth(at index: Int) -> Found? {
    guard let digits = digits(at: index), digits.count <= 2, (1...31).contains(digits.value), isOrdinal(digits.suffix),
      index >= 2, text(index - 1) == "the", words.preposition(text(index - 2)) == .at, tokens[index].dep == .pobj
    else { return nil }
    return (.dayOfMonth(digits.value), index + 1)
  }

  /// "2014", "the 1990s", "the '90s".
  func year(at index: Int) -> Found? {
    guard let digits = digits(at: index) else { return nil }
    if digits.value % 10 == 0, digits.count == 4 || (digits.count == 2 && digits.value >= 20) {
      let isApart = digits.suffix.isEmpty && ["s", "'s", "’s"].contains(text(index + 1)) && isDate(index)
      if ["s", "'s", "’s"].contains(digits.suffix) || (isApart && text(index + 1) == "s") {
        let first = digits.count == 4 ? digits.value : 1900 + digits.value
        return first >= 1000 ? (.decade(first), isApart ? index + 2 : index + 1) : nil
      }
    }
    guard let year = plainYear(at: index), isDate(index) || tokens[index].dep == .pobj else { return nil }
    // "2000 soldiers" are counted.
    if year % 100 == 0, tokens[index].dep == .nummod, tokens[tokens[index].head].tag == "NNS" { return nil }
    return (.year(year), index + 1)
  }

  private func isDate(_ index: Int) -> Bool {
    switch tokens[index].entity {
    case .begin(.date), .inside(.date), .begin(.event), .inside(.event): true
    default: false
    }
  }
}
