public import Vocabulary

/// Which events or triples are asked for; what is left empty or nil lets everything through.
///
/// Actors are named by code. A code matches where the actor is the principal and where it acts itself for
/// another: `["NATO"]` finds its secretary general's words, and his own code finds them too.
public struct RelationFilter: Hashable, Sendable {
  /// The source is one of these.
  public var from: [String]
  /// The target is one of these.
  public var to: [String]
  /// One side is of the first list, the other of the second, in either direction.
  public var between: Pair?
  /// At least one side is one of these.
  public var either: [String]
  /// The type is one of these.
  public var types: Set<EventType>
  /// The quadrant is one of these.
  public var quads: Set<QuadClass>
  /// The realis is one of these.
  public var realis: Set<Realis>
  /// Not before the first day that this date can mean. A date known by month or year counts as its first day;
  /// what has no date is left out.
  public var since: CalendarDate?
  /// Not after the last day that this date can mean.
  public var until: CalendarDate?
  /// Words that the sentence contains, all of them; "words in quotation marks" stand together, `word*` begins so.
  public var text: String?
  /// At least this confidence, 0 to 1.
  public var minimumConfidence: Double?
  /// How a list is sorted.
  public var order: RelationOrder
  /// At most so many results.
  public var limit: Int?
  /// Leaves out so many results from the first.
  public var offset: Int
  /// Only what comes behind this place: the way to the next page that does not slow down with the page's number. Its
  /// order must be that of the list.
  public var after: EventCursor?

  /// Two lists of actors' codes, the ends of what is between them.
  public struct Pair: Hashable, Sendable {
    /// The codes of one end.
    public var one: [String]
    /// The codes of the other end.
    public var other: [String]

    /// Makes a pair.
    public init(_ one: [String], _ other: [String]) {
      self.one = one
      self.other = other
    }
  }

  /// Makes a filter.
  public init(
    from: [String] = [], to: [String] = [], between: Pair? = nil, either: [String] = [], types: Set<EventType> = [],
    quads: Set<QuadClass> = [], realis: Set<Realis> = [], since: CalendarDate? = nil, until: CalendarDate? = nil,
    text: String? = nil, minimumConfidence: Double? = nil, order: RelationOrder = .newest, limit: Int? = nil,
    offset: Int = 0, after: EventCursor? = nil
  ) {
    self.from = from
    self.to = to
    self.between = between
    self.either = either
    self.types = types
    self.quads = quads
    self.realis = realis
    self.since = since
    self.until = until
    self.text = text
    self.minimumConfidence = minimumConfidence
    self.order = order
    self.limit = limit
    self.offset = offset
    self.after = after
  }
}
