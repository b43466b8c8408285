import Testing

@testable import Diagrams

struct DotTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("two\nlines", "two lines"), ("a\u{0}b\u{1B}c", "a b c"), ("  spaces  ", "spaces"),
    ("\u{202E}evil\u{202C}", "evil"), ("Zoë 東京", "Zoë 東京"), ("\u{FFFF}x", "x"),
  ])
  func cleans(_ input: String, _ output: String) {
    #expect(DotText.clean(input) == output)
  }

  @Test(arguments: [
    ("https://news.example/a?b=1&c=2", "https://news.example/a?b=1&c=2"),
    ("HTTP://news.example/", "HTTP://news.example/"),
    ("https://news.example/\"><script>", "https://news.example/%22%3E%3Cscript%3E"),
    ("https://news.example/ä b\\", "https://news.example/%C3%A4%20b%5C"),
    ("javascript:alert(1)", nil), ("data:text/html,x", nil), ("file:///etc/passwd", nil), ("", nil),
    (" https://news.example", nil), ("https:news.example", nil), ("https://", nil), ("//news.example", nil),
    ("http://\"onload=", nil), (nil, nil),
  ])
  func letsOnlyWebAddressesPass(_ input: String?, _ output: String?) {
    #expect(DotText.safeURL(input) == output)
  }

  @Test func wrapsAndCuts() {
    #expect(DotText.wrapped("provide humanitarian aid to", width: 19, lines: 2) == ["provide", "humanitarian aid to"])
    #expect(DotText.balanced("halt gas deliveries to", width: 20, lines: 2) == ["halt gas", "deliveries to"])
    #expect(DotText.wrapped("one two three four", width: 7, lines: 2) == ["one two", "three…"])
    #expect(
      DotText.wrapped("abcdefghijklmnopqrstuvwxyz", width: 10, lines: 3) == ["abcdefghij", "klmnopqrst", "uvwxyz"])
    #expect(DotText.wrapped("", width: 10, lines: 3).isEmpty)
  }

  @Test func anyTextWrapsWithoutLoss() {
    var generator = SeededGenerator(seed: 7)
    let letters = Array("ab c-東\u{301}🇺🇦 é")
    for _ in 0..<500 {
      let length = Int.random(in: 0...60, using: &generator)
      let text = String((0..<length).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] })
      let lines = DotText.wrapped(text, width: Int.random(in: 1...20, using: &generator), lines: 1_000)
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
      #expect(lines.allSatisfy { !$0.isEmpty })
    }
  }

  @Test func slugsAreWords() {
    #expect(DotText.slug("KOR") == "KOR")
    #expect(DotText.slug("\"];evil <b>") == "-evil-b-")
    #expect(DotText.slug("") == "x")
  }
}

/// Random numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
