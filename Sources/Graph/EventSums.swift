import GRDB
import Vocabulary

/// The events that a filter leaves, summed up for one end or for both, by what is kept where that tells it.
struct EventSums {
  let filter: RelationFilter
  let compiler: FilterCompiler
  let db: Database

  init(_ filter: RelationFilter, _ db: Database) throws {
    self.filter = filter
    self.db = db
    compiler = try FilterCompiler(filter, db: db, ofPrincipals: true)
  }

  /// Whether the filter names no actors and the index of days tells all that it asks.
  var isOfDays: Bool {
    compiler.hasNoActors && compiler.search == nil && filter.minimumConfidence == nil
  }

  /// The sum of the events of these ends, nil for anybody.
  func tally(source: Int64?, target: Int64?) throws -> EventTally {
    var tally = EventTally()
    let ends = (source.map { [$0] }, target.map { [$0] })
    if let walk = try TallyWalk(filter, compiler, .init(), ends: [ends], db) {
      try walk.forEach { tally.add($0.tally) }
    } else {
      let conditions: [SQL] = [source.map { "e.source = \($0)" }, target.map { "e.target = \($0)" }].compactMap { $0 }
      try EventWalk(compiler, conditions, db).forEach { tally.add($0.entry) }
    }
    return tally
  }

  /// The sum of the events at either end of an actor, each once, and how many there are at each end.
  func tally(either actor: Int64) throws -> (sum: EventTally, acts: Int, receives: Int) {
    let (acts, receives) = (try tally(source: actor, target: nil), try tally(source: nil, target: actor))
    var sum = acts
    sum.add(receives)
    sum.subtract(try tally(source: actor, target: actor))
    return (sum, acts.events, receives.events)
  }

  /// Counts the events of each dyad, source or target by what is kept of dyads or else by the index of days alone;
  /// `isOfDays` tells whether that works.
  ///
  /// - Parameter keys: adds what stands for the groups of a source and a target.
  func counts(_ keys: (_ source: Int64, _ target: Int64, _ add: (Int64) -> Void) -> Void) throws -> CountTable {
    var counts = CountTable()
    if filter.since == nil, filter.until == nil, let classes = TallyWalk.classes(filter, compiler) {
      let sql = "SELECT source, target, is_actual, events FROM tally WHERE source > 0 AND target > 0"
      try DirectStatement(db, sql).forEach { row in
        guard classes.contains(row.int(2)) else { return }
        keys(row.int(0), row.int(1)) { counts.add($0, Int(row.int(3))) }
      }
      return counts
    }
    let literal = compiler.walk("e.source, e.target", [], table: "event_row e INDEXED BY event_by_day")
    try DirectStatement(db, literal: literal).forEach { row in
      keys(row.int(0), row.int(1)) { counts.add($0) }
    }
    return counts
  }
}

/// Counts by number: an open table that takes a few nanoseconds a count.
struct CountTable {
  private var keys: [Int64] = Array(repeating: 0, count: 1 << 10)
  private var counts: [Int] = Array(repeating: 0, count: 1 << 10)
  /// How many different numbers were counted.
  private(set) var count = 0

  /// Counts a number once more, or several times.
  mutating func add(_ key: Int64, _ times: Int = 1) {
    if count * 2 >= keys.count { grow() }
    let place = place(key)
    if counts[place] == 0 {
      keys[place] = key
      count += 1
    }
    counts[place] += times
  }

  private func place(_ key: Int64) -> Int {
    // Fibonacci hashing (Knuth): the upper bits of a product with the golden ratio.
    var place = Int(truncatingIfNeeded: (UInt64(bitPattern: key) &* 0x9e37_79b9_7f4a_7c15) >> 20) & (keys.count - 1)
    while counts[place] != 0, keys[place] != key { place = (place + 1) & (keys.count - 1) }
    return place
  }

  private mutating func grow() {
    let (oldKeys, oldCounts) = (keys, counts)
    keys = Array(repeating: 0, count: oldKeys.count * 4)
    counts = Array(repeating: 0, count: oldKeys.count * 4)
    for (key, count) in zip(oldKeys, oldCounts) where count > 0 {
      let place = place(key)
      keys[place] = key
      counts[place] = count
    }
  }

  /// The numbers with the greatest counts, at least so many where there are so many, and all that equal the last of
  /// these.
  func greatest(_ limit: Int) -> [Int64] {
    if limit <= 0 { return [] }
    let sorted = counts.filter { $0 > 0 }.sorted(by: >)
    let least = sorted.dropFirst(limit - 1).first ?? 1
    return zip(keys, counts).filter { $0.1 >= least && $0.1 > 0 }.map(\.0)
  }
}
