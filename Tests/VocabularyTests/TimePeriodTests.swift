import Testing
import Vocabulary

@Suite struct TimePeriodTests {
  @Test(arguments: [
    // Weeks as ISO 8601 has them: that of the year's first Thursday is the first.
    ("2023-01-30", TimeUnit.week, "2023-W05", "2023-01-30"), ("2021-01-03", .week, "2020-W53", "2020-12-28"),
    ("2024-12-30", .week, "2025-W01", "2024-12-30"), ("2022-01-01", .week, "2021-W52", "2021-12-27"),
    ("2023-01-30", .day, "2023-01-30", "2023-01-30"), ("2023-01-30", .month, "2023-01", "2023-01-01"),
    ("2023-03-31", .quarter, "2023-Q1", "2023-01-01"), ("2023-10-01", .quarter, "2023-Q4", "2023-10-01"),
    ("2023-05", .quarter, "2023-Q2", "2023-04-01"), ("2023-05", .month, "2023-05", "2023-05-01"),
    ("2023", .year, "2023", "2023-01-01"), ("0007-02", .year, "0007", "0007-01-01"),
  ])
  func datesLieInPeriods(date: String, unit: TimeUnit, name: String, first: String) throws {
    let day = try #require(CalendarDate(date))
    let period = try #require(TimePeriod(unit, of: day))
    #expect(period.name == name)
    #expect(period.first.description == first)
  }

  @Test(arguments: [("2023", TimeUnit.quarter), ("2023", .month), ("2023-05", .week), ("2023-05", .day)])
  func aDateMayBeTooInexact(date: String, unit: TimeUnit) throws {
    #expect(try TimePeriod(unit, of: #require(CalendarDate(date))) == nil)
  }

  @Test(arguments: TimeUnit.allCases)
  func periodsFollowWithoutGaps(unit: TimeUnit) throws {
    var day = try #require(CalendarDate("2019-12-20"))
    var period = try #require(TimePeriod(unit, of: day))
    for _ in 0..<1000 {
      let own = try #require(TimePeriod(unit, of: day))
      if own != period {
        // What begins on this day is the next, and its name comes later.
        #expect(period.next == own && own.first == day && own.name > period.name)
        period = own
      }
      day = day.advanced(byDays: 1)
    }
  }

  @Test(arguments: TimeUnit.allCases)
  func timeEnds(unit: TimeUnit) throws {
    #expect(try TimePeriod(unit, of: #require(CalendarDate("9999-12-31")))?.next == nil)
  }
}
