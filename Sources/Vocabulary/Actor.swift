/// Somebody or something that acts: a state, organization, armed group, company, person or population.
public struct Actor: Hashable, Sendable, Codable {
  /// ISO 3166-1 alpha-3 for a state, the usual short name otherwise.
  public var code: String
  /// The usual English name.
  public var name: String
  /// What sort of actor it is.
  public var kind: ActorKind

  /// Makes an actor.
  public init(code: String, name: String, kind: ActorKind) {
    self.code = code
    self.name = name
    self.kind = kind
  }

  /// The name with the code behind it, for people: "Japan (JPN)"; the name alone where both are the same.
  public var title: String { name == code ? name : "\(name) (\(code))" }
}

/// An actor in its part in a triple: who it is, for whom it acts, and how the sentence calls it.
public struct Participant: Hashable, Sendable, Codable {
  /// The person or body itself.
  public var actor: Actor
  /// The code of the actor for whom it acts at that date; its own where it acts for itself.
  public var principal: String
  /// The words of the sentence that name it.
  public var mention: String

  /// Makes a participant.
  public init(actor: Actor, principal: String, mention: String) {
    self.actor = actor
    self.principal = principal
    self.mention = mention
  }
}
