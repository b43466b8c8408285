import GRDB

extension GraphStore {
  /// Asks the graph on a thread of the store's own, while the caller's goes on with other work.
  ///
  /// ```swift
  /// let (events, total) = try await store.read { graph in
  ///   (try graph.events(RelationFilter(from: ["NATO"], limit: 20)), try graph.eventCount(RelationFilter(from: ["NATO"])))
  /// }
  /// ```
  ///
  /// All that `body` asks of the store comes from one state of the graph, whatever others write meanwhile. A few bodies
  /// run at the same time, others wait for their turn. Where the task is cancelled, the statement that runs is ended.
  ///
  /// - Parameter body: asks with the store that it is given; it may not change the graph.
  /// - Throws: what `body` throws, `CancellationError` where the task is cancelled, `GraphError` where the file is at
  ///   fault.
  public func read<Value: Sendable>(_ body: @Sendable (GraphStore) throws -> Value) async throws -> Value {
    do {
      return try await database.read { _ in
        do { return try body(self) } catch { throw BodyError(error: error) }
      }
    } catch {
      // A statement that was ended has told so in words of its own.
      try Task.checkCancellation()
      if let error = error as? BodyError { throw error.error }
      throw GraphError(error, path: path)
    }
  }

  /// Marks an error as thrown by the caller's code.
  private struct BodyError: Error {
    var error: any Error
  }

  /// Runs `body` on one unchanging state of the graph: that of the `read` or walk around it, else the newest.
  func snapshot<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try database.unsafeReentrantRead { db in
      if db.isInsideTransaction { return try body(db) }
      return try db.readOnly {
        try db.beginTransaction(.deferred)
        defer {
          do { try db.commit() } catch { try? db.rollback() }
        }
        return try body(db)
      }
    }
  }
}
