import GRDB

extension GraphStore {
  /// Stores many batches as fast as the machine can: the way for imports and large collections.
  ///
  /// ```swift
  /// let counts = try store.load(AnySequence { batches })
  /// ```
  ///
  /// The graph is the same as that of `write(batch:)` with one batch after the other. Into an empty graph all goes in
  /// one transaction, which is kept whole or not at all, and indexes and full-text search are made at its end: that is
  /// several times as fast, and takes twice the disk until it is done. Into another graph each batch is a transaction.
  /// Batches of ten thousand articles and more are fast.
  ///
  /// - Parameter batches: what to store; what it does to make a batch counts as time in the transaction.
  /// - Throws: `GraphError`: what is wrong with the file.
  @discardableResult
  public func load(_ batches: some Sequence<[ArticleRecord]>) throws(GraphError) -> IngestCounts {
    let isEmpty = try reading { db in
      try Int.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM article) OR EXISTS (SELECT 1 FROM actor)") == 0
    }
    guard isEmpty else {
      var counts = IngestCounts()
      for batch in batches { counts += try write(batch: batch) }
      return counts
    }
    do {
      return try database.writeWithoutTransaction { db in
        // Foreign keys hold by the way in which rows are made; to look each up again takes half of the time.
        try db.execute(
          sql: "PRAGMA foreign_keys = OFF; PRAGMA temp_store = FILE; PRAGMA cache_size = \(Self.loadCacheSize)")
        defer {
          try? db.execute(
            sql: "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = \(Self.cacheSize)")
        }
        var counts = IngestCounts()
        try db.inTransaction(.immediate) {
          for (name, _) in Schema.graphIndexes { try db.execute(sql: "DROP INDEX \(name)") }
          try Schema.suspendTallies(db)
          try Schema.suspendActs(db)
          var session = try IngestSession(db, isLoad: true)
          for batch in batches {
            for record in batch { try session.store(record) }
            try session.flush()
          }
          counts = try session.finish()
          return .commit
        }
        return counts
      }
    } catch {
      throw GraphError(error, path: path)
    }
  }
}
