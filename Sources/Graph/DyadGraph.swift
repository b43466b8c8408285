import GRDB
import Vocabulary

/// Who has events with whom, and how many: read actor by actor while few are asked for, then all at once.
///
/// An actor with many events costs as much as it has of them; the whole graph costs one walk, however many actors a
/// search wants to see. So no search reads an event more than twice.
final class DyadGraph {
  /// So many actors are asked for one by one.
  private static let singleLimit = 64

  /// Whether an event leads from its source to its target alone.
  let isDirected: Bool
  private let filter: RelationFilter
  private let db: Database
  /// The number of events by the actor where steps begin and the one where they end, and the other way round where the
  /// direction makes a difference.
  private var ahead: [Int64: [Int64: Int]] = [:]
  private var behind: [Int64: [Int64: Int]] = [:]
  private var isWhole = false
  /// The classes of realis that count, where what is kept in `tally` tells all.
  private let keptClasses: [Int64]?

  /// - Parameters:
  ///   - filter: which events count; it names no actors.
  ///   - isDirected: whether an event leads from its source to its target alone.
  init(_ filter: RelationFilter, isDirected: Bool = false, _ db: Database) throws {
    self.filter = filter
    self.isDirected = isDirected
    self.db = db
    let isOfAllTimes = filter.since == nil && filter.until == nil
    keptClasses = isOfAllTimes ? try TallyWalk.classes(filter, FilterCompiler(filter, db: db)) : nil
  }

  /// With whom an actor has events, by class of realis: one who acts, one who is acted on.
  static let partnersOfSource = "SELECT target, is_actual, events FROM tally WHERE source = ? AND target > 0"
  static let partnersOfTarget = "SELECT source, is_actual, events FROM tally WHERE target = ? AND source > 0"

  /// The actors to which a step leads from this one, with the number of events.
  func neighbours(of actor: Int64) throws -> [Int64: Int] {
    try counts(\.ahead, actor, isDirected ? [("source", "target")] : [("source", "target"), ("target", "source")])
  }

  /// The actors from which a step leads to this one, with the number of events.
  func origins(of actor: Int64) throws -> [Int64: Int] {
    isDirected ? try counts(\.behind, actor, [("target", "source")]) : try neighbours(of: actor)
  }

  private func counts(
    _ known: ReferenceWritableKeyPath<DyadGraph, [Int64: [Int64: Int]]>, _ actor: Int64,
    _ sides: [(own: String, other: String)]
  ) throws -> [Int64: Int] {
    if let counts = self[keyPath: known][actor] { return counts }
    if isWhole { return [:] }
    guard ahead.count + behind.count < Self.singleLimit else {
      try readAll()
      return self[keyPath: known][actor] ?? [:]
    }
    var counts: [Int64: Int] = [:]
    for side in sides {
      if let keptClasses {
        let statement = try DirectStatement(db, side.own == "source" ? Self.partnersOfSource : Self.partnersOfTarget)
        statement.bind(1, actor)
        try statement.forEach { row in
          if keptClasses.contains(row.int(1)) { counts[row.int(0), default: 0] += Int(row.int(2)) }
        }
        continue
      }
      let conditions: [SQL] = [SQL(sql: "e.\(side.own) = ") + "\(actor)"]
      let literal = try FilterCompiler(filter, db: db, ofPrincipals: true).walk("e.\(side.other)", conditions)
      try DirectStatement(db, literal: literal).forEach { row in counts[row.int(0), default: 0] += 1 }
    }
    counts[actor] = nil
    self[keyPath: known][actor] = counts
    return counts
  }

  private func readAll() throws {
    struct Pair: Hashable {
      var source: Int64
      var target: Int64
    }
    var counts: [Pair: Int] = [:]
    func add(_ source: Int64, _ target: Int64, _ events: Int) {
      if source != target { counts[Pair(source: source, target: target), default: 0] += events }
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
    (ahead, behind) = ([:], [:])
    for (pair, count) in counts {
      ahead[pair.source, default: [:]][pair.target, default: 0] += count
      if isDirected {
        behind[pair.target, default: [:]][pair.source] = count
      } else {
        ahead[pair.target, default: [:]][pair.source, default: 0] += count
      }
    }
    isWhole = true
  }
}
