import Testing
import Vocabulary

@testable import Relations

/// Words of time in any order, with numbers of any size: no crash, and no date outside the calendar.
struct TimeRandomTests {
  /// SplitMix64 (Steele, Lea, Flood): random numbers that are the same in each run.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var word = state
      word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
      word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
      return word ^ (word >> 31)
    }
  }

  private static let words = [
    "Monday", "monday", "June", "may", "Sept.", "Sun", "last", "next", "this", "past", "the", "a", "few", "couple",
    "of",
    "two", "12", "31", "0", "9999", "10000", "99999999999999999999", "12th", "1990s", "'90s", "0000", "2014-15", "-",
    "–",
    "2023-01-30", "9999-12-31", "0000-00-00", "weeks", "days", "years", "century", "decades", "weekend", "month", "ago",
    "before", "later", "earlier", "since", "in", "on", "by", "early", "summer", "yesterday", "tomorrow", "night",
    "same",
    "following", ",", ".", "and", "half", "France", "attacked", "Chad", "will", "meet", "²", "１２", "é", "\u{0}", "🚢",
  ]
  private static let dates = ["0001-01-01", "0001", "0004-02-29", "2023-02-01", "2023-02", "9999-12-31", "9999", ""]

  @Test func neverOutsideTheCalendar() throws {
    var dice = Dice(state: 7)
    for round in 0..<400 {
      let count = Int.random(in: 1...24, using: &dice)
      let text = (0..<count).map { _ in Self.words.randomElement(using: &dice) ?? "" }
        .joined(separator: round % 5 == 0 ? "" : " ")
      let expressions = try TimeTexts.expressions(text)
      var last = 0
      for expression in expressions {
        #expect(expression.tokens.lowerBound >= last && !expression.tokens.isEmpty, "\(text)")
        last = expression.tokens.upperBound
      }
      for article in Self.dates {
        let resolver = TimeResolver(article: CalendarDate(article))
        var before: EventDate?
        for expression in expressions {
          for isFuture in [false, true] {
            guard let date = resolver.resolve(expression.meaning, isFuture: isFuture, before: before) else { continue }
            #expect((1...9999).contains(date.start.year) && CalendarDate(date.start.description) == date.start)
            #expect(date.precision != .article)
            #expect((date.start.day != nil) == (date.precision == .day || date.precision == .week))
            #expect((date.start.month == nil) == (date.precision == .year || date.precision == .decade))
            before = date
          }
        }
      }
    }
  }

  @Test func relationsOfAnyWordsComeToAnEnd() throws {
    var dice = Dice(state: 11)
    for _ in 0..<60 {
      let middle = (0..<12).map { _ in Self.words.randomElement(using: &dice) ?? "" }.joined(separator: " ")
      for date in Self.dates { _ = try Extraction.dated("France attacked Chad \(middle).", date: date) }
    }
  }

  @Test(arguments: [
    "word\tkind\tvalue\tcount\nday\tunit\tdays\t1\n", "word\tkind\tvalue\tcount\nday\tunit\tday\tmany\n",
    "word\tkind\tvalue\tcount\nin\tpreposition\tinside\t\n", "word\tkind\tvalue\tcount\nago\tback\tnow\t\n",
    "word\tkind\tvalue\tcount\nlast\tshift\tone\t\n", "word\tkind\tvalue\tcount\nlast\tword\t1\t\n",
    "word\tkind\tvalue\tcount\n\tclause\t\t\n",
  ])
  func badTablesAreRefusedWithTheirLine(table: String) throws {
    let folder = try TemporaryTables(["relations/time-words.tsv": table])
    let error = #expect(throws: DataError.self) { try TimeWords(folder.data) }
    #expect(error?.file == "relations/time-words.tsv" || error?.file.hasSuffix("time-words.tsv") == true)
    #expect(error?.line == 2, "\(table)")
  }
}
