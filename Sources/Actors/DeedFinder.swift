import Language
import Vocabulary

/// Finds whose deed a noun takes up: "Russia shelled Odesa. Moldova condemned the bombardment."
struct DeedFinder {
  /// The documents of the article so far, the one of the noun last.
  let documents: [DocumentActors]
  /// How many sentences back a deed is looked for.
  static let reach = 8

  /// Who did what the noun at `index` of the last document takes up, by the nearest verb or noun that tells such a deed.
  func doers(of entry: EventNounBook.Entry, before index: Int) -> [Mention] {
    var sentences = 0
    for (number, actors) in documents.enumerated().reversed() {
      let analyzed = actors.analyzed
      let isLast = number == documents.count - 1
      // The verbs above the noun tell no earlier deed.
      let above = isLast ? Set(analyzed.ancestors(of: index, atMost: 24)) : []
      var position = isLast ? index - 1 : analyzed.tokens.count - 1
      var sentence = isLast ? analyzed.sentenceOf[index] : -1
      while position >= 0 {
        if analyzed.sentenceOf[position] != sentence {
          sentence = analyzed.sentenceOf[position]
          sentences += 1
          if sentences > Self.reach { return [] }
        }
        if !above.contains(position) {
          let found = doers(at: position, of: entry, in: actors)
          if !found.isEmpty { return found }
        }
        position -= 1
      }
    }
    return []
  }

  private func doers(at position: Int, of entry: EventNounBook.Entry, in actors: DocumentActors) -> [Mention] {
    let token = actors.analyzed.tokens[position]
    switch token.pos {
    case .verb:
      let lemmas = [token.lemma.lowercased(), actors.analyzed.lemma(ofVerb: position)]
      guard lemmas.contains(where: entry.verbs.contains) else { return [] }
      return doers(ofVerb: position, entry, actors)
    case .noun where entry.nouns.contains(token.lemma.lowercased()):
      let links: Set<String> = entry.isShared ? ["of", "between", "among", "with"] : ["by"]
      let owners = actors.owners(of: position, prepositions: links)
      if !owners.isEmpty { return distinct(owners, entry) }
      // "imposed sanctions", "signed the deal": the noun's verb tells who.
      let head = actors.analyzed.tokens[position].head
      guard token.dep == .dobj || token.dep == .nsubjpass, head != position else { return [] }
      return doers(ofVerb: head, entry, actors)
    default: return []
    }
  }

  private func doers(ofVerb verb: Int, _ entry: EventNounBook.Entry, _ actors: DocumentActors) -> [Mention] {
    let agents = agents(of: verb, in: actors)
    return distinct(entry.isShared ? agents + companions(of: verb, in: actors) : agents, entry)
  }

  /// Who acts in a verb's clause: its subject or agent, through relative clauses, coordination and control.
  private func agents(of verb: Int, in actors: DocumentActors, depth: Int = 0) -> [Mention] {
    let analyzed = actors.analyzed
    let tokens = analyzed.tokens
    let children = Array(analyzed.tree.children(of: verb))
    func mentions(_ token: Int) -> [Mention] { analyzed.conjuncts(of: token).flatMap { acting(at: $0, in: actors) } }
    if let agent = children.first(where: { tokens[$0].dep == .agent }) {
      return analyzed.tree.children(of: agent).filter { tokens[$0].dep == .pobj }.flatMap(mentions)
    }
    if children.contains(where: { tokens[$0].dep == .auxpass || tokens[$0].dep == .nsubjpass }) { return [] }
    if let subject = children.first(where: { tokens[$0].dep == .nsubj }) { return mentions(subject) }
    let head = tokens[verb].head
    guard depth < 4, head != verb else { return [] }
    switch tokens[verb].dep {
    case .conj, .xcomp, .advcl: return agents(of: head, in: actors, depth: depth + 1)
    case .acl, .relcl: return tokens[verb].tag == "VBN" ? [] : mentions(head)
    case .pcomp:
      let governor = tokens[head].head
      return tokens[governor].pos == .verb ? agents(of: governor, in: actors, depth: depth + 1) : []
    default: return []
    }
  }

  /// Who acts at a noun: itself, or to whom it belongs ("Russian missiles slammed into").
  private func acting(at noun: Int, in actors: DocumentActors) -> [Mention] {
    let own = actors.actors(at: noun)
    if !own.isEmpty { return own }
    // "warplanes and ships of Britain": of all that is coordinated.
    return actors.analyzed.conjuncts(of: noun).flatMap { actors.owners(of: $0) }
  }

  /// With whom a shared deed is done: "signed a pact with Peru", "an accord between".
  private func companions(of verb: Int, in actors: DocumentActors) -> [Mention] {
    let analyzed = actors.analyzed
    let tokens = analyzed.tokens
    let nouns = analyzed.tree.children(of: verb).filter { tokens[$0].dep == .dobj || tokens[$0].dep == .nsubjpass }
    return ([verb] + nouns).flatMap { analyzed.tree.children(of: $0) }
      .filter { tokens[$0].dep == .prep && ["with", "between"].contains(tokens[$0].lower) }
      .flatMap { analyzed.tree.children(of: $0) }.filter { tokens[$0].dep == .pobj }
      .flatMap { analyzed.conjuncts(of: $0) }.flatMap { actors.actors(at: $0) }
  }

  /// Each principal once; a shared deed needs two.
  private func distinct(_ mentions: [Mention], _ entry: EventNounBook.Entry) -> [Mention] {
    var seen: Set<String> = []
    let all = mentions.filter { mention in mention.principal.map { seen.insert($0.code).inserted } ?? false }
    return entry.isShared && all.count < 2 ? [] : all
  }
}
