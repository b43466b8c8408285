public import Vocabulary

/// Asks how two actors hang together: chains of actors, each of which has events with the next, in either direction
/// or, where asked for, from the one to the next alone.
///
/// ```swift
/// let request = PathRequest(from: "PER", to: "NATO", order: .strongest, filter: RelationFilter(realis: [.actual]))
/// for path in try store.paths(request).paths { print(path.actors.map(\.name)) }
/// ```
public struct PathRequest: Hashable, Sendable {
  /// The most steps that a path may have.
  public static let maximumHops = 6

  /// Which paths come first.
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// The fewest steps; of equals the strongest.
    case shortest
    /// The strongest weakest step, told by its number of events; of equals the shortest.
    case strongest
  }

  /// The code of the actor where paths begin.
  public var from: String
  /// The code of the actor where they end.
  public var to: String
  /// How many steps at most.
  public var hops: Int
  /// Which come first.
  public var order: Order
  /// Whether an event makes a step from its source to its target alone.
  public var isDirected: Bool
  /// How many paths at most.
  public var limit: Int
  /// Which events make steps; its actors, order, limit, offset and cursor are not looked at.
  public var filter: RelationFilter

  /// Makes a request.
  public init(
    from: String, to: String, hops: Int = 4, order: Order = .shortest, isDirected: Bool = false, limit: Int = 3,
    filter: RelationFilter = RelationFilter()
  ) {
    self.from = from
    self.to = to
    self.hops = min(max(1, hops), Self.maximumHops)
    self.order = order
    self.isDirected = isDirected
    self.limit = max(0, limit)
    self.filter = filter
  }
}

/// The paths between two actors.
public struct PathAnswer: Hashable, Sendable {
  /// The best paths in the order asked for; none passes an actor twice.
  public var paths: [RelationPath]
  /// Whether the search ended at its bound on work before it could tell that there are no further paths.
  public var isCutShort: Bool
}
