import Language
import Vocabulary

/// Descriptions that take up an actor named before: "the alliance", "the Gulf state", "the Russian company", "its eastern
/// neighbour".
extension MentionPass {
  /// The actors that a noun means which is no role, or a role without an owner.
  func description(
    _ index: Int, _ noun: String, _ actors: DocumentActors, _ analyzed: AnalyzedDocument
  ) -> [Mention] {
    if let group = group(index, noun, actors, analyzed) { return group }
    // "opposite number", "head of state".
    let pair = pair(index, noun, analyzed)
    if descriptions.isOther(noun) || descriptions.isOther(pair) {
      let others = other(index, actors, analyzed)
      if !others.isEmpty { return others }
      if actors.owners(of: index, prepositions: []).contains(where: { $0.principal?.kind == .state }) { return [] }
    }
    if descriptions.isSelf(noun) {
      // "his country", "whose government": the state of the owner.
      let owners = actors.owners(of: index, prepositions: []).filter {
        $0.principal?.kind == .state && analyzed.tokens[$0.head].dep == .poss
      }
      if let own = owners.first?.principal { return [described(own, index)] }
      // "the kingdom of Jordan"
      let named = actors.owners(of: index, prepositions: ["of"]).filter {
        $0.principal?.kind == .state && $0.head > index
      }
      if let own = named.first?.principal { return [described(own, index)] }
    }
    guard isDefinite(index, analyzed) else { return [] }
    let (classes, isByAdjective) = classes(index, noun, pair, analyzed)
    if let classes, let state = state(index, of: classes, actors, analyzed) { return [state] }
    // Of a class that the article names no state of, "the Gulf state" is nobody.
    if isByAdjective { return [] }
    if let named = sameNoun(index, noun, analyzed) { return [named] }
    return takenUp(index, noun, kinds: classes == nil ? descriptions[noun] ?? [] : [], actors, analyzed)
      .map { [$0] } ?? []
  }

  /// The noun with the word before it: "opposite number", "city-state".
  private func pair(_ index: Int, _ noun: String, _ analyzed: AnalyzedDocument) -> String {
    guard index > 0 else { return noun }
    let tokens = analyzed.tokens
    if index > 1, tokens[index - 1].text == "-" { return tokens[index - 2].lower + "-" + noun }
    return tokens[index - 1].lower + " " + noun
  }

  /// "the council" takes up "Security Council", "the mission" "the UN mission".
  private func sameNoun(_ index: Int, _ noun: String, _ analyzed: AnalyzedDocument) -> Mention? {
    let isForce = registry.roles[noun]?.kind == .force
    return recall.latest(
      document: number, sentence: analyzed.sentenceOf[index], governor: nil, reach: 30,
      fits: { ($0.form == .role || ($0.form == .name && !isForce)) && $0.lastWord == noun && $0.principal != nil }
    )?.renamed(tokens: index..<index + 1, head: index, form: .description)
  }

  /// The states that a noun classes ("the kingdom") or the adjective before it ("the Gulf state"), and whether an
  /// adjective has a part in it; nil for a noun that classes none.
  private func classes(
    _ index: Int, _ noun: String, _ pair: String, _ analyzed: AnalyzedDocument
  ) -> (codes: Set<String>?, isByAdjective: Bool) {
    let classes = stateNouns.states(noun: pair, at: date) ?? stateNouns.states(noun: noun, at: date)
    guard classes != nil || descriptions[noun]?.contains(.state) == true, let classed = classed(index, analyzed) else {
      return (classes, false)
    }
    return (classes.map { $0.intersection(classed) } ?? classed, true)
  }

  /// Of the states of a class the one that the article speaks of far more than of the others, else the latest.
  private func state(
    _ index: Int, of classes: Set<String>, _ actors: DocumentActors, _ analyzed: AnalyzedDocument
  ) -> Mention? {
    let token = analyzed.tokens[index]
    let subjects = token.dep == .nsubj ? [] : subjects(above: token.head, actors, analyzed)
    let leading = recall.weights(of: classes.subtracting(subjects))
    if let first = leading.first, leading.dropFirst().allSatisfy({ $0.weight * 2 <= first.weight }) {
      return described(first.actor, index)
    }
    func latest(_ fits: @escaping (Mention) -> Bool) -> Mention? {
      recall.latest(
        document: number, sentence: analyzed.sentenceOf[index], governor: token.head, reach: 30,
        fits: { mention in
          guard let code = mention.principal?.code, mention.form != .pronoun else { return false }
          return classes.contains(code) && !subjects.contains(mention.actor.code) && fits(mention)
        })
    }
    return (latest { !$0.isPerson } ?? latest { _ in true })?.principal.map { described($0, index) }
  }

  /// "the alliance", "the country": an actor mentioned before to which the noun fits.
  /// - Parameter kinds: The kinds of actor that the noun can take up besides those whose own noun it is.
  private func takenUp(
    _ index: Int, _ noun: String, kinds: Set<ActorKind>, _ actors: DocumentActors, _ analyzed: AnalyzedDocument
  ) -> Mention? {
    let own = registry.byNoun[noun].map(Set.init) ?? []
    guard !own.isEmpty || !kinds.isEmpty else { return nil }
    let token = analyzed.tokens[index]
    let isPlural = token.tag == "NNS" || token.tag == "NNPS"
    // "the rich countries" are no one state.
    if kinds == [.state], isPlural { return nil }
    let sentence = analyzed.sentenceOf[index]
    // Who acts in the sentence is not what it acts on.
    let subjects = token.dep == .nsubj ? [] : subjects(above: token.head, actors, analyzed)
    let homes = Set(
      actors.owners(of: index, prepositions: []).compactMap { $0.principal }.filter { $0.kind == .state }.map(\.code))
    if !homes.isEmpty {
      // "the Russian company", "the Yemeni rebels": one of that country.
      return native(index, kinds, homes, analyzed)
    }
    let found =
      recall.latest(
        document: number, sentence: sentence, governor: token.head, reach: 30,
        fits: { mention in registry.byCode[mention.actor.code].map(own.contains) ?? false })
      ?? recall.latest(
        document: number, sentence: sentence, governor: token.head, reach: kinds == [.state] ? 0 : 3,
        fits: { mention in
          kinds.contains(mention.actor.kind) && mention.form != .pronoun && !subjects.contains(mention.actor.code)
            && !mention.isPlace
        })
    if let found { return found.renamed(tokens: index..<index + 1, head: index, form: .description) }
    guard kinds == [.state] else { return nil }
    return recall.leadingStates(excluding: subjects).first.map { described($0, index) }
  }

  /// The latest company or group that has its home in one of these states.
  func native(_ index: Int, _ kinds: Set<ActorKind>, _ homes: Set<String>, _ analyzed: AnalyzedDocument) -> Mention? {
    recall.latest(
      document: number, sentence: analyzed.sentenceOf[index], governor: analyzed.tokens[index].head, reach: 30,
      fits: { mention in
        guard mention.actor.kind != .state, kinds.contains(mention.actor.kind),
          mention.form == .name || mention.form == .modifier,
          let number = registry.byCode[mention.actor.code]
        else { return false }
        return homes.contains(registry.entries[number].country)
      }
    )?.renamed(tokens: index..<index + 1, head: index, form: .description)
  }

  /// "his Polish counterpart", "its northern neighbour": the states of the nationalities before the noun, else the
  /// state that the article speaks of most besides the owner's.
  private func other(_ index: Int, _ actors: DocumentActors, _ analyzed: AnalyzedDocument) -> [Mention] {
    let owners = actors.owners(of: index, prepositions: [])
    let possessors = owners.filter { analyzed.tokens[$0.head].dep == .poss }
    let natives = owners.filter { analyzed.tokens[$0.head].dep != .poss && $0.principal?.kind == .state }
    if !natives.isEmpty, !possessors.isEmpty || natives.count > 1 || isDefinite(index, analyzed) {
      return natives.compactMap(\.principal).map { described($0, index) }
    }
    let states = Set(possessors.compactMap(\.principal).filter { $0.kind == .state }.map(\.code))
    guard !states.isEmpty else { return [] }
    // "her opposite number in Lima"
    let located = self.owners(behind: index, actors, analyzed).compactMap { $0.principal }
    if !located.isEmpty { return located.map { described($0, index) } }
    // "Benin, Niger's southern neighbour": the noun is said of a name.
    if analyzed.tokens[index].dep == .appos, actors.byHead[analyzed.tokens[index].head] != nil { return [] }
    return recall.leadingStates(excluding: states).prefix(1).map { described($0, index) }
  }
}
