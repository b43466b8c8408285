import Language
import Vocabulary

/// Role nouns ("the South Korean army", "the presidents of Ecuador and Peru") and descriptions ("the alliance").
extension MentionPass {
  func nominal(_ index: Int, _ actors: DocumentActors, _ analyzed: AnalyzedDocument) -> [Mention] {
    let tokens = analyzed.tokens
    switch tokens[index].dep {
    case .compound, .amod, .nmod: return []
    default: break
    }
    let noun = tokens[index].lemma.lowercased()
    guard let role = role(index, noun, tokens) else { return description(index, noun, actors, analyzed) }
    let owners = actors.owners(of: index, prepositions: ["of", "from", "in"])
    let phrase = start(of: index, analyzed)..<index + 1
    if role.kind == .person, let person = apposedPerson(index, actors, analyzed) {
      return [person.renamed(tokens: phrase, head: index, form: .role, sector: role.sector)]
    }
    if owners.isEmpty {
      let described = description(index, noun, actors, analyzed)
      return described.isEmpty ? bareRole(role, index, phrase, actors, analyzed) : described
    }
    // "Libyan rebels" are a group of their own, "insurgents of the Taliban" are the Taliban.
    guard role.acts || owners.contains(where: { $0.principal.map { $0.kind != .state } ?? false }) else {
      return group(index, phrase, role, analyzed)
    }
    return owners.compactMap { owner in
      guard let principal = owner.principal else { return nil }
      return Mention(
        tokens: phrase, head: index, actor: principal, principal: principal, form: .role, sector: role.sector,
        isPerson: role.kind == .person)
    }
  }

  /// The role that a noun names, with the nouns before it where that is a role of its own ("foreign minister").
  private func role(_ index: Int, _ noun: String, _ tokens: [Token]) -> Role? {
    if index > 0, let longer = registry.roles[tokens[index - 1].lower + " " + noun] { return longer }
    if index > 1, let longer = registry.roles[tokens[index - 2].lower + tokens[index - 1].lower + noun] {
      return longer
    }
    return registry.roles[noun]
  }

  /// Where the noun phrase begins, without its article.
  private func start(of index: Int, _ analyzed: AnalyzedDocument) -> Int {
    let tokens = analyzed.tokens
    var start = index
    // The leftmost word of the leftmost modifier.
    while let first = analyzed.tree.children(of: start).first(where: { $0 < start && tokens[$0].dep != .det }) {
      start = first
    }
    return start
  }

  /// "Harare's information minister, Jonathan Moyo": the role is the person.
  private func apposedPerson(_ index: Int, _ actors: DocumentActors, _ analyzed: AnalyzedDocument) -> Mention? {
    for child in analyzed.tree.children(of: index) where analyzed.tokens[child].dep == .appos {
      if let span = people.person(named: analyzed.text(nameRange(child, analyzed))) {
        let person = people[span]
        let actor = Actor(code: person.name, name: person.name, kind: .person)
        return Mention(
          tokens: index..<index + 1, head: index, actor: actor, principal: person.principal, form: .role)
      }
    }
    return nil
  }

  private func nameRange(_ head: Int, _ analyzed: AnalyzedDocument) -> Range<Int> {
    var start = head
    while start > 0, analyzed.tokens[start - 1].head == head, analyzed.tokens[start - 1].dep == .compound {
      start -= 1
    }
    return start..<head + 1
  }

  /// People under arms against their own state, exiles and the like are actors of their own, named as the text has it.
  private func group(_ index: Int, _ phrase: Range<Int>, _ role: Role, _ analyzed: AnalyzedDocument) -> [Mention] {
    let name = analyzed.text(phrase)
    let actor = Actor(code: name, name: name, kind: role.kind == .rebel ? .armedGroup : .population)
    return [Mention(tokens: phrase, head: index, actor: actor, principal: actor, form: .role, sector: role.sector)]
  }

  /// A role without an owner: who bore it before in the article, else the state whose capital the sentence names.
  private func bareRole(
    _ role: Role, _ index: Int, _ phrase: Range<Int>, _ actors: DocumentActors, _ analyzed: AnalyzedDocument
  ) -> [Mention] {
    let tokens = analyzed.tokens
    if role.kind == .population, role.acts, let place = locatedState(index, analyzed) {
      // "In Jakarta students burned flags."
      return [
        Mention(tokens: phrase, head: index, actor: place, principal: place, form: .description, sector: role.sector)
      ]
    }
    guard isDefinite(index, analyzed) else { return [] }
    let isPlural = tokens[index].tag == "NNS" || tokens[index].tag == "NNPS"
    if role.kind == .person, isPlural { return [] }
    if role.kind == .force, tokens[index].dep != .nsubj, tokens[index].dep != .nsubjpass { return [] }
    if role.kind == .person, let number = people.person(role: role.noun), people[number].principal != nil {
      let actor = Actor(code: people[number].name, name: people[number].name, kind: .person)
      return [
        Mention(
          tokens: phrase, head: index, actor: actor, principal: people[number].principal, form: .description,
          sector: role.sector)
      ]
    }
    guard role.acts, role.kind != .business, role.kind != .population else { return [] }
    if let place = locatedState(index, analyzed) {
      return [
        Mention(
          tokens: phrase, head: index, actor: place, principal: place, form: .description, sector: role.sector)
      ]
    }
    let subjects = tokens[index].dep == .nsubj ? [] : subjects(above: tokens[index].head, actors, analyzed)
    guard let principal = recall.leadingStates(excluding: subjects).first else { return [] }
    return [
      Mention(
        tokens: phrase, head: index, actor: principal, principal: principal, form: .description, sector: role.sector)
    ]
  }

  /// The state whose capital or name stands behind "in" in the same sentence, before the noun: "In Ankara the government".
  private func locatedState(_ index: Int, _ analyzed: AnalyzedDocument) -> Actor? {
    let tokens = analyzed.tokens
    let sentence = analyzed.sentenceOf[index]
    for item in recall.items.reversed() {
      guard item.document == number, item.sentence == sentence else { return nil }
      let head = item.mention.head
      if tokens[head].dep == .pobj, tokens[tokens[head].head].lower == "in", item.mention.principal?.kind == .state {
        return item.mention.principal
      }
    }
    return nil
  }

  func isDefinite(_ index: Int, _ analyzed: AnalyzedDocument) -> Bool {
    analyzed.tree.children(of: index).contains {
      analyzed.tokens[$0].dep == .det && ["the", "this", "that", "these", "those"].contains(analyzed.tokens[$0].lower)
    }
  }

  /// "its northern neighbour": the state that the article speaks of most besides the owner's; a nationality before the noun tells it.
  private func other(_ index: Int, _ actors: DocumentActors, _ analyzed: AnalyzedDocument) -> Mention? {
    let owners = actors.owners(of: index, prepositions: [])
    guard let owner = owners.first?.principal, owner.kind == .state else { return nil }
    let range = index..<index + 1
    if let named = owners.dropFirst().first(where: { $0.principal?.kind == .state }), let principal = named.principal {
      return Mention(tokens: range, head: index, actor: principal, principal: principal, form: .description)
    }
    return recall.leadingStates(excluding: [owner.code]).first.map {
      Mention(tokens: range, head: index, actor: $0, principal: $0, form: .description)
    }
  }

  /// "the two countries", "both sides": the two states that the article speaks of most.
  private func both(
    _ index: Int, _ noun: String, _ actors: DocumentActors, _ analyzed: AnalyzedDocument
  ) -> [Mention]? {
    let tokens = analyzed.tokens
    let isPair = analyzed.tree.children(of: index).contains { ["two", "both"].contains(tokens[$0].lower) }
    guard isPair, tokens[index].tag == "NNS" || tokens[index].tag == "NNPS" else { return nil }
    guard descriptions[noun]?.contains(.state) == true || registry.roles[noun]?.acts == true else { return [] }
    let subjects = tokens[index].dep == .nsubj ? [] : subjects(above: tokens[index].head, actors, analyzed)
    let states = recall.leadingStates(excluding: subjects)
    guard states.count > 1 else { return [] }
    return states.prefix(2).map {
      Mention(tokens: index..<index + 1, head: index, actor: $0, principal: $0, form: .description)
    }
  }

  /// "the alliance", "the country": an actor mentioned before to which the noun fits.
  private func description(
    _ index: Int, _ noun: String, _ actors: DocumentActors, _ analyzed: AnalyzedDocument
  ) -> [Mention] {
    if let both = both(index, noun, actors, analyzed) { return both }
    if descriptions.isSelf(noun) {
      // "his country", "whose government": the state of the owner.
      let owners = actors.owners(of: index, prepositions: []).compactMap(\.principal).filter { $0.kind == .state }
      if let own = owners.first {
        return [Mention(tokens: index..<index + 1, head: index, actor: own, principal: own, form: .description)]
      }
    }
    if descriptions.isOther(noun), let other = other(index, actors, analyzed) { return [other] }
    guard isDefinite(index, analyzed) else { return [] }
    // "the council" takes up "Security Council", "the union" "African Union".
    if let named = recall.latest(
      document: number, sentence: analyzed.sentenceOf[index], governor: nil, reach: 30,
      fits: { $0.form == .name && $0.lastWord == noun })
    {
      return [named.renamed(tokens: index..<index + 1, head: index, form: .description)]
    }
    let own = registry.byNoun[noun].map(Set.init) ?? []
    let kinds = descriptions[noun] ?? []
    guard !own.isEmpty || !kinds.isEmpty else { return [] }
    let token = analyzed.tokens[index]
    // "the rich countries" are no one state.
    if kinds == [.state], token.tag == "NNS" { return [] }
    let sentence = analyzed.sentenceOf[index]
    // Who acts in the sentence is not what it acts on.
    let subjects = token.dep == .nsubj ? [] : subjects(above: token.head, actors, analyzed)
    let found =
      recall.latest(
        document: number, sentence: sentence, governor: token.head, reach: 30,
        fits: { mention in registry.byCode[mention.actor.code].map(own.contains) ?? false })
      ?? recall.latest(
        document: number, sentence: sentence, governor: token.head, reach: kinds == [.state] ? 0 : 3,
        fits: { mention in
          kinds.contains(mention.actor.kind) && mention.form != .pronoun && !subjects.contains(mention.actor.code)
        })
    if found == nil, kinds == [.state] {
      return recall.leadingStates(excluding: subjects).prefix(1).map {
        Mention(tokens: index..<index + 1, head: index, actor: $0, principal: $0, form: .description)
      }
    }
    guard let found else { return [] }
    return [found.renamed(tokens: index..<index + 1, head: index, form: .description)]
  }
}
