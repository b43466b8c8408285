import GRDB
import Vocabulary

/// The newest part of a graph, which is enough to answer a page of the newest events with common words.
///
/// FTS5 gives what it finds by the numbers of sentences, which follow the order of arrival, while pages go by the days
/// of events. So the newest events that fulfil the rest of the filter tell from which sentence on to search. Where
/// news arrives in the order of its days, that is a small part of all.
struct SearchWindow {
  /// So many of the newest events are looked at.
  static let size = 2000

  /// The day of the last of them.
  let day: Int64
  /// The first sentence of the first article that reports one of them.
  let sentence: Int64

  /// Nil where there is no such part.
  init?(_ compiler: FilterCompiler, _ db: Database) throws {
    if compiler.asksTriples { return nil }
    var filter = compiler.filter
    (filter.text, filter.limit, filter.offset) = (nil, Self.size, 0)
    let rest = try FilterCompiler(filter, db: db)
    let newest = rest.events(columns: "e.id AS id, e.day AS day")
    let bounds: SQL = """
      SELECT b.day, b.days, (SELECT x.first_sentence FROM sentence_row AS s JOIN article AS x ON x.number = s.article
        WHERE s.id = b.triple >> \(sql: String(Schema.placeBits)))
      FROM (
        SELECT min(n.day) AS day, count(n.day) AS days, min(n.triple) AS triple FROM (
          SELECT day, (SELECT min(id) FROM triple_row WHERE event = e.id) AS triple FROM (\(newest)) AS e
        ) AS n
      ) AS b
      """
    // Events of the last day that are no longer among the newest are left out, so that day is not whole.
    guard let row = try SQLRequest<Row>(literal: bounds, cached: true).fetchOne(db), let day = row[0] as Int64?,
      let sentence = row[2] as Int64?
    else { return nil }
    self.day = row[1] < Self.size ? day : day + 1
    self.sentence = sentence
  }
}
