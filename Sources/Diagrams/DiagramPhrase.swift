import Vocabulary

/// A phrase of a relation's label, with how often it was said or done.
struct DiagramPhrase: Hashable, Sendable {
  /// The phrase as a lemma: "urge".
  var text: String
  /// In how many events.
  var count: Int
  /// What to say of these events that the line's style does not: nil where they are like the rest.
  var note: Realis?

  /// The words in the picture: "urge ×3", "✗ promise", "supply (planned)".
  var label: String {
    let counted = count > 1 ? "\(text) ×\(count)" : text
    return switch note {
    case nil, .actual: counted
    case .negated: "✗ \(counted)"
    case .planned, .requested, .possible: "\(counted) (\(note?.rawValue ?? ""))"
    }
  }

  /// The phrases of the events, the most reported first, then the strongest.
  ///
  /// A negated phrase is always marked; other realis only where it differs from what the whole relation shares.
  static func telling(_ events: [Event], sharing shared: Realis) -> [DiagramPhrase] {
    struct Tally {
      var count = 0
      var reports = 0
      var strength = 0.0
    }
    var tallies: [DiagramPhrase: Tally] = [:]
    for event in events {
      var text = DotText.clean(event.relation)
      if text.isEmpty { text = event.type.rawValue.lowercased() }
      let isNoted = event.realis == .negated || event.realis != shared
      let key = DiagramPhrase(text: text, count: 0, note: isNoted && event.realis != .actual ? event.realis : nil)
      var tally = tallies[key] ?? Tally()
      tally.count += 1
      tally.reports += max(1, event.reports)
      tally.strength = max(tally.strength, event.intensity.magnitude)
      tallies[key] = tally
    }
    let ranked = tallies.sorted { left, right in
      if left.value.reports != right.value.reports { return left.value.reports > right.value.reports }
      if left.value.strength != right.value.strength { return left.value.strength > right.value.strength }
      return (left.key.text, left.key.note?.rawValue ?? "") < (right.key.text, right.key.note?.rawValue ?? "")
    }
    return ranked.map { DiagramPhrase(text: $0.key.text, count: $0.value.count, note: $0.key.note) }
  }
}
