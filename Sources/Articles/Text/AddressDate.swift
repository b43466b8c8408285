import Vocabulary

/// Finds the day in an address or in a file's name: `/2023/01/30/`, `/2023/jan/30/`, `-2023-01-30-`, `20230130`.
struct AddressDate {
  let data: ReadingData

  /// The date of an address, from its path.
  func date(ofAddress address: String) -> CalendarDate? {
    var path = Substring(address.prefix(2000))
    if let scheme = path.firstRange(of: "://") { path = path[scheme.upperBound...].drop { $0 != "/" } }
    return date(in: path.prefix { $0 != "?" && $0 != "#" })
  }

  /// The date of a file's name.
  func date(ofFile name: String) -> CalendarDate? { date(in: Substring(name).suffix(300)) }

  /// The first date with a day, or else the first with a month.
  private func date(in text: Substring) -> CalendarDate? {
    // Runs of digits and of letters, each with the sign before it.
    var parts: [(sign: Character?, text: Substring)] = []
    var index = text.startIndex
    var sign: Character?
    while index < text.endIndex {
      let first = text[index]
      guard first.isASCII, first.isLetter || first.isNumber else {
        sign = first
        index = text.index(after: index)
        continue
      }
      let run = text[index...].prefix { $0.isASCII && $0.isNumber == first.isNumber && $0.isLetter == first.isLetter }
      parts.append((sign, run))
      sign = nil
      index = run.endIndex
    }
    var month: CalendarDate?
    for (place, part) in parts.enumerated() {
      let isWhole = part.sign != nil || place == 0
      let isEnd = place + 1 == parts.count || parts[place + 1].sign != nil || parts[place + 1].text.lowercased() == "t"
      guard isWhole, let number = Int(part.text), part.text.allSatisfy(\.isNumber) else { continue }
      if part.text.count == 8, isEnd, let date = day(number / 10_000, number / 100 % 100, number % 100) { return date }
      guard part.text.count == 4, place + 1 < parts.count, let separator = parts[place + 1].sign,
        "/-_.".contains(separator)
      else { continue }
      let second = parts[place + 1].text
      guard let middle = second.count <= 2 ? Int(second) : data.months[second.lowercased()] else { continue }
      if place + 2 < parts.count, parts[place + 2].sign == separator, parts[place + 2].text.count <= 2,
        let last = Int(parts[place + 2].text), let date = day(number, middle, last)
      {
        return date
      }
      if month == nil, Self.years.contains(number) { month = CalendarDate(year: number, month: middle) }
    }
    return month
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
    Self.years.contains(year) ? CalendarDate(year: year, month: month, day: day) : nil
  }

  /// Years that addresses name; other numbers are no years.
  private static let years = 1980...2079
}
