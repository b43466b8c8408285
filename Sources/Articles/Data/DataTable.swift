import Foundation

/// A table of the project's data: tab-separated, `#` before a comment, the first other line names the columns.
struct DataTable {
  /// One line: its number and its cells by column.
  struct Row {
    var line: Int
    var cells: [String: String]

    /// The cell of a column; empty where the table has none.
    subscript(column: String) -> String { cells[column] ?? "" }

    /// The parts of a cell that `|` separates.
    func list(_ column: String) -> [String] {
      self[column].split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
  }

  /// The file, for messages.
  let file: String
  /// The lines below the header.
  private(set) var rows: [Row] = []

  /// Loads a table that must have at least the given columns; the first of them may not be empty.
  init(file: String, columns: [String]) throws(ArticlesError) {
    self.file = file
    let text: String
    do {
      text = try String(contentsOfFile: file, encoding: .utf8)
    } catch {
      throw .dataUnreadable(file: file, reason: "cannot be read as UTF-8 text")
    }
    var header: [String]?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard !line.hasPrefix("#"), !line.allSatisfy(\.isWhitespace) else { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard let names = header else {
        for column in columns where !cells.contains(column) {
          throw .dataMalformed(file: file, line: index + 1, reason: "the header has no column '\(column)'")
        }
        header = cells
        continue
      }
      guard cells.count <= names.count else {
        throw .dataMalformed(
          file: file, line: index + 1, reason: "\(cells.count) cells where the header has \(names.count)")
      }
      let row = Row(line: index + 1, cells: Dictionary(zip(names, cells), uniquingKeysWith: { first, _ in first }))
      if let first = columns.first, row[first].isEmpty {
        throw .dataMalformed(file: file, line: index + 1, reason: "the column '\(first)' is empty")
      }
      rows.append(row)
    }
  }

  /// The error for a line of this table.
  func malformed(_ row: Row, _ reason: String) -> ArticlesError {
    .dataMalformed(file: file, line: row.line, reason: reason)
  }
}
