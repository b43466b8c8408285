/// What a graph tells of one actor: with whom it deals, and how cooperation and conflict stand over time.
///
/// Counted are actual events in which the actor is a principal or acts for one; events with itself are left out.
public struct ActorStanding: Hashable, Sendable {
  /// How many events it is the source of.
  public var eventsAsSource: Int
  /// How many events it is the target of.
  public var eventsAsTarget: Int
  /// The first day of its events.
  public var first: CalendarDate?
  /// The last day of its events.
  public var last: CalendarDate?
  /// For whom it acts in the graph's reports, most reports first; empty for an actor that acts for itself only.
  public var principals: [Principal]
  /// The actors with most events, at either end.
  public var partners: [Partner]
  /// By year, or by month where all lies in one year, in the order of time.
  public var balance: [Balance]

  /// Makes a standing of its parts.
  public init(
    eventsAsSource: Int = 0, eventsAsTarget: Int = 0, first: CalendarDate? = nil, last: CalendarDate? = nil,
    principals: [Principal] = [], partners: [Partner] = [], balance: [Balance] = []
  ) {
    self.eventsAsSource = eventsAsSource
    self.eventsAsTarget = eventsAsTarget
    self.first = first
    self.last = last
    self.principals = principals
    self.partners = partners
    self.balance = balance
  }

  /// Somebody for whom the actor acts.
  public struct Principal: Hashable, Sendable {
    /// Who.
    public var actor: Actor
    /// In how many reports.
    public var reports: Int
    /// The first day of these.
    public var first: CalendarDate?
    /// The last day of these.
    public var last: CalendarDate?

    /// Makes one of its parts.
    public init(actor: Actor, reports: Int, first: CalendarDate?, last: CalendarDate?) {
      self.actor = actor
      self.reports = reports
      self.first = first
      self.last = last
    }
  }

  /// Somebody with whom the actor has events.
  public struct Partner: Hashable, Sendable {
    /// Who.
    public var actor: Actor
    /// How many events of each type, in either direction.
    public var types: [EventType: Int]
    /// How many events.
    public var events: Int { types.values.reduce(0, +) }

    /// Makes one of its parts.
    public init(actor: Actor, types: [EventType: Int]) {
      self.actor = actor
      self.types = types
    }
  }

  /// Events of one year or month.
  public struct Balance: Hashable, Sendable {
    /// The year or month: `2023` or `2023-01`.
    public var period: String
    /// How many events of each quadrant.
    public var quads: [QuadClass: Int]
    /// Their mean intensity on Goldstein's scale.
    public var intensity: Double

    /// How many events.
    public var events: Int { quads.values.reduce(0, +) }
    /// How many of them are cooperation, in words or deeds.
    public var cooperation: Int { quads[.verbalCooperation, default: 0] + quads[.materialCooperation, default: 0] }
    /// How many of them are conflict, in words or deeds.
    public var conflict: Int { quads[.verbalConflict, default: 0] + quads[.materialConflict, default: 0] }

    /// Makes one of its parts.
    public init(period: String, quads: [QuadClass: Int], intensity: Double) {
      self.period = period
      self.quads = quads
      self.intensity = intensity
    }
  }
}
