import GRDB
import Vocabulary

extension IngestSession {
  /// Shows the triples in which these codes have a part as the merges now say, and moves them to their events.
  ///
  /// - Returns: how many triples were looked at, and how many of them are now inside one actor.
  mutating func regroup(_ codes: Set<String>) throws -> (triples: Int, inside: Int) {
    let actors = try ShownActors(db)
    var ids: Set<Int64> = []
    for code in codes {
      for column in Parties.columnNames {
        ids.formUnion(
          try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT id FROM triple WHERE \(column) = ?"), arguments: [code]))
      }
    }
    var inside = 0
    for id in ids.sorted() where try !regroup(triple: id, actors) { inside += 1 }
    return (ids.count, inside)
  }

  /// False where the triple is inside one actor.
  private mutating func regroup(triple id: Int64, _ actors: ShownActors) throws -> Bool {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT event, type, realis, date, article, relation, cameo, intensity, confidence, \(Parties.columns)
          FROM triple WHERE id = ?
          """), arguments: [id])
    guard let row, let type = EventType(rawValue: row[1]), let realis = Realis(rawValue: row[2]) else { return true }
    if let event = row[0] as Int64? { touched.insert(event) }
    let raw = Parties(raw: row, from: 9)
    let shown = raw.shown(by: actors)
    let key = EventKey(source: shown.source, target: shown.target, type: type, realis: realis, date: row[3])
    let report = EventSummary.Report(
      article: row[4], relation: row[5], cameo: row[6], intensity: row[7], confidence: row[8])
    let event = shown.isInside(raw: raw) ? nil : try event(of: key, with: report)
    if let event { touched.insert(event) }
    let values: [(any DatabaseValueConvertible)?] = [event] + shown.values(raw: raw) + [id]
    try db.cachedStatement(sql: Self.updateTriple).execute(arguments: StatementArguments(values))
    return event != nil
  }

  private static let updateTriple =
    "UPDATE triple SET event = ?, " + Parties.columnNames.map { "\($0) = ?" }.joined(separator: ", ")
    + " WHERE id = ?"
}
