import Testing
import Vocabulary

@testable import Articles

/// Inputs made by dice: nothing may crash, and blocks must stay sound.
@Suite struct RandomInputTests {
  /// Pieces that the rules look for, put together at random.
  static let pieces = [
    "SEOUL, Jan 30 (Agency) — ", "By Jane Doe", "Photo: Reuters", "(left)", "(Reuters, Yonhap)", "Leave a Comment",
    "\n", "\n\n", " - ", ": ", ",", "(", ")", "/", "[", "](", "Read more", "Published: ", "30 January 2023", "é", "한국",
    "🇰🇷",
    "\u{A0}", "\r\n", "\r", "\u{2028}", "\0", "\u{7}", "The army left Seoul on Monday. ", "word ", "“", "”", "…", "–",
    "# ", "* ",
    "```", "<!--", "-->", "---\n", "===\n", "title: ", "{", "}", "\"", "\\u12", "\"id\":", "\"body\":", "1", "null",
    "{\"id\":\"",
  ]

  static func text(_ dice: inout Dice, _ count: Int) -> String {
    (0..<count).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()
  }

  @Test func theAnalyserKeepsBlocksSound() throws {
    let analyser = ArticleAnalyser(data: try readingData())
    var dice = Dice(state: 1)
    for round in 0..<3000 {
      let text = Self.text(&dice, round % 60)
      let read = analyser.read(text: text, id: "x")
      #expect(isSound(read), "\(text.debugDescription)")
      let article = Article(id: "x", title: Self.text(&dice, round % 4), body: text)
      let analysed = analyser.analyse(article)
      #expect(isSound(analysed), "\(article)")
      #expect(analysed.article.text.unicodeScalars.count == article.text.unicodeScalars.count)
    }
  }

  @Test func readersTakeAnyBytes() throws {
    let opener = InputOpener(data: try readingData(), limits: ReadingLimits(text: 3000, line: 500))
    let analyser = ArticleAnalyser(data: opener.data)
    var dice = Dice(state: 2)
    let marks: [[UInt8]] = [[], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]]
    for round in 0..<4000 {
      var bytes = marks[round % 4] + Array(Self.text(&dice, round % 80).utf8)
      for _ in 0..<(round % 5) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &dice)
        bytes[place] = UInt8.random(in: 0...255, using: &dice)
      }
      if round % 7 == 0 { bytes = bytes.map { _ in UInt8.random(in: 0...255, using: &dice) } }
      let name = ["a.jsonl", "a.md", "a.txt", "-"].randomElement(using: &dice) ?? "-"
      var source = opener.open(MemorySource(bytes), name: name)
      var items = 0
      while let item = source.next() {
        items += 1
        if case .draft(let draft) = item { #expect(isSound(analyser.analyse(draft, id: "x"))) }
      }
      #expect(items <= bytes.count + 1)
    }
  }

  @Test func invalidUTF8IsFoundWhereTheStandardLibraryFindsIt() {
    var dice = Dice(state: 3)
    for round in 0..<20_000 {
      var bytes = Array(Self.text(&dice, round % 4).utf8)
      for _ in 0..<(round % 3) { bytes.append(UInt8.random(in: 0x70...0xFF, using: &dice)) }
      bytes += Array("x".utf8)
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect((Bytes.invalidUTF8(in: bytes) == nil) == isValid, "\(bytes)")
    }
  }

  @Test func theSameLinesComeOutWhateverTheChunk() throws {
    var dice = Dice(state: 4)
    for round in 0..<500 {
      let text = (0..<(round % 12)).map { _ in String(repeating: "x", count: Int.random(in: 0...40, using: &dice)) }
        .joined(separator: "\n")
      func lines(_ chunk: Int) throws -> [String] {
        var splitter = LineSplitter(MemorySource(Array(text.utf8)), limit: 25, chunk: chunk)
        var lines: [String] = []
        while let line = try splitter.next() {
          switch line {
          case .bytes(let number, let bytes): lines.append("\(number) \(Bytes.text(bytes))")
          case .tooLong(let number): lines.append("\(number) too long")
          }
        }
        return lines
      }
      let whole = try lines(10_000)
      for chunk in [1, 3, 25, 26, 50] { #expect(try lines(chunk) == whole) }
    }
  }
}
