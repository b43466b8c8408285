public import Foundation

/// A folder of the project's knowledge (`data/`), from which modules load their tables.
public struct DataFolder: Sendable {
  /// Where it lies.
  public let url: URL

  /// Makes a folder.
  public init(_ url: URL) { self.url = url }

  /// Whether a file of this name (`actors/states.tsv`) is there.
  public func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appendingPathComponent(name).path)
  }

  /// Reads the table of this name (`actors/states.tsv`).
  /// - Throws: `DataError` where the file is missing, is not UTF-8 or has a line that does not fit.
  public func table(_ name: String, columns: [String]) throws(DataError) -> DataTable {
    try Self.table(at: url.appendingPathComponent(name), named: "data/" + name, columns: columns)
  }

  /// The text of every table below the folder, in the order of their names: what a fingerprint is made of.
  public func texts() -> [String] {
    let names = (FileManager.default.subpaths(atPath: url.path) ?? []).filter { $0.hasSuffix(".tsv") }.sorted()
    return names.compactMap { try? String(contentsOf: url.appendingPathComponent($0), encoding: .utf8) }
  }

  /// Reads a table from any file, a user's own for example.
  public static func table(at url: URL, named name: String, columns: [String]) throws(DataError) -> DataTable {
    guard let bytes = try? Data(contentsOf: url) else {
      throw DataError(file: name, line: 0, message: "can't be read; is it there?")
    }
    let text = Array(bytes)
    guard String(validating: text, as: UTF8.self) != nil else {
      throw DataError(file: name, line: 0, message: "is not UTF-8")
    }
    return try DataTable(bytes: text, file: name, columns: columns)
  }
}
