import Language
import Vocabulary

/// Several actors that one noun takes up: "the two countries", "both sides", "the pair", "the Baltic states".
extension MentionPass {
  /// The actors that a noun of several means; nil where it is no such noun.
  func group(
    _ index: Int, _ noun: String, _ actors: DocumentActors, _ analyzed: AnalyzedDocument
  ) -> [Mention]? {
    let tokens = analyzed.tokens
    let isPlural = tokens[index].tag == "NNS" || tokens[index].tag == "NNPS"
    let children = Array(analyzed.tree.children(of: index))
    if !isPlural {
      // "the pair", "the trio": a number that is a noun.
      guard let size = NumberWord.value(noun), isDefinite(index, analyzed) else { return nil }
      return taken(size: size, kinds: nil, besides: [], index, analyzed)
    }
    if let named = stateNouns.states(noun: tokens[index].lower, at: date), named.count <= 8 {
      // "the two Koreas"
      return named.sorted().compactMap(registry.actor).map { described($0, index) }
    }
    if descriptions[noun]?.contains(.state) == true, !descriptions.isOther(noun),
      let classed = classed(index, analyzed), classed.count <= 6
    {
      return classed.sorted().compactMap(registry.actor).map { described($0, index) }
    }
    // "both sides", "the parties": what plural nouns take up stands under their plural, where it differs.
    let plural = descriptions[tokens[index].lower]
    let number = children.lazy.compactMap({ NumberWord.value(tokens[$0].lower) }).first
    guard number != nil || plural != nil,
      children.contains(where: { tokens[$0].lower == "both" }) || isDefinite(index, analyzed)
    else { return nil }
    guard descriptions[noun] != nil || plural != nil || registry.roles[noun] != nil else { return [] }
    let size = number ?? 2
    let isPerson = registry.roles[noun]?.kind == .person || plural == [.person]
    // "both bodies" are no states, "both sides" can be anybody.
    let kinds = isPerson ? [.person] : plural ?? descriptions[noun]
    let subjects = tokens[index].dep == .nsubj ? [] : subjects(above: tokens[index].head, actors, analyzed)
    if size == 2, kinds?.contains(.state) ?? true, let pair = dominantPair(besides: subjects) {
      return pair.map { described($0, index) }
    }
    let together = taken(size: size, kinds: kinds, besides: subjects, index, analyzed)
    if !together.isEmpty { return together }
    let named = recall.latestSentence(
      document: self.number, sentence: analyzed.sentenceOf[index], size: size,
      fits: { mention in
        guard mention.form != .pronoun, mention.form != .description, !mention.isPlace else { return false }
        return Self.fits(mention, kinds)
      })
    if !named.isEmpty { return named.map { $0.renamed(tokens: index..<index + 1, head: index, form: .description) } }
    return size == 2 ? leadingPair(besides: subjects, index) : []
  }

  /// The two states that the article is about; nil where others are named as often.
  private func dominantPair(besides codes: Set<String>) -> [Actor]? {
    let ranked = recall.ranked(excluding: codes)
    let third = ranked.dropFirst(2).first?.weight ?? 1
    guard ranked.count > 1, ranked[1].weight >= 2, 2 * ranked[1].weight >= 3 * third else { return nil }
    return ranked.prefix(2).map(\.actor)
  }

  /// The two states that the article speaks of most.
  func leadingPair(besides codes: Set<String>, _ index: Int) -> [Mention] {
    let states = recall.leadingStates(excluding: codes)
    return states.count < 2 ? [] : states.prefix(2).map { described($0, index) }
  }

  /// The latest actors that were named together and are so many.
  private func taken(
    size: Int, kinds: Set<ActorKind>?, besides: Set<String>, _ index: Int, _ analyzed: AnalyzedDocument
  ) -> [Mention] {
    recall.latestGroup(
      document: number, sentence: analyzed.sentenceOf[index], reach: 5, size: size,
      fits: { $0.form != .pronoun && !besides.contains($0.actor.code) && Self.fits($0, kinds) }
    ).map { $0.renamed(tokens: index..<index + 1, head: index, form: .description) }
  }

  private static func fits(_ mention: Mention, _ kinds: Set<ActorKind>?) -> Bool {
    guard let kinds, let principal = mention.principal else { return true }
    return kinds == [.person] ? mention.isPerson : kinds.contains(principal.kind)
  }

  /// Two actors without a noun ("the two", "each"): those named together last, else the two states of the article.
  func pair(_ index: Int, _ actors: DocumentActors, _ analyzed: AnalyzedDocument) -> [Mention] {
    let token = analyzed.tokens[index]
    let subjects = token.dep == .nsubj ? [] : subjects(above: token.head, actors, analyzed)
    if let pair = dominantPair(besides: subjects) { return pair.map { described($0, index) } }
    let together = taken(size: 2, kinds: nil, besides: subjects, index, analyzed)
    return together.isEmpty ? leadingPair(besides: subjects, index) : together
  }

  /// The states that the adjectives before a noun class: "the West African nations".
  func classed(_ index: Int, _ analyzed: AnalyzedDocument) -> Set<String>? {
    let tokens = analyzed.tokens
    for length in [3, 2, 1] where index >= length {
      let words = tokens[index - length..<index].map(\.lower).joined(separator: " ")
      if let states = stateNouns.states(adjective: words.replacing(" - ", with: "-"), at: date) { return states }
    }
    return nil
  }

  /// A mention of an actor by a noun that describes it.
  func described(_ actor: Actor, _ index: Int) -> Mention {
    Mention(tokens: index..<index + 1, head: index, actor: actor, principal: actor, form: .description)
  }
}
