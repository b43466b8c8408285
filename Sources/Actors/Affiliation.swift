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
    var personAt: Set<Int> = []
    for span in spans {
      switch span.meaning {
      case .actor(let number): for index in span.tokens { actorAt[index] = number }
      case .person(let person):
        // "President Biden's adviser": whoever belongs to a person acts for that person's principal.
        personAt.formUnion(span.tokens)
        if let code = people[person].principal?.code, let number = registry.byCode[code] {
          for index in span.tokens { actorAt[index] = number }
        }
      case .medium: continue
      }
    }
    let finder = PostFinder(registry: registry, analyzed: analyzed, actorAt: actorAt, personAt: personAt)
    for span in spans {
      guard case .person(let person) = span.meaning else { continue }
      let posts = finder.posts(of: span)
      for post in posts where !post.isFormer {
        if let role = post.role { people.note(person, role: role.noun) }
        if post.isTitle { people.noteTitle(person) }
      }
      if posts.contains(where: \.isFormer) { people.noteFormer(person) }
      if let number = posts.first(where: { !$0.isFormer && $0.principal != nil })?.principal {
        people.note(person, principal: registry.entries[number].actor, isExplicit: true)
      }
    }
  }

  /// Gives the persons the principal of their office at the date. Who is in office acts for it, unless the article
  /// names another of the offices that he or she holds.
  func fill(_ people: inout ArticlePeople) {
    for (number, person) in people.all.enumerated() {
      guard let holder = person.holder else { continue }
      let terms = registry.holders[holder].terms.filter {
        $0.period.contains(date, graceDays: person.isFormer ? 0 : 10)
      }
      for term in terms { people.note(number, office: term.office) }
      let principals = terms.map { registry.entries[$0.principal].actor }
      if let known = person.principal, principals.contains(known) { continue }
      let fitting =
        terms.first { term in person.roles.contains { term.office.hasSuffix($0) } }
        ?? terms.first { registry.entries[$0.principal].actor.kind == .state } ?? terms.first
      guard let fitting else { continue }
      people.place(number, principal: registry.entries[fitting.principal].actor)
    }
  }

  /// Lets those whom the registry knows and who hold no office any more act for themselves.
  func fillFormer(_ people: inout ArticlePeople) {
    for (number, person) in people.all.enumerated() where person.holder != nil && person.principal == nil {
      people.place(number, principal: Actor(code: person.name, name: person.name, kind: .person))
    }
  }

  /// Gives those who bear an office ("Interior Minister Jane Doe") and are placed by nothing else the state of which
  /// the article speaks most.
  func fillTitled(_ people: inout ArticlePeople, leading: Actor?) {
    guard let leading else { return }
    for (number, person) in people.all.enumerated()
    where person.isTitled && person.principal == nil && !person.isFormer && person.holder == nil {
      people.note(number, principal: leading, isExplicit: false)
    }
  }

  /// The state that is named most in an article's documents, the first of equals.
  func leadingState(_ spans: [[NameSpan]]) -> Actor? {
    var counts: [Int: (count: Int, first: Int)] = [:]
    for (position, span) in spans.joined().enumerated() {
      guard case .actor(let number) = span.meaning, registry.entries[number].actor.kind == .state else { continue }
      counts[number] = ((counts[number]?.count ?? 0) + 1, counts[number]?.first ?? position)
    }
    return counts.max { ($0.value.count, -$0.value.first) < ($1.value.count, -$1.value.first) }
      .map { registry.entries[$0.key].actor }
  }
}
