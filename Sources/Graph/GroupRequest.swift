public import Vocabulary

/// Asks for events in groups: how many, how intense, from when to when.
///
/// ```swift
/// let request = GroupRequest(by: [.dyad, .year], filter: RelationFilter(from: ["NATO"]))
/// for group in try store.groups(request).items { print(group.keys.map(\.text), group.totals.events) }
/// ```
public struct GroupRequest: Hashable, Sendable {
  /// How many groupings a request may have.
  public static let maximumGroupings = 4

  /// By what groups are sorted.
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// The number of events.
    case events
    /// The number of reports.
    case reports
    /// The mean intensity.
    case intensity
    /// The best confidence.
    case confidence
    /// The time of the group where it has one, else its last date.
    case date
  }

  /// What the events of a group have in common, four groupings at most; further ones are not looked at.
  public var by: [Grouping]
  /// Which events are counted; its order, limit, offset and cursor are not looked at.
  public var filter: RelationFilter
  /// Whether reports are counted one by one: intensity and confidence are then those of the triples that the filter
  /// leaves, and an event has as many reports as it leaves.
  public var ofTriples: Bool
  /// By what they are sorted; of equals, the keys decide.
  public var order: Order
  /// Whether the least comes first.
  public var isAscending: Bool
  /// At most so many groups.
  public var limit: Int?
  /// Only groups behind this one.
  public var after: GroupCursor?

  /// Makes a request; groups of times come in the order of time where no order is given, others by events.
  public init(
    by: [Grouping], filter: RelationFilter = RelationFilter(), ofTriples: Bool = false, order: Order? = nil,
    isAscending: Bool? = nil, limit: Int? = nil, after: GroupCursor? = nil
  ) {
    self.by = Array(by.prefix(Self.maximumGroupings))
    self.filter = filter
    self.ofTriples = ofTriples
    let isOfTime = by.first?.unit != nil
    self.order = order ?? (isOfTime ? .date : .events)
    self.isAscending = isAscending ?? (order == nil && isOfTime)
    self.limit = limit
    self.after = after
  }
}

/// Some of the groups, and where the next page begins.
public struct GroupPage: Hashable, Sendable {
  /// The groups.
  public var items: [RelationGroup]
  /// What to give as `after` for the next page; nil where nothing is left.
  public var next: GroupCursor?
  /// How many groups there are on all pages.
  public var total: Int
}
