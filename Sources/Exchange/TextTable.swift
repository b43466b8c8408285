/// A table for terminals: a header, then the rows, columns two spaces apart.
///
/// ```swift
/// var table = TextTable(columns: [.init("source"), .init("articles", .right)])
/// table.rows.append(["NATO", "12"])
/// print(table.text(maximumWidth: 80), terminator: "")
/// ```
public struct TextTable: Sendable {
  /// One column.
  public struct Column: Sendable {
    /// Where the cells stand in the column.
    public enum Alignment: Sendable {
      /// Words.
      case left
      /// Numbers.
      case right
    }

    /// The word above it.
    public var title: String
    /// Where its cells stand.
    public var alignment: Alignment
    /// Never fewer display columns than this, where its cells need them.
    public var minimumWidth: Int

    /// Makes a column.
    public init(_ title: String, _ alignment: Alignment = .left, minimumWidth: Int = 4) {
      self.title = title
      self.alignment = alignment
      self.minimumWidth = minimumWidth
    }
  }

  /// The columns.
  public var columns: [Column]
  /// The rows; a missing cell is empty, a cell too many is left out.
  public var rows: [[String]]

  /// Makes a table.
  public init(columns: [Column], rows: [[String]] = []) {
    self.columns = columns
    self.rows = rows
  }

  private static let gap = 2

  /// The table as text, each line with its newline and no spaces behind it.
  ///
  /// - Parameter maximumWidth: how many display columns a line may take; the widest columns give way first, down
  ///   to their minimum, and their cells end in `…`. Nil for any width.
  public func text(maximumWidth: Int? = nil) -> String {
    let cells = ([columns.map(\.title)] + rows).map { row in
      columns.indices.map { $0 < row.count ? TerminalText.clean(row[$0]) : "" }
    }
    let widths = widths(of: cells, maximumWidth: maximumWidth)
    var text = ""
    for row in cells {
      var line = ""
      // Spaces are owed until a cell needs them.
      var owed = 0
      for index in columns.indices {
        let cell = TerminalText.truncated(row[index], to: widths[index])
        let room = max(0, widths[index] - TerminalText.width(cell))
        if columns[index].alignment == .right { owed += room }
        if !cell.isEmpty {
          line += String(repeating: " ", count: owed) + cell
          owed = 0
        }
        owed += Self.gap
        if columns[index].alignment == .left { owed += room }
      }
      text += line + "\n"
    }
    return text
  }

  private func widths(of cells: [[String]], maximumWidth: Int?) -> [Int] {
    var widths = columns.indices.map { index in cells.reduce(0) { max($0, TerminalText.width($1[index])) } }
    guard let maximumWidth else { return widths }
    var excess = widths.reduce(0, +) + Self.gap * max(0, columns.count - 1) - maximumWidth
    while excess > 0 {
      let candidates = columns.indices.filter { widths[$0] > columns[$0].minimumWidth }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }
}
