/// A table of knowledge: a text file of tab-separated cells with comment lines (`#`) and one header line.
///
/// Empty lines and lines that begin with `#` are passed over. A cell that holds a list separates its values by `|`.
public struct DataTable: Sendable {
  /// One line of a table.
  public struct Row: Sendable {
    /// Where the line stands in its file, from 1.
    public let line: Int
    /// The cells in the order of the header.
    public let cells: [String]
    fileprivate let table: Header

    /// The cell under this column; empty where the table has no such column.
    public subscript(_ column: String) -> String {
      guard let index = table.index[column], index < cells.count else { return "" }
      return cells[index]
    }

    /// The values of a cell that holds a list; empty where the cell is.
    public func list(_ column: String) -> [String] {
      let cell = self[column]
      return cell.isEmpty ? [] : cell.split(separator: "|").map(String.init)
    }

    /// An error that names this line.
    public func error(_ message: String) -> DataError { DataError(file: table.file, line: line, message: message) }
  }

  fileprivate final class Header: Sendable {
    let file: String
    let index: [String: Int]
    init(file: String, index: [String: Int]) {
      self.file = file
      self.index = index
    }
  }

  /// The file's name, as errors name it.
  public let file: String
  /// The lines in the order of the file.
  public let rows: [Row]

  /// Reads the text of a table.
  /// - Parameters:
  ///   - text: The whole file.
  ///   - file: The name that errors give.
  ///   - columns: The columns that must be there; others may be.
  /// - Throws: `DataError` for a missing column, a row with too many or too few cells, or white space at an edge.
  public init(_ text: String, file: String, columns: [String]) throws(DataError) {
    self.file = file
    var header: Header?
    var width = 0
    var rows: [Row] = []
    var number = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map(Self.string)
      guard let known = header else {
        var index: [String: Int] = [:]
        for (position, name) in cells.enumerated() {
          guard index.updateValue(position, forKey: name) == nil else {
            throw DataError(file: file, line: number, message: "column '\(name)' stands twice in the header")
          }
        }
        for name in columns where index[name] == nil {
          throw DataError(file: file, line: number, message: "column '\(name)' is missing in the header")
        }
        header = Header(file: file, index: index)
        width = cells.count
        continue
      }
      guard cells.count == width else {
        throw DataError(
          file: file, line: number, message: "\(cells.count) cells, but the header has \(width); check the tabs")
      }
      for cell in cells where cell.utf8.first == 32 || cell.utf8.last == 32 || cell.utf8.last == 13 {
        throw DataError(file: file, line: number, message: "white space at the edge of '\(cell)'")
      }
      rows.append(Row(line: number, cells: cells, table: known))
    }
    guard header != nil else { throw DataError(file: file, line: number, message: "the header line is missing") }
    self.rows = rows
  }

  private static func string(_ bytes: Substring.UTF8View) -> String { String(Substring(bytes)) }
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
