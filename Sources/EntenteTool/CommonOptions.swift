import ArgumentParser
import Entente
import Foundation

/// Options of every command.
struct CommonOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say more about the work.")
  var verbose = false

  mutating func validate() throws {
    if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other") }
  }
}

/// Which store.
struct StoreOptions: ParsableArguments {
  @Option(help: "The graph's SQLite file; ENTENTE_DB, or entente.sqlite in this folder, where it is not given.")
  var db: String?

  /// The store, to be changed; it must be there.
  func opened() throws -> GraphStore {
    guard FileManager.default.fileExists(atPath: path) else { throw GraphError.noSuchFile(path) }
    return try GraphStore(path: path)
  }

  /// The store, to be read; nil where nobody named one and there is none.
  func openedIfThere() throws -> GraphStore? {
    guard db != nil || FileManager.default.fileExists(atPath: path) else { return nil }
    return try GraphStore(reading: path)
  }

  /// Whether two paths lead to one file.
  static func isSame(_ one: String, _ other: String) -> Bool {
    let paths = [one, other].map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().standardizedFileURL.path }
    return paths[0] == paths[1]
  }

  /// The path that is meant.
  var path: String {
    if let db { return db }
    let named = ProcessInfo.processInfo.environment["ENTENTE_DB"] ?? ""
    return named.isEmpty ? "entente.sqlite" : named
  }
}

/// How many workers.
struct WorkerOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: "How many articles are read at the same time; as many as there are cores where it is not given.")
  var jobs: Int?

  mutating func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must be 1 to 256") }
  }

  var count: Int { jobs ?? max(1, ProcessInfo.processInfo.activeProcessorCount) }
}

/// How much of a list.
struct LimitOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "At most so many.")
  var limit = 50

  mutating func validate() throws { try Self.check(limit) }

  /// Refuses limits that leave nothing, of commands with a default of their own too.
  static func check(_ limit: Int) throws {
    guard limit > 0 else { throw ValidationError("--limit must be 1 or more") }
  }
}
