import Foundation
import GRDB

/// The graph in one SQLite file: what articles report, as triples and events.
///
/// ```swift
/// let store = try GraphStore(path: "world.sqlite")
/// try store.write(batch: records)
/// let events = try store.events(RelationFilter(from: ["NATO"], to: ["KOR"], limit: 20))
/// ```
///
/// One process writes at a time; any number may read meanwhile. The object may be shared between threads. Its methods
/// block the thread that calls them; `read` asks without.
public final class GraphStore: Sendable {
  /// The file, as it was named.
  public let path: String
  /// GRDB's access to it, which guards itself.
  let database: any DatabaseWriter

  /// Opens the graph in `path` for reading and writing, and creates it where there is none.
  ///
  /// - Parameters:
  ///   - path: the file; its folder must exist.
  ///   - wait: how many seconds to wait for another program that writes.
  public init(path: String, wait: Double = 5) throws(GraphError) {
    self.path = path
    try Self.checkFile(path, isReader: false)
    do {
      if FileManager.default.fileExists(atPath: path) {
        // Only looked at, so that another program's database is left as it is.
        let state = try Self.probe(path, wait: wait)
        if let error = state.objection(path: path, isReader: false) { throw error }
      }
      database = try DatabasePool(path: path, configuration: Self.configuration(wait: wait, isReader: false))
      try Schema.migrator.migrate(database)
    } catch {
      throw Self.openingError(error, path: path, isReader: false)
    }
  }

  /// Opens the graph in `path` for reading only; the file must exist.
  public init(reading path: String, wait: Double = 5) throws(GraphError) {
    self.path = path
    try Self.checkFile(path, isReader: true)
    do {
      let state = try Self.probe(path, wait: wait)
      if let error = state.objection(path: path, isReader: true) { throw error }
      database = try DatabasePool(path: path, configuration: Self.configuration(wait: wait, isReader: true))
    } catch {
      throw Self.openingError(error, path: path, isReader: true)
    }
  }

  /// Makes an empty graph in memory, gone with the object.
  public init() throws(GraphError) {
    path = "memory"
    do {
      database = try DatabaseQueue(configuration: Self.configuration(wait: 5, isReader: false))
      try Schema.migrator.migrate(database)
    } catch {
      throw GraphError(error, path: path)
    }
  }

  /// Runs `body` in one transaction that keeps all or nothing.
  func writing<Value>(_ body: (Database) throws -> Value) throws(GraphError) -> Value {
    do { return try database.write(body) } catch { throw GraphError(error, path: path) }
  }

  /// Runs `body` on one unchanging state of the graph.
  func reading<Value>(_ body: (Database) throws -> Value) throws(GraphError) -> Value {
    do { return try snapshot(body) } catch { throw GraphError(error, path: path) }
  }
}
