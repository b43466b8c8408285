import GRDB
public import Vocabulary

extension GraphStore {
  /// The digests of those of the articles that are stored, by id; what is unchanged needs no extraction.
  public func digests(of ids: [String]) throws(GraphError) -> [String: String] {
    try reading { db in
      let statement = try db.cachedStatement(sql: "SELECT digest FROM article WHERE id = ?")
      var digests: [String: String] = [:]
      for id in ids { digests[id] = try String.fetchOne(statement, arguments: [id.storable]) }
      return digests
    }
  }

  /// One article, nil where there is none.
  public func article(id: String) throws(GraphError) -> Article? {
    try reading { db in
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT id, title, date, body, url, publisher, language FROM article WHERE id = ?"),
        arguments: [id.storable])
      return row.map { row in
        Article(
          id: row[0], title: row[1], date: (row[2] as String?).flatMap { CalendarDate($0) }, body: row[3], url: row[4],
          publisher: row[5], language: row[6])
      }
    }
  }

  /// The stored sentences of an article in their order.
  public func sentences(of id: String) throws(GraphError) -> [SentenceRecord] {
    try reading { db in
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT s.number, s.text, s.start, s.end
            FROM article AS a JOIN sentence_row AS s ON \(Schema.isSentence("s", of: "a"))
            WHERE a.id = ? ORDER BY s.id
            """), arguments: [id.storable])
      var list: [SentenceRecord] = []
      while let row = try rows.next() {
        list.append(SentenceRecord(number: row[0], text: row[1], range: span(row[2], row[3])))
      }
      return list
    }
  }

  /// How much the graph shows.
  public func counts() throws(GraphError) -> GraphCounts {
    try reading { db in
      func count(_ table: String) throws -> Int { try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0 }
      return GraphCounts(
        articles: try count("article"), sentences: try count("sentence_row"),
        actors: try count("actor") - count("actor WHERE merged_into IS NOT NULL"),
        triples: try count("triple_row") - count("triple_row WHERE event IS NULL"), events: try count("event_row"))
    }
  }
}

/// A range even where a foreign hand has exchanged its ends.
func span(_ start: Int, _ end: Int) -> Range<Int> { min(start, end)..<max(start, end) }
