import Testing
import Vocabulary

@testable import Articles

@Suite struct CodeRuleTests {
  @Test(arguments: [
    "function share(url) { window.open(url); }", "var x = document.getElementById('a');", "{", "});",
    ".bar { color: red; }",
    "gtag('js', new Date());", "{\"@type\":\"NewsArticle\",\"headline\":\"Talks\"}", "if (a == b && c) {",
    "<div class=\"x\"></div><span/>",
  ])
  func finds(_ line: String) { #expect(CodeRule.applies(Array(line.utf8)[...])) }

  @Test(arguments: [
    "The ministry (which had refused); the army.", "He wrote: “a = b”.", "See https://example.org for more.",
    "Q&A with the envoy",
    "Profit rose 5% (to $3bn); sales fell.", "AT&T and R&D [sic]", "", "{curly} text about brackets",
    "The vote was 5=5.",
    "• First; second; third", "The talks (held in Oslo);",
  ])
  func leavesAlone(_ line: String) { #expect(!CodeRule.applies(Array(line.utf8)[...])) }
}

@Suite struct TableRuleTests {
  @Test(arguments: ["India\t2.01\t2.07", "2020 1.5% 2.0% -", "Seoul 12 13 14", "| Chad | 1 | 2 |"])
  func finds(_ line: String) { #expect(TableRule.applies(Array(line.utf8))) }

  @Test(arguments: ["In 2020 and 2021 it rose.", "Russia 5", "30 January 2023 was cold", "The 5 of 2020", ""])
  func leavesAlone(_ line: String) { #expect(!TableRule.applies(Array(line.utf8))) }
}

@Suite struct ParagraphCutTests {
  @Test func longParagraphsAreCutAtSentences() throws {
    let sentence = "The ministers of both countries met Gen. Mark Hall of the U.S. Army in Geneva again. "
    let body = String(repeating: sentence, count: 6000)
    let read = ArticleAnalyser(data: try readingData()).analyse(Article(id: "x", body: body))
    #expect(read.article.body == body)
    #expect(isSound(read) && read.blocks.count > 40)
    let texts = read.blocks.map { read.text(of: $0) }
    #expect(texts.allSatisfy { $0.utf8.count <= ParagraphCut.longest })
    #expect(texts.allSatisfy { $0.hasPrefix("The ministers") && $0.hasSuffix("again.") })
    #expect(texts.joined(separator: " ") + " " == body)
  }

  @Test(arguments: ["word ", "letters", "é", "a.b"])
  func whatHasNoSentencesIsCutToo(_ piece: String) throws {
    let body = String(repeating: piece, count: 500_000 / piece.utf8.count)
    let read = ArticleAnalyser(data: try readingData()).analyse(Article(id: "x", body: body))
    #expect(isSound(read) && read.blocks.count > 40)
    #expect(read.blocks.allSatisfy { $0.range.count <= ParagraphCut.longest })
    let kept = read.blocks.map { read.text(of: $0) }.joined().filter { $0 != " " }
    #expect(kept == body.filter { $0 != " " })
  }
}

@Suite struct DigestTests {
  func count(_ text: String) throws -> Int {
    let lines = TextLayout.lines(of: Array(text.utf8))
    return DigestRule(data: try readingData()).stories(lines.map { $0 })?.stories.count ?? 1
  }

  private let paragraph = "The foreign ministers of both countries met in Geneva on Monday and agreed to go on."

  @Test func rulesBetweenParagraphsAreOneArticle() throws {
    #expect(try count("A long winter\n\n\(paragraph)\n\n* * *\n\n\(paragraph)\n\n* * *\n\n\(paragraph)") == 1)
    #expect(try count("A long winter\n\n\(paragraph)\n\n-----\n\nRelated stories\n\nRead more: A war") == 1)
    #expect(try count("A long winter\n=============\n\n\(paragraph)\n\nHow it ends\n-----------\n\n\(paragraph)") == 1)
  }

  @Test func headingsWithoutDatelinesAreOneArticle() throws {
    #expect(
      try count("A long winter\n\n\(paragraph)\n\nWhat comes next\n\n\(paragraph)\n\nWho pays for it\n\n\(paragraph)")
        == 1)
    #expect(try count("A long winter\n\nSEOUL, Jan 30 — \(paragraph)\n\nWhat comes next\n\n\(paragraph)") == 1)
  }

  @Test func storiesAreTakenApart() throws {
    let story = "A long winter\n\n\(paragraph)"
    #expect(try count("\(story)\n\n-----\n\n\(story)\n\n*****\n\n\(story)") == 3)
    #expect(try count("News in brief\n\n\(story)\n\n-----\n\n\(story)") == 2)
    let filed = "A long winter\n\nSEOUL, Jan 30 — \(paragraph)\n\n\(paragraph)"
    #expect(try count("\(filed)\n\n\(filed)\n\n\(filed)") == 3)
    #expect(try count("\(paragraph)\n\n\(filed)\n\n\(filed)") == 3)
  }

  @Test func nothingOfADigestIsLost() throws {
    let scratch = try Scratch()
    let text =
      "Briefs\n\nA long winter\n\n\(paragraph)\n\n-----\n\nA short summer\n\n\(paragraph)\n\n-----\n\nSubscribe"
    try scratch.write("a.txt", text)
    try scratch.write(
      "b.md",
      "# Briefs\n\n## One winter\n\nSEOUL, Jan 30 — \(paragraph)\n\n## Two winters\n\nTOKYO, Jan 30 — \(paragraph)")
    let reads = try scratch.read("").compactMap(\.article)
    #expect(try scratch.summary("") == ["./a#1", "./a#2", "./b#1", "./b#2"])
    let kept = reads.prefix(2).map(\.article.text).joined(separator: " ")
    for word in text.split(whereSeparator: \.isWhitespace) where word != "-----" { #expect(kept.contains(word)) }
  }

  @Test func anyTextIsTakenInLinearTime() throws {
    let rule = DigestRule(data: try readingData())
    for piece in [
      "-----\n", "A long winter\n\n", "A long winter\n\nSEOUL, Jan 30 — \(paragraph)\n\n", "---\n\nA long winter\n\n",
    ] {
      let lines = TextLayout.lines(of: Array(String(repeating: piece, count: 100_000 / piece.utf8.count).utf8))
      _ = rule.stories(lines)
    }
    var dice = Dice(state: 51)
    for round in 0..<1000 {
      _ = rule.stories(TextLayout.lines(of: Array(RandomInputTests.text(&dice, round % 80).utf8)))
    }
  }
}

@Suite struct PlainTextTests {
  @Test(
    arguments: [
      ("Brussels, 30 January 2023 | The talks began.", "Brussels", nil),
      ("MOSCOW, January 30. /TASS/. The talks began.", "MOSCOW", "TASS"),
      ("SEOUL and TOKYO (Reuters) - The talks began.", "SEOUL/TOKYO", "Reuters"),
      ("SEOUL / TOKYO, Jan 30 - The talks began.", "SEOUL/TOKYO", nil),
      ("Islamabad, Jan 30 (APP): The talks began.", "Islamabad", "APP"),
      ("(Reuters) - The talks began.", "", "Reuters"),
      ("MINSK, 30 January /TASS/ - The talks began.", "MINSK", "TASS"),
    ] as [(String, String, String?)])
  func datelinesComeInManyManners(line: String, place: String, agency: String?) throws {
    let bytes = Array(line.utf8)
    let found = try #require(DatelineRule(data: readingData()).find(in: bytes))
    #expect(found.place == place && found.agency == agency)
    #expect(Bytes.text(bytes[found.end...]) == "The talks began.")
  }

  @Test(arguments: [
    "The ministry said: (Reuters) - no.", "(see below) - The talks", "He and/or she /both/ came.",
    "Seoul | The talks began.",
  ])
  func otherLinesAreNoDatelines(_ line: String) throws {
    #expect(try DatelineRule(data: readingData()).find(in: Array(line.utf8)) == nil)
  }

  @Test(arguments: [
    ("Jane Doe in Kyiv contributed to this report.", true), ("The Associated Press contributed to this story.", true),
    ("The bank contributed to this report. It was wrong.", true),
    ("They won. Jane Doe contributed to this report.", true),
    ("The war ended badly. Jane Doe contributed to this report.", false), ("Editor: Li Wei", true),
    ("Editor Li Wei left.", false),
  ])
  func creditsNameThoseWhoHelped(line: String, expected: Bool) throws {
    #expect(try CreditRule(data: readingData()).applies(Array(line.utf8)) == expected)
  }

  @Test func quotedMailsLoseTheirSigns() {
    let lines = TextLayout.lines(of: Array("> One\n>\n>> Two\n> Three\nFour".utf8))
    #expect(QuotedLines.unquoted(lines).map { Bytes.text($0.bytes) } == ["One", "", "Two", "Three", "Four"])
    let few = TextLayout.lines(of: Array("One\n> Two\nThree".utf8))
    #expect(QuotedLines.unquoted(few).map { Bytes.text($0.bytes) } == ["One", "> Two", "Three"])
  }

  @Test(arguments: [
    "{", "a = b; ", "(((", "1 2 3\n", "| | |\n", "By A | ", "SEOUL / ", "> ", "a. ", "--- ", "/TASS/ ", "\t",
  ])
  func hostileTextTakesLinearTime(_ piece: String) throws {
    let analyser = ArticleAnalyser(data: try readingData())
    _ = analyser.read(text: String(repeating: piece, count: 100_000 / piece.utf8.count), id: "x")
  }
}
