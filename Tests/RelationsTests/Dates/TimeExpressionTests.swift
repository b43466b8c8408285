import Testing
import Vocabulary

@testable import Relations

/// What times mean, seen from an article. 2023-02-01 is a Wednesday.
struct TimeExpressionTests {
  enum Tense { case past, future }

  @Test(arguments: [
    // years and decades
    ("They fought a war in 1994.", "2023-02-01", Tense.past, "1994 year"),
    ("They have been at war since 2022.", "2023-02-01", .past, "2022 year"),
    ("They will leave in 2025.", "2023-02-01", .future, "2025 year"),
    ("They traded throughout 2014.", "", .past, "2014 year"),
    ("They fought in mid-2022.", "2023-02-01", .past, "2022 year"),
    ("They fought in the early 1990s.", "2023-02-01", .past, "1990 decade"),
    ("They fought in the 1980s.", "", .past, "1980 decade"),
    ("They met this year.", "2023-02-01", .past, "2023 year"),
    ("They met last year.", "2023-02-01", .past, "2022 year"),
    ("They will meet next year.", "2023-02-01", .future, "2024 year"),
    ("They met earlier this year.", "2023-02-01", .past, "2023 year"),
    ("They met two years ago.", "2023-02-01", .past, "2021 year"),
    ("They met a decade ago.", "2023-02-01", .past, "2010 decade"),
    ("They clashed over the past two years.", "2023-02-01", .past, "2021 year"),
    ("They met in the summer of 2014.", "2023-02-01", .past, "2014 year"),
    ("They met last summer.", "2023-02-01", .past, "2022 year"),
    ("They met last spring.", "2023-09-01", .past, "2023 year"),
    ("They met a year ago.", "2023", .past, "2022 year"),
    // months
    ("They met last November.", "2023-02-01", .past, "2022-11 month"),
    ("They met last November.", "2023-11-20", .past, "2022-11 month"),
    ("They met in June.", "2023-02-01", .past, "2022-06 month"),
    ("They met in January.", "2023-02-01", .past, "2023-01 month"),
    ("They met in February.", "2023-02-01", .past, "2023-02 month"),
    ("They will meet in June.", "2023-02-01", .future, "2023-06 month"),
    ("They will meet in January.", "2023-02-01", .future, "2024-01 month"),
    ("They will meet next January.", "2023-02-01", .future, "2024-01 month"),
    ("They met in June 2014.", "2023-02-01", .past, "2014-06 month"),
    ("They met in June 2014.", "", .past, "2014-06 month"),
    ("They met in June of last year.", "2023-02-01", .past, "2022-06 month"),
    ("They met in November last year.", "2023-02-01", .past, "2022-11 month"),
    ("They met last month.", "2023-02-01", .past, "2023-01 month"),
    ("They met last month.", "2023-01-15", .past, "2022-12 month"),
    ("They met earlier this month.", "2023-02-20", .past, "2023-02 month"),
    ("They will meet next month.", "2023-12-20", .future, "2024-01 month"),
    ("They met three months ago.", "2023-02-01", .past, "2022-11 month"),
    ("They met a few weeks ago.", "2023-02-01", .past, "2023-01 month"),
    ("They met in mid-June.", "2023-07-01", .past, "2023-06 month"),
    ("They met in Sept. 2014.", "2023-07-01", .past, "2014-09 month"),
    // weeks
    ("They met last week.", "2023-02-01", .past, "2023-01-23 week"),
    ("They met this week.", "2023-02-01", .past, "2023-01-30 week"),
    ("They will meet next week.", "2023-02-01", .future, "2023-02-06 week"),
    ("They met two weeks ago.", "2023-02-01", .past, "2023-01-16 week"),
    ("They met three weeks before.", "2023-02-01", .past, "2023-01-09 week"),
    ("They met a fortnight ago.", "2023-02-01", .past, "2023-01-16 week"),
    ("They met a couple of weeks ago.", "2023-02-01", .past, "2023-01-16 week"),
    ("They met over the weekend.", "2023-02-01", .past, "2023-01-28 week"),
    ("They met last weekend.", "2023-02-01", .past, "2023-01-28 week"),
    ("They will meet next weekend.", "2023-02-01", .future, "2023-02-04 week"),
    ("They met a few days ago.", "2023-02-01", .past, "2023-01-23 week"),
    ("They will meet in two weeks.", "2023-02-01", .future, "2023-02-13 week"),
    // days
    ("They met on Monday.", "2023-02-01", .past, "2023-01-30 day"),
    ("They met on Wednesday.", "2023-02-01", .past, "2023-02-01 day"),
    ("They met on Thursday.", "2023-02-01", .past, "2023-01-26 day"),
    ("They will meet on Thursday.", "2023-02-01", .future, "2023-02-02 day"),
    ("They will meet on Monday.", "2023-02-01", .future, "2023-02-06 day"),
    ("They met on Monday night.", "2023-02-01", .past, "2023-01-30 day"),
    ("They met last Wednesday.", "2023-02-01", .past, "2023-01-25 day"),
    ("They will meet next Wednesday.", "2023-02-01", .future, "2023-02-08 day"),
    ("They met on Monday of last week.", "2023-02-01", .past, "2023-01-23 day"),
    ("They met on Monday, 30 January.", "2023-02-01", .past, "2023-01-30 day"),
    ("They met on Monday, January 30, 2023.", "", .past, "2023-01-30 day"),
    ("They met yesterday.", "2023-02-01", .past, "2023-01-31 day"),
    ("They met yesterday morning.", "2023-03-01", .past, "2023-02-28 day"),
    ("They met today.", "2023-02-01", .past, "2023-02-01 day"),
    ("They will meet tomorrow.", "2023-12-31", .future, "2024-01-01 day"),
    ("They met last night.", "2023-02-01", .past, "2023-01-31 day"),
    ("They met two days ago.", "2023-02-01", .past, "2023-01-30 day"),
    ("They met ten days ago.", "2023-02-01", .past, "2023-01-22 day"),
    ("They met 12 hours ago.", "2023-02-01", .past, "2023-02-01 day"),
    ("They met on 12 September.", "2023-02-01", .past, "2022-09-12 day"),
    ("They will meet on 12 September.", "2023-02-01", .future, "2023-09-12 day"),
    ("They met on 12 September 2014.", "2023-02-01", .past, "2014-09-12 day"),
    ("They met on September 12.", "2023-09-12", .past, "2023-09-12 day"),
    ("They met on Sept. 12, 2014.", "2023-02-01", .past, "2014-09-12 day"),
    ("They met on the 12th of September.", "2023-02-01", .past, "2022-09-12 day"),
    ("They met on 12 September last year.", "2023-11-01", .past, "2022-09-12 day"),
    ("They met on 29 February.", "2023-02-01", .past, "2020-02-29 day"),
    ("They met on September 12-14, 2014.", "2023-02-01", .past, "2014-09-12 day"),
    ("They met on 2014-09-12.", "2023-02-01", .past, "2014-09-12 day"),
    // counted from what the text said before
    ("They met on 12 September 2014 and parted two days later.", "2023-02-01", .past, "2014-09-14 day"),
    ("They met on 12 September 2014 and parted the next day.", "2023-02-01", .past, "2014-09-13 day"),
    ("They met in 2014 and parted that year.", "2023-02-01", .past, "2014 year"),
  ])
  func date(text: String, article: String, tense: Tense, expected: String) throws {
    #expect(try TimeTexts.date(text, article: article, isFuture: tense == .future) == expected, "\(text)")
  }

  @Test(arguments: [
    // no time at all
    ("They may march and meet.", "2023-02-01"), ("The Sunday Times asked them.", "2023-02-01"),
    ("They sent 2000 soldiers.", "2023-02-01"), ("It was the last of them.", "2023-02-01"),
    ("They met in the past.", "2023-02-01"), ("They fall and spring up.", "2023-02-01"),
    // counted from a day that nobody gave
    ("They met two days before the vote.", "2023-02-01"), ("They met the next day.", "2023-02-01"),
    // no such day
    ("They met on 31 June 2014.", "2023-02-01"), ("They met on 29 February 2014.", "2023-02-01"),
    // nothing to count from
    ("They met on Monday.", ""), ("They met yesterday.", "2023-02"), ("They met last year.", ""),
    // a stretch is no date of the past
    ("They met in two weeks.", "2023-02-01"),
    // before the calendar
    ("They met 9000 years ago.", "2023-02-01"), ("They met two days ago.", "0001-01-01"),
  ])
  func noDate(text: String, article: String) throws {
    #expect(try TimeTexts.date(text, article: article) == nil, "\(text)")
  }
}
