/// The features of a source and a target together.
struct PairFeatures {
  let traits: [MentionTraits]
  let parts: [RoleReader.Part]
  let about: TriggerFeatures
  let rules: RuleHints

  /// Adds all of them.
  func add(_ source: Int, _ target: Int, to list: inout FeatureList) {
    let (left, right) = (traits[source], traits[target])
    let (from, to) = (parts[source], parts[target])
    let together: UInt64 = left.conjunct == right.conjunct ? 1 : 0
    let roles = FeatureHash.join(from.role, to.role)
    let order: UInt64 =
      (left.head < about.trigger ? 1 : 0) + (right.head < about.trigger ? 2 : 0) + (left.head < right.head ? 4 : 0)
    let (low, high) = (min(left.head, right.head), max(left.head, right.head))
    var between = 0
    for other in traits where low < other.head && other.head < high { between += 1 }
    list.add(FeatureHash.join(121, roles))
    list.addWord(FeatureHash.join(122, roles, about.lemma))
    list.add(FeatureHash.join(123, order))
    list.add(FeatureHash.join(124, UInt64(min(between, 5))))
    list.addWord(FeatureHash.join(125, together, about.lemma))
    list.add(FeatureHash.join(126, together, roles))
    list.add(FeatureHash.join(127, order, together))
    list.add(FeatureHash.join(128, SideFeatures.distance(low, high)))
    list.add(FeatureHash.join(129, from.path?.hash ?? 0, to.path?.hash ?? 0))
    list.add(FeatureHash.join(130, from.role == 0 ? 1 : 0, to.role == 0 ? 1 : 0, order))
    list.add(FeatureHash.join(131, left.kind, right.kind))
    list.add(FeatureHash.join(136, left.preposition, right.preposition, order))
    for type in about.types {
      list.add(FeatureHash.join(132, roles, type))
      list.add(FeatureHash.join(133, together, type))
      list.add(FeatureHash.join(134, order, type))
    }
    for type in about.objectTypes { list.add(FeatureHash.join(135, roles, type)) }
    rules.addFeatures(of: source, target, at: about.trigger, to: &list)
  }
}
