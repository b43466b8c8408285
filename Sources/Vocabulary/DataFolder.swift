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
    let file = "data/" + name
    return try DataTable(
      bytes: Self.bytes(of: url.appendingPathComponent(name), named: file), file: file, columns: columns)
  }

  /// The text of every table below the folder, in the order of their names: what a fingerprint is made of.
  public func texts() -> [String] {
    let names = (FileManager.default.subpaths(atPath: url.path) ?? []).filter { $0.hasSuffix(".tsv") }.sorted()
    return names.compactMap { try? String(contentsOf: url.appendingPathComponent($0), encoding: .utf8) }
  }

  /// Reads a table of a user's own from any file.
  ///
  /// It may begin with a byte order mark and have the line ends of Windows, as spreadsheets write it.
  /// - Throws: `DataError` where the file is missing, is not UTF-8 or has a line that does not fit.
  public static func table(at url: URL, named name: String, columns: [String]) throws(DataError) -> DataTable {
    try DataTable(bytes: plain(bytes(of: url, named: name)), file: name, columns: columns)
  }

  /// A text without the byte order mark at its beginning, its lines ended by a line feed alone.
  private static func plain(_ text: [UInt8]) -> [UInt8] {
    let rest = text.starts(with: [0xEF, 0xBB, 0xBF]) ? text[3...] : text[...]
    let (feed, carriage) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    guard rest.contains(carriage) else { return Array(rest) }
    return rest.indices.filter { index in
      rest[index] != carriage || (index + 1 < rest.endIndex && rest[index + 1] != feed)
    }.map { rest[$0] }
  }

  /// The bytes of the file of this name (`relations/scorer.bin`).
  /// - Throws: `DataError` where it is missing.
  public func bytes(_ name: String) throws(DataError) -> [UInt8] {
    try Self.content(of: url.appendingPathComponent(name), named: "data/" + name)
  }

  private static func content(of url: URL, named name: String) throws(DataError) -> [UInt8] {
    guard let bytes = try? Data(contentsOf: url) else {
      throw DataError(file: name, line: 0, message: "can't be read; is it there?")
    }
    return Array(bytes)
  }

  private static func bytes(of url: URL, named name: String) throws(DataError) -> [UInt8] {
    let text = try content(of: url, named: name)
    guard String(validating: text, as: UTF8.self) != nil else {
      throw DataError(file: name, line: 0, message: "is not UTF-8")
    }
    return text
  }
}
