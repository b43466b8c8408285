/// What lies between two actors over time, period by period.
public struct Timeline: Hashable, Sendable {
  /// The periods without a gap, from the first with an event to the last; empty where there are no events.
  public var buckets: [Bucket]
  /// Events without a date, or with one less exact than the periods: they stand in no bucket.
  public var undated: Int
  /// How long a period is.
  public var unit: TimeUnit

  /// One period.
  public struct Bucket: Hashable, Sendable {
    /// When.
    public var period: TimePeriod
    /// What its events come to.
    public var totals: EventTotals

    /// Makes a bucket of its parts.
    public init(period: TimePeriod, totals: EventTotals) {
      self.period = period
      self.totals = totals
    }
  }

  /// Makes a timeline of its parts.
  public init(buckets: [Bucket], undated: Int, unit: TimeUnit) {
    self.buckets = buckets
    self.undated = undated
    self.unit = unit
  }
}

/// What a principal has a part in, at either end.
public struct ActorActivity: Hashable, Sendable {
  /// Who.
  public var actor: Actor
  /// In how many events it is the source.
  public var eventsAsSource: Int
  /// In how many events it is the target.
  public var eventsAsTarget: Int
  /// What its events come to; one with itself counts once.
  public var totals: EventTotals

  /// Makes one of its parts.
  public init(actor: Actor, eventsAsSource: Int, eventsAsTarget: Int, totals: EventTotals) {
    self.actor = actor
    self.eventsAsSource = eventsAsSource
    self.eventsAsTarget = eventsAsTarget
    self.totals = totals
  }
}
