import GRDB
public import Vocabulary

extension GraphStore {
  /// The pairs of principals with most events, in each direction apart. O(events that the filter leaves).
  ///
  /// - Parameters:
  ///   - filter: which events are counted; its order, limit, offset and cursor are not looked at.
  ///   - limit: at most so many.
  public func topDyads(_ filter: RelationFilter = RelationFilter(), limit: Int = 20) throws(GraphError)
    -> [RelationGroup]
  {
    try groups(GroupRequest(by: [.dyad], filter: filter, limit: limit)).items
  }

  /// The principals with most events at either end. O(events that the filter leaves).
  ///
  /// - Parameters:
  ///   - filter: which events are counted; its order, limit, offset and cursor are not looked at.
  ///   - limit: at most so many.
  public func topActors(_ filter: RelationFilter = RelationFilter(), limit: Int = 20) throws(GraphError)
    -> [ActorActivity]
  {
    try reading { db in
      struct Part {
        var tally = EventTally()
        var acts = 0
        var receives = 0
      }
      var parts: [Int64: Part] = [:]
      try EventWalk(filter, db).forEach { row in
        parts[row.source, default: Part()].acts += 1
        parts[row.source, default: Part()].tally.add(row.entry)
        parts[row.target, default: Part()].receives += 1
        if row.target != row.source { parts[row.target, default: Part()].tally.add(row.entry) }
      }
      // Names are read for those alone that may be shown.
      let counts = parts.values.map(\.tally.events).sorted(by: >)
      let least = counts.dropFirst(max(0, limit - 1)).first ?? 0
      var reader = RowReader(db)
      let best = try parts.filter { $0.value.tally.events >= least }.map { number, part in
        ActorActivity(
          actor: try reader.actor(number), eventsAsSource: part.acts, eventsAsTarget: part.receives,
          totals: part.tally.totals)
      }
      let sorted = best.sorted { left, right in
        left.totals.events != right.totals.events
          ? left.totals.events > right.totals.events
          : left.actor.code.utf8.lexicographicallyPrecedes(right.actor.code.utf8)
      }
      return Array(sorted.prefix(max(0, limit)))
    }
  }
}
