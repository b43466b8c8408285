/// By what events are gathered into groups.
public enum Grouping: String, Hashable, Sendable, CaseIterable {
  /// The principal that acts.
  case source
  /// The principal to which it is done.
  case target
  /// Source and target together; A to B is another dyad than B to A.
  case dyad
  /// PLOVER's type.
  case type
  /// The quadrant of the type.
  case quad
  /// Whether it happened.
  case realis
  /// The year.
  case year
  /// The quarter of a year.
  case quarter
  /// The month.
  case month
  /// The week from Monday to Sunday.
  case week
  /// The day.
  case day

  /// The length of time that it means, nil where it means none.
  public var unit: TimeUnit? { TimeUnit(rawValue: rawValue) }
}

/// What the events of a group have in common.
public enum GroupKey: Hashable, Sendable {
  /// A source or target.
  case actor(Actor)
  /// Source and target.
  case dyad(Actor, Actor)
  /// A type.
  case type(EventType)
  /// A quadrant.
  case quad(QuadClass)
  /// A realis.
  case realis(Realis)
  /// A time; nil for events without a date, or with one that is not exact enough.
  case period(TimePeriod?)

  /// The key as text that tells it from all others of its grouping; a time that is not known is empty.
  public var text: String {
    switch self {
    case .actor(let actor): actor.code
    case .dyad(let source, let target): source.code + " → " + target.code
    case .type(let type): type.rawValue
    case .quad(let quad): quad.rawValue
    case .realis(let realis): realis.rawValue
    case .period(let period): period?.name ?? ""
    }
  }
}

/// Events with something in common, counted.
public struct RelationGroup: Hashable, Sendable {
  /// What they have in common, one key for each grouping asked for.
  public var keys: [GroupKey]
  /// What they come to.
  public var totals: EventTotals

  /// Makes a group of its parts.
  public init(keys: [GroupKey], totals: EventTotals) {
    self.keys = keys
    self.totals = totals
  }
}

/// What a number of events comes to.
public struct EventTotals: Hashable, Sendable {
  /// How many events.
  public var events: Int
  /// How many reports of them.
  public var reports: Int
  /// How many events of each quadrant.
  public var quads: [QuadClass: Int]
  /// Their mean intensity on Goldstein's scale, -10 to +10; nil where there are no events.
  public var intensity: Double?
  /// The best confidence, 0 to 1.
  public var confidence: Double
  /// The first date.
  public var first: CalendarDate?
  /// The last date.
  public var last: CalendarDate?

  /// Makes totals of their parts.
  public init(
    events: Int = 0, reports: Int = 0, quads: [QuadClass: Int] = [:], intensity: Double? = nil, confidence: Double = 0,
    first: CalendarDate? = nil, last: CalendarDate? = nil
  ) {
    self.events = events
    self.reports = reports
    self.quads = quads
    self.intensity = intensity
    self.confidence = confidence
    self.first = first
    self.last = last
  }

  /// How many events are cooperation, in words or deeds.
  public var cooperation: Int { quads[.verbalCooperation, default: 0] + quads[.materialCooperation, default: 0] }
  /// How many events are conflict, in words or deeds.
  public var conflict: Int { quads[.verbalConflict, default: 0] + quads[.materialConflict, default: 0] }
}
