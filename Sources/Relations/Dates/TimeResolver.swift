import Vocabulary

/// Turns a time into a date, seen from the article.
struct TimeResolver {
  /// The article's date.
  let article: CalendarDate?

  /// The date of a time; nil where nothing tells it or the calendar has no such day.
  /// - Parameters:
  ///   - isFuture: Whether the deed is still to come: "on Monday" is then the next Monday, not the last.
  ///   - before: The date that the text gave before.
  func resolve(_ meaning: TimeExpression.Meaning, isFuture: Bool, before: EventDate? = nil) -> EventDate? {
    switch meaning {
    case .date(let year, let month, let day): date(year, month, day, isFuture)
    case .dayOfMonth(let day): dayOfMonth(day, isFuture)
    case .month(let month, let year):
      if let year { self.month(self.year(year), month) } else { nearest(month, isFuture: isFuture, orSame: true) }
    case .shiftedMonth(let month, let shift):
      switch shift {
      case 0: self.month(article?.year, month)
      default: nearest(month, isFuture: shift > 0, orSame: false)
      }
    case .year(let year): self.year(year)
    case .decade(let year): decade(year)
    case .weekday(let day, let shift): weekday(day, shift, isFuture)
    case .weekdayOfWeek(let day, let shift): monday(shift).flatMap { self.day($0, day) }
    case .season(let month, let shift): season(month, shift)
    case .units(let unit, let count, let isVague, let origin): units(unit, count, isVague, origin, before, isFuture)
    case .span(let unit, let count): isFuture ? units(unit, count, false, .article, nil, isFuture) : nil
    }
  }

  // MARK: Dates of the calendar

  private func date(_ year: TimeExpression.Year?, _ month: Int, _ day: Int, _ isFuture: Bool) -> EventDate? {
    if let year { return self.year(year).flatMap { Self.day($0, month, day) } }
    guard let article else { return nil }
    // A day that not all years have may be some years away.
    for distance in 0...8 {
      guard let date = Self.day(article.year + (isFuture ? distance : -distance), month, day) else { continue }
      if isFuture ? date.start.latest >= article.earliest : date.start.earliest <= article.latest { return date }
    }
    return nil
  }

  private func dayOfMonth(_ day: Int, _ isFuture: Bool) -> EventDate? {
    guard let article, let month = article.month else { return nil }
    for distance in 0...2 {
      let months = article.year * 12 + month - 1 + (isFuture ? distance : -distance)
      guard let date = Self.day(months / 12, months % 12 + 1, day) else { continue }
      if isFuture ? date.start.latest >= article.earliest : date.start.earliest <= article.latest { return date }
    }
    return nil
  }

  /// The last or the next of a month.
  private func nearest(_ month: Int, isFuture: Bool, orSame: Bool) -> EventDate? {
    guard let article else { return nil }
    let here = article.month ?? (isFuture ? 1 : 12)
    if month == here { return self.month(article.year + (orSame ? 0 : isFuture ? 1 : -1), month) }
    return self.month(article.year + (isFuture ? (month > here ? 0 : 1) : month < here ? 0 : -1), month)
  }

  private func year(_ year: TimeExpression.Year) -> Int? {
    switch year {
    case .number(let year): year
    case .shift(let shift): article.map { $0.year + shift }
    }
  }

  private func month(_ year: Int?, _ month: Int) -> EventDate? {
    year.flatMap { CalendarDate(year: $0, month: month) }.map { EventDate(start: $0, precision: .month) }
  }

  private func year(_ year: Int) -> EventDate? {
    CalendarDate(year: year).map { EventDate(start: $0, precision: .year) }
  }

  private func decade(_ year: Int) -> EventDate? {
    guard year >= 10 else { return nil }
    return CalendarDate(year: year - year % 10).map { EventDate(start: $0, precision: .decade) }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> EventDate? {
    CalendarDate(year: year, month: month, day: day).map { EventDate(start: $0, precision: .day) }
  }

  /// A season tells no more than the year in which it begins.
  private func season(_ month: Int, _ shift: Int) -> EventDate? {
    guard let article else { return nil }
    let here = article.month ?? 1
    let isOver = month + 3 <= here
    let year = shift == 0 ? 0 : shift < 0 ? (isOver ? 0 : -1) : month > here ? 0 : 1
    return self.year(article.year + year)
  }

  // MARK: Weeks

  private func weekday(_ day: Int, _ shift: Int?, _ isFuture: Bool) -> EventDate? {
    guard let article, let today = article.weekday else { return nil }
    let ahead = (day - today + 7) % 7
    let behind = (today - day + 7) % 7
    switch shift {
    case .some(let shift) where shift < 0: return self.day(article, behind == 0 ? -7 : -behind)
    case .some(let shift) where shift > 0: return self.day(article, ahead == 0 ? 7 : ahead)
    default: return self.day(article, isFuture ? ahead : -behind)
    }
  }

  private func monday(_ shift: Int) -> CalendarDate? {
    article.flatMap { article in article.weekday.flatMap { day(article, shift * 7 - $0)?.start } }
  }

  private func day(_ date: CalendarDate, _ distance: Int) -> EventDate? {
    guard date.day != nil else { return nil }
    let moved = date.advanced(byDays: distance)
    // What lies outside the calendar stays where it is.
    return moved == date && distance != 0 ? nil : EventDate(start: moved, precision: .day)
  }
}

// MARK: - Units

extension TimeResolver {
  private func units(
    _ unit: TimeExpression.Unit, _ count: Int, _ isVague: Bool, _ origin: TimeExpression.Origin, _ before: EventDate?,
    _ isFuture: Bool
  ) -> EventDate? {
    var base = article
    if origin == .text {
      // Without a date before, only what lies back can be counted from the article.
      if let before { base = before.start } else if count >= 0 { return nil }
    }
    guard let base else { return nil }
    switch unit {
    case .day:
      guard let day = day(base, count) else { return nil }
      return isVague ? week(of: day.start, 0) : day
    case .week:
      guard isVague else { return week(of: base, count) }
      return day(base, count * 7).flatMap { self.month($0.start.year, $0.start.month ?? 1) }
    case .weekend: return weekend(base, count, isFuture)
    case .month:
      guard let month = base.month else { return nil }
      let months = base.year * 12 + month - 1 + count
      guard months >= 12 else { return nil }
      return isVague ? year(months / 12) : self.month(months / 12, months % 12 + 1)
    case .year: return isVague ? decade(base.year + count) : year(base.year + count)
    case .decade: return isVague ? nil : decade(base.year + count * 10)
    }
  }

  private func week(of date: CalendarDate, _ distance: Int) -> EventDate? {
    guard let weekday = date.weekday, let day = day(date, distance * 7 - weekday) else { return nil }
    return EventDate(start: day.start, precision: .week)
  }

  /// The Saturday: of the weekend that runs or was last, or of the one before or behind.
  private func weekend(_ date: CalendarDate, _ count: Int, _ isFuture: Bool) -> EventDate? {
    guard let weekday = date.weekday else { return nil }
    // "last weekend" is the one that is over; "next weekend" the one to come.
    let ahead = 5 - weekday + (weekday >= 5 ? 7 : 0)
    let behind = weekday >= 5 ? 5 - weekday + count * 7 : -2 - weekday
    let distance = count > 0 || (isFuture && count == 0 && weekday < 5) ? ahead : behind
    return day(date, distance).map { EventDate(start: $0.start, precision: .week) }
  }
}
