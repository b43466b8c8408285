import Testing
import Vocabulary

@testable import Articles

@Suite struct BylineRuleTests {
  @Test(arguments: [
    "By Jane Doe", "By Helen Marsh in Darwin", "BY JANE DOE", "By Jane Doe and John Roe, Reuters",
    "by Lucia Ferri and agencies.",
    "By Jane Doe, Diplomatic Correspondent", "By Jane Doe | Agency", "Written by Ana de la Cruz", "By: Jane Doe",
    "Huyen Le (Theo Reuters, Yonhap)", "Huyen Le (Reuters)", "Anna Kim, Bo Lee (AFP and AP)", "By M. Özil @ozil",
  ])
  func finds(_ line: String) throws { #expect(try BylineRule(data: readingData()).applies(Array(line.utf8))) }

  @Test(arguments: [
    "By Monday the troops had left.", "By sea and by air", "By", "The army (Reuters)", "Huyen Le (left)", "",
    "By the Rivers of Babylon the army halted", "Russia attacked Ukraine (Reuters) on Monday.", "()", "By (",
  ])
  func leavesAlone(_ line: String) throws { #expect(try !BylineRule(data: readingData()).applies(Array(line.utf8))) }
}

@Suite struct CreditRuleTests {
  @Test(arguments: [
    "(Reuters, Yonhap)", "Source: Reuters", "Reuters", "— AFP", "(Reporting by Jane Doe; Editing by John Roe)",
    "Additional reporting by Jane Doe in Kyiv.", "(Agencies)", "Reuters/AFP", "(with AP)", "Sources: AP, AFP",
  ])
  func finds(_ line: String) throws { #expect(try CreditRule(data: readingData()).applies(Array(line.utf8))) }

  @Test(arguments: [
    "(applause)", "Sources said the talks failed.", "Reuters reported the strike.", "Source of the river found", "",
    "()",
    "Agencies warned of hunger.",
  ])
  func leavesAlone(_ line: String) throws { #expect(try !CreditRule(data: readingData()).applies(Array(line.utf8))) }

  @Test(arguments: [
    ("The talks ended. (Reuters, Yonhap)", "(Reuters, Yonhap)"), ("It failed.” (AFP).", "(AFP)."),
    ("It ended. (Reporting by Jane Doe)", "(Reporting by Jane Doe)"),
  ])
  func findsAtTheEnd(line: String, credit: String) throws {
    let bytes = Array(line.utf8)
    let start = try #require(CreditRule(data: readingData()).trailing(in: bytes))
    #expect(Bytes.text(bytes[start...]) == credit)
  }

  @Test(arguments: ["He spoke to the agency (Reuters)", "It ended. (Applause)", "(Reuters)", ")", "()", "x. ()"])
  func leavesTheEndAlone(_ line: String) throws {
    #expect(try CreditRule(data: readingData()).trailing(in: Array(line.utf8)) == nil)
  }
}

@Suite struct CaptionRuleTests {
  @Test(
    arguments: [
      ("The leaders meet in Seoul. Photo: Reuters", "The leaders meet in Seoul.", "Photo: Reuters"),
      ("The leaders meet in Seoul. (Photo by Jane Doe)", "The leaders meet in Seoul.", "(Photo by Jane Doe)"),
      ("The leaders meet in Seoul [Photo: AFP]", "The leaders meet in Seoul", "[Photo: AFP]"),
      ("The leaders meet in Seoul | Photo Credit: AP", "The leaders meet in Seoul", "| Photo Credit: AP"),
      ("The leaders meet. Jane Doe/Getty Images", "The leaders meet.", "Jane Doe/Getty Images"),
      ("Jens Stoltenberg (left) and Park Jin", "Jens Stoltenberg (left) and Park Jin", nil),
      ("File photo: soldiers near the border", "File photo: soldiers near the border", nil),
      ("In this photo, soldiers stand guard.", "In this photo, soldiers stand guard.", nil),
      ("Photo: Reuters", "", "Photo: Reuters"),
    ] as [(String, String, String?)])
  func finds(line: String, words: String, credit: String?) throws {
    let bytes = Array(line.utf8)
    let parts = try #require(try CaptionRule(data: readingData()).find(in: bytes))
    #expect(Bytes.text(bytes[..<parts.captionEnd]) == words)
    #expect(parts.creditStart.map { Bytes.text(bytes[$0...]) } == credit)
  }

  @Test(arguments: [
    "The ministry released a photo by the agency and said no more.", "(a) first", "Photos show it.",
    "The Left Party (Die Linke) voted against.", "", "(", "((((((",
  ])
  func leavesAlone(_ line: String) throws {
    #expect(try CaptionRule(data: readingData()).find(in: Array(line.utf8)) == nil)
  }
}

@Suite struct RepeatRuleTests {
  @Test func seesNearlyTheSameWords() {
    var rule = RepeatRule()
    let texts = [
      "NATO Secretary General shakes hands with Park Jin in Seoul on January 29.",
      "Nato Secretary General shakes hands with Minister Park Jin in Seoul on January 29",
      "Soldiers of the South Korean army parade in Seoul.",
    ]
    var repeated: [Bool] = []
    for text in texts { repeated.append(rule.repeats(Array(text.utf8))) }
    #expect(repeated == [false, true, false])
    #expect(!rule.wouldRepeat(Array("Hm".utf8)))
  }
}

@Suite struct BoilerplateRuleTests {
  @Test(arguments: [
    "Leave a Comment", "LEAVE A COMMENT", "Leave a comment on this story", "Subscribe",
    "Read more: Talks fail in Geneva",
    "Read more – Talks fail", "Share this", "Advertisement", "— Advertisement —", "Follow us on Twitter", "33 Comments",
    "» Read more", "© 2023 Daily News", "* * *", "-----", "Editor’s Picks", "You may also like:", "3 min read",
  ])
  func finds(_ line: String) throws { #expect(try BoilerplateRule(data: readingData()).applies(Array(line.utf8))) }

  @Test(arguments: [
    "Read more books, president urges", "Shares fell in Seoul.", "Advertisements were banned in Iran.",
    "Home of the king",
    "Moscow: no comment", "", "Related crimes rose", "The leaders left a comment open",
  ])
  func leavesAlone(_ line: String) throws {
    #expect(try !BoilerplateRule(data: readingData()).applies(Array(line.utf8)))
  }
}

@Suite struct HeadingRuleTests {
  @Test(arguments: [
    ("A hard winter", true), ("What next?", true), ("The talks ended.", false), ("he said", false),
    ("As follows:", false),
  ])
  func decides(line: String, expected: Bool) { #expect(HeadingRule.applies(Array(line.utf8)) == expected) }
}

@Suite struct PublishedRuleTests {
  @Test(
    arguments: [
      ("Published: 30 January 2023", "2023-01-30"), ("Published on January 30, 2023", "2023-01-30"),
      ("Published 2023-01-30 10:15", "2023-01-30"), ("January 30, 2023", "2023-01-30"), ("Date: 30.", nil),
      ("0301234567", nil),
      ("20230130", "2023-01-30"),
      ("Mon, 30 Jan 2023 10:15 GMT", "2023-01-30"), ("30 January 2023 at 10:15", "2023-01-30"),
      ("January 30, 2023 was a bad day", nil), ("Published by 12 writers", nil), ("The 30 January 2023 accord", nil),
    ] as [(String, String?)])
  func finds(line: String, date: String?) throws {
    let found = try PublishedRule(data: readingData()).find(in: Array(line.utf8))
    #expect(found?.date.description == date)
  }

  @Test func knowsAnUpdate() throws {
    #expect(try PublishedRule(data: readingData()).find(in: Array("Updated: 30 January 2023".utf8))?.isUpdate == true)
  }
}

@Suite struct DateReaderTests {
  @Test(
    arguments: [
      ("2023-01-30", "2023-01-30"), ("2023-01", "2023-01"), ("2023-01-30T09:00:00Z", "2023-01-30"),
      ("Mon, 30 Jan 2023 09:00:00 +0000", "2023-01-30"), ("30 Jan 2023 09:00 GMT", "2023-01-30"),
      ("January 30, 2023", "2023-01-30"), ("Jan. 30, 2023", "2023-01-30"), ("30th January 2023", "2023-01-30"),
      ("Monday, January 30th, 2023", "2023-01-30"), ("january 2023", "2023-01"), ("2023/01/30", "2023-01-30"),
      ("20230130", "2023-01-30"), (" 2023-01-30 ", "2023-01-30"), ("1 Sept 1999", "1999-09-01"),
      ("01/02/2023", nil), ("30 February 2023", nil), ("yesterday", nil), ("", nil), ("January", nil), ("Jan 30", nil),
      ("30", nil), ("May it be", nil), ("32 May 2023", nil), ("2023-02-30", nil), ("/ / /", nil),
      ("January 30, 2023 was a bad day", nil),
    ] as [(String, String?)])
  func reads(text: String, expected: String?) throws {
    #expect(try DateReader(data: readingData()).date(text)?.description == expected)
  }
}
