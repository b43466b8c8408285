import Foundation
import GRDB

extension GraphStore {
  /// What a file says of itself before anything is done to it.
  struct FileState {
    var applicationID: Int
    var version: Int
    var isEmpty: Bool

    /// Why the file cannot be used, nil where it can.
    func objection(path: String, isReader: Bool) -> GraphError? {
      // A creation that was killed early leaves an empty database, which a writer may finish.
      if isEmpty { return isReader ? .notEntente(path) : nil }
      guard applicationID == Schema.applicationID else { return .notEntente(path) }
      if version > Schema.version { return .newerSchema(path, found: version, known: Schema.version) }
      if isReader, version < Schema.version { return .olderSchema(path, found: version, known: Schema.version) }
      return nil
    }
  }

  /// 64 MB, in SQLite's way of saying so: most of the indexes of a million triples.
  static let cacheSize = -65_536
  /// 256 MB for a load into an empty graph.
  static let loadCacheSize = -262_144

  static func configuration(wait: Double, isReader: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReader
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(wait)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = \(cacheSize)")
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
    }
    return configuration
  }

  /// Looks at the file's name and first bytes, which SQLite does with less clear words.
  static func checkFile(_ path: String, isReader: Bool) throws(GraphError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      if isReader { throw .noSuchFile(path) }
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
      guard FileManager.default.fileExists(atPath: folder) else { throw .noSuchFolder(folder) }
      return
    }
    if isFolder.boolValue { throw .isFolder(path) }
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .noAccess(path) }
    defer { try? handle.close() }
    let head = (try? handle.read(upToCount: 16)) ?? Data()
    if head.isEmpty, !isReader { return }
    guard head.elementsEqual("SQLite format 3\0".utf8) else { throw .notADatabase(path) }
  }

  static func probe(_ path: String, wait: Double) throws -> FileState {
    let queue = try DatabaseQueue(path: path, configuration: configuration(wait: wait, isReader: true))
    defer { try? queue.close() }
    return try queue.read { db in
      FileState(
        applicationID: try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
        version: try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
        isEmpty: try Int.fetchOne(
          db, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'") == 0)
    }
  }

  static func openingError(_ error: any Error, path: String, isReader: Bool) -> GraphError {
    let error = GraphError(error, path: path)
    // A folder that takes no file makes SQLite say "unable to open".
    if case .noAccess = error, !isReader { return .readOnly(path) }
    return error
  }
}
