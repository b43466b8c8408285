/// What a graph holds, in numbers.
public struct GraphStatistics: Hashable, Sendable {
  /// How many articles.
  public var articles = 0
  /// How many of them are no near-duplicates of an earlier one.
  public var independentArticles = 0
  /// How many sentences.
  public var sentences = 0
  /// How many actors are shown.
  public var actors = 0
  /// How many more are merged into these.
  public var mergedActors = 0
  /// How many triples are shown.
  public var triples = 0
  /// How many events.
  public var events = 0
  /// How many ordered pairs of principals have events.
  public var dyads = 0
  /// The first and last day of articles.
  public var articleDates = Span()
  /// The first and last day of events.
  public var eventDates = Span()
  /// Events by type.
  public var types: [EventType: Int] = [:]
  /// Events by realis.
  public var realis: [Realis: Int] = [:]
  /// The database in bytes, without its write-ahead log.
  public var bytes = 0
  /// The version of the database's schema.
  public var schema = 0
  /// The version of SQLite that reads it.
  public var sqlite = ""

  /// Two dates, nil where there is none.
  public struct Span: Hashable, Sendable {
    /// The first.
    public var first: CalendarDate?
    /// The last.
    public var last: CalendarDate?

    /// Makes a span of its ends.
    public init(first: CalendarDate? = nil, last: CalendarDate? = nil) {
      self.first = first
      self.last = last
    }
  }

  /// Makes statistics of an empty graph.
  public init() {}
}
