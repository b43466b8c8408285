import Language
import Vocabulary

/// A place where a document names an actor of the registry, a person or a medium.
struct NameSpan {
  enum Meaning: Hashable {
    /// The registry's number of an actor.
    case actor(Int)
    /// The article's number of a person.
    case person(Int)
    /// A newspaper, agency or broadcaster.
    case medium
  }
  let tokens: Range<Int>
  let head: Int
  let meaning: Meaning
  let form: NameForm
}

/// Finds the names of the registry in a document: from left to right, the longest first.
struct NameMatcher {
  let registry: ActorRegistry
  let date: CalendarDate?
  /// The words of the article, which tell the meanings of a name apart.
  let words: ArticleWords

  /// A name as it was found, before persons of the article are known.
  struct Match {
    enum Meaning {
      case actor(Int)
      /// Whom the name can mean, as the registry numbers office holders.
      case person([Int])
      case medium
      case nothing
    }
    let tokens: Range<Int>
    let meaning: Meaning
    let form: NameForm
  }

  func matches(in analyzed: AnalyzedDocument) -> [Match] {
    let words = NameWords(analyzed.tokens, registry.spellings)
    var found: [Match] = []
    var index = 0
    while index < analyzed.tokens.count {
      guard Self.mayBeginName(index, analyzed.tokens) else {
        index += 1
        continue
      }
      let name = name(at: index, analyzed)
      let person = person(at: index, words, analyzed)
      // "Jordan Bardella" is longer than "Jordan"; of equal length the actor is meant.
      let best =
        if let person, person.tokens.count > name?.tokens.count ?? 0 { person as Match? } else { name }
      guard let best else {
        index += 1
        continue
      }
      if isMeant(best, analyzed) { found.append(best) }
      index = best.tokens.upperBound
    }
    return found
  }

  private func name(at index: Int, _ analyzed: AnalyzedDocument) -> Match? {
    let tokens = analyzed.tokens
    guard
      let (length, names) = registry.names.longest(
        in: analyzed.folded, at: tokens[index].start, isEnd: { analyzed.isTokenEnd($0, from: index) }),
      let name = best(names)
    else { return nil }
    let start = tokens[index].start
    if let meanings = registry.ambiguities.meanings(ofFolded: Array(analyzed.folded[start..<start + length])) {
      return chosen(meanings, names, index, length, analyzed)
    }
    return match(name, index, length, analyzed)
  }

  /// A name of several meanings: the one for which most cues stand in the article, of equals the first of the table.
  private func chosen(
    _ meanings: [AmbiguityBook.Meaning], _ names: [NameIndex.Name], _ index: Int, _ length: Int,
    _ analyzed: AnalyzedDocument
  ) -> Match? {
    let valid = names.filter { $0.period.contains(date, slackYears: 1) }
    func name(_ code: String?) -> NameIndex.Name? {
      guard let code else { return nil }
      return valid.first { name in
        if case .actor(let number) = name.meaning { registry.entries[number].actor.code == code } else { false }
      }
    }
    if let own = valid.first(where: \.isOwn) { return match(own, index, length, analyzed) }
    let open = meanings.filter { $0.code == nil || name($0.code) != nil }
    var best: (meaning: AmbiguityBook.Meaning, count: Int)?
    for meaning in open {
      let count = words.count(of: meaning.cues)
      if best.map({ count > $0.count }) ?? true { best = (meaning, count) }
    }
    guard let best else { return self.best(names).flatMap { match($0, index, length, analyzed) } }
    guard let name = name(best.meaning.code) else {
      return Match(tokens: analyzed.tokens(from: index, length: length), meaning: .nothing, form: .place)
    }
    return match(name, index, length, analyzed)
  }

  private func match(_ name: NameIndex.Name, _ index: Int, _ length: Int, _ analyzed: AnalyzedDocument) -> Match? {
    let meaning: Match.Meaning =
      switch name.meaning {
      case .actor(let number): .actor(number)
      case .medium: .medium
      case .nothing: .nothing
      }
    return Match(tokens: analyzed.tokens(from: index, length: length), meaning: meaning, form: name.form)
  }

  private func person(at index: Int, _ words: NameWords, _ analyzed: AnalyzedDocument) -> Match? {
    guard let (count, holders) = registry.people.longest({ words.key(at: index, offset: $0) }) else { return nil }
    let range = index..<words.end(from: index, count: count)
    guard let last = range.last, Self.isCapital(last, analyzed.tokens),
      !goesOn(range, analyzed)
    else { return nil }
    return Match(tokens: range, meaning: .person(holders), form: .name)
  }

  /// Whether a word begins with a capital, or hangs on one by a hyphen: "Jong-il".
  private static func isCapital(_ index: Int, _ tokens: [Token]) -> Bool {
    tokens[index].isCapitalized || (index > 0 && !tokens[index - 1].hasSpaceAfter)
  }

  /// Whether the recognizer sees a longer name of a person that begins with these words: somebody else.
  private func goesOn(_ range: Range<Int>, _ analyzed: AnalyzedDocument) -> Bool {
    guard range.upperBound < analyzed.tokens.count else { return false }
    let next = analyzed.tokens[range.upperBound]
    guard next.pos == .properNoun, next.isCapitalized, analyzed.tokens[range.upperBound - 1].hasSpaceAfter
    else { return false }
    return analyzed.document.entities.contains {
      $0.label == .person && $0.tokens.lowerBound <= range.lowerBound && $0.tokens.upperBound > range.upperBound
    }
  }

  private static func mayBeginName(_ index: Int, _ tokens: [Token]) -> Bool {
    let token = tokens[index]
    if token.isCapitalizedOrNumber || token.pos == .properNoun { return true }
    // "al-Assad": a particle that a hyphen ties to the name.
    return token.text.utf8.count == 2 && index + 1 < tokens.count && tokens[index + 1].text == "-"
  }

  /// Of several meanings of one name the one that is valid at the date and stands most directly for its actor.
  private func best(_ names: [NameIndex.Name]) -> NameIndex.Name? {
    let valid = names.filter { $0.period.contains(date, slackYears: 1) }
    let exact = valid.filter { $0.period.contains(date) }
    return (exact.isEmpty ? valid : exact).min { rank($0) < rank($1) }
  }

  private func rank(_ name: NameIndex.Name) -> (Int, Int, Int, String) {
    // A name without an end is likelier than one of the past where the article has no date.
    let openEnded = name.period.until == Int.max ? 0 : 1
    let own = name.isOwn ? 0 : 1
    // A seat that stands for an organization ("Brussels") wins over a capital.
    switch name.meaning {
    case .actor(let number): return (own, openEnded, name.form.rawValue, registry.entries[number].actor.code)
    case .medium: return (own, openEnded, 2, "")
    case .nothing: return (own, openEnded, 0, "")
    }
  }

  /// Refuses a name that is only part of another name: "Michael Jordan", "Bank of Japan", "turkey".
  private func isMeant(_ match: Match, _ analyzed: AnalyzedDocument) -> Bool {
    let tokens = analyzed.tokens
    let range = match.tokens
    if range.count == 1, match.form == .name, tokens[range.lowerBound].pos == .verb { return false }
    guard case .actor = match.meaning, match.form != .adjective else { return true }
    for entity in analyzed.document.entities
    where entity.label == .person && entity.tokens.count > range.count && entity.tokens.overlaps(range) {
      // "Chad Smith": the name is the first or last word of a person's; "NATO Secretary General X" is not.
      let others = entity.tokens.filter { !range.contains($0) }
      let role = others.contains { registry.roles[tokens[$0].lower] != nil }
      if !role, entity.tokens.count <= 3, range.count == 1 { return false }
    }
    return true
  }
}
