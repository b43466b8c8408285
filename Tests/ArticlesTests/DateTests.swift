import Testing
import Vocabulary

@testable import Articles

@Suite struct WrittenDateTests {
  @Test(
    arguments: [
      ("30.01.2023", "2023-01-30"), ("1.2.2023", "2023-02-01"), ("30/01/2023", "2023-01-30"),
      ("01/30/2023", "2023-01-30"),
      ("1/30/2023 4:15 PM", "2023-01-30"), ("01/02/2023", nil), ("02/02/2023", "2023-02-02"),
      ("30-01-2023", "2023-01-30"),
      ("2023.01.30", "2023-01-30"), ("2023/1/5", "2023-01-05"), ("2023/01/30 10:15:00", "2023-01-30"),
      ("31/02/2023", nil),
      ("30.01.2023, 10:15", "2023-01-30"), ("1.2.3", nil), ("192.168.1.1", nil), ("12/2023", nil),
      ("Jan. 30, 2023 at 4:15 p.m. ET", "2023-01-30"), ("4:15 PM EST, Mon January 30, 2023", "2023-01-30"),
      ("10:15 30 Jan 2023", "2023-01-30"), ("10:15, 20 people", nil), ("30-Jan-2023", "2023-01-30"),
      ("the 30th of January 2023", "2023-01-30"),
      ("Mon Jan 30 10:15:00 +0000 2023", "2023-01-30"), ("Mon, 30 Jan 2023 23:30:00 -0500", "2023-01-30"),
      ("2023-01-30T23:30:00-05:00", "2023-01-30"), ("2023-01-30 23:30:00.123+00", "2023-01-30"),
      ("2023年1月30日", "2023-01-30"), ("2023年1月30日 10:15", "2023-01-30"), ("2023년 1월 30일", "2023-01-30"),
      ("2023年1月", "2023-01"),
      ("1675036800", "2023-01-30"), ("1675036800000", "2023-01-30"), ("1675036800.25", "2023-01-30"),
      ("1675123199", "2023-01-30"), ("1675123200", "2023-01-31"), ("20230130101500", "2023-01-30"),
      ("20230130T101500Z", "2023-01-30"), ("99999999", nil), ("12345678901", nil), ("9999999999999999999", nil),
      ("2099-01-30", "2099-01-30"),
    ] as [(String, String?)])
  func areRead(text: String, expected: String?) throws {
    #expect(try DateReader(data: readingData()).date(text)?.description == expected)
  }

  @Test func ordersAreKnownOrEvident() throws {
    let data = try readingData()
    #expect(DateReader(data: data, order: .dayFirst).date("01/02/2023")?.description == "2023-02-01")
    #expect(DateReader(data: data, order: .monthFirst).date("01/02/2023")?.description == "2023-01-02")
    #expect(DateReader(data: data, order: .monthFirst).date("30/01/2023") == nil)
    #expect(DateOrder.evident(in: ["01/02/2023", "30/01/2023"]) == .dayFirst)
    #expect(DateOrder.evident(in: ["01/02/2023", "01/30/2023"]) == .monthFirst)
    #expect(DateOrder.evident(in: ["01/30/2023", "30/01/2023"]) == nil)
    #expect(DateOrder.evident(in: ["01/02/2023", "soon"]) == nil)
  }

  @Test(
    arguments: [
      ("https://example.org/2023/01/30/nato-korea.html", "2023-01-30"),
      ("https://example.org/world/2023/jan/30/nato", "2023-01-30"),
      ("https://example.org/news-2023-01-30-nato", "2023-01-30"), ("http://example.org/a/20230130/b", "2023-01-30"),
      ("https://example.org/20230130-nato.html", "2023-01-30"), ("https://example.org/2023/01/nato", "2023-01"),
      ("https://example.org/2023/1/5/x", "2023-01-05"), ("https://2023-01-30.example.org/x", nil),
      ("https://example.org/x?date=2023-01-30", nil), ("https://example.org/news/12345678", nil),
      ("https://example.org/a20230130", nil),
      ("https://example.org/top-10-2023", nil), ("https://example.org/2023/13/45/x", nil),
      ("/2023/01/30/x", "2023-01-30"),
      ("https://example.org/1066/10/14/hastings", nil), ("", nil), ("2023", nil), ("https://", nil),
    ] as [(String, String?)])
  func areFoundInAddresses(address: String, expected: String?) throws {
    #expect(try AddressDate(data: readingData()).date(ofAddress: address)?.description == expected)
  }

  @Test func comeFromTheBestPlace() throws {
    let data = try readingData()
    let analyser = ArticleAnalyser(data: data)
    var draft = Draft(title: "T", url: "https://example.org/2023/01/30/x", fileDate: CalendarDate("2020-05-05"))
    draft.body = Array("SEOUL, 29 January 2023 (Agency) — The talks began.\n\nPublished: 28 January 2023".utf8)
    func found() -> String {
      let read = analyser.analyse(draft, id: "x")
      return "\(read.article.date?.description ?? "none") \(read.dateOrigin.map { "\($0)" } ?? "-")"
    }
    draft.date = CalendarDate("2023-01-31")
    #expect(found() == "2023-01-31 metadata")
    draft.date = nil
    #expect(found() == "2023-01-30 url")
    draft.url = "https://example.org/2023/01/x"
    #expect(found() == "2023-01-29 dateline")
    draft.url = nil
    #expect(found() == "2023-01-29 dateline")
    draft.body = Array("The talks began.\n\nUpdated: 29 January 2023\n\nPublished: 28 January 2023".utf8)
    #expect(found() == "2023-01-28 line")
    draft.body = Array("The talks began.\n\nUpdated: 29 January 2023".utf8)
    #expect(found() == "2023-01-29 line")
    draft.body = Array("The talks began.".utf8)
    #expect(found() == "2020-05-05 file")
    draft.fileDate = nil
    #expect(found() == "none -")
    draft.url = "https://example.org/2023/01/x"
    #expect(found() == "2023-01 url")
  }

  @Test func comeFromTheNamesOfFilesWithOneArticle() throws {
    let scratch = try Scratch()
    try scratch.write("2023-01-30-nato.txt", "NATO visits Seoul\n\nThe talks began.")
    try scratch.write("2023/01/31/talks.txt", "Talks\n\nThe talks began.")
    try scratch.write("2023-01-30.jsonl", #"{"id":"j","body":"The talks began."}"#)
    let dates = try scratch.read("").compactMap { $0.article?.article.date?.description ?? "none" }
    #expect(dates == ["2023-01-31", "2023-01-30", "none"])
  }

  @Test func linesWithSeveralPartsAreTakenApart() throws {
    let read = ArticleAnalyser(data: try readingData()).read(
      text:
        "Chad votes\n\nBy Jane Doe | Published Jan. 30, 2023 at 4:15 p.m. ET | Updated January 31, 2023 | 3 min read\n\nText.",
      id: "x")
    #expect(
      outline(read) == [
        "title: Chad votes", "byline: By Jane Doe", "dateline: Published Jan. 30, 2023 at 4:15 p.m. ET",
        "dateline: Updated January 31, 2023", "boilerplate: 3 min read", "paragraph: Text.",
      ])
    #expect(read.article.date == CalendarDate("2023-01-30"))
  }

  @Test func takeAnyText() throws {
    let reader = DateReader(data: try readingData())
    let addresses = AddressDate(data: reader.data)
    let pieces = [
      "2023", "01", "30", "-", "/", ".", " ", ",", "Jan", "月", "年", "日", "T", ":", "10:15", "th", "of", "+", "é",
      "9999999999",
    ]
    var dice = Dice(state: 31)
    for round in 0..<20_000 {
      let text = (0..<(round % 12)).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()
      _ = reader.date(text)
      _ = reader.partial(text)
      _ = addresses.date(ofAddress: text)
    }
    _ = addresses.date(ofAddress: String(repeating: "/2023", count: 1_000_000))
  }
}
