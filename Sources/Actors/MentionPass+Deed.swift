import Language

/// Nouns that take up a deed: "the accord" of those who signed it, "the raid" of who made it.
extension MentionPass {
  /// Gives the document's deeds their actors, once all else is known.
  func resolveDeeds(_ actors: inout DocumentActors) {
    let analyzed = actors.analyzed
    for index in analyzed.tokens.indices where actors.byHead[index] == nil && actors.modifiers[index] == nil {
      let found = deed(index, Self.noun(analyzed.tokens[index]), actors, analyzed)
      if !found.isEmpty { actors.byHead[index] = found }
    }
  }

  /// The actors of the deed that a definite noun without an owner takes up.
  private func deed(_ index: Int, _ noun: String, _ actors: DocumentActors, _ analyzed: AnalyzedDocument) -> [Mention] {
    guard [.noun, .properNoun].contains(analyzed.tokens[index].pos), let entry = eventNouns[noun],
      isDefinite(index, analyzed), !isTold(index, entry, actors, analyzed)
    else { return [] }
    // "the accord" is that of the two whom the article speaks of most, whoever else agreed to something meanwhile.
    let above = subjects(above: analyzed.tokens[index].head, actors, analyzed)
    var found = entry.isShared ? leadingPair(besides: above, index) : []
    if found.isEmpty { found = DeedFinder(documents: past + [actors]).doers(of: entry, before: index) }
    return found.map { $0.renamed(tokens: index..<index + 1, head: index, form: .deed) }
  }

  /// Whether the noun's own words tell whose deed it is: "the Russian raid", "the raid by Sudan", "the accord that
  /// Peru signed".
  private func isTold(
    _ index: Int, _ entry: EventNounBook.Entry, _ actors: DocumentActors, _ analyzed: AnalyzedDocument
  ) -> Bool {
    let owners = actors.owners(of: index, prepositions: ["of", "by", "between", "among", "with", "from"])
    return !owners.isEmpty
      || analyzed.tree.children(of: index).contains {
        switch analyzed.tokens[$0].dep {
        case .relcl: !entry.isShared || entry.verbs.contains(analyzed.tokens[$0].lemma.lowercased())
        case .acl: analyzed.tokens[$0].tag == "VBN"
        default: false
        }
      }
  }
}
