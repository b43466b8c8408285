import Testing

@testable import Vocabulary

/// Tables of knowledge: what stands in them comes back cell by cell, whatever else is told by line.
@Suite struct DataTableTests {
  /// A generator of the same numbers in every run (SplitMix64).
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }

    mutating func cell() -> String {
      let letters = ["a", "B", "|", "#", "é", "한", "😀", "e\u{301}", " ", "\r", "\"", "@", "\u{0}"]
      let text = (0..<Int(next() % 7)).map { _ in letters.randomElement(using: &self) ?? "" }.joined()
      let isEdged = text.unicodeScalars.first == " " || [" ", "\r"].contains(text.unicodeScalars.last)
      return isEdged || text.hasPrefix("#") ? "x" + text + "x" : text
    }
  }

  @Test func anyBytesAreReadOrRefused() throws {
    var dice = Dice(state: 3)
    let likely = Array("\t\n\r |#ab\u{FEFF}é".utf8)
    for round in 0..<4000 {
      var bytes: [UInt8] = round % 3 == 0 ? [] : Array("a\tb\n".utf8)
      for _ in 0..<round % 50 {
        bytes.append(
          round % 2 == 0 ? UInt8.random(in: 0...255, using: &dice) : likely.randomElement(using: &dice) ?? 0)
      }
      do {
        let table = try DataTable(bytes: bytes, file: "t", columns: [])
        let lines = bytes.count { $0 == 10 } + 1
        for row in table.rows {
          #expect(row.cells.count == table.columns.count)
          #expect((1...lines).contains(row.line))
          _ = row.list("b")
        }
      } catch {
        #expect(error.description.hasPrefix("t:") && !error.message.isEmpty, "\(bytes)")
      }
    }
  }

  /// Cells, line numbers and lists are those that plain splitting gives.
  @Test func validTablesComeBack() throws {
    var dice = Dice(state: 4)
    for _ in 0..<500 {
      let width = Int(dice.next() % 4) + 2
      let columns = (0..<width).map { "c\($0)" }
      var lines: [[String]?] = [nil, columns]
      for _ in 0..<Int(dice.next() % 8) {
        lines.append(dice.next() % 4 == 0 ? nil : (0..<width).map { _ in dice.cell() })
      }
      let end = dice.next() % 2 == 0 ? "\n" : ""
      let text =
        lines.enumerated().map { number, cells in
          cells?.joined(separator: "\t") ?? (number % 2 == 0 ? "# a\tremark" : "")
        }.joined(separator: "\n") + end
      let table = try DataTable(text, file: "t", columns: columns)
      #expect(table.columns == columns)
      let expected = lines.enumerated().dropFirst(2).compactMap { number, cells in cells.map { (number + 1, $0) } }
      #expect(table.rows.map(\.line) == expected.map(\.0), "\(text.debugDescription)")
      #expect(table.rows.map(\.cells) == expected.map(\.1), "\(text.debugDescription)")
      for (row, cells) in zip(table.rows, expected.map(\.1)) {
        for (column, cell) in zip(columns, cells) {
          #expect(row[column] == cell)
          #expect(Array(row.bytes(column)) == Array(cell.utf8))
          let parts = cell.utf8.split(separator: UInt8(ascii: "|")).map { String(decoding: $0, as: UTF8.self) }
          #expect(row.list(column) == parts)
        }
        #expect(row["none"].isEmpty && row.list("none").isEmpty && row.bytes("none").isEmpty)
      }
    }
  }

  @Test(arguments: [
    ("", "t:1: the header line is missing"), ("\n\n", "t:3: the header line is missing"),
    ("# a\tb\n", "t:2: the header line is missing"), ("a\tc\n", "t:1: column 'b' is missing in the header"),
    ("a\tb\ta\n", "t:1: column 'a' stands twice in the header"),
    ("a\tb\n\nx\n", "t:3: 1 cells, but the header has 2; check the tabs"),
    ("a\tb\nx\ty\tz\n", "t:2: 3 cells, but the header has 2; check the tabs"),
    ("a\tb\nx \ty\n", "t:2: white space at the edge of 'x '"),
    ("a\tb\nx\t y\n", "t:2: white space at the edge of ' y'"),
    ("a\tb\nx\ty\r\n", "t:2: white space at the edge of 'y\r'"),
  ])
  func mistakesAreTold(text: String, expected: String) {
    let error = #expect(throws: DataError.self) { try DataTable(text, file: "t", columns: ["a", "b"]) }
    #expect(error?.description == expected)
  }
}
