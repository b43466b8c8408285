import Testing
import Vocabulary

@testable import Articles

@Suite struct DatelineRuleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var line: String
    var place: String
    var date: String? = nil
    var agency: String? = nil
    var rest = "The talks began."
    var testDescription: String { line }
  }

  @Test(arguments: [
    Case(line: "SEOUL, Jan 30 (Agency) — The talks began.", place: "SEOUL", date: "1-30", agency: "Agency"),
    Case(line: "SEOUL, Jan. 30 (Yonhap) -- The talks began.", place: "SEOUL", date: "1-30", agency: "Yonhap"),
    Case(
      line: "ANKARA, 22 July 2022 (Agency) -- The talks began.", place: "ANKARA", date: "2022-7-22", agency: "Agency"),
    Case(line: "WASHINGTON, January 30, 2023 - The talks began.", place: "WASHINGTON", date: "2023-1-30"),
    Case(line: "NEW YORK (Reuters) - The talks began.", place: "NEW YORK", agency: "Reuters"),
    Case(line: "BERLIN (AP)— The talks began.", place: "BERLIN", agency: "AP"),
    Case(line: "TASHKENT/WASHINGTON - The talks began.", place: "TASHKENT/WASHINGTON"),
    Case(line: "MEXICO CITY/QUITO - The talks began.", place: "MEXICO CITY/QUITO"),
    Case(line: "MENDOZA, Argentina - The talks began.", place: "MENDOZA"),
    Case(line: "KINGSTOWN, Saint Vincent (Agency) - The talks began.", place: "KINGSTOWN", agency: "Agency"),
    Case(line: "COX'S BAZAR, Bangladesh – The talks began.", place: "COX'S BAZAR"),
    Case(line: "PORT OF SPAIN - The talks began.", place: "PORT OF SPAIN"),
    Case(line: "KATHMANDU: The talks began.", place: "KATHMANDU"),
    Case(line: "WASHINGTON, D.C. — The talks began.", place: "WASHINGTON"),
    Case(line: "ANKARA, Turkey, Jan 3 — The talks began.", place: "ANKARA", date: "1-3"),
    Case(line: "Seoul, Jan 30 (Agency) – The talks began.", place: "Seoul", date: "1-30", agency: "Agency"),
    Case(line: "SÃO PAULO - The talks began.", place: "SÃO PAULO"),
    Case(line: "DOHA/RIYADH (Agency)", place: "DOHA/RIYADH", agency: "Agency", rest: ""),
    Case(line: "MOSCOW, Monday, January 30", place: "MOSCOW", date: "1-30", rest: ""),
    Case(line: "MALABO - \"The talks began.\"", place: "MALABO", rest: "\"The talks began.\""),
  ])
  func finds(_ test: Case) throws {
    let bytes = Array(test.line.utf8)
    let found = try #require(DatelineRule(data: readingData()).find(in: bytes))
    #expect(found.place == test.place)
    let date = found.date.map { date in
      (date.year.map { "\($0)-" } ?? "") + "\(date.month)" + (date.day.map { "-\($0)" } ?? "")
    }
    #expect(date == test.date)
    #expect(found.agency == test.agency)
    #expect(Bytes.text(bytes[found.end...]) == test.rest)
  }

  @Test(arguments: [
    "NATO - an alliance of thirty states - met on Monday.", "EXCLUSIVE: The talks began.",
    "BREAKING - The talks began.",
    "Stoltenberg - who visited Seoul - left.", "Seoul - The talks began.", "The minister said: We agree.", "EU: Talks.",
    "The 12-point plan (Agency) was rejected.", "A - B", "", "-", "SEOUL", "SEOUL -", "SEOUL, Feb 30 - The talks",
    "GERMANY WINS THE WORLD CUP AGAIN - What We Know", "He left (again) - The end.", "DOHA (", "DOHA ()",
    "(Applause) - The",
  ])
  func leavesAlone(_ line: String) throws {
    #expect(try DatelineRule(data: readingData()).find(in: Array(line.utf8)) == nil)
  }

  @Test func takesTheYearFromTheArticleOnly() throws {
    let analyser = ArticleAnalyser(data: try readingData())
    var article = Article(id: "a", body: "SEOUL, Dec 31 (Agency) — The talks began.")
    #expect(analyser.analyse(article).dateline?.date == nil)
    #expect(analyser.analyse(article).article.date == nil)
    article.date = CalendarDate("2023-01-02")
    #expect(analyser.analyse(article).dateline?.date == CalendarDate("2022-12-31"))
    #expect(analyser.analyse(article).article.date == CalendarDate("2023-01-02"))
    #expect(analyser.analyse(article).dateOrigin == .metadata)
  }
}
