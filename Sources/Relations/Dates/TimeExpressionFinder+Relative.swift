import Language

/// Times that are counted from the article's date, or from the date that the text gave before.
extension TimeExpressionFinder {
  /// "last week", "this Monday", "next November", "the past two years", "last night".
  func shifted(at index: Int) -> Found? {
    guard let shift = shift(at: index) else { return nil }
    let next = index + 1
    if let day = weekdayName(at: next) {
      return (.weekday(day, shift: shift), isDaytime(next + 1) ? next + 2 : next + 1)
    }
    if let month = month(at: next) { return (.shiftedMonth(month, shift: shift), next + 1) }
    if let season = seasonName(at: next) { return (.season(season, shift: shift), next + 1) }
    if isDaytime(next) { return (.units(.day, shift, isVague: false, origin: shift > 0 ? .text : .article), next + 1) }
    if let (unit, count) = unit(at: next) {
      // "the last day of the talks" is no date, and "the last weeks" are not counted.
      guard text(next).last != "s", unit != .day || shift > 0 else { return nil }
      return (
        .units(unit, shift * count, isVague: false, origin: unit == .day ? .text : .article), next + 1
      )
    }
    // Several units: the stretch begins so many before, or goes on from now.
    guard let number = count(at: next), let (unit, count) = unit(at: number.end) else { return nil }
    let units = shift < 0 ? -number.value * count : 0
    return (.units(unit, units, isVague: number.isVague, origin: .article), number.end + 1)
  }

  /// "the same day", "the following week", "that year".
  func taken(up index: Int) -> Found? {
    let value: Int? = word(index) { if case .anaphor(let value) = $0 { value } else { nil } }
    guard let value, let (unit, count) = unit(at: index + 1), count > 0, text(index + 1).last != "s" else { return nil }
    // "following weeks of clashes": a preposition.
    guard value == 0 || text(index - 1) == "the" else { return nil }
    return (.units(unit, value * count, isVague: false, origin: .text), index + 2)
  }

  /// "two days ago", "a week earlier", "years ago", "two weeks", "over the weekend".
  func quantity(at index: Int) -> Found? {
    guard let number = count(at: index) else {
      guard let (unit, count) = unit(at: index) else { return nil }
      if unit == .weekend { return (.units(unit, 0, isVague: false, origin: .article), index + 1) }
      guard back(at: index + 1) == .article else { return nil }
      return (.units(unit, -3 * count, isVague: true, origin: .article), index + 2)
    }
    guard let (unit, count) = unit(at: number.end) else { return nil }
    let end = number.end + 1
    let amount = number.value * count
    if let origin = back(at: end) {
      guard origin == .article || isAlone(end) else { return nil }
      return (.units(unit, -amount, isVague: number.isVague, origin: origin), end + 1)
    }
    if word(end, { $0 == .ahead ? true : nil }) ?? false {
      guard isAlone(end) else { return nil }
      return (.units(unit, amount, isVague: number.isVague, origin: .text), end + 1)
    }
    return number.isVague || count == 0 ? nil : (.span(unit, amount), end)
  }

  /// "summer 2014", "the winter of last year": no more than the year.
  func season(at index: Int) -> Found? {
    guard seasonName(at: index) != nil, let (year, end) = yearBehind(index + 1) else { return nil }
    switch year {
    case .number(let year): return (.year(year), end)
    case .shift(let shift): return (.units(.year, shift, isVague: false, origin: .article), end)
    }
  }

  /// "yesterday", "tomorrow morning".
  func dayWord(at index: Int) -> Found? {
    let day: Int? = word(index) { if case .day(let value) = $0 { value } else { nil } }
    guard let day else { return nil }
    return (.units(.day, day, isVague: false, origin: .article), isDaytime(index + 1) ? index + 2 : index + 1)
  }

  // MARK: Parts

  private func seasonName(at index: Int) -> Int? {
    let season: Int? = word(index) { if case .season(let value) = $0 { value } else { nil } }
    guard let season, tokens[index].pos != .verb else { return nil }
    return season
  }

  private func back(at index: Int) -> TimeExpression.Origin? {
    word(index) { if case .back(let origin) = $0 { origin } else { nil } }
  }

  /// A number before a unit: "two", "12", "a couple of", "a few", "two and a half".
  private func count(at index: Int) -> (value: Int, isVague: Bool, end: Int)? {
    var next = index
    // "a few", "a couple of", "a dozen": the article before the number.
    if numberWord(at: next) == 1, numberWord(at: next + 1) != nil || vagueWord(at: next + 1) != nil { next += 1 }
    if let vague = vagueWord(at: next) { return (vague, true, next + 1) }
    guard let value = number(at: next) ?? numberWord(at: next) else { return nil }
    next += 1
    if text(next) == "of" { next += 1 }
    if text(next) == "and", text(next + 1) == "a", text(next + 2) == "half" { next += 3 }
    return (value, false, next)
  }

  private func numberWord(at index: Int) -> Int? {
    word(index) { if case .number(let value) = $0 { value } else { nil } }
  }

  private func vagueWord(at index: Int) -> Int? {
    word(index) { if case .vague(let value) = $0 { value } else { nil } }
  }

  /// Whether "before", "after", "earlier" governs nothing behind it: "two days before the vote" says no date.
  private func isAlone(_ index: Int) -> Bool {
    tokens[index].dep != .mark
      && !tokens[(index + 1)...].prefix(16).contains { $0.head == index && $0.pos != .punctuation }
  }
}
