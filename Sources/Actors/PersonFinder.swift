import Language
import Vocabulary

/// Finds the persons of a document: names of the registry, names that the recognizer sees, names behind a title or role.
struct PersonFinder {
  let registry: ActorRegistry
  let date: CalendarDate?
  /// The codes of the actors that the article names.
  let named: Set<String>

  /// A place that names a person: its tokens and the person's number in `people`.
  struct Found {
    let tokens: Range<Int>
    let person: Int
  }

  /// All persons of the document, without overlap, in the order of the text.
  /// - Parameter fullNamesOnly: Leaves out what one word alone names: that needs the full names of the whole article.
  @discardableResult
  func persons(
    in analyzed: AnalyzedDocument, matches: [NameMatcher.Match], places: [Range<Int>] = [],
    people: inout ArticlePeople, fullNamesOnly: Bool = false
  ) -> [Found] {
    let tokens = analyzed.tokens
    var taken = [Bool](repeating: false, count: tokens.count)
    var found: [Found] = []
    for match in matches {
      if case .person(let holders) = match.meaning, let holder = meant(holders) {
        let person = people.person(
          named: registry.holders[holder].name, words: words(of: match.tokens, tokens) + nameWords(holder),
          holder: holder)
        found.append(Found(tokens: match.tokens, person: person))
      }
      for index in match.tokens { taken[index] = true }
    }
    for index in places.joined() { taken[index] = true }
    for range in candidates(in: analyzed, taken: taken) where !range.contains(where: { taken[$0] }) {
      guard !fullNamesOnly || range.count > 1 else { continue }
      guard let person = person(range, analyzed, &people) else { continue }
      found.append(Found(tokens: range, person: person))
      for index in range { taken[index] = true }
    }
    for place in found {
      if place.tokens.lowerBound > 0, people[place.person].gender == nil {
        people.note(place.person, gender: registry.genders.gender(ofTitle: tokens[place.tokens.lowerBound - 1].text))
      }
      people.noteGender(place.person) { registry.genders.gender(ofName: $0) }
    }
    return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private func nameWords(_ holder: Int) -> [String] {
    registry.holders[holder].name.split(separator: " ").map(String.init)
  }

  private func words(of range: Range<Int>, _ tokens: [Token]) -> [String] {
    range.map { tokens[$0].text }.filter { $0.first?.isLetter == true && $0.count > 1 }
  }

  /// Ranges that may name a person: the recognizer's, and proper nouns behind a title or a person's role.
  private func candidates(in analyzed: AnalyzedDocument, taken: [Bool]) -> [Range<Int>] {
    let tokens = analyzed.tokens
    var ranges: [Range<Int>] = []
    for entity in analyzed.document.entities where entity.label == .person {
      if let range = trimmed(entity.tokens, tokens, taken) { ranges.append(range) }
    }
    var index = 0
    while index < tokens.count {
      defer { index += 1 }
      guard tokens[index].isCapitalized, isTitle(tokens[index]) else { continue }
      var end = index + 1
      while end < tokens.count, end < index + 5, isNamePart(tokens[end], taken[end]) { end += 1 }
      if let range = trimmed(index + 1..<end, tokens, taken) { ranges.append(range) }
    }
    // A bare surname that the article or the registry knows.
    for index in tokens.indices
    where !taken[index] && tokens[index].text.utf8.count > 1 && mayBeSurname(index, tokens) && !isTitle(tokens[index]) {
      ranges.append(index..<index + 1)
    }
    return ranges
  }

  /// Whether a word is a proper noun, or one that the tagger takes for another word at the beginning of a sentence
  /// ("Trump promised").
  private func mayBeSurname(_ index: Int, _ tokens: [Token]) -> Bool {
    let token = tokens[index]
    guard token.pos != .properNoun else { return token.isCapitalized }
    guard token.isCapitalized, token.pos == .noun || token.pos == .adjective else { return false }
    let next = index + 1 < tokens.count ? tokens[index + 1].pos : .punctuation
    guard next != .noun, next != .adjective, next != .properNoun else { return false }
    return holder(word: token.text).flatMap { registry.rank(ofHolder: $0, at: date) } == 1
  }

  private func isTitle(_ token: Token) -> Bool {
    guard token.isCapitalized else { return false }
    if registry.titles.contains(token.text) { return true }
    guard let role = registry.roles[token.lower] else { return false }
    return role.kind == .person
  }

  private func isNamePart(_ token: Token, _ taken: Bool) -> Bool {
    guard !taken else { return false }
    if token.text == "-" { return true }
    return token.isCapitalized && (token.pos == .properNoun || token.pos == .noun)
      && registry.roles[token.lower] == nil
  }

  /// The range without titles, roles and known names before it and possessive marks behind it.
  private func trimmed(_ range: Range<Int>, _ tokens: [Token], _ taken: [Bool]) -> Range<Int>? {
    var lower = range.lowerBound
    var upper = min(range.upperBound, tokens.count)
    while lower < upper, isTitle(tokens[lower]) || taken[lower] || tokens[lower].isCapitalized == false {
      lower += 1
    }
    if let stop = (lower..<upper).first(where: { taken[$0] }) { upper = stop }
    while lower < upper, tokens[upper - 1].isCapitalized == false || tokens[upper - 1].dep == .caseMark {
      upper -= 1
    }
    guard lower < upper else { return nil }
    // "Suk-yeol": what a hyphen ties to the name belongs to it.
    while upper + 1 < tokens.count, tokens[upper].text == "-", !tokens[upper].hasSpaceAfter,
      !tokens[upper - 1].hasSpaceAfter, tokens[upper + 1].text.first?.isLetter == true, !taken[upper + 1]
    {
      upper += 2
    }
    return lower..<upper
  }

  /// The person whom a range names; nil where one word alone names nobody that is known.
  private func person(_ range: Range<Int>, _ analyzed: AnalyzedDocument, _ people: inout ArticlePeople) -> Int? {
    let tokens = analyzed.tokens
    let name = analyzed.text(range)
    if range.count > 1 {
      // "Ben-Shahar", "Van Reeuwijk": the end of a name that the article has given in full.
      if let known = people.person(ending: registry.spellings.keys(name)) { return known }
      // "Olaf Scholz" for a holder whose surname is rare is new evidence; a full name never borrows another's office.
      return people.person(named: name, words: words(of: range, tokens), holder: nil)
    }
    if let known = people.person(word: registry.spellings.key(name)) { return known }
    let titled = range.lowerBound > 0 && isTitle(tokens[range.lowerBound - 1])
    let holder =
      date == nil
      ? (titled ? undatedHolder(word: name) : nil)
      : holder(word: name) ?? (titled ? self.holder(word: name, isGivenName: true) : nil)
    if let holder {
      return people.person(named: registry.holders[holder].name, words: nameWords(holder), holder: holder)
    }
    let entity: Bool =
      if case .begin(.person) = tokens[range.lowerBound].entity { true } else { false }
    return titled || entity ? people.person(named: name, words: [name], holder: nil) : nil
  }

  /// Of several holders of one name the one in office at the date, else the one who was last before it.
  private func meant(_ holders: [Int]) -> Int? {
    guard holders.count > 1 else { return holders.first }
    func distance(_ holder: Int) -> Int {
      guard let date else { return 0 }
      return registry.holders[holder].terms.map { $0.period.distance(to: date) }.min() ?? Int.max
    }
    return holders.min { (distance($0), registry.holders[$0].name) < (distance($1), registry.holders[$1].name) }
  }

  /// Where no date is known, the last head of state or government of this surname ("President Bush"), if all who bear
  /// it led the same country, or only one of the countries that the article names.
  private func undatedHolder(word: String) -> Int? {
    let key = registry.spellings.key(word)
    var leaders: [(holder: Int, code: String, since: Int)] = []
    for holder in registry.people.holders(word: key)
    where registry.spellings.keys(registry.holders[holder].name).last == key {
      for term in registry.holders[holder].terms where registry.ranks[term.office] == 1 {
        leaders.append((holder, registry.entries[term.principal].actor.code, term.period.from))
      }
    }
    if Set(leaders.map(\.code)).count > 1 { leaders.removeAll { !named.contains($0.code) } }
    guard Set(leaders.map(\.code)).count == 1 else { return nil }
    return leaders.max { ($0.since, $0.holder) < ($1.since, $1.holder) }?.holder
  }

  /// The holder of this surname or short name who is in office at the date: of several the one whose principal the
  /// article names, then the one of the highest office; nil where these leave two for different principals.
  /// - Parameter isGivenName: Looks for the first word of names instead: "King Salman", "Emir Tamim".
  private func holder(word: String, isGivenName: Bool = false) -> Int? {
    guard let date else { return nil }
    let key = registry.spellings.key(word)
    let bySurname = registry.people.holders(word: key).filter { number in
      let name = registry.spellings.keys(registry.holders[number].name)
      return (isGivenName ? name.first : name.last) == key
    }
    var ranked: [(holder: Int, rank: Int, code: String)] = []
    for holder in Set(bySurname + registry.people.holders(short: key)) {
      guard let rank = registry.rank(ofHolder: holder, at: date),
        let term = registry.holders[holder].terms.first(where: { $0.period.contains(date) })
      else { continue }
      ranked.append((holder, rank, registry.entries[term.principal].actor.code))
    }
    if ranked.count > 1, Set(ranked.map(\.code)).count > 1 {
      let here = ranked.filter { named.contains($0.code) }
      if !here.isEmpty, here.contains(where: { $0.rank <= 2 }) { ranked = here }
    }
    ranked.sort { ($0.rank, registry.holders[$0.holder].name) < ($1.rank, registry.holders[$1.holder].name) }
    guard let best = ranked.first else { return nil }
    let isOpen = ranked.contains { $0.rank == best.rank && $0.code != best.code }
    return isOpen ? nil : best.holder
  }
}
