import Actors

/// How sure a candidate is, by how its parts were found. The factors are judged, not yet fitted to data.
enum Confidence {
  /// What rests on guesses at both ends is left out.
  static let least = 0.57

  /// A noun says less than a verb of who did it.
  static let noun = 0.9

  static func of(source: Mention, target: Mention, form: Clause.Form) -> Double {
    0.97 * factor(source.form) * factor(target.form) * factor(form)
  }

  private static func factor(_ form: MentionForm) -> Double {
    switch form {
    case .name, .person: 1
    case .role, .modifier: 0.95
    case .description: 0.8
    case .pronoun, .deed: 0.75
    }
  }

  private static func factor(_ form: Clause.Form) -> Double {
    switch form {
    case .active, .passive: 1
    case .relative, .conjunct: 0.95
    case .reduced, .controlled: 0.9
    }
  }
}
