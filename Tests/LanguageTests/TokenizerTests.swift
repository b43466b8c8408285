import Testing

@testable import Language

@Suite struct TokenizerTests {
  private func tokens(_ text: String) throws -> [String] {
    try Fixtures.pipeline().analyze([text]).flatMap { $0.tokens.map(\.text) }
  }

  @Test(arguments: [
    ("Don't panic!", ["Do", "n't", "panic", "!"]),
    ("$5.3bn (approx.)", ["$", "5.3bn", "(", "approx", ".", ")"]),
    ("U.S.-led talks", ["U.S.-led", "talks"]),
    ("Tehran-backed", ["Tehran", "-", "backed"]),
    ("see https://example.org/a?b=c, please", ["see", "https://example.org/a?b=c", ",", "please"]),
    ("so :) ok", ["so", ":)", "ok"]),
    ("wait...", ["wait", "..."]),
    ("a\u{a0}b", ["a", "\u{a0}", "b"]),
    ("5km", ["5", "km"]),
    ("  two", ["  ", "two"]),
    ("", []),
  ])
  func splits(text: String, expected: [String]) throws {
    #expect(try tokens(text) == expected)
  }

  @Test(arguments: [("J.", 0), ("US.", 1), ("a.", 1), ("……", 2), ("x's", 2), ("10km", 2), ("km", 0), ("end....", 4)])
  func suffix(word: String, length: Int) {
    #expect(AffixRules().suffix(word.unicodeScalars.map(\.value)[...]) == length)
  }

  @Test(arguments: [("US$5", 3), ("+5", 0), ("+x", 1), ("..a", 2), (".a", 0), ("……", 1), ("€", 1), ("abc", 0)])
  func prefix(word: String, length: Int) {
    #expect(AffixRules().prefix(word.unicodeScalars.map(\.value)[...]) == length)
  }

  @Test(arguments: [
    ("example.org", true), ("https://x.org:8080/a", true), ("8.8.8.8", true), ("10.0.0.1", false),
    ("192.168.1.1", false), ("me@example.com", true), ("a.b1", false), ("x.org:1", false), ("word", false),
  ])
  func address(word: String, isAddress: Bool) {
    let rule = AddressRule(topLevel: AffixRules().lower)
    #expect(rule.matches(word.unicodeScalars.map(\.value)[...]) == isAddress)
  }

  /// Whatever the text, tokens and single spaces put together give it back, and offsets count its scalars.
  @Test(arguments: 0..<40)
  func tokensCoverRandomText(seed: UInt64) throws {
    var random = Random(seed: seed)
    let pieces =
      ["a", "B", "1", ".", "..", "'", "’s", "\"", ":", ")", "(", " ", "  ", "\n", "\t", "\u{a0}", "-", "—", "n't", "$"]
      + ["US$", "km", "…", "/", "@", "é", "e\u{301}", "北", "🇺🇦", "👍🏽", "\u{200b}", "don't", "://", "#", "+", "com"]
    var texts: [String] = []
    for _ in 0..<20 {
      texts.append((0..<Int.random(in: 0...30, using: &random)).map { _ in random.choose(pieces) }.joined())
    }
    for _ in 0..<5 {
      var text = String.UnicodeScalarView()
      for _ in 0..<30 { text.append(random.scalar()) }
      texts.append(String(text))
    }
    for document in try Fixtures.pipeline().analyze(texts) { expectCovered(document) }
  }

  @Test func aHugeWordIsNoTrouble() throws {
    let text = String(repeating: "(", count: 3000) + String(repeating: "x-", count: 3000)
    for document in try Fixtures.pipeline().analyze([text]) { expectCovered(document) }
  }

  private func expectCovered(_ document: Document) {
    let rebuilt = document.tokens.map { $0.text + ($0.hasSpaceAfter ? " " : "") }.joined()
    #expect(rebuilt.unicodeScalars.elementsEqual(document.text.unicodeScalars))
    var place = 0
    for token in document.tokens {
      #expect(token.start == place && token.end == place + token.text.unicodeScalars.count)
      #expect(!token.text.isEmpty)
      #expect(document.tokens.indices.contains(token.head))
      place = token.end + (token.hasSpaceAfter ? 1 : 0)
    }
    #expect(document.sentences.flatMap { Array($0) } == Array(document.tokens.indices))
    for entity in document.entities { #expect(entity.tokens.upperBound <= document.tokens.count) }
  }
}
