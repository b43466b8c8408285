import Foundation
import Vocabulary

/// A folder of tables that is gone with the object; the project's calendar is in it.
final class TemporaryTables {
  let data: DataFolder
  private let url: URL

  init(_ tables: [String: String]) throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("tables-\(UUID().uuidString)")
    data = DataFolder(url)
    let calendar = "name\tunit\tnumber\njune\tmonth\t6\nmonday\tweekday\t0\n"
    for (name, text) in tables.merging(["reading/calendar.tsv": calendar], uniquingKeysWith: { own, _ in own }) {
      let file = url.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}
