/// A table of knowledge: a text file of tab-separated cells with comment lines (`#`) and one header line.
///
/// Empty lines and lines that begin with `#` are passed over. A cell that holds a list separates its values by `|`.
/// Cells stay bytes until they are asked for.
public struct DataTable: Sendable {
  /// One line of a table.
  public struct Row: Sendable {
    /// Where the line stands in its file, from 1.
    public let line: Int
    /// The number of its first cell among those of the table.
    private let first: Int
    private let store: Store

    fileprivate init(line: Int, first: Int, store: Store) {
      self.line = line
      self.first = first
      self.store = store
    }

    /// The cells in the order of the header.
    public var cells: [String] { (0..<store.width).map { store.string(store.cell(first + $0)) } }

    /// The cell under this column; empty where the table has no such column.
    public subscript(_ column: String) -> String { range(column).map(store.string) ?? "" }

    /// The cell as UTF-8; empty where the table has no such column.
    public func bytes(_ column: String) -> ArraySlice<UInt8> { range(column).map { store.text[$0] } ?? [] }

    /// The values of a cell that holds a list; empty where the cell is.
    public func list(_ column: String) -> [String] {
      guard let cell = range(column), !cell.isEmpty else { return [] }
      return store.text[cell].split(separator: UInt8(ascii: "|")).map { String(decoding: $0, as: UTF8.self) }
    }

    private func range(_ column: String) -> Range<Int>? {
      store.columns.firstIndex(of: column).map { store.cell(first + $0) }
    }

    /// "data/actors/states.tsv:12".
    public var place: String { "\(store.file):\(line)" }

    /// An error that names this line.
    public func error(_ message: String) -> DataError { DataError(file: store.file, line: line, message: message) }
  }

  /// The file's bytes, its header and where its cells are.
  fileprivate final class Store: Sendable {
    let file: String
    let text: [UInt8]
    /// The columns; so few that a search is faster than hashing.
    let columns: [String]
    let width: Int
    /// Begin and end of each cell, row by row.
    let cells: [Int32]

    init(file: String, text: [UInt8], columns: [String], cells: [Int32]) {
      self.file = file
      self.text = text
      self.columns = columns
      width = columns.count
      self.cells = cells
    }

    func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

    func cell(_ number: Int) -> Range<Int> { Int(cells[2 * number])..<Int(cells[2 * number + 1]) }
  }

  /// The file's name, as errors name it.
  public let file: String
  /// The lines in the order of the file.
  public let rows: [Row]
  /// The columns that the header names.
  public let columns: [String]
  /// Where the header stands.
  private let headerLine: Int

  /// Reads the text of a table.
  /// - Parameters:
  ///   - text: The whole file.
  ///   - file: The name that errors give.
  ///   - columns: The columns that must be there; others may be.
  /// - Throws: `DataError` for a missing column, a row with too many or too few cells, or white space at an edge.
  public init(_ text: String, file: String, columns: [String]) throws(DataError) {
    try self.init(bytes: Array(text.utf8), file: file, columns: columns)
  }

  /// Reads the bytes of a table, which are UTF-8. O(n).
  init(bytes text: [UInt8], file: String, columns: [String]) throws(DataError) {
    self.file = file
    var header: [String] = []
    var headerLine = 0
    var cells: [Int32] = []
    var lines: [Int] = []
    var number = 0
    var start = 0
    while start <= text.count {
      number += 1
      let count = cells.count
      let end = Self.scan(text, from: start, into: &cells)
      let isEmpty = end == start || text[start] == UInt8(ascii: "#")
      defer { start = end + 1 }
      if isEmpty {
        cells.removeSubrange(count...)
      } else if header.isEmpty {
        header = stride(from: 0, to: cells.count, by: 2).map {
          String(decoding: text[Int(cells[$0])..<Int(cells[$0 + 1])], as: UTF8.self)
        }
        try Self.check(header, file, number, columns)
        headerLine = number
        cells = []
      } else {
        guard cells.count - count == 2 * header.count else {
          throw DataError(
            file: file, line: number,
            message: "\((cells.count - count) / 2) cells, but the header has \(header.count); check the tabs")
        }
        try Self.checkEdges(text, cells[count...], file, number)
        lines.append(number)
      }
    }
    guard !header.isEmpty else { throw DataError(file: file, line: number, message: "the header line is missing") }
    let store = Store(file: file, text: text, columns: header, cells: cells)
    rows = lines.enumerated().map { Row(line: $0.element, first: $0.offset * store.width, store: store) }
    self.columns = header
    self.headerLine = headerLine
  }

  /// An error that names the header.
  public func headerError(_ message: String) -> DataError { DataError(file: file, line: headerLine, message: message) }

  /// Adds begin and end of each cell of the line at `start`; gives the line's end.
  private static func scan(_ text: [UInt8], from start: Int, into cells: inout [Int32]) -> Int {
    text.withUnsafeBufferPointer { text in
      var begin = start
      var position = start
      while position < text.count, text[position] != UInt8(ascii: "\n") {
        if text[position] == UInt8(ascii: "\t") {
          cells.append(Int32(begin))
          cells.append(Int32(position))
          begin = position + 1
        }
        position += 1
      }
      cells.append(Int32(begin))
      cells.append(Int32(position))
      return position
    }
  }

  private static func checkEdges(
    _ text: [UInt8], _ cells: ArraySlice<Int32>, _ file: String, _ line: Int
  ) throws(DataError) {
    var index = cells.startIndex
    while index < cells.endIndex {
      let cell = Int(cells[index])..<Int(cells[index + 1])
      index += 2
      guard !cell.isEmpty else { continue }
      let last = text[cell.upperBound - 1]
      if text[cell.lowerBound] == 32 || last == 32 || last == 13 {
        let cell = String(decoding: text[cell], as: UTF8.self)
        throw DataError(file: file, line: line, message: "white space at the edge of '\(cell)'")
      }
    }
  }

  private static func check(
    _ names: [String], _ file: String, _ line: Int, _ columns: [String]
  ) throws(DataError) {
    for (position, name) in names.enumerated() where names[..<position].contains(name) {
      throw DataError(file: file, line: line, message: "column '\(name)' stands twice in the header")
    }
    for name in columns where !names.contains(name) {
      throw DataError(file: file, line: line, message: "column '\(name)' is missing in the header")
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
