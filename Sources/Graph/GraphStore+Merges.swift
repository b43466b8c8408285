import GRDB
public import Vocabulary

/// What a merge or a split changed.
public struct MergeOutcome: Hashable, Sendable {
  /// The actor that was merged or split.
  public var actor: Actor
  /// The actor that it was merged into.
  public var target: Actor
  /// How many triples are shown otherwise now.
  public var triples: Int
  /// How many of them are between actors that are one, so that they are kept and not shown.
  public var inside: Int
}

extension GraphStore {
  /// Shows one actor as another from now on: in every query, view and export, and in what later ingests bring.
  ///
  /// ```swift
  /// try store.merge("Burma", into: "MMR", note: "the old name")
  /// ```
  ///
  /// What articles said stays in the graph, and `split` brings it back. Events are made anew of the triples by the
  /// actors that are shown; a triple between the two is kept and not shown. The target may be merged further, and the
  /// actor may have others merged into it. The cost grows with the triples of the merged actor.
  ///
  /// - Parameters:
  ///   - code: the actor that is shown as the other.
  ///   - target: the actor that stays.
  ///   - note: why.
  ///   - date: the day to record.
  ///   - known: who the target is, where the graph does not have it yet.
  /// - Throws: `GraphError`: `noActor`, `alreadyMerged`, `mergeLoop`, or what is wrong with the file.
  @discardableResult
  public func merge(
    _ code: String, into target: String, note: String = "", on date: CalendarDate = .today, known: [Actor] = []
  ) throws(GraphError) -> MergeOutcome {
    let (code, target) = (code.storable, target.storable)
    return try writing { db in
      guard let actor = try Self.row(code, db) else { throw GraphError.noActor(path, name: code, near: []) }
      if code == target { throw GraphError.mergeLoop(path, code: code, target: target) }
      let merges = try Merges(db)
      if let other = merges[code] { throw GraphError.alreadyMerged(path, code: code, target: other) }
      if merges.last(from: target) == code { throw GraphError.mergeLoop(path, code: code, target: target) }
      if try Self.row(target, db) == nil, let new = known.first(where: { $0.code.storable == target }) {
        try ActorWriter.insert(new, in: db)
      }
      guard let stays = try Self.row(target, db) else { throw GraphError.noActor(path, name: target, near: []) }
      try db.execute(
        sql: "INSERT INTO merge (code, target, date, note) VALUES (?, ?, ?, ?)",
        arguments: [code, target, date.description, note.storable])
      let counts = try Self.show(anew: merges.group(of: code), db)
      return MergeOutcome(actor: actor, target: stays, triples: counts.triples, inside: counts.inside)
    }
  }

  /// Undoes the merge of an actor: the graph is again what it would be without it.
  ///
  /// What was merged into the actor stays merged into it.
  /// - Throws: `GraphError`: `notMerged`, or what is wrong with the file.
  @discardableResult
  public func split(_ code: String) throws(GraphError) -> MergeOutcome {
    let code = code.storable
    return try writing { db in
      let merges = try Merges(db)
      guard let target = merges[code], let actor = try Self.row(code, db), let stays = try Self.row(target, db) else {
        throw GraphError.notMerged(path, code: code)
      }
      try db.execute(sql: "DELETE FROM merge WHERE code = ?", arguments: [code])
      let counts = try Self.show(anew: merges.group(of: code), db)
      for code in [code, target] {
        if let number = try ActorWriter.number(of: code, in: db) { try ActorWriter.removeOrphan(number, in: db) }
      }
      return MergeOutcome(actor: actor, target: stays, triples: counts.triples, inside: counts.inside)
    }
  }

  /// All merges in the order in which they were made.
  public func merges() throws(GraphError) -> [ActorMerge] {
    try reading { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT a.code, a.name, a.kind, b.code, b.name, b.kind, merge.number, a.merged_into, merge.date, merge.note
          FROM merge JOIN actor AS a ON a.code = merge.code JOIN actor AS b ON b.code = merge.target
          ORDER BY merge.number
          """)
      return rows.compactMap { row in
        guard let merged = Self.actor(row), let target = Self.actor(row, from: 3) else { return nil }
        return ActorMerge(
          number: row[6], merged: merged, target: target, shownAs: row[7] ?? target.code, date: row[8], note: row[9])
      }
    }
  }

  /// Brings actors, triples and events in step with the merges, where these codes have a part.
  private static func show(anew codes: Set<String>, _ db: Database) throws -> (triples: Int, inside: Int) {
    let merges = try Merges(db)
    for code in codes {
      let last = merges.last(from: code)
      try db.execute(
        sql: "UPDATE actor SET merged_into = ? WHERE code = ?", arguments: [last == code ? nil : last, code])
    }
    var session = try IngestSession(db)
    let numbers = try codes.compactMap { try ActorWriter.number(of: $0, in: db) }
    let counts = try session.regroup(Set(numbers))
    _ = try session.finish()
    return counts
  }

  private static func row(_ code: String, _ db: Database) throws -> Actor? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT code, name, kind FROM actor WHERE code = ?"), arguments: [code]
    ).flatMap { actor($0) }
  }
}

/// The merges as they were decided, step by step.
private struct Merges {
  private let targets: [String: String]

  init(_ db: Database) throws {
    let rows = try Row.fetchAll(db, sql: "SELECT code, target FROM merge")
    targets = Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
  }

  /// What a code is merged into, in one step.
  subscript(code: String) -> String? { targets[code] }

  /// Where the steps from a code end.
  func last(from code: String) -> String {
    var code = code
    // A foreign hand could have made a loop; the number of merges bounds the steps.
    for _ in 0..<targets.count { code = targets[code] ?? code }
    return code
  }

  /// A code and all that are merged into it, in any number of steps.
  func group(of code: String) -> Set<String> {
    var group: Set = [code]
    var size = 0
    while group.count > size {
      size = group.count
      for (merged, target) in targets where group.contains(target) { group.insert(merged) }
    }
    return group
  }
}
