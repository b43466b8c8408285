import GRDB

/// Makes the full-text index of a load on a thread of its own, in a temporary database, and copies it at the end: that
/// index is a third of all work, and one connection does one thing at a time.
final class SearchBuilder {
  private static let table = "sentence_search"
  /// How many batches wait at most.
  private static let longestQueue = 4

  /// What a batch changes: texts that go come first.
  private struct Change: Sendable {
    var gone: [(id: Int64, text: String)]
    var new: [LoadBatch.SentenceRow]
  }

  private let database: DatabaseQueue
  private let line: WorkLine<Change, Void>
  private var waiting = 0

  /// Begins an index without texts.
  init() throws {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    // An empty name is a file of SQLite's own, which goes when it is closed.
    let database = try DatabaseQueue(path: "", configuration: configuration)
    self.database = database
    try database.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536")
      try db.execute(sql: Schema.searchTable(content: ""))
      // Sorted in larger pieces, which are merged less often.
      try db.execute(sql: "INSERT INTO \(Self.table) (\(Self.table), rank) VALUES ('hashsize', \(32 << 20))")
      try db.execute(sql: "BEGIN")
    }
    line = WorkLine("entente.search") { change in
      try database.writeWithoutTransaction { db in
        let out = try DirectStatement(
          db, "INSERT INTO \(Self.table) (\(Self.table), rowid, text) VALUES ('delete', ?, ?)")
        for (id, text) in change.gone {
          out.bind(1, id)
          try out.run(2, text)
        }
        let into = try DirectStatement(db, "INSERT INTO \(Self.table) (rowid, text) VALUES (?, ?)")
        for sentence in change.new {
          into.bind(1, sentence.id)
          try into.run(2, sentence.text)
        }
      }
    }
  }

  /// Adds sentences, after others were taken out.
  func add(_ new: [LoadBatch.SentenceRow], gone: [(id: Int64, text: String)]) throws {
    line.start(Change(gone: gone, new: new))
    waiting += 1
    if waiting > Self.longestQueue { try wait() }
  }

  private func wait() throws {
    try line.next()
    waiting -= 1
  }

  /// Waits for the rest, and copies the index over the empty one of a graph.
  func copy(to db: Database) throws {
    while waiting > 0 { try wait() }
    // This makes SQLite forget what it knows of the index.
    try db.execute(sql: "INSERT INTO \(Self.table) (\(Self.table)) VALUES ('delete-all')")
    try db.execute(sql: "DELETE FROM \(Self.table)_data; DELETE FROM \(Self.table)_idx")
    let data = try DirectStatement(db, "INSERT INTO \(Self.table)_data (id, block) VALUES (?, ?)")
    let index = try DirectStatement(db, "INSERT INTO \(Self.table)_idx (segid, term, pgno) VALUES (?, ?, ?)")
    try database.writeWithoutTransaction { source in
      try source.execute(sql: "COMMIT")
      try DirectStatement(source, "SELECT id, block FROM \(Self.table)_data ORDER BY id").forEach { row in
        data.bind(1, row.int(0))
        data.bind(2, row.data(1))
        try data.run()
      }
      try DirectStatement(source, "SELECT segid, term, pgno FROM \(Self.table)_idx ORDER BY 1, 2").forEach { row in
        index.bind(1, row.int(0))
        index.bind(2, row.data(1))
        index.bind(3, row.int(2))
        try index.run()
      }
    }
    try database.close()
  }
}
