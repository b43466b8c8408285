public import Vocabulary

extension ActorDirectory {
  /// What the registry tells of an actor or office holder, nil where it tells nothing.
  ///
  /// - Parameters:
  ///   - code: The actor's code, or the office holder's usual name.
  ///   - date: The day for which offices are told; for an actor of the past its last day.
  public func profile(code: String, at date: CalendarDate) -> ActorProfile? {
    if let number = registry.byCode[code] { return profile(actor: number, at: date) }
    guard let holder = registry.holders.first(where: { $0.name == code }) else { return nil }
    return profile(holder, at: date)
  }

  /// Whether the registry has this code or office holder.
  public func knows(code: String) -> Bool {
    registry.byCode[code] != nil || registry.holders.contains { $0.name == code }
  }

  private func profile(actor number: Int, at date: CalendarDate) -> ActorProfile {
    let entry = registry.entries[number]
    let last = entry.period.until
    // Of an actor that is no more the last day tells more than today.
    let end = CalendarDate(year: last / 10_000, month: last / 100 % 100, day: last % 100)
    let date = last < date.earliest ? end ?? date : date
    return ActorProfile(
      actor: entry.actor, region: entry.region.isEmpty ? nil : entry.region, from: entry.period.firstDate,
      until: entry.period.lastDate, names: names(of: number), date: date, offices: offices(of: number, at: date))
  }

  private func offices(of number: Int, at date: CalendarDate) -> [ActorProfile.Office] {
    var terms: [String: [(holder: ActorProfile.Holder, period: Period)]] = [:]
    var order: [String] = []
    for holder in registry.holders {
      for term in holder.terms where term.principal == number {
        if terms[term.office] == nil { order.append(term.office) }
        terms[term.office, default: []].append((Self.holder(holder.name, term.period), term.period))
      }
    }
    return order.compactMap { office in
      let all = terms[office] ?? []
      let current = all.filter { $0.period.contains(date) }
      guard let first = current.map(\.period.from).min() else { return nil }
      return ActorProfile.Office(
        name: office, holders: current.sorted { $0.period.from < $1.period.from }.map(\.holder),
        before: all.count { $0.period.from < first })
    }
  }

  private static func holder(_ name: String, _ period: Period) -> ActorProfile.Holder {
    ActorProfile.Holder(name: name, from: period.firstDate, until: period.lastDate)
  }

  private func profile(_ holder: OfficeHolder, at date: CalendarDate) -> ActorProfile {
    let terms = holder.terms.sorted { $0.period.from < $1.period.from }
    var actsFor: [Actor] = []
    for term in terms where term.period.contains(date) {
      let principal = registry.entries[term.principal].actor
      if !actsFor.contains(principal) { actsFor.append(principal) }
    }
    return ActorProfile(
      actor: Self.actor(holder), date: date,
      terms: terms.map { term in
        ActorProfile.Term(
          office: term.office, principal: registry.entries[term.principal].actor, from: term.period.firstDate,
          until: term.period.lastDate, isCurrent: term.period.contains(date))
      }, actsFor: actsFor)
  }
}
