import Foundation

/// Reads a table line by line, tells what is wrong with its layout, and makes a table of the lines that are right.
struct LintReader {
  /// The file's name, as findings give it.
  let file: String
  private(set) var findings: [DataError] = []

  init(file: String) { self.file = file }

  /// The table without the lines that don't fit; nil where there is no header.
  mutating func read(_ url: URL, shape: TableShape?) -> DataTable? {
    guard let bytes = try? Data(contentsOf: url) else {
      report(0, "can't be read: put the table back")
      return nil
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      report(0, "is not UTF-8: save it as UTF-8")
      return nil
    }
    return table(text, shape: shape)
  }

  private mutating func table(_ text: String, shape: TableShape?) -> DataTable? {
    var header: [String]?
    var hasSource = false
    var seen: [String: Int] = [:]
    var clean: [String] = []
    for (index, part) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      let line = String(Substring(part))
      // What is left out stays as an empty line, so that lines keep their numbers.
      var kept = ""
      defer { clean.append(kept) }
      if line.isEmpty { continue }
      guard let columns = header, !line.hasPrefix("#") else {
        if line != line.withoutTrailingSpace { report(index + 1, "white space at the end of the line: remove it") }
        if line.hasPrefix("#") {
          hasSource = hasSource || (header == nil && line.hasPrefix("# Source"))
        } else if line.contains(where: { !$0.isWhitespace }) {
          let columns = line.withoutTrailingSpace.split(separator: "\t", omittingEmptySubsequences: false)
          header = checkHeader(columns.map(String.init), at: index + 1, shape)
          kept = line.withoutTrailingSpace
        }
        continue
      }
      guard let row = self.row(line, at: index + 1, width: columns.count) else { continue }
      if let first = seen[row] {
        report(index + 1, "the same row as line \(first): take one out")
      } else {
        seen[row] = index + 1
        kept = row
      }
    }
    if !hasSource {
      report(1, "there is no comment line that begins with '# Source' above the header: say where the facts come from")
    }
    guard header != nil else {
      report(0, "the header line is missing: write the names of the columns, separated by tabs")
      return nil
    }
    return try? DataTable(clean.joined(separator: "\n"), file: file, columns: [])
  }

  /// The row without white space at the edges of its cells; nil where it has too many or too few.
  private mutating func row(_ line: String, at number: Int, width: Int) -> String? {
    var cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard cells.count == width else {
      report(number, "\(cells.count) cells, but the header has \(width): check the tabs")
      return nil
    }
    for (index, cell) in cells.enumerated() {
      let plain = cell.trimmingCharacters(in: .whitespacesAndNewlines)
      guard plain != cell else { continue }
      report(number, "white space at the edge of '\(cell)': remove it")
      cells[index] = plain
    }
    return cells.joined(separator: "\t")
  }

  private mutating func checkHeader(_ columns: [String], at line: Int, _ shape: TableShape?) -> [String] {
    for (index, column) in columns.enumerated() where columns[..<index].contains(column) {
      report(line, "column '\(column)' stands twice in the header: take one out")
    }
    guard let shape else { return columns }
    for column in columns where !(shape.columns + shape.optional).contains(column) {
      report(line, "column '\(column)' is unknown: take it out, or correct its name")
    }
    for column in shape.columns where !columns.contains(column) {
      report(line, "column '\(column)' is missing in the header: add it")
    }
    return columns
  }

  private mutating func report(_ line: Int, _ message: String) {
    findings.append(DataError(file: file, line: line, message: message))
  }
}

extension String {
  fileprivate var withoutTrailingSpace: String {
    var scalars = unicodeScalars[...]
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
