import Vocabulary

extension ActorDirectory {
  /// Names that somebody may have meant who wrote one that nobody has.
  ///
  /// Compared without case and accents with every name of the registry, every office holder's name and surname, and
  /// `further` names. The nearest come first, names proper before others.
  /// - Parameters:
  ///   - name: What was written.
  ///   - further: Names from elsewhere, a graph for example.
  ///   - limit: How many at most.
  public func suggestions(for name: String, among further: [String] = [], limit: Int = 5) -> [String] {
    let key = Self.key(name)
    guard key.count > 1 else { return [] }
    let farthest = key.count < 5 ? 1 : key.count < 9 ? 2 : 3
    var best: [String: [Int]] = [:]
    func consider(_ text: String, _ compared: String, weight: Int) {
      guard let distance = EditDistance.between(key, Self.key(compared), limit: farthest) else { return }
      let rank = [distance, weight]
      if let known = best[text], !rank.lexicographicallyPrecedes(known) { return }
      best[text] = rank
    }
    for entry in registry.entries {
      for (index, text) in registry.names(code: entry.actor.code).enumerated() {
        consider(text, text, weight: index == 0 ? 0 : 2)
      }
    }
    for text in further { consider(text, text, weight: 1) }
    for holder in registry.holders {
      consider(holder.name, holder.name, weight: 0)
      if let last = holder.name.split(separator: " ").last { consider(holder.name, String(last), weight: 3) }
    }
    let nearest = best.values.compactMap(\.first).min() ?? 0
    // Beside a name that differs in one letter, one that differs in three is no help.
    let near = best.filter { ($0.value.first ?? 0) <= nearest + 1 }
    return near.sorted { one, other in
      one.value == other.value ? one.key < other.key : one.value.lexicographicallyPrecedes(other.value)
    }.prefix(max(0, limit)).map(\.key)
  }
}
