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
    let isAscending = request.isAscending
    let (groups, total) = try reading { db in try Self.groups(request, db) }
    var keyed = groups.map { (key: GroupSortKey($0, order: request.order), group: $0) }
    if let cursor = request.after { keyed.removeAll { !cursor.key.precedes($0.key, isAscending: isAscending) } }
    keyed.sort { $0.key.precedes($1.key, isAscending: isAscending) }
    let page = request.limit.map { keyed.prefix(max(0, $0)) } ?? keyed[...]
    let next = page.count < keyed.count || groups.count < total && request.after == nil ? page.last : nil
    return GroupPage(
      items: page.map(\.group),
      next: next.map { GroupCursor(order: request.order, isAscending: isAscending, key: $0.key) }, total: total)
  }

  /// The groups that may be on the page, and how many there are in all.
  private static func groups(_ request: GroupRequest, _ db: Database) throws -> ([RelationGroup], total: Int) {
    let filter = plain(request.filter)
    var counter = GroupCounter(request.by)
    let compiler = try FilterCompiler(filter, db: db)
    // Few dyads are shown of many: those are ranked first.
    let isRanked = request.limit != nil && request.isByEventsOfEnds && compiler.hasNoActors
    if !isRanked, !request.ofTriples, let detail = TallyWalk.Detail(request.by),
      let walk = try TallyWalk(filter, compiler, detail, db)
    {
      try walk.forEach { counter.add($0) }
    } else if let limit = request.limit, request.isByEventsOfEnds {
      let sums = try EventSums(filter, db)
      guard sums.isOfDays else {
        try EventWalk(compiler, db).forEach { counter.add($0) }
        return (try counter.groups(request, db), counter.count)
      }
      // Few are shown: all are counted by the index alone, and those few summed up.
      let counts = try sums.counts { source, target, add in add(GroupCounter.key(request.by[0], source, target)) }
      for key in counts.greatest(limit) {
        let (source, target) = GroupCounter.ends(request.by[0], key)
        counter.add(
          .init(source: source ?? 0, target: target ?? 0, tally: try sums.tally(source: source, target: target)))
      }
      return (try counter.groups(request, db), counts.count)
    } else {
      try EventWalk(compiler, ofTriples: request.ofTriples, db).forEach { counter.add($0) }
    }
    return (try counter.groups(request, db), counter.count)
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

  /// How many groups there are.
  var count: Int { keys.count }

  mutating func add(_ row: EventWalk.Row) { tallies[place(row)].add(row.entry) }

  /// Adds what is kept, where the groupings are of ends and months alone.
  mutating func add(_ part: TallyWalk.Part) {
    let entry = EventTally.Entry(day: part.day, type: 0, reports: 0, intensity: 0, confidence: 0)
    let row = EventWalk.Row(source: part.source, target: part.target, realis: 0, entry: entry)
    tallies[place(row)].add(part.tally)
  }

  private mutating func place(_ row: EventWalk.Row) -> Int {
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
    if let known = places[key] { return known }
    places[key] = keys.count
    keys.append(key)
    tallies.append(EventTally())
    return keys.count - 1
  }

  /// The number that stands for an end or both.
  static func key(_ grouping: Grouping, _ source: Int64, _ target: Int64) -> Int64 {
    switch grouping {
    case .source: source
    case .target: target
    default: source &* pair &+ target
    }
  }

  /// The ends for which a number stands.
  static func ends(_ grouping: Grouping, _ key: Int64) -> (source: Int64?, target: Int64?) {
    switch grouping {
    case .source: (key, nil)
    case .target: (nil, key)
    default: (key / pair, key % pair)
    }
  }

  private mutating func part(_ index: Int, _ row: EventWalk.Row) -> Int64 {
    switch groupings[index] {
    case .source, .target, .dyad: Self.key(groupings[index], row.source, row.target)
    case .type: row.entry.type
    case .quad:
      EventTally.quadPlaces.indices.contains(Int(row.entry.type))
        ? Int64(EventTally.quadPlaces[Int(row.entry.type)]) : 0
    case .realis: row.realis
    case .year, .quarter, .month, .week, .day: books[index].place(row.entry.day)
    }
  }

  /// The groups that may be on a page, in no order, with names for the numbers.
  func groups(_ request: GroupRequest, _ db: Database) throws -> [RelationGroup] {
    var reader = RowReader(db)
    let least = least(request)
    return try zip(keys, tallies).filter { $0.1.events >= least }.map { key, tally in
      let parts = [key.parts.0, key.parts.1, key.parts.2, key.parts.3]
      return RelationGroup(
        keys: try groupings.indices.map { try value($0, parts[$0], &reader) }, totals: tally.totals)
    }
  }

  /// Groups with fewer events are not on a first page by number.
  private func least(_ request: GroupRequest) -> Int {
    guard let limit = request.limit, request.order == .events, !request.isAscending, request.after == nil else {
      return 0
    }
    return tallies.map(\.events).sorted(by: >).dropFirst(max(0, limit - 1)).first ?? 0
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

extension TallyWalk.Detail {
  /// What groups need to be kept apart; nil where what is kept does not tell it.
  fileprivate init?(_ groupings: [Grouping]) {
    for grouping in groupings {
      switch grouping {
      case .source: sources = true
      case .target: targets = true
      case .dyad: (sources, targets) = (true, true)
      case .month, .quarter, .year: months = true
      case .type, .quad, .realis, .week, .day: return nil
      }
    }
  }
}

extension GroupRequest {
  /// Whether the groups of one end, or of both, with most events are asked for, from the first.
  fileprivate var isByEventsOfEnds: Bool {
    !ofTriples && order == .events && !isAscending && after == nil && by.count == 1
      && [.source, .target, .dyad].contains(by[0])
  }
}
