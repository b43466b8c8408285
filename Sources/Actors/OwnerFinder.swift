import Language

/// Finds whose a noun is: by an adjective ("Turkish troops"), a name before it ("NATO troops", "US-led force"), a
/// possessor ("Iran's tanker") or a prepositional phrase ("president of Ecuador").
struct OwnerFinder {
  let analyzed: AnalyzedDocument

  /// The prepositions that name an owner.
  static let prepositions: Set<String> = ["of", "from"]

  /// The tokens that name the owners of the noun at `head`, nearest kinds first; empty where there are none.
  /// - Parameter isName: Whether a token is the head of a name or pronoun that can own something.
  func owners(of head: Int, prepositions: Set<String> = Self.prepositions, isName: (Int) -> Bool) -> [Int] {
    let before = ownersBefore(head, isName: isName)
    return before.isEmpty ? ownersBehind(head, prepositions: prepositions, isName: isName) : before
  }

  /// The owners that stand before the noun.
  func ownersBefore(_ head: Int, isName: (Int) -> Bool) -> [Int] {
    let tokens = analyzed.tokens
    var before: [Int] = []
    for child in analyzed.tree.children(of: head) {
      let token = tokens[child]
      switch token.dep {
      case .poss: before += expanded(child, isName)
      case .amod, .compound, .nmod, .nummod, .npadvmod, .advmod, .det:
        guard child < head else { continue }
        if isName(child) {
          before += expanded(child, isName)
        } else if token.pos != .adverb {
          // "US-led coalition", "Foreign Ministry spokesman of Turkey": one step further.
          for inner in analyzed.tree.children(of: child) where isName(inner) && inner < child {
            before += expanded(inner, isName)
          }
        }
      default: continue
      }
    }
    return before
  }

  /// The owners that a preposition behind the noun names.
  func ownersBehind(_ head: Int, prepositions: Set<String> = Self.prepositions, isName: (Int) -> Bool) -> [Int] {
    objects(of: head, prepositions: prepositions).flatMap { expanded($0, isName) }
  }

  /// The nouns behind a noun's prepositions.
  func objects(of head: Int, prepositions: Set<String>) -> [Int] {
    let tokens = analyzed.tokens
    return analyzed.tree.children(of: head)
      .filter { tokens[$0].dep == .prep && prepositions.contains(tokens[$0].lower) }
      .flatMap { analyzed.tree.children(of: $0) }.filter { tokens[$0].dep == .pobj }
  }

  private func expanded(_ token: Int, _ isName: (Int) -> Bool) -> [Int] {
    analyzed.conjuncts(of: token).filter(isName)
  }
}
