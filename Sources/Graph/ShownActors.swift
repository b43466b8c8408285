import GRDB
import Vocabulary

/// Which actor each is shown as, by number.
struct ShownActors {
  private let targets: [Int64: Int64]

  /// Reads what the graph's merges lead to.
  init(_ db: Database) throws {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT a.number, b.number FROM actor AS a JOIN actor AS b ON b.code = a.merged_into
          WHERE a.merged_into IS NOT NULL
          """))
    targets = Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
  }

  /// The actor that stands for this one; itself where it is not merged.
  subscript(actor: Int64) -> Int64 { targets.isEmpty ? actor : targets[actor] ?? actor }

  /// The actors that stand for a list of codes, each once, in the order of the list.
  ///
  /// A code that the graph does not have becomes 0, the number of no actor: it asks for nothing.
  func numbers(_ codes: [String], _ db: Database) throws -> [Int64] {
    let statement = try db.cachedStatement(sql: "SELECT number FROM actor WHERE code = ?")
    var seen: Set<Int64> = []
    return try codes.map { code in
      try Int64.fetchOne(statement, arguments: [code.storable]).map { self[$0] } ?? 0
    }.filter { seen.insert($0).inserted }
  }
}

/// The actors of a triple, by number.
struct Parties: Hashable {
  var source: Int64
  /// Who acts for the source, where that is another than the source.
  var sourceActor: Int64?
  var target: Int64
  var targetActor: Int64?
  var attributedTo: Int64?

  /// All that have a part.
  var all: [Int64] { [source, target] + [sourceActor, targetActor, attributedTo].compactMap { $0 } }

  /// How the triple is shown.
  func shown(by actors: ShownActors) -> Parties {
    var shown = self
    shown.source = actors[source]
    shown.target = actors[target]
    shown.sourceActor = sourceActor.map { actors[$0] }
    shown.targetActor = targetActor.map { actors[$0] }
    // Who acts for himself needs no second mention.
    if shown.sourceActor == shown.source { shown.sourceActor = nil }
    if shown.targetActor == shown.target { shown.targetActor = nil }
    shown.attributedTo = attributedTo.map { actors[$0] }
    return shown
  }

  /// Whether two principals have become one, so that the triple tells nothing between actors.
  func isInside(raw: Parties) -> Bool { source == target && raw.source != raw.target }
}
