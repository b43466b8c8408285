/// How two actors hang together: a chain of actors, each of which has events with the next.
public struct RelationPath: Hashable, Sendable {
  /// The steps from one end to the other; at least one.
  public var steps: [Step]

  /// Two actors that have events with one another, in either direction.
  public struct Step: Hashable, Sendable {
    /// Where the step begins.
    public var from: Actor
    /// Where it leads.
    public var to: Actor
    /// How many events lie between the two.
    public var events: Int
    /// The best of these events; its own direction may be the other one.
    public var event: Event
    /// The best of that event's reports, with its sentence.
    public var evidence: Triple?

    /// Makes a step of its parts.
    public init(from: Actor, to: Actor, events: Int, event: Event, evidence: Triple?) {
      self.from = from
      self.to = to
      self.events = events
      self.event = event
      self.evidence = evidence
    }
  }

  /// Makes a path of its steps.
  public init(steps: [Step]) { self.steps = steps }

  /// As strong as its weakest step: the least number of events between two neighbours.
  public var strength: Int { steps.map(\.events).min() ?? 0 }

  /// The actors from one end to the other.
  public var actors: [Actor] { (steps.first.map { [$0.from] } ?? []) + steps.map(\.to) }
}
