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

  /// - Parameters:
  ///   - filter: which events count; it names no actors.
  ///   - isDirected: whether an event leads from its source to its target alone.
  init(_ filter: RelationFilter, isDirected: Bool = false, _ db: Database) {
    self.filter = filter
    self.isDirected = isDirected
    self.db = db
  }

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
    let literal = try FilterCompiler(filter, db: db).walk("e.source, e.target", [])
    try DirectStatement(db, literal: literal).forEach { row in
      let (source, target) = (row.int(0), row.int(1))
      if source != target { counts[Pair(source: source, target: target), default: 0] += 1 }
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
