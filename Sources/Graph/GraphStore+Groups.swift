import GRDB
import Vocabulary

extension GraphStore {
  /// The events of a filter in groups. O(events that the filter leaves); memory for the groups.
  ///
  /// - Throws: `GraphError.foreignCursor` where the cursor comes from a list in another order.
  public func groups(_ request: GroupRequest) throws(GraphError) -> GroupPage {
    if let cursor = request.after,
      cursor.order != request.order || cursor.isAscending != request.isAscending
        || cursor.key.texts.count != request.by.count
    {
      throw .foreignCursor(path)
    }
    let groups = try reading { db in
      var counter = GroupCounter(request.by)
      try EventWalk(request.filter, ofTriples: request.ofTriples, db).forEach { counter.add($0) }
      return try counter.groups(db)
    }
    let isAscending = request.isAscending
    var keyed = groups.map { (key: GroupSortKey($0, order: request.order), group: $0) }
    if let cursor = request.after { keyed.removeAll { !cursor.key.precedes($0.key, isAscending: isAscending) } }
    keyed.sort { $0.key.precedes($1.key, isAscending: isAscending) }
    let page = request.limit.map { keyed.prefix(max(0, $0)) } ?? keyed[...]
    let next = page.count < keyed.count ? page.last : nil
    return GroupPage(
      items: page.map(\.group),
      next: next.map { GroupCursor(order: request.order, isAscending: isAscending, key: $0.key) }, total: groups.count)
  }
}

/// Counts events by up to four numbers, which stand for the keys of their groups.
struct GroupCounter {
  private struct Key: Hashable {
    var parts: (Int64, Int64, Int64, Int64) = (0, 0, 0, 0)

    static func == (left: Key, right: Key) -> Bool { left.parts == right.parts }

    func hash(into hasher: inout Hasher) {
      hasher.combine(parts.0)
      hasher.combine(parts.1)
      hasher.combine(parts.2)
      hasher.combine(parts.3)
    }
  }

  private let groupings: [Grouping]
  private var books: [PeriodBook]
  private var places: [Key: Int] = [:]
  private var keys: [Key] = []
  private var tallies: [EventTally] = []
  /// Source and target in one number; neither is as large as this.
  private static let pair: Int64 = 1 << 31

  init(_ groupings: [Grouping]) {
    self.groupings = Array(groupings.prefix(GroupRequest.maximumGroupings))
    // Those of groupings without a time stay empty.
    books = self.groupings.map { PeriodBook($0.unit ?? .day) }
  }

  mutating func add(_ row: EventWalk.Row) {
    var key = Key()
    for index in groupings.indices {
      let part = part(index, row)
      switch index {
      case 0: key.parts.0 = part
      case 1: key.parts.1 = part
      case 2: key.parts.2 = part
      default: key.parts.3 = part
      }
    }
    let place: Int
    if let known = places[key] {
      place = known
    } else {
      place = keys.count
      places[key] = place
      keys.append(key)
      tallies.append(EventTally())
    }
    tallies[place].add(row.entry)
  }

  private mutating func part(_ index: Int, _ row: EventWalk.Row) -> Int64 {
    switch groupings[index] {
    case .source: row.source
    case .target: row.target
    case .dyad: row.source &* Self.pair &+ row.target
    case .type: row.entry.type
    case .quad:
      EventTally.quadPlaces.indices.contains(Int(row.entry.type))
        ? Int64(EventTally.quadPlaces[Int(row.entry.type)]) : 0
    case .realis: row.realis
    case .year, .quarter, .month, .week, .day: books[index].place(row.entry.day)
    }
  }

  /// The groups in no order, with names for the numbers.
  func groups(_ db: Database) throws -> [RelationGroup] {
    var reader = RowReader(db)
    return try zip(keys, tallies).map { key, tally in
      let parts = [key.parts.0, key.parts.1, key.parts.2, key.parts.3]
      return RelationGroup(
        keys: try groupings.indices.map { try value($0, parts[$0], &reader) }, totals: tally.totals)
    }
  }

  private func value(_ index: Int, _ part: Int64, _ reader: inout RowReader) throws -> GroupKey {
    switch groupings[index] {
    case .source, .target: .actor(try reader.actor(part))
    case .dyad: .dyad(try reader.actor(part / Self.pair), try reader.actor(part % Self.pair))
    case .type: .type(try reader.type(part))
    case .quad: .quad(QuadClass.allCases[min(max(0, Int(part)), QuadClass.allCases.count - 1)])
    case .realis: .realis(try reader.realis(part))
    case .year, .quarter, .month, .week, .day: .period(books[index][part])
    }
  }
}
