import Language
import Vocabulary

/// Finds the persons of a document: names of the registry, names that the recognizer sees, names behind a title or role.
struct PersonFinder {
  let registry: ActorRegistry
  let date: CalendarDate?

  /// A place that names a person: its tokens and the person's number in `people`.
  struct Found {
    let tokens: Range<Int>
    let person: Int
  }

  /// All persons of the document, without overlap, in the order of the text.
  func persons(
    in analyzed: AnalyzedDocument, matches: [NameMatcher.Match], people: inout ArticlePeople
  ) -> [Found] {
    let tokens = analyzed.tokens
    var taken = [Bool](repeating: false, count: tokens.count)
    var found: [Found] = []
    for match in matches {
      if case .person(let holder) = match.name.meaning {
        let person = people.person(
          named: registry.holders[holder].name, words: words(of: match.tokens, tokens) + nameWords(holder),
          holder: holder)
        found.append(Found(tokens: match.tokens, person: person))
      }
      for index in match.tokens { taken[index] = true }
    }
    for range in candidates(in: analyzed, taken: taken) where !range.contains(where: { taken[$0] }) {
      guard let person = person(range, analyzed, &people) else { continue }
      found.append(Found(tokens: range, person: person))
      for index in range { taken[index] = true }
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
      guard isTitle(tokens[index]) else { continue }
      var end = index + 1
      while end < tokens.count, end < index + 5, isNamePart(tokens[end], taken[end]) { end += 1 }
      if let range = trimmed(index + 1..<end, tokens, taken) { ranges.append(range) }
    }
    // A bare surname that the article or the registry knows.
    for index in tokens.indices
    where tokens[index].pos == .properNoun && !taken[index] && tokens[index].text.count > 1 && !isTitle(tokens[index]) {
      ranges.append(index..<index + 1)
    }
    return ranges
  }

  private func isTitle(_ token: Token) -> Bool {
    if registry.titles.contains(token.text) { return true }
    guard token.text.first?.isUppercase == true, let role = registry.roles[token.lower] else { return false }
    return role.kind == .person
  }

  private func isNamePart(_ token: Token, _ taken: Bool) -> Bool {
    guard !taken else { return false }
    if token.text == "-" { return true }
    return token.text.first?.isUppercase == true && (token.pos == .properNoun || token.pos == .noun)
      && registry.roles[token.lower] == nil
  }

  /// The range without titles, roles and known names before it and possessive marks behind it.
  private func trimmed(_ range: Range<Int>, _ tokens: [Token], _ taken: [Bool]) -> Range<Int>? {
    var lower = range.lowerBound
    var upper = min(range.upperBound, tokens.count)
    while lower < upper, isTitle(tokens[lower]) || taken[lower] || tokens[lower].text.first?.isUppercase != true {
      lower += 1
    }
    if let stop = (lower..<upper).first(where: { taken[$0] }) { upper = stop }
    while lower < upper, tokens[upper - 1].text.first?.isUppercase != true || tokens[upper - 1].dep == .caseMark {
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
      // "Olaf Scholz" for a holder whose surname is rare is new evidence; a full name never borrows another's office.
      return people.person(named: name, words: words(of: range, tokens), holder: nil)
    }
    if let known = people.person(word: name) { return known }
    if let holder = holder(word: name) {
      return people.person(named: registry.holders[holder].name, words: nameWords(holder), holder: holder)
    }
    let titled = range.lowerBound > 0 && isTitle(tokens[range.lowerBound - 1])
    let entity: Bool =
      if case .begin(.person) = tokens[range.lowerBound].entity { true } else { false }
    return titled || entity ? people.person(named: name, words: [name], holder: nil) : nil
  }

  /// The one holder of this surname or short name who was in office at the date.
  private func holder(word: String) -> Int? {
    guard let date else { return nil }
    let bySurname = (registry.holdersByWord[word] ?? []).filter { number in
      let name = registry.holders[number].name
      return name.hasSuffix(word) || name.hasPrefix(word)
    }
    let numbers = Set(bySurname + (registry.holdersByShortName[word] ?? []))
    let current = numbers.filter { number in
      registry.holders[number].terms.contains { $0.period.contains(date) }
    }
    return current.count == 1 ? current.first : nil
  }
}
