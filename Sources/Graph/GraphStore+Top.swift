import GRDB
public import Vocabulary

extension GraphStore {
  /// The pairs of principals with most events, in each direction apart. O(events that the filter leaves), without a
  /// filter O(dyads).
  ///
  /// - Parameters:
  ///   - filter: which events are counted; its order, limit, offset and cursor are not looked at.
  ///   - limit: at most so many.
  public func topDyads(_ filter: RelationFilter = RelationFilter(), limit: Int = 20) throws(GraphError)
    -> [RelationGroup]
  {
    try groups(GroupRequest(by: [.dyad], filter: filter, limit: limit)).items
  }

  /// The principals with most events at either end. O(events that the filter leaves), without a filter O(actors).
  ///
  /// - Parameters:
  ///   - filter: which events are counted; its order, limit, offset and cursor are not looked at.
  ///   - limit: at most so many.
  public func topActors(_ filter: RelationFilter = RelationFilter(), limit: Int = 20) throws(GraphError)
    -> [ActorActivity]
  {
    try reading { db in
      let sums = try EventSums(Self.plain(filter), db)
      let best = try Self.activities(sums, limit, db)
      return Array(
        best.sorted { left, right in
          left.totals.events != right.totals.events
            ? left.totals.events > right.totals.events
            : left.actor.code.utf8.lexicographicallyPrecedes(right.actor.code.utf8)
        }.prefix(max(0, limit)))
    }
  }

  /// The filter without what only concerns lists.
  static func plain(_ filter: RelationFilter) -> RelationFilter {
    var filter = filter
    (filter.order, filter.limit, filter.offset, filter.after) = (.newest, nil, 0, nil)
    return filter
  }

  /// The most active, and all that equal the last of them.
  private static func activities(_ sums: EventSums, _ limit: Int, _ db: Database) throws -> [ActorActivity] {
    var reader = RowReader(db)
    guard let actors = try mostActive(sums, limit) else {
      var parts: [Int64: (tally: EventTally, acts: Int, receives: Int)] = [:]
      try EventWalk(FilterCompiler(sums.filter, db: db), db).forEach { row in
        parts[row.source, default: (EventTally(), 0, 0)].acts += 1
        parts[row.source, default: (EventTally(), 0, 0)].tally.add(row.entry)
        parts[row.target, default: (EventTally(), 0, 0)].receives += 1
        if row.target != row.source { parts[row.target, default: (EventTally(), 0, 0)].tally.add(row.entry) }
      }
      // Names are read for those alone that may be shown.
      let counts = parts.values.map(\.tally.events).sorted(by: >)
      let least = counts.dropFirst(max(0, limit - 1)).first ?? 0
      return try parts.filter { $0.value.tally.events >= least }.map { number, part in
        ActorActivity(
          actor: try reader.actor(number), eventsAsSource: part.acts, eventsAsTarget: part.receives,
          totals: part.tally.totals)
      }
    }
    return try actors.map { number in
      let part = try sums.tally(either: number)
      return ActorActivity(
        actor: try reader.actor(number), eventsAsSource: part.acts, eventsAsTarget: part.receives,
        totals: part.sum.totals)
    }
  }

  /// The most active where counts alone tell them, and all that equal the last of them.
  private static func mostActive(_ sums: EventSums, _ limit: Int) throws -> [Int64]? {
    guard sums.isOfDays else { return nil }
    guard let sources = try TallyWalk(sums.filter, sums.compiler, .init(sources: true), sums.db),
      let targets = try TallyWalk(sums.filter, sums.compiler, .init(targets: true), sums.db)
    else {
      return try sums.counts { source, target, add in
        add(source)
        if source != target { add(target) }
      }.greatest(limit)
    }
    var counts: [Int64: Int] = [:]
    try sources.forEach { counts[$0.source, default: 0] += $0.tally.events }
    try targets.forEach { counts[$0.target, default: 0] += $0.tally.events }
    // Events with oneself were counted twice; these are looked at for those alone that may be among the first.
    var exact: [(actor: Int64, events: Int)] = []
    var least = 0
    for (actor, events) in counts.sorted(by: { $0.value > $1.value }) {
      if exact.count >= limit, events < least { break }
      exact.append((actor, events - (try sums.tally(source: actor, target: actor).events)))
      if exact.count >= limit { least = exact.map(\.events).sorted(by: >)[max(0, limit - 1)] }
    }
    return exact.filter { $0.events >= least }.map(\.actor)
  }
}
