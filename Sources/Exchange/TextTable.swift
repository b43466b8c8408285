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
    /// The word above it where the table is too wide otherwise.
    public var shortTitle: String
    /// Where its cells stand.
    public var alignment: Alignment
    /// Never fewer display columns than this, where its cells need them.
    public var minimumWidth: Int

    /// Whether it is left out where the table is too wide otherwise.
    public var isSpare: Bool

    /// Makes a column; without a short title the other one is always used.
    public init(
      _ title: String, short: String? = nil, _ alignment: Alignment = .left, minimumWidth: Int = 4,
      isSpare: Bool = false
    ) {
      self.title = title
      shortTitle = short ?? title
      self.alignment = alignment
      self.minimumWidth = minimumWidth
      self.isSpare = isSpare
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
  /// - Parameter maximumWidth: how many display columns a line may take; titles become short first, then spare columns
  ///   are left out from the last on, and the widest give way down to their minimum: their cells end in `…`. Numbers
  ///   are never cut. Nil for any width.
  public func text(maximumWidth: Int? = nil) -> String {
    let cells = rows.map { row in columns.indices.map { $0 < row.count ? TerminalText.clean(row[$0]) : "" } }
    let content = columns.indices.map { index in cells.reduce(0) { max($0, TerminalText.width($1[index])) } }
    var titles = columns.map(\.title)
    var shown = Array(columns.indices)
    var widths = Self.widths(content, titles)
    if let maximumWidth, Self.sum(widths) > maximumWidth {
      titles = columns.map(\.shortTitle)
      widths = Self.widths(content, titles)
      let least = columns.indices.map { index in
        let isNumber = columns[index].alignment == .right
        return min(widths[index], max(columns[index].minimumWidth, isNumber ? content[index] : 0))
      }
      while Self.sum(shown.map { least[$0] }) > maximumWidth,
        let last = shown.lastIndex(where: { columns[$0].isSpare })
      { shown.remove(at: last) }
      for _ in 0..<max(0, Self.sum(shown.map { widths[$0] }) - maximumWidth) {
        let candidates = shown.filter { widths[$0] > least[$0] }
        guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
        widths[widest] -= 1
      }
    }
    var text = ""
    for row in [titles] + cells {
      var line = ""
      // Spaces are owed until a cell needs them.
      var owed = 0
      for index in shown {
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

  private static func widths(_ content: [Int], _ titles: [String]) -> [Int] {
    zip(content, titles).map { max($0, TerminalText.width($1)) }
  }

  /// The width of columns with the gaps between them.
  private static func sum(_ widths: [Int]) -> Int { widths.reduce(0, +) + gap * max(0, widths.count - 1) }
}
