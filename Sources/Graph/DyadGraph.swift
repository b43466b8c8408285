import GRDB
import Vocabulary

/// Who has events with whom, and how many: read actor by actor while few are asked for, then all at once.
///
/// An actor with many events costs as much as it has of them; the whole graph costs one walk, however many actors a
/// search wants to see. So no search reads an event more than twice.
final class DyadGraph {
  /// So many actors are asked for one by one.
  private static let singleLimit = 64

  private let filter: RelationFilter
  private let db: Database
  private var neighbours: [Int64: [Int64: Int]] = [:]
  private var isWhole = false
  /// The classes of realis that count, where what is kept in `tally` tells all.
  private let keptClasses: [Int64]?

  /// - Parameter filter: which events count; it names no actors.
  init(_ filter: RelationFilter, _ db: Database) throws {
    self.filter = filter
    self.db = db
    let isOfAllTimes = filter.since == nil && filter.until == nil
    keptClasses = isOfAllTimes ? try TallyWalk.classes(filter, FilterCompiler(filter, db: db)) : nil
  }

  /// With whom an actor has events, by class of realis: one who acts, one who is acted on.
  static let partnersOfSource = "SELECT target, is_actual, events FROM tally WHERE source = ? AND target > 0"
  static let partnersOfTarget = "SELECT source, is_actual, events FROM tally WHERE target = ? AND source > 0"

  /// The actors with which this one has events, in either direction, with the number of events.
  func neighbours(of actor: Int64) throws -> [Int64: Int] {
    if let known = neighbours[actor] { return known }
    if isWhole { return [:] }
    guard neighbours.count < Self.singleLimit else {
      try readAll()
      return neighbours[actor] ?? [:]
    }
    var counts: [Int64: Int] = [:]
    if let keptClasses {
      for sql in [Self.partnersOfSource, Self.partnersOfTarget] {
        let statement = try DirectStatement(db, sql)
        statement.bind(1, actor)
        try statement.forEach { row in
          if keptClasses.contains(row.int(1)) { counts[row.int(0), default: 0] += Int(row.int(2)) }
        }
      }
      counts[actor] = nil
      neighbours[actor] = counts
      return counts
    }
    for (side, other) in [("source", "target"), ("target", "source")] {
      let conditions: [SQL] = [SQL(sql: "e.\(side) = ") + "\(actor)"]
      let literal = try FilterCompiler(filter, db: db, ofPrincipals: true).walk("e.\(other)", conditions)
      try DirectStatement(db, literal: literal).forEach { row in counts[row.int(0), default: 0] += 1 }
    }
    counts[actor] = nil
    neighbours[actor] = counts
    return counts
  }

  private func readAll() throws {
    struct Pair: Hashable {
      var one: Int64
      var other: Int64
    }
    var counts: [Pair: Int] = [:]
    func add(_ source: Int64, _ target: Int64, _ events: Int) {
      if source != target { counts[Pair(one: min(source, target), other: max(source, target)), default: 0] += events }
    }
    if let keptClasses {
      let sql = "SELECT source, target, is_actual, events FROM tally WHERE source > 0 AND target > 0"
      try DirectStatement(db, sql).forEach { row in
        if keptClasses.contains(row.int(2)) { add(row.int(0), row.int(1), Int(row.int(3))) }
      }
    } else {
      let literal = try FilterCompiler(filter, db: db).walk("e.source, e.target", [])
      try DirectStatement(db, literal: literal).forEach { row in add(row.int(0), row.int(1), 1) }
    }
    neighbours = [:]
    for (pair, count) in counts {
      neighbours[pair.one, default: [:]][pair.other] = count
      neighbours[pair.other, default: [:]][pair.one] = count
    }
    isWhole = true
  }
}
