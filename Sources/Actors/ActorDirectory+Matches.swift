public import Vocabulary

extension ActorDirectory {
  /// Everybody whom a name can mean, without regard to case and accents, the likeliest first.
  ///
  /// A name that means somebody on the day comes before one of another time; then a name proper comes before an
  /// adjective, this before a metonym and a capital, and a part of a person's name last.
  /// - Parameters:
  ///   - name: A code, a name in any form, or some words of an office holder's name.
  ///   - date: The day.
  /// - Complexity: Every name of the registry is looked at.
  public func matches(_ name: String, at date: CalendarDate?) -> [Match] {
    let key = Self.key(name)
    guard !key.isEmpty else { return [] }
    var found: [Match] = []
    for number in registry.entries.indices {
      if let match = match(actor: number, key: key, date) { found.append(match) }
    }
    found += persons(name, key: key, date)
    return found.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
  }

  /// The best reason why an actor bears the name.
  private func match(actor number: Int, key: [UInt32], _ date: CalendarDate?) -> Match? {
    let entry = registry.entries[number]
    let exists = entry.period.contains(date)
    if Self.key(entry.actor.code) == key {
      return Match(actor: entry.actor, name: KnownName(text: entry.actor.code, use: .code), isCurrent: exists)
    }
    let texts = registry.names(code: entry.actor.code).filter { Self.key($0) == key }
    let matches = texts.flatMap { text in
      uses(of: text, number: number).map { use, period in
        let isLimited = period != entry.period
        return Match(
          actor: entry.actor,
          name: KnownName(
            text: text, use: use, from: isLimited ? period.firstDate : nil, until: isLimited ? period.lastDate : nil),
          isCurrent: period.contains(date))
      }
    }
    return matches.min { $0.rank < $1.rank }
  }

  /// The office holders of a name, or where there are none, those in whose names all its words occur.
  private func persons(_ name: String, key: [UInt32], _ date: CalendarDate?) -> [Match] {
    var found: [Int: NameUse] = [:]
    for (number, holder) in registry.holders.enumerated() where Self.key(holder.name) == key { found[number] = .name }
    let words = registry.spellings.keys(name)
    if words.count == 1, let word = words.first {
      for number in registry.people.holders(short: word) where found[number] == nil { found[number] = .alias }
    } else if let (count, numbers) = registry.people.longest({ $0 < words.count ? words[$0] : nil }),
      count == words.count
    {
      for number in numbers where found[number] == nil { found[number] = .alias }
    }
    if found.isEmpty {
      for number in holders(withWordsOf: words) { found[number] = .part }
    }
    return found.sorted { $0.key < $1.key }.map { number, use in
      let holder = registry.holders[number]
      let isPart = use == .part
      return Match(
        actor: Self.actor(holder), name: KnownName(text: isPart ? holder.name : name, use: use),
        isCurrent: !isPart || holder.terms.contains { $0.period.contains(date) })
    }
  }

  private func holders(withWordsOf words: [WordKey]) -> Set<Int> {
    words.map { Set(registry.people.holders(word: $0)) }.reduce(nil as Set<Int>?) { rest, numbers in
      rest?.intersection(numbers) ?? numbers
    } ?? []
  }

  /// An office holder as the actor that triples know.
  static func actor(_ holder: OfficeHolder) -> Actor {
    Actor(code: holder.name, name: holder.name, kind: .person)
  }
}

extension ActorDirectory.Match {
  /// Less is likelier: a name of the day, then the form of the name; a part of a name last.
  public var rank: Int { (name.use == .part ? 1000 : 0) + (isCurrent ? 0 : 100) + name.use.rank }
}
