/// What several triples report together: same principals, type and realis, and the same day or neighbouring ones.
public struct Event: Hashable, Sendable {
  /// The store's number of the event.
  public var id: Int64
  /// For whom the source acts.
  public var source: Actor
  /// For whom the target acts.
  public var target: Actor
  /// PLOVER's type.
  public var type: EventType
  /// Whether it is reported as having happened.
  public var realis: Realis
  /// The day of the event, where one is known: the first that a report tells exactly, else the first.
  public var date: CalendarDate?
  /// The commonest phrase of its reports: "urge".
  public var relation: String
  /// The CAMEO code of the commonest phrase, where its frame tells one.
  public var cameo: String?
  /// Mean intensity of its reports, Goldstein's scale.
  public var intensity: Double
  /// The best confidence of its reports, 0 to 1.
  public var confidence: Double
  /// How many triples report it.
  public var reports: Int
  /// How many independent articles report it: those that print one story count once.
  public var articles: Int

  /// Makes an event of its parts.
  public init(
    id: Int64, source: Actor, target: Actor, type: EventType, realis: Realis, date: CalendarDate?, relation: String,
    cameo: String?, intensity: Double, confidence: Double, reports: Int, articles: Int
  ) {
    self.id = id
    self.source = source
    self.target = target
    self.type = type
    self.realis = realis
    self.date = date
    self.relation = relation
    self.cameo = cameo
    self.intensity = intensity
    self.confidence = confidence
    self.reports = reports
    self.articles = articles
  }

  /// The quadrant of the type.
  public var quad: QuadClass { type.quad }
}
