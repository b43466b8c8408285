import Language

/// Finds the times that a document's words tell, from left to right, the longest first.
struct TimeExpressionFinder {
  let words: TimeWords
  let tokens: [Token]

  /// What stands at a place, and the first token behind it.
  typealias Found = (meaning: TimeExpression.Meaning, end: Int)

  /// All times in the order of the text, without overlap. O(n).
  func expressions() -> [TimeExpression] {
    var found: [TimeExpression] = []
    var index = 0
    while index < tokens.count {
      if let (meaning, end) = expression(at: index) {
        found.append(TimeExpression(meaning: meaning, tokens: index..<end))
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  private func expression(at index: Int) -> Found? {
    guard !tokens[index].isSpace else { return nil }
    return weekday(at: index) ?? calendarDate(at: index) ?? shifted(at: index) ?? taken(up: index)
      ?? quantity(at: index) ?? season(at: index) ?? dayWord(at: index) ?? dayOfMonth(at: index) ?? year(at: index)
  }

  // MARK: Words

  /// The first meaning of the word at a place that a test takes.
  func word<Value>(_ index: Int, _ take: (TimeWords.Word) -> Value?) -> Value? {
    guard tokens.indices.contains(index) else { return nil }
    return words.meanings(tokens[index].lower).lazy.compactMap(take).first
  }

  func unit(at index: Int) -> (unit: TimeExpression.Unit, count: Int)? {
    word(index) { if case .unit(let unit, let count) = $0 { (unit, count) } else { nil } }
  }

  func shift(at index: Int) -> Int? { word(index) { if case .shift(let value) = $0 { value } else { nil } } }

  func month(at index: Int) -> Int? {
    guard let month: Int = word(index, { if case .month(let value) = $0 { value } else { nil } }) else { return nil }
    return isName(
      index, but: [.organization, .workOfArt, .facility, .person, .geopolitical, .location, .product, .law])
      ? month : nil
  }

  func weekdayName(at index: Int) -> Int? {
    guard let day: Int = word(index, { if case .weekday(let value) = $0 { value } else { nil } }) else { return nil }
    return isName(index, but: [.organization, .workOfArt, .facility]) ? day : nil
  }

  func isDaytime(_ index: Int) -> Bool { word(index) { $0 == .daytime ? true : nil } ?? false }

  /// Whether a word is the name of a month or day: begins with a capital, is no verb, and is in no name of these kinds.
  private func isName(_ index: Int, but labels: Set<EntityLabel>) -> Bool {
    let token = tokens[index]
    guard token.text.unicodeScalars.first?.properties.isUppercase == true, token.pos != .verb, token.pos != .auxiliary
    else { return false }
    switch token.entity {
    case .begin(let label), .inside(let label):
      if labels.contains(label) { return false }
      if label == .date { return true }
    case .outside: break
    }
    // Short names mean other things too: only with a full stop or a number beside them.
    return token.lower.utf8.count > 3 || token.lower.utf8.last == UInt8(ascii: ".") || number(at: index + 1) != nil
      || (index > 0 && number(at: index - 1) != nil)
  }

  func text(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].lower : "" }

  // MARK: Numbers

  /// A number in digits with what stands behind them: "12", "12th", "1990s", "2014-15", "mid-2022".
  struct Digits {
    var value: Int
    var count: Int
    var suffix: Substring
  }

  func digits(at index: Int) -> Digits? {
    guard tokens.indices.contains(index) else { return nil }
    let text = tokens[index].lower
    guard text.utf8.count <= 12, text.utf8.contains(where: Self.isDigit) else { return nil }
    var rest = text[...]
    if let first = rest.utf8.first, !Self.isDigit(first) {
      // Only behind a hyphen, or an apostrophe as in "'90s".
      guard let mark = rest.lastIndex(where: { $0 == "-" || $0 == "'" || $0 == "’" }) else { return nil }
      rest = rest[rest.index(after: mark)...]
    }
    let figures = rest.utf8.prefix(while: Self.isDigit)
    guard (1...4).contains(figures.count) else { return nil }
    let value = figures.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return Digits(value: value, count: figures.count, suffix: rest[figures.endIndex...])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  /// A plain number in digits.
  func number(at index: Int) -> Int? {
    digits(at: index).flatMap { $0.suffix.isEmpty ? $0.value : nil }
  }

  /// A day of a month: "12", "12th", "twelfth", or the first of "12-14", "12 and 14"; and the token behind.
  func day(at index: Int) -> (day: Int, end: Int)? {
    if let ordinal: Int = word(index, { if case .ordinal(let value) = $0 { value } else { nil } }) {
      return (ordinal, index + 1)
    }
    guard let digits = digits(at: index), digits.count <= 2, (1...31).contains(digits.value) else { return nil }
    switch digits.suffix.first {
    case nil: break
    case "s", "n", "r", "t": return isOrdinal(digits.suffix) ? (digits.value, index + 1) : nil
    case "-", "–": return (digits.value, index + 1)
    default: return nil
    }
    if ["-", "–", "and", "to"].contains(text(index + 1)), let last = number(at: index + 2), last > digits.value,
      last <= 31
    {
      return (digits.value, index + 3)
    }
    return (digits.value, index + 1)
  }

  func isOrdinal(_ suffix: Substring) -> Bool { ["st", "nd", "rd", "th"].contains(suffix) }

  /// A year in four digits, the first of a range.
  func plainYear(at index: Int) -> Int? {
    guard let digits = digits(at: index), digits.count == 4, (1000...2999).contains(digits.value) else { return nil }
    return digits.suffix.isEmpty || digits.suffix.hasPrefix("-") || digits.suffix.hasPrefix("–") ? digits.value : nil
  }

  /// The year behind a month or day: "2014", "of last year".
  func yearBehind(_ index: Int) -> (year: TimeExpression.Year, end: Int)? {
    var next = index
    if text(next) == "," || text(next) == "of" { next += 1 }
    if let year = plainYear(at: next) { return (.number(year), next + 1) }
    if let shift = shift(at: next), let unit = unit(at: next + 1), unit.unit == .year, text(next + 1).last != "s" {
      return (.shift(shift), next + 2)
    }
    return nil
  }
}
