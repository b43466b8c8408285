import Actors
import Language
import Vocabulary

/// Finds the actors that fill a frame's slots.
struct PartyFinder {
  let reader: SentenceReader
  let builder: ClauseBuilder

  private var tokens: [Token] { reader.tokens }

  /// The actors that these noun phrases name.
  func named(_ nouns: [Int]) -> [Mention] {
    // "the raid killed": a deed is no actor.
    unique(nouns.flatMap(actors)).filter { $0.form != .deed }
  }

  /// The actors at a noun, or at its apposition: "His Holiness, John Paul II".
  private func actors(at noun: Int) -> [Mention] {
    let own = reader.actors.actors(at: noun)
    if !own.isEmpty { return own + listed(behind: noun, own) }
    if let counted = counted(by: noun) { return counted }
    return reader.children(of: noun, .appos).flatMap { reader.actors.actors(at: $0) }
  }

  /// "hundreds of students", "some of the envoys": what is counted acts.
  private func counted(by noun: Int) -> [Mention]? {
    let isCount: Bool =
      switch tokens[noun].entity {
      case .begin(.cardinal), .inside(.cardinal): true
      default: [.numeral, .pronoun, .determiner].contains(tokens[noun].pos)
      }
    guard isCount, let preposition = reader.children(of: noun, .prep).first(where: { tokens[$0].lower == "of" }) else {
      return nil
    }
    return builder.prepositionObjects(preposition).flatMap { reader.actors.actors(at: $0) }
  }

  /// "Qatar, the Emirates and Oman": names in a list that the parser took for appositions of the first.
  private func listed(behind noun: Int, _ own: [Mention]) -> [Mention] {
    guard own.allSatisfy({ $0.form == .name }) else { return [] }
    return reader.children(of: noun, .appos).flatMap { reader.analyzed.conjuncts(of: $0) }
      .flatMap { reader.actors.actors(at: $0) }
      .filter { mention in
        mention.form == .name && !own.contains { $0.principal?.code == mention.principal?.code }
      }
  }

  /// The actors that these noun phrases name, or to whom they belong.
  func namedOrOwners(_ nouns: [Int], prepositions: Set<String> = ["of", "from", "in"]) -> [Mention] {
    unique(
      nouns.flatMap { noun in
        let own = actors(at: noun)
        return own.isEmpty ? owners(noun, prepositions) : own
      })
  }

  /// To whom a noun belongs; for a noun that reports a deed, who did it.
  func owners(_ noun: Int, _ prepositions: Set<String> = ["of", "from", "in"]) -> [Mention] {
    if let frame = reader.frames.nouns[tokens[noun].lemma.lowercased()]?.first, frame.type != nil {
      let doer = frame.source.lazy.map { slot in self.slot(slot, ofNoun: noun) }.first { !$0.isEmpty }
      if let doer { return doer }
      // "condemned the bombing of Mali": nobody says that Mali bombed.
      if frame.target.contains(.preposition("of")), frame.type?.quad == .materialConflict { return [] }
    }
    let direct = reader.actors.owners(of: noun, prepositions: prepositions)
    if !direct.isEmpty { return direct }
    // "hundreds of villagers of Ukraine": one step further behind a quantity.
    for preposition in reader.children(of: noun, .prep) where tokens[preposition].lower == "of" {
      for object in builder.prepositionObjects(preposition) {
        let inner = reader.actors.owners(of: object, prepositions: prepositions)
        if !inner.isEmpty { return inner }
      }
    }
    return []
  }

  /// The actors in a slot of a verb's clause.
  func slot(_ slot: Slot, of clause: Clause) -> [Mention] {
    switch slot {
    case .object:
      return namedOrOwners(clause.objects)
    case .owner: return unique(clause.objects.flatMap { owners($0) })
    case .recipient:
      let direct = namedOrOwners(clause.recipients)
      let behind = direct.isEmpty ? self.slot(.preposition("to"), of: clause) : direct
      // "give Vietnam boats", read as one noun.
      return behind.isEmpty ? unique(clause.objects.flatMap { owners($0, []) }) : behind
    case .clause: return clauseSubjects(of: clause.verb)
    case .preposition(let name):
      for phrase in clause.phrases where phrase.preposition == name {
        let found = namedOrOwners(phrase.objects)
        if !found.isEmpty { return found }
      }
      return []
    }
  }

  /// The subjects of the clauses that a verb governs.
  private func clauseSubjects(of verb: Int) -> [Mention] {
    for clause in reader.children(of: verb, .ccomp, .xcomp, .advcl) {
      let subjects = reader.children(of: clause, .nsubj, .nsubjpass).flatMap(reader.expand)
      let found = namedOrOwners(subjects)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The actors in a slot of a noun.
  func slot(_ slot: Slot, ofNoun noun: Int) -> [Mention] {
    switch slot {
    case .owner: return unique(reader.actors.owners(of: noun, prepositions: []))
    case .preposition(let name):
      for phrase in builder.phrases(of: noun) where phrase.preposition == name {
        let found = namedOrOwners(phrase.objects)
        if !found.isEmpty { return found }
      }
      return []
    case .object, .recipient, .clause: return []
    }
  }

  func unique(_ mentions: [Mention]) -> [Mention] {
    var seen: Set<String> = []
    return mentions.filter { mention in
      guard let principal = mention.principal else { return seen.insert("?" + mention.actor.code).inserted }
      return seen.insert(principal.code + "/" + mention.actor.code).inserted
    }
  }
}
