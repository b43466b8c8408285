import Language
import Vocabulary

/// For whom a person acts: by the words around the name ("South Korean President", "of South Africa", "the NATO
/// chief, "), or by the office that the registry knows at the date.
struct Affiliation {
  let registry: ActorRegistry
  let date: CalendarDate?

  /// Notes what one document says of its persons.
  func note(in analyzed: AnalyzedDocument, _ spans: [NameSpan], _ people: inout ArticlePeople) {
    var actorAt: [Int: Int] = [:]
    for span in spans {
      switch span.meaning {
      case .actor(let number): for index in span.tokens { actorAt[index] = number }
      case .person(let person):
        // "President Biden's adviser": whoever belongs to a person acts for that person's principal.
        if let code = people[person].principal?.code, let number = registry.byCode[code] {
          for index in span.tokens { actorAt[index] = number }
        }
      case .medium: continue
      }
    }
    for span in spans {
      guard case .person(let person) = span.meaning else { continue }
      for role in roles(of: span, analyzed) { people.note(person, role: role) }
      guard people[person].principal == nil || !people[person].isExplicit else { continue }
      if let number = before(span, analyzed, actorAt) ?? beside(span, analyzed, actorAt) {
        people.note(person, principal: registry.entries[number].actor, isExplicit: true)
      }
    }
  }

  /// Gives the persons whom the article does not place the principal of their office at the date.
  func fill(_ people: inout ArticlePeople) {
    for (number, person) in people.all.enumerated() {
      guard let holder = person.holder, let term = term(holder, roles: person.roles) else { continue }
      people.note(number, principal: registry.entries[term.principal].actor, isExplicit: false)
    }
  }

  /// The term that fits the roles of the article best; the first in office otherwise.
  private func term(_ holder: Int, roles: Set<String>) -> OfficeHolder.Term? {
    let terms = registry.principals(ofHolder: holder, at: date)
    return terms.first { term in roles.contains { term.office.hasSuffix($0) } } ?? terms.first
  }

  /// The role nouns directly before the name or in apposition to it.
  private func roles(of span: NameSpan, _ analyzed: AnalyzedDocument) -> [String] {
    let tokens = analyzed.tokens
    var found: [String] = []
    var index = span.tokens.lowerBound - 1
    while index >= 0, span.tokens.lowerBound - index <= 3 {
      guard let role = registry.roles[tokens[index].lower], role.kind == .person else { break }
      found.append(role.noun)
      index -= 1
    }
    for noun in apposed(to: span, analyzed) where registry.roles[tokens[noun].lemma.lowercased()]?.kind == .person {
      found.append(tokens[noun].lemma.lowercased())
    }
    return found
  }

  /// The nouns that stand in apposition to a name, on either side.
  private func apposed(to span: NameSpan, _ analyzed: AnalyzedDocument) -> [Int] {
    let tokens = analyzed.tokens
    var nouns = analyzed.tree.children(of: span.head).filter { tokens[$0].dep == .appos }
    if tokens[span.head].dep == .appos { nouns.append(tokens[span.head].head) }
    return nouns
  }

  /// Words before the name: back over role nouns, adjectives and "of" to the nearest actor.
  private func before(_ span: NameSpan, _ analyzed: AnalyzedDocument, _ actorAt: [Int: Int]) -> Int? {
    let tokens = analyzed.tokens
    var index = span.tokens.lowerBound - 1
    var sawRole = false
    var steps = 0
    while index >= 0, steps < 8 {
      let token = tokens[index]
      if let number = actorAt[index] {
        let owns = index + 1 < tokens.count && tokens[index + 1].dep == .caseMark
        let adjective = token.pos == .adjective || token.dep == .amod
        return sawRole || owns || adjective ? number : nil
      }
      if let role = registry.roles[token.lower], role.kind == .person || role.kind == .body {
        sawRole = sawRole || role.kind == .person
      } else if !Self.passes(token) {
        return nil
      }
      index -= 1
      steps += 1
    }
    return nil
  }

  /// Words that may stand between a nationality and a name.
  private static func passes(_ token: Token) -> Bool {
    switch token.pos {
    case .properNoun, .noun, .adjective: true
    case .adposition: token.lower == "of" || token.lower == "for"
    case .punctuation: token.text == "-"
    case .particle: token.dep == .caseMark
    case .determiner: token.lower == "the"
    default: false
    }
  }

  /// Words behind or beside the name: an apposition with an owner, or "of South Africa".
  private func beside(_ span: NameSpan, _ analyzed: AnalyzedDocument, _ actorAt: [Int: Int]) -> Int? {
    let tokens = analyzed.tokens
    let finder = OwnerFinder(analyzed: analyzed)
    for noun in apposed(to: span, analyzed) {
      if let owner = finder.owners(of: noun, isName: { actorAt[$0] != nil }).first { return actorAt[owner] }
    }
    for child in analyzed.tree.children(of: span.head)
    where tokens[child].dep == .prep && tokens[child].lower == "of" && child == span.tokens.upperBound {
      for object in analyzed.tree.children(of: child) where tokens[object].dep == .pobj {
        if let number = actorAt[object] { return number }
      }
    }
    return nil
  }
}
