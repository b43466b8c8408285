/// A table of knowledge: a text file of tab-separated cells with comment lines (`#`) and one header line.
///
/// Empty lines and lines that begin with `#` are passed over. A cell that holds a list separates its values by `|`.
/// Cells stay bytes until they are asked for.
public struct DataTable: Sendable {
  /// One line of a table.
  public struct Row: Sendable {
    /// Where the line stands in its file, from 1.
    public let line: Int
    private let bytes: Range<Int>
    private let store: Store

    fileprivate init(line: Int, bytes: Range<Int>, store: Store) {
      self.line = line
      self.bytes = bytes
      self.store = store
    }

    /// The cells in the order of the header.
    public var cells: [String] { store.cells(bytes).map(store.string) }

    /// The cell under this column; empty where the table has no such column.
    public subscript(_ column: String) -> String { cell(column).map(store.string) ?? "" }

    /// The values of a cell that holds a list; empty where the cell is.
    public func list(_ column: String) -> [String] {
      guard let cell = cell(column), !cell.isEmpty else { return [] }
      return store.split(cell, at: UInt8(ascii: "|")).filter { !$0.isEmpty }.map(store.string)
    }

    private func cell(_ column: String) -> Range<Int>? {
      store.index[column].map { store.cell($0, of: bytes) }
    }

    /// An error that names this line.
    public func error(_ message: String) -> DataError { DataError(file: store.file, line: line, message: message) }
  }

  /// The file's bytes and its header.
  fileprivate final class Store: Sendable {
    let file: String
    let text: [UInt8]
    let index: [String: Int]

    init(file: String, text: [UInt8], index: [String: Int]) {
      self.file = file
      self.text = text
      self.index = index
    }

    func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

    func split(_ range: Range<Int>, at mark: UInt8) -> [Range<Int>] { DataTable.split(text, range, at: mark) }

    func cells(_ line: Range<Int>) -> [Range<Int>] { split(line, at: DataTable.tab) }

    /// The cell of this number in a line that has it.
    func cell(_ number: Int, of line: Range<Int>) -> Range<Int> {
      text.withUnsafeBufferPointer { text in
        var start = line.lowerBound
        var passed = 0
        var position = start
        while position < line.upperBound {
          if text[position] == DataTable.tab {
            if passed == number { return start..<position }
            passed += 1
            start = position + 1
          }
          position += 1
        }
        return start..<line.upperBound
      }
    }
  }

  /// The file's name, as errors name it.
  public let file: String
  /// The lines in the order of the file.
  public let rows: [Row]
  /// The columns that the header names.
  public let columns: [String]

  /// Reads the text of a table.
  /// - Parameters:
  ///   - text: The whole file.
  ///   - file: The name that errors give.
  ///   - columns: The columns that must be there; others may be.
  /// - Throws: `DataError` for a missing column, a row with too many or too few cells, or white space at an edge.
  public init(_ text: String, file: String, columns: [String]) throws(DataError) {
    try self.init(bytes: Array(text.utf8), file: file, columns: columns)
  }

  /// Reads the bytes of a table, which are UTF-8.
  init(bytes text: [UInt8], file: String, columns: [String]) throws(DataError) {
    self.file = file
    var store: Store?
    var width = 0
    var rows: [Row] = []
    var number = 0
    var header: [String] = []
    for line in Self.split(text, 0..<text.count, at: UInt8(ascii: "\n")) {
      number += 1
      guard !line.isEmpty, text[line.lowerBound] != UInt8(ascii: "#") else { continue }
      let cells = Self.split(text, line, at: Self.tab)
      guard let known = store else {
        header = cells.map { String(decoding: text[$0], as: UTF8.self) }
        store = Store(file: file, text: text, index: try Self.index(header, file, number, columns))
        width = cells.count
        continue
      }
      guard cells.count == width else {
        throw DataError(
          file: file, line: number, message: "\(cells.count) cells, but the header has \(width); check the tabs")
      }
      for cell in cells where !cell.isEmpty {
        let edges = (text[cell.lowerBound], text[cell.upperBound - 1])
        if edges.0 == 32 || edges.1 == 32 || edges.1 == 13 {
          throw DataError(file: file, line: number, message: "white space at the edge of '\(known.string(cell))'")
        }
      }
      rows.append(Row(line: number, bytes: line, store: known))
    }
    guard store != nil else { throw DataError(file: file, line: number, message: "the header line is missing") }
    self.rows = rows
    self.columns = header
  }

  private static func index(
    _ names: [String], _ file: String, _ line: Int, _ columns: [String]
  ) throws(DataError) -> [String: Int] {
    var index: [String: Int] = [:]
    for (position, name) in names.enumerated() {
      guard index.updateValue(position, forKey: name) == nil else {
        throw DataError(file: file, line: line, message: "column '\(name)' stands twice in the header")
      }
    }
    for name in columns where index[name] == nil {
      throw DataError(file: file, line: line, message: "column '\(name)' is missing in the header")
    }
    return index
  }

  fileprivate static let tab = UInt8(ascii: "\t")

  /// The parts of a range that a mark separates, empty ones too.
  fileprivate static func split(_ text: [UInt8], _ range: Range<Int>, at mark: UInt8) -> [Range<Int>] {
    text.withUnsafeBufferPointer { text in
      var parts: [Range<Int>] = []
      var start = range.lowerBound
      var position = start
      while position < range.upperBound {
        if text[position] == mark {
          parts.append(start..<position)
          start = position + 1
        }
        position += 1
      }
      parts.append(start..<range.upperBound)
      return parts
    }
  }
}

/// What is wrong with a file of knowledge, and where.
public struct DataError: Error, Hashable, CustomStringConvertible {
  /// The file's name.
  public let file: String
  /// The line, from 1; 0 where the file as a whole is meant.
  public let line: Int
  /// What is wrong.
  public let message: String

  /// Makes an error.
  public init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  /// One line: file, line, what is wrong.
  public var description: String { line == 0 ? "\(file): \(message)" : "\(file):\(line): \(message)" }
}
