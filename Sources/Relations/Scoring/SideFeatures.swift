import Language

/// The features of one mention as the source or target of what a word tells.
struct SideFeatures {
  let traits: [MentionTraits]
  let parts: [RoleReader.Part]
  let about: TriggerFeatures
  let field: Field
  /// The hash of the noun that each mention stands before or owns; 0 where it does not.
  let owned: [UInt64]

  /// Adds all of them.
  /// - Parameter salt: What tells sources from targets.
  func add(_ index: Int, salt: UInt64, to list: inout FeatureList) {
    let part = parts[index]
    guard let path = part.path else { return }
    addPart(index, part, path, salt, &list)
    addPlace(index, part, salt + 4, &list)
  }

  /// Which part it plays, by the tree.
  private func addPart(
    _ index: Int, _ part: RoleReader.Part, _ path: (length: Int, hash: UInt64), _ salt: UInt64,
    _ list: inout FeatureList
  ) {
    let mention = traits[index]
    let (role, lemma) = (part.role, about.lemma)
    list.add(FeatureHash.join(salt, 1, role))
    list.add(FeatureHash.join(salt, 2, path.hash))
    list.addWord(FeatureHash.join(salt, 3, role, lemma))
    list.add(FeatureHash.join(salt, 4, role, mention.form))
    list.add(FeatureHash.join(salt, 5, mention.kind, mention.form))
    list.addWord(FeatureHash.join(salt, 6, role, about.object))
    list.add(FeatureHash.join(salt, 7, UInt64(min(path.length, 8))))
    list.addWord(FeatureHash.join(salt, 8, role, lemma, about.object))
    list.add(FeatureHash.join(salt, 9, mention.dependency, mention.isPlace))
    list.addWord(FeatureHash.join(salt, 10, mention.kind, lemma))
    list.add(FeatureHash.join(salt, 11, Self.distance(mention.head, about.trigger)))
    if mention.sector != 0 { list.add(FeatureHash.join(salt, 12, mention.sector, role)) }
    for type in about.types { list.add(FeatureHash.join(salt, 13, role, type)) }
    for type in about.objectTypes { list.add(FeatureHash.join(salt, 14, role, type)) }
    let noun = owned[index]
    if noun != 0 {
      list.addWord(FeatureHash.join(salt, 15, noun))
      list.addWord(FeatureHash.join(salt, 16, noun, role))
      list.addWord(FeatureHash.join(salt, 17, noun, lemma))
    }
  }

  /// Where it stands among the others, whatever the parser thinks: this holds where the parse is wrong.
  private func addPlace(_ index: Int, _ part: RoleReader.Part, _ salt: UInt64, _ list: inout FeatureList) {
    let mention = traits[index]
    let isLeft: UInt64 = mention.head < about.trigger ? 1 : 0
    let rank = UInt64(min(field.rank[index], 4))
    let verbs = UInt64(min(field.verbs[index], 2))
    let kind = part.kind.number
    let others = field.others(mention.code)
    // Governed only counts where the preposition stands behind the word.
    let governed = isLeft == 1 || mention.prepositionToken > about.trigger ? mention.preposition : 0
    list.add(FeatureHash.join(salt, 1, isLeft, rank))
    list.add(FeatureHash.join(salt, 2, kind, FeatureHash.join(isLeft, rank)))
    list.add(FeatureHash.join(salt, 3, kind, others.agent))
    list.add(FeatureHash.join(salt, 4, kind, others.patient))
    list.add(FeatureHash.join(salt, 5, FeatureHash.join(others.agent, others.patient), isLeft, rank))
    list.add(FeatureHash.join(salt, 6, mention.before))
    list.add(FeatureHash.join(salt, 7, mention.before, isLeft))
    list.add(FeatureHash.join(salt, 8, part.isOwner ? 1 : 0, kind))
    list.add(FeatureHash.join(salt, 9, UInt64(min(field.principals, 6))))
    list.add(FeatureHash.join(salt, 10, governed, isLeft, FeatureHash.join(min(rank, 2), verbs)))
    list.addWord(FeatureHash.join(salt, 11, governed, isLeft, about.lemma))
    list.add(FeatureHash.join(salt, 12, verbs, isLeft, kind))
    list.add(FeatureHash.join(salt, 14, mention.after, isLeft))
    let gap = field.gaps[index]
    if gap.parts != 0 { list.add(FeatureHash.join(salt, 15, gap.parts, isLeft)) }
    if gap.words != 0 {
      list.add(FeatureHash.join(salt, 16, gap.words, isLeft))
      list.addWord(FeatureHash.join(salt, 17, gap.words, isLeft, about.lemma))
    }
    for type in about.types { list.add(FeatureHash.join(salt, 13, governed, isLeft, FeatureHash.join(verbs, type))) }
  }

  /// How far two words stand apart, in six steps.
  static func distance(_ left: Int, _ right: Int) -> UInt64 {
    let distance = abs(left - right)
    return UInt64(distance < 4 ? distance : distance < 8 ? 4 : distance < 16 ? 5 : 6)
  }
}
