import Language
import Vocabulary

/// Role nouns: "the South Korean army", "the presidents of Ecuador and Peru", "the government".
extension MentionPass {
  func nominal(_ index: Int, _ actors: DocumentActors, _ analyzed: AnalyzedDocument) -> [Mention] {
    let tokens = analyzed.tokens
    switch tokens[index].dep {
    case .compound, .amod, .nmod: return []
    default: break
    }
    let noun = Self.noun(tokens[index])
    guard let role = role(index, noun, tokens) else { return description(index, noun, actors, analyzed) }
    let owners = owners(of: index, role, actors, analyzed)
    let phrase = start(of: index, analyzed)..<index + 1
    if role.kind == .person, let person = apposedPerson(index, actors, analyzed) {
      return [person.renamed(tokens: phrase, head: index, form: .role, sector: role.sector)]
    }
    if owners.isEmpty {
      let described = description(index, noun, actors, analyzed)
      return described.isEmpty ? bareRole(role, index, phrase, actors, analyzed) : described
    }
    if isDefinite(index, analyzed), let known = known(index, noun, role, owners, analyzed) { return [known] }
    // "Libyan rebels" are a group of their own, "insurgents of the Taliban" are the Taliban.
    // and "Kurdish militants" are not the Kurds.
    guard
      role.acts || owners.contains(where: { $0.principal.map { $0.kind != .state && $0.kind != .population } ?? false })
    else {
      return group(index, phrase, role, analyzed)
    }
    return sides(owners, of: role, analyzed).compactMap { owner in
      guard let principal = owner.principal else { return nil }
      return Mention(
        tokens: phrase, head: index, actor: principal, principal: principal, form: .role, sector: role.sector,
        lastWord: noun, isPerson: role.kind == .person, isPlural: tokens[index].tag == "NNS")
    }
  }

  /// The singular of a noun in lower case; of "Heads" in "Heads of State" too, which the lemmatizer takes for a name.
  static func noun(_ token: Token) -> String {
    let lemma = token.lemma.lowercased()
    return token.tag == "NNPS" && lemma.hasSuffix("s") ? String(lemma.dropLast()) : lemma
  }

  /// To whom a role belongs: a name before it, behind "of" and "from", and behind "in" unless it works abroad.
  private func owners(
    of index: Int, _ role: Role, _ actors: DocumentActors, _ analyzed: AnalyzedDocument
  ) -> [Mention] {
    let owners = actors.owners(of: index, prepositions: role.isPosted ? ["of", "from"] : ["of", "from", "in"])
    guard owners.isEmpty else { return owners }
    // "a spokesman for the foreign ministry in Beijing", "the commander of the alliance's force"
    let finder = OwnerFinder(analyzed: analyzed)
    for object in finder.objects(of: index, prepositions: ["of", "for", "from", "at", "with"]) {
      if let named = actors.byHead[object] { return named }
      guard let inner = registry.roles[analyzed.tokens[object].lemma.lowercased()], object > index else { continue }
      let deeper = self.owners(of: object, inner, actors, analyzed)
      if !deeper.isEmpty { return deeper }
    }
    return role.isPosted ? [] : self.owners(behind: index, actors, analyzed)
  }

  /// "The foreign ministry in Tokyo asked": a name behind "in", wherever the parser hangs it.
  func owners(behind index: Int, _ actors: DocumentActors, _ analyzed: AnalyzedDocument) -> [Mention] {
    let tokens = analyzed.tokens
    guard index + 2 < tokens.count, tokens[index + 1].lower == "in" else { return [] }
    let next = tokens[index + 2].lower == "the" ? index + 3 : index + 2
    let end = (next..<max(next, min(next + 4, tokens.count))).first {
      actors.byHead[$0]?.first?.tokens.lowerBound == next
    }
    return end.flatMap { actors.byHead[$0] } ?? []
  }

  /// "The UN court" for the court that was named, "the Yemeni rebels" for rebels of that country that were.
  private func known(
    _ index: Int, _ noun: String, _ role: Role, _ owners: [Mention], _ analyzed: AnalyzedDocument
  ) -> Mention? {
    let principals = owners.compactMap(\.principal)
    if role.kind == .body || role.kind == .business, principals.allSatisfy({ $0.kind == .organization }),
      let own = registry.byNoun[noun].map(Set.init)
    {
      return recall.latest(
        document: number, sentence: analyzed.sentenceOf[index], governor: nil, reach: 30,
        fits: { $0.form == .name && (registry.byCode[$0.actor.code].map(own.contains) ?? false) }
      )?.renamed(tokens: index..<index + 1, head: index, form: .description, sector: role.sector)
    }
    let kinds: Set<ActorKind> =
      switch role.kind {
      case .business: [.company]
      case .rebel: [.armedGroup]
      default: []
      }
    guard !kinds.isEmpty || descriptions[noun]?.contains(.company) == true else { return nil }
    let homes = Set(principals.filter { $0.kind == .state }.map(\.code))
    return native(index, kinds.isEmpty ? descriptions[noun] ?? [] : kinds, homes, analyzed)
  }

  /// Of the owners of a role those that count: "his Russian counterpart" is Russian, whoever he is.
  private func sides(_ owners: [Mention], of role: Role, _ analyzed: AnalyzedDocument) -> [Mention] {
    guard role.kind == .person else { return owners }
    let named = owners.filter { analyzed.tokens[$0.head].dep != .poss || $0.form != .pronoun }
    return named.isEmpty ? owners : named
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
        return mention(ofPerson: span, tokens: index..<index + 1, head: index, form: .role)
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
    if role.kind == .person, isPlural, role.sector != "military" { return [] }
    if role.kind == .force, tokens[index].dep != .nsubj, tokens[index].dep != .nsubjpass { return [] }
    if let code = role.principal, let actor = registry.actor(code: code) {
      return [
        Mention(
          tokens: phrase, head: index, actor: actor, principal: actor, form: .role, sector: role.sector,
          isPerson: role.kind == .person)
      ]
    }
    if role.kind == .person, let bearer = bearer(of: role, index, analyzed) {
      return [bearer.renamed(tokens: phrase, head: index, form: .description, sector: role.sector)]
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

  /// The person with this role who was mentioned last.
  private func bearer(of role: Role, _ index: Int, _ analyzed: AnalyzedDocument) -> Mention? {
    recall.latest(
      document: number, sentence: analyzed.sentenceOf[index], governor: nil, reach: 30,
      fits: { mention in
        guard mention.actor.kind == .person, mention.principal != nil,
          let person = people.person(named: mention.actor.name)
        else { return false }
        return people[person].roles.contains(role.noun)
      })
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
}
