import GRDB
import Vocabulary

extension Schema {
  /// What finds near-duplicates among articles.
  static let reports = """
    CREATE TABLE article_signature (
      article INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE CASCADE,
      day INTEGER NOT NULL,
      shingles INTEGER NOT NULL,
      minima BLOB NOT NULL
    ) STRICT;

    CREATE TABLE article_band (
      band INTEGER NOT NULL,
      day INTEGER NOT NULL,
      article INTEGER NOT NULL,
      PRIMARY KEY (band, day, article)
    ) STRICT, WITHOUT ROWID;
    """

  /// Finds the report chains of a file that an earlier version wrote, and makes its events anew.
  static func chainArticles(_ db: Database) throws {
    var session = try IngestSession(db)
    let rows = try Row.fetchCursor(db, sql: "SELECT number, date, body FROM article ORDER BY number")
    while let row = try rows.next() {
      let date = (row[1] as String?).flatMap { CalendarDate($0) }
      try session.chains.note(row[0], TextSignature(row[2]), of: date, chain: row[0], isNew: true)
    }
    // Events of neighbouring days may be one now.
    session.touched = try Int64.fetchSet(db, sql: "SELECT id FROM event_row WHERE day % 100 <> 0")
    _ = try session.finish()
  }
}
