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

  /// - Parameter filter: which events count; it names no actors.
  init(_ filter: RelationFilter, _ db: Database) {
    self.filter = filter
    self.db = db
  }

  /// The actors with which this one has events, in either direction, with the number of events.
  func neighbours(of actor: Int64) throws -> [Int64: Int] {
    if let known = neighbours[actor] { return known }
    if isWhole { return [:] }
    guard neighbours.count < Self.singleLimit else {
      try readAll()
      return neighbours[actor] ?? [:]
    }
    var counts: [Int64: Int] = [:]
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
    let literal = try FilterCompiler(filter, db: db).walk("e.source, e.target", [])
    try DirectStatement(db, literal: literal).forEach { row in
      let (source, target) = (row.int(0), row.int(1))
      if source != target { counts[Pair(one: min(source, target), other: max(source, target)), default: 0] += 1 }
    }
    neighbours = [:]
    for (pair, count) in counts {
      neighbours[pair.one, default: [:]][pair.other] = count
      neighbours[pair.other, default: [:]][pair.one] = count
    }
    isWhole = true
  }
}
