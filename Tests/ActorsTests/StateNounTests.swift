import Testing
import Vocabulary

@testable import Actors

/// Nouns and adjectives that class states take up those that belong to the class at the date.
struct StateNounTests {
  private static let book = Result { try StateNounBook(Resolution.data) }

  @Test(arguments: [
    ("kingdom", "NPL", "2005-01-01", true), ("kingdom", "NPL", "2012-01-01", false),
    ("kingdom", "SAU", "2012-01-01", true), ("kingdom", "FRA", "2012-01-01", false),
    ("kingdom", "KHM", "1985-01-01", false), ("kingdom", "KHM", "1965-01-01", true),
    ("kingdom", "KHM", "2012-01-01", true), ("island nation", "JPN", "2012-01-01", true),
  ])
  func classesHaveTheirTime(noun: String, code: String, date: String, isMember: Bool) throws {
    #expect(try Self.book.get().states(noun: noun, at: CalendarDate(date))?.contains(code) == isMember)
  }

  @Test func otherWordsClassNothing() throws {
    let book = try Self.book.get()
    #expect(book.states(noun: "carrot", at: nil) == nil)
    #expect(book.states(adjective: "carrot", at: nil) == nil)
    // A noun is no adjective.
    #expect(book.states(adjective: "kingdom", at: nil) == nil)
  }

  @Test(arguments: [
    ("Riyadh warned Iran. The kingdom also recalled its envoy.", "kingdom = Saudi Arabia / SAU"),
    ("Cuba thanked Mexico. The island asked for more.", "island = Cuba / CUB"),
    ("Qatar thanked Mexico. The Gulf state asked for more.", "state = Qatar / QAT"),
    ("Bolivia thanked Mexico. The landlocked country asked for more.", "country = Bolivia / BOL"),
  ])
  func theyTakeUpWhoWasNamed(text: String, expected: String) throws {
    let found = try Resolution.mentions(text)
    #expect(found.contains(expected), "\(found)")
  }

  @Test(arguments: [
    ("France thanked Mexico. The kingdom asked for more.", "kingdom"),
    ("France thanked Mexico. The landlocked country asked for more.", "country"),
    ("Bolivia thanked Mexico. The Gulf state asked for more.", "state"),
  ])
  func nobodyElse(text: String, noun: String) throws {
    // Where none of the class was named, the noun means nobody, whomever the article speaks of.
    let found = try Resolution.mentions(text)
    #expect(!found.contains { $0.hasPrefix(noun + " =") }, "\(found)")
  }

  @Test(arguments: [
    ("kingdom\tplace\tSAU", "'place' is neither noun nor adjective"),
    ("kingdom\tnoun\tSAU|NPL@2008", "'NPL@2008': the years after @ must read from..until"),
    ("kingdom\tnoun\tNPL@2008..1990", "'NPL@2008..1990': the years after @ must read from..until"),
  ])
  func mistakesAreTold(row: String, message: String) throws {
    try withScratch { folder in
      let data = try Tables.write(["state-nouns.tsv": "# Ours\nword\tkind\tstates\n\(row)\n"], folder)
      let error = #expect(throws: DataError.self) { try StateNounBook(data) }
      #expect(error?.description == "data/actors/state-nouns.tsv:3: \(message)")
    }
  }
}
