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

  /// A name as it was found, before persons of the article are known.
  struct Match {
    let tokens: Range<Int>
    let name: NameIndex.Name
  }

  func matches(in analyzed: AnalyzedDocument) -> [Match] {
    let tokens = analyzed.tokens
    var found: [Match] = []
    var index = 0
    while index < tokens.count {
      guard Self.mayBeginName(tokens[index]),
        let (length, names) = registry.names.longest(
          in: analyzed.folded, at: tokens[index].start, isEnd: { isTokenEnd($0, in: tokens, from: index) }),
        let name = best(names)
      else {
        index += 1
        continue
      }
      let end = tokens[index].start + length
      var last = index
      while last + 1 < tokens.count, tokens[last].end < end { last += 1 }
      let range = index..<last + 1
      if isMeant(range, name, analyzed) { found.append(Match(tokens: range, name: name)) }
      index = last + 1
    }
    return found
  }

  /// Whether a token ends at this offset, looked for from `index` on.
  private func isTokenEnd(_ offset: Int, in tokens: [Token], from index: Int) -> Bool {
    var position = index
    while position < tokens.count, tokens[position].end < offset { position += 1 }
    return position < tokens.count && tokens[position].end == offset
  }

  private static func mayBeginName(_ token: Token) -> Bool {
    guard let first = token.text.unicodeScalars.first else { return false }
    return first.properties.isUppercase || token.lower == "al" || first.properties.numericType != nil
      || token.pos == .properNoun
  }

  /// Of several meanings of one name the one that is valid at the date and stands most directly for its actor.
  private func best(_ names: [NameIndex.Name]) -> NameIndex.Name? {
    let valid = names.filter { $0.period.contains(date, slackYears: 1) }
    let exact = valid.filter { $0.period.contains(date) }
    return (exact.isEmpty ? valid : exact).min { rank($0) < rank($1) }
  }

  private func rank(_ name: NameIndex.Name) -> (Int, Int, Int) {
    // A name without an end is likelier than one of the past where the article has no date.
    let openEnded = name.period.until == Int.max ? 0 : 1
    // A seat that stands for an organization ("Brussels") wins over a capital.
    switch name.meaning {
    case .actor(let number): return (openEnded, name.form.rawValue, number)
    case .person(let number): return (openEnded, 1, number)
    case .medium: return (openEnded, 2, 0)
    }
  }

  /// Refuses a name that is only part of another name: "Michael Jordan", "Bank of Japan", "turkey".
  private func isMeant(_ range: Range<Int>, _ name: NameIndex.Name, _ analyzed: AnalyzedDocument) -> Bool {
    let tokens = analyzed.tokens
    if range.count == 1, name.form == .name, tokens[range.lowerBound].pos == .verb { return false }
    guard case .actor = name.meaning, name.form != .adjective else { return true }
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
