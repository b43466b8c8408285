import GRDB
import Vocabulary

/// Which actor each code is shown as.
struct ShownActors {
  private let targets: [String: String]

  /// Reads what the graph's merges lead to.
  init(_ db: Database) throws {
    let rows = try Row.fetchAll(db, sql: "SELECT code, merged_into FROM actor WHERE merged_into IS NOT NULL")
    targets = Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
  }

  /// The code that stands for this one; itself where it is not merged.
  subscript(code: String) -> String { targets[code] ?? code }

  /// The codes that stand for a list, each once, in the order of the list.
  func callAsFunction(_ codes: [String]) -> [String] {
    if targets.isEmpty { return codes }
    var seen: Set<String> = []
    return codes.map { self[$0] }.filter { seen.insert($0).inserted }
  }
}

/// The actors of a triple, by code.
struct Parties: Hashable {
  var source: String
  /// Who acts for the source, where that is another than the source.
  var sourceActor: String?
  var target: String
  var targetActor: String?
  var attributedTo: String?

  init(_ triple: Triple) {
    source = triple.source.principal.storable
    sourceActor = triple.source.otherActor
    target = triple.target.principal.storable
    targetActor = triple.target.otherActor
    attributedTo = triple.attributedTo?.storable
  }

  /// Reads the columns `source`, `source_actor`, `target`, `target_actor` and `attributed_to` from an index on, and
  /// those of the raw codes behind them: what the article said.
  init(raw row: Row, from index: Int) {
    source = row[index + 5] ?? row[index]
    sourceActor = row[index + 6] ?? row[index + 1]
    target = row[index + 7] ?? row[index + 2]
    targetActor = row[index + 8] ?? row[index + 3]
    attributedTo = row[index + 9] ?? row[index + 4]
  }

  /// The columns, in the order in which `init(raw:from:)` reads them.
  static let columns = """
    source, source_actor, target, target_actor, attributed_to, source_raw, source_actor_raw, target_raw, \
    target_actor_raw, attributed_to_raw
    """
  /// Their names one by one.
  static let columnNames = columns.split(separator: ", ").map(String.init)

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

  /// The values of the columns for a triple that is shown so and said `raw`.
  func values(raw: Parties) -> [String?] {
    func differing(_ raw: String?, _ shown: String?) -> String? { raw == shown ? nil : raw }
    return [
      source, sourceActor, target, targetActor, attributedTo, differing(raw.source, source),
      differing(raw.sourceActor, sourceActor), differing(raw.target, target),
      differing(raw.targetActor, targetActor), differing(raw.attributedTo, attributedTo),
    ]
  }

  /// Whether two principals have become one, so that the triple tells nothing between actors.
  func isInside(raw: Parties) -> Bool { source == target && raw.source != raw.target }
}

extension Participant {
  /// The code of the actor where it is another than its principal.
  fileprivate var otherActor: String? { actor.code == principal ? nil : actor.code.storable }
}
