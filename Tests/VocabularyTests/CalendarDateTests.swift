import Testing
import Vocabulary

@Suite struct CalendarDateTests {
  @Test(arguments: ["2023-01-30", "2023-01", "2023", "0476-09-04", "9999-12-31", "2024-02-29"])
  func printsWhatItRead(_ text: String) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.description == text)
    #expect(CalendarDate(date.description) == date)
  }

  @Test(arguments: [
    "", "23", "202", "2023-1-3", "2023-13", "2023-00", "2023-01-00", "2023-01-32", "2023-02-29", "1900-02-29",
    "2023-04-31", "0000-01-01", "2023/01/30", "2023-01-3", "2023-01-300", "2023-01-30x", "-023-01-30", "20230130",
    "２０２３-01-30", "2023-01-30\u{301}", "abcd-ef-gh",
  ])
  func refusesWhatIsNoDate(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(arguments: ["2023-01-30T09:00:00Z", "2023-01-30 09:00", "2023-01-30T23:59:59+09:00"])
  func dropsTheTime(_ text: String) {
    #expect(CalendarDate(text) == CalendarDate(year: 2023, month: 1, day: 30))
  }

  @Test(arguments: [(2000, 29), (2004, 29), (2023, 28), (2024, 29), (2100, 28), (1900, 28)])
  func knowsLeapYears(year: Int, last: Int) {
    #expect(CalendarDate(year: year, month: 2, day: last) != nil)
    #expect(CalendarDate(year: year, month: 2, day: last + 1) == nil)
  }

  @Test func refusesADayWithoutMonth() {
    #expect(CalendarDate(year: 2023, day: 1) == nil)
    #expect(CalendarDate(year: 10_000) == nil)
  }

  @Test(arguments: [
    ("2023-01-30", 0), ("1970-01-01", 3), ("1969-12-31", 2), ("2000-02-29", 1), ("2024-06-15", 5), ("0001-01-01", 0),
    ("1900-01-07", 6),
  ])
  func knowsTheDayOfTheWeek(text: String, weekday: Int) {
    #expect(CalendarDate(text)?.weekday == weekday)
  }

  @Test func hasNoWeekdayWithoutADay() {
    #expect(CalendarDate("2023-01")?.weekday == nil)
  }

  @Test(arguments: [
    ("2023-01-30", 1, "2023-01-31"), ("2023-01-30", 2, "2023-02-01"), ("2023-12-31", 1, "2024-01-01"),
    ("2024-02-28", 1, "2024-02-29"), ("2023-02-28", 1, "2023-03-01"), ("2024-03-01", -1, "2024-02-29"),
    ("2023-01-30", 0, "2023-01-30"), ("2000-01-01", 366, "2001-01-01"), ("1970-01-01", -1, "1969-12-31"),
    ("2023-01", 40, "2023-01"), ("2023", -1, "2023"),
  ])
  func movesByDays(text: String, days: Int, expected: String) {
    #expect(CalendarDate(text)?.advanced(byDays: days).description == expected)
  }

  @Test func movesThereAndBackOverCenturies() throws {
    var date = try #require(CalendarDate("1899-12-25"))
    var weekday = try #require(date.weekday)
    for _ in 0..<80_000 {
      let next = date.advanced(byDays: 1)
      weekday = (weekday + 1) % 7
      #expect(next.weekday == weekday && next > date && next.advanced(byDays: -1) == date)
      date = next
    }
    #expect(date.description == "2119-01-06")
  }

  @Test func staysWhereTheCalendarEnds() {
    #expect(CalendarDate("9999-12-31")?.advanced(byDays: 1).description == "9999-12-31")
  }

  @Test func ordersByTheFirstDayLessPreciseFirst() throws {
    let texts = ["2022-12-31", "2023", "2023-01", "2023-01-01", "2023-01-30", "2023-02", "2023-02-01", "2024"]
    let dates = try texts.map { try #require(CalendarDate($0)) }
    #expect(dates.reversed().sorted() == dates)
    #expect(dates.map(\.description) == texts)
  }

  @Test func tellsFirstAndLastDay() throws {
    let february = try #require(CalendarDate("2024-02"))
    #expect(february.earliest == 2024_02_01 && february.latest == 2024_02_29)
    let year = try #require(CalendarDate("2023"))
    #expect(year.earliest == 2023_01_01 && year.latest == 2023_12_31)
  }
}
