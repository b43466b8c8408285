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
  /// several times as fast, and takes twice the disk until it is done. It keeps some 100 bytes a triple in memory;
  /// after twelve million triples the indexes are made, and what comes then is slower. Into another graph each batch is
  /// a transaction. Batches of ten thousand articles and more are fast.
  ///
  /// - Parameter batches: what to store; what it does to make a batch counts as time in the transaction.
  /// - Throws: `GraphError`: what is wrong with the file.
  @discardableResult
  public func load(_ batches: some Sequence<[ArticleRecord]>) throws(GraphError) -> IngestCounts {
    try load(batches, mostTriples: 12_000_000)
  }

  /// - Parameter mostTriples: after how many triples, at the end of a batch, what comes goes the usual way.
  func load(
    _ batches: some Sequence<[ArticleRecord]>, mostTriples: Int
  ) throws(GraphError) -> IngestCounts {
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
          sql: """
            PRAGMA foreign_keys = OFF; PRAGMA temp_store = FILE; PRAGMA cache_size = \(Self.loadCacheSize);
            PRAGMA threads = 2
            """)
        defer {
          try? db.execute(
            sql: """
              PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = \(Self.cacheSize);
              PRAGMA threads = 0
              """)
        }
        var counts = IngestCounts()
        try db.inTransaction(.immediate) {
          for (name, _) in Schema.graphIndexes { try db.execute(sql: "DROP INDEX \(name)") }
          try Schema.suspendTallies(db)
          try Schema.suspendActs(db)
          // What is left of articles that were removed.
          try db.execute(sql: "DELETE FROM phrase; DELETE FROM mention")
          var batches = batches.makeIterator()
          var session = try LoadSession(db)
          while session.triples < mostTriples, let batch = batches.next() { try session.store(batch) }
          counts = try session.finish()
          while let batch = batches.next() {
            var session = try IngestSession(db)
            for record in batch { try session.store(record) }
            counts += try session.finish()
          }
          return .commit
        }
        return counts
      }
    } catch {
      throw GraphError(error, path: path)
    }
  }
}
