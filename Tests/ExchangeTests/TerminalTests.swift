import Testing
import Vocabulary

@testable import Exchange

@Suite struct TerminalTests {
  @Test func tripleReadsWell() {
    let text = String(decoding: Output.bytes { TripleText.append(Samples.urge, to: &$0) }, as: UTF8.self)
    #expect(
      text == """
        2023-01-30  NATO → KOR  REQUEST urge (actual)
            NATO urges South Korea to increase military support for Ukraine

        """)
  }

  @Test(arguments: [
    ("", 0), ("Seoul", 5), ("Zürich", 6), ("Zu\u{308}rich", 6), ("서울", 4), ("東京", 4), ("ＮＡＴＯ", 8), ("🚢", 2),
    ("🇰🇷", 2), ("👩‍🔬", 2), ("→", 1), ("Київ", 4), ("a\u{200B}b", 2),
  ])
  func width(text: String, width: Int) {
    #expect(TerminalText.width(text) == width)
  }

  @Test(arguments: [
    ("Seoul", 5, "Seoul"), ("Seoul", 4, "Seo…"), ("Seoul", 1, "…"), ("Seoul", 0, ""), ("서울시", 5, "서울…"),
    ("서울시", 4, "서…"), ("", 3, ""),
  ])
  func truncation(text: String, width: Int, expected: String) {
    #expect(TerminalText.truncated(text, to: width) == expected)
    #expect(TerminalText.width(TerminalText.truncated(text, to: width)) <= width)
  }

  @Test func noArticleSteersTheTerminal() {
    #expect(TerminalText.clean("a\u{1B}[2Jb\r\nc\u{9B}d\u{202E}e") == "a [2Jb  c d e")
    let text = Output.bytes { for triple in Samples.triples { TripleText.append(triple, to: &$0) } }
    #expect(text.filter { $0 < 0x20 }.count == 2 * Samples.triples.count)
  }

  @Test(arguments: [20, 30, 48, 60, 80, 200])
  func tableKeepsItsWidth(maximum: Int) {
    let lines = Output.table.text(maximumWidth: maximum).split(separator: "\n").map(String.init)
    // Columns do not go below their minimum of four each.
    #expect(lines.allSatisfy { TerminalText.width($0) <= max(maximum, 22) })
    #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
    #expect(lines.count == 4)
  }

  /// What gives way first: long titles, then spare columns, then the longest words; never a number.
  @Test(arguments: [
    (60, "events  source                       last\n  1234  Union of the Northern Isles  2023-01-30\n"),
    (41, " ev.  source                   last\n1234  Union of the Northern …  2023-01-30\n"),
    (27, " ev.  source     last\n1234  Union of…  2023-01-30\n"),
    (26, " ev.  source\n1234  Union of the Northe…\n"),
    (10, " ev.  source\n1234  Union of…\n"),
  ])
  func tableGivesWay(maximum: Int, expected: String) {
    let table = TextTable(
      columns: [
        .init("events", short: "ev.", .right, minimumWidth: 2), .init("source", minimumWidth: 9),
        .init("last", minimumWidth: 10, isSpare: true),
      ], rows: [["1234", "Union of the Northern Isles", "2023-01-30"]])
    #expect(table.text(maximumWidth: maximum) == expected)
  }

  @Test func tableWithoutLimitShowsAll() {
    let text = Output.table.text()
    #expect(text.contains("a relation that is much longer than the rest"))
    #expect(!text.contains("…"))
    #expect(TextTable(columns: [.init("a"), .init("b")], rows: [["1"], ["1", "2", "3"]]).text() == "a  b\n1\n1  2\n")
  }
}
