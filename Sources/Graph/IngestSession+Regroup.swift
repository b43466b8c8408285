import GRDB
import Vocabulary

extension IngestSession {
  /// Shows the triples in which these actors have a part as the merges now say, and moves them to their events.
  ///
  /// - Returns: how many triples were looked at, and how many of them are now inside one actor.
  mutating func regroup(_ numbers: Set<Int64>) throws -> (triples: Int, inside: Int) {
    var ids: Set<Int64> = []
    for sql in Self.parts {
      let statement = try DirectStatement(db, sql)
      for number in numbers {
        statement.bind(1, number)
        try statement.forEach { ids.insert($0.int(0)) }
      }
    }
    let triple = try DirectStatement(db, Self.triple)
    for id in ids.sorted() { try wait(for: id, triple) }
    let inside = pending.count { $0.isInside }
    try writeTriples()
    return (ids.count, inside)
  }

  /// Takes the triples of events out of them, to be written anew.
  mutating func waitForTriples(of events: Set<Int64>) throws {
    var ids: [Int64] = []
    let statement = try DirectStatement(db, "SELECT id FROM triple_row WHERE event = ?")
    for event in events {
      statement.bind(1, event)
      try statement.forEach { ids.append($0.int(0)) }
    }
    let triple = try DirectStatement(db, Self.triple)
    for id in ids.sorted() { try wait(for: id, triple) }
  }

  /// The triples in which an actor has a part, shown or said.
  static let parts =
    ["source", "target"].map {
      "SELECT t.id FROM event_row AS e JOIN triple_row AS t ON t.event = e.id WHERE e.\($0) = ?"
    }
    + ["source_actor", "target_actor", "attributed_to"].map { "SELECT id FROM triple_row WHERE \($0) = ?" }
    + ["source", "source_actor", "target", "target_actor", "attributed_to"].map {
      "SELECT triple FROM merged_triple WHERE \($0) = ?"
    }

  private static let triple = """
    SELECT t.event, s.article, s.number, \(Schema.placeOfTriple), x.id, x.chain, x.date, p.text,
      t.cameo, t.intensity, t.confidence,
      t.relation, coalesce(e.type, r.type), coalesce(e.realis, r.realis), \(Schema.told),
      r.triple IS NULL, e.source, t.source_actor, e.target, t.target_actor, t.attributed_to,
      r.source, r.source_actor, r.target, r.target_actor, r.attributed_to, t.date_precision
    FROM triple_row AS t JOIN sentence_row AS s ON s.id = t.id >> \(Schema.placeBits)
    JOIN article AS x ON x.number = s.article JOIN phrase AS p ON p.number = t.relation
    LEFT JOIN event_row AS e ON e.id = t.event LEFT JOIN merged_triple AS r ON r.triple = t.id
    WHERE t.id = ?
    """

  private mutating func wait(for id: Int64, _ statement: DirectStatement) throws {
    statement.bind(1, id)
    try statement.forEach { row in
      if let event = row.optionalInt(0) { touched.insert(event) }
      // What the article said stands beside the triple where a merge shows something else.
      let first: Int32 = row.int(15) == 1 ? 16 : 21
      let raw = Parties(
        source: row.int(first), sourceActor: row.optionalInt(first + 1), target: row.int(first + 2),
        targetActor: row.optionalInt(first + 3), attributedTo: row.optionalInt(first + 4))
      pending.append(
        PendingTriple(
          id: id, isStored: true, article: row.int(1), relation: row.int(11), type: row.int(12), realis: row.int(13),
          day: row.optionalInt(14), datePrecision: nil, sourceMention: 0, targetMention: 0, source: 0..<0, verb: 0..<0,
          target: 0..<0, raw: raw, shown: raw.shown(by: shownActors),
          report: .init(
            told: row.optionalInt(14), precision: row.optionalInt(26), article: row.text(4) ?? "", sentence: row.int(2),
            number: row.int(3), chain: row.int(5),
            day: row.text(6).flatMap { CalendarDate($0) }?.storedDay, relation: row.text(7) ?? "",
            cameo: row.cameo(8), intensity: row.decimal(9), confidence: row.decimal(10))))
    }
  }
}
