import Foundation
import Vocabulary

/// Tables of actors of a test's own.
enum Tables {
  /// Writes them into a folder, which then is one of data.
  static func write(_ tables: [String: String], _ folder: URL) throws -> DataFolder {
    let actors = folder.appendingPathComponent("actors")
    try FileManager.default.createDirectory(at: actors, withIntermediateDirectories: true)
    for (file, text) in tables { try Data(text.utf8).write(to: actors.appendingPathComponent(file)) }
    return DataFolder(folder)
  }
}
