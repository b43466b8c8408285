/// Cuts a table of text into rows of cells by RFC 4180, with any separator: a cell in quotes may hold the separator, line
/// ends and doubled quotes. One row is in memory at a time.
///
/// What RFC 4180 does not allow is read as it is meant: quotes inside a cell without quotes stand for themselves, and so
/// does what follows a closing quote. A quote that is not closed is told, and reading goes on at the next line.
struct TableRows {
  /// What is found.
  enum Item {
    /// Cells and the line on which they begin. Blank lines are passed over.
    case row([[UInt8]], line: Int)
    /// A row longer than the limit.
    case tooLong(line: Int)
    /// A row with more cells than there may be columns.
    case tooWide(line: Int)
    /// A quote that is not closed.
    case openQuote(line: Int)
  }

  /// How many bytes are read twice at most because a quote is not closed.
  private static let mostRepeated = 64_000_000

  private var window: ByteWindow
  private let separator: UInt8
  private let limits: ReadingLimits
  private var line = 1
  private var repeated = 0

  init(_ source: any ByteSource, separator: UInt8, limits: ReadingLimits, chunk: Int = 1 << 18) {
    window = ByteWindow(source, chunk: chunk)
    self.separator = separator
    self.limits = limits
  }

  /// Whether the source has more than was read, as far as is known.
  var hasMore: Bool { position < window.bytes.count }

  /// Where the row begins that is read next.
  private var position = 0

  /// The next row; nil at the end.
  mutating func next() throws(SourceError) -> Item? {
    while true {
      if position > 1 << 18 {
        window.release(position)
        position = 0
      }
      guard let row = try wholeRow() else { return nil }
      switch row {
      case .blank: continue
      case .item(let item): return item
      }
    }
  }

  private enum Row {
    case blank
    case item(Item)
  }

  /// Reads one row, fetching until it is whole.
  private mutating func wholeRow() throws(SourceError) -> Row? {
    let start = line
    var scan = Scan(position: position, separator: separator, mostCells: limits.columns)
    while true {
      scan.run(window.bytes)
      if scan.isComplete { break }
      if scan.position - position > limits.line {
        guard scan.inQuotes else { return try passLine(start) }
        return goBack(scan.position, start)
      }
      let length = window.bytes.count
      if try !window.fetch() {
        guard position < length else { return nil }
        if scan.inQuotes, !scan.seenQuote { return goBack(length, start) }
        scan.end()
        break
      }
    }
    let length = scan.position - position
    position = scan.position
    line += scan.lines
    if length > limits.line { return .item(.tooLong(line: start)) }
    if scan.isTooWide { return .item(.tooWide(line: start)) }
    if scan.cells.count <= 1, scan.cells.allSatisfy({ $0.allSatisfy(Bytes.isSpace) }) { return .blank }
    return .item(.row(scan.cells, line: start))
  }

  /// Goes to the line behind the one on which an open quote stands.
  private mutating func goBack(_ reached: Int, _ start: Int) -> Row {
    let end = window.bytes[position...].firstIndex(of: Bytes.newline) ?? window.bytes.count
    repeated += reached - position
    position = repeated < Self.mostRepeated ? min(end + 1, window.bytes.count) : window.bytes.count
    line += 1
    return .item(.openQuote(line: start))
  }

  /// Passes over a line that is too long.
  private mutating func passLine(_ start: Int) throws(SourceError) -> Row {
    window.release(position)
    position = 0
    while true {
      if let end = window.bytes.firstIndex(of: Bytes.newline) {
        window.release(end + 1)
        line += 1
        return .item(.tooLong(line: start))
      }
      window.release(window.bytes.count)
      if try !window.fetch() { return .item(.tooLong(line: start)) }
    }
  }

  /// One row as it is read.
  private struct Scan {
    var position: Int
    let separator: UInt8
    let mostCells: Int
    var cells: [[UInt8]] = []
    var cell: [UInt8] = []
    /// Whether a quote opened the cell and none closed it yet.
    var inQuotes = false
    /// Whether a quote opened the cell.
    var wasQuoted = false
    /// Whether the last byte was a quote inside quotes, which closes them or is doubled.
    var seenQuote = false
    var seenReturn = false
    var lines = 0
    var isComplete = false
    var isTooWide = false

    mutating func run(_ bytes: [UInt8]) {
      bytes.withUnsafeBufferPointer { buffer in
        while position < buffer.count, !isComplete {
          passPlain(buffer)
          if position < buffer.count { take(buffer[position]) }
        }
      }
    }

    /// Takes bytes at once that have no meaning where they stand.
    private mutating func passPlain(_ buffer: UnsafeBufferPointer<UInt8>) {
      guard !seenReturn, !seenQuote else { return }
      let start = position
      let isQuoted = inQuotes
      var index = start
      while index < buffer.count {
        let byte = buffer[index]
        if byte == UInt8(ascii: "\"") || byte == Bytes.newline { break }
        if !isQuoted, byte == separator || byte == 13 { break }
        index += 1
      }
      guard index > start else { return }
      cell.append(contentsOf: buffer[start..<index])
      position = index
    }

    private mutating func take(_ byte: UInt8) {
      if seenReturn {
        // A carriage return ends a row by itself where no line feed follows.
        seenReturn = false
        if byte == Bytes.newline { position += 1 }
        return end()
      }
      position += 1
      if inQuotes {
        if seenQuote {
          seenQuote = false
          if byte == UInt8(ascii: "\"") {
            cell.append(byte)
            return
          }
          inQuotes = false
        } else if byte == UInt8(ascii: "\"") {
          seenQuote = true
          return
        } else {
          if byte == Bytes.newline { lines += 1 }
          cell.append(byte)
          return
        }
      }
      switch byte {
      case separator: close()
      case Bytes.newline: end()
      case 13: seenReturn = true
      case UInt8(ascii: "\"") where !wasQuoted && cell.allSatisfy({ $0 == Bytes.space }):
        cell = []
        inQuotes = true
        wasQuoted = true
      default: cell.append(byte)
      }
    }

    private mutating func close() {
      if cells.count < mostCells { cells.append(cell) } else { isTooWide = true }
      cell = []
      wasQuoted = false
    }

    mutating func end() {
      close()
      lines += 1
      isComplete = true
    }
  }
}
