/// What sort of thing an actor is.
public enum ActorKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// A state, recognised by all or disputed.
  case state
  /// An international or other organization, a party or movement.
  case organization
  /// An armed group.
  case armedGroup = "armed group"
  /// A company.
  case company
  /// A single person.
  case person
  /// A people, or part of one.
  case population
}
