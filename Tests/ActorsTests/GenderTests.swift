import Testing
import Vocabulary

@testable import Actors

/// Given names and titles tell whether "he" or "she" takes a person up.
struct GenderTests {
  private static let book = Result { try GenderBook(Resolution.data) }

  @Test(arguments: [
    ("Angela Merkel", Gender.female), ("Emmanuel Macron", .male), ("Park Geun-hye", .female),
    ("Park Geunhye", .female), ("Park Geun Hye", nil), ("ANGELA MERKEL", .female), ("Qwrtz Xyzzy", nil), ("", nil),
    ("Sébastien Lecornu", .male), ("Sebastien Lecornu", .male),
  ])
  func namesTell(name: String, gender: Gender?) throws {
    #expect(try Self.book.get().gender(ofName: name) == gender)
  }

  @Test(arguments: [("Mrs.", Gender.female), ("Mr.", .male), ("Mr", .male), ("Lady", .female), ("Dr.", nil), ("", nil)])
  func titlesTell(title: String, gender: Gender?) throws {
    #expect(try Self.book.get().gender(ofTitle: title) == gender)
  }

  @Test(arguments: [
    ("Angela Merkel met Emmanuel Macron. She left.", "She = Angela Merkel / DEU"),
    ("Angela Merkel met Emmanuel Macron. He left.", "He = Emmanuel Macron / FRA"),
    ("Mrs. Qwertz of Fiji met Mr. Xyzzy of Chile. She left.", "She = Qwertz / FJI"),
    ("Mrs. Qwertz of Fiji met Mr. Xyzzy of Chile. He left.", "He = Xyzzy / CHL"),
  ])
  func pronounsAgree(text: String, expected: String) throws {
    let found = try Resolution.mentions(text, date: "2019-05-10")
    #expect(found.contains(expected), "\(found)")
  }

  @Test func sheIsNoMan() throws {
    let found = try Resolution.mentions("Emmanuel Macron met the press. She left.", date: "2019-05-10")
    #expect(!found.contains { $0.hasPrefix("She") }, "\(found)")
  }

  @Test(arguments: [
    ("given-names.tsv", "name\tgender\nAda\tx\n", "data/actors/given-names.tsv:2: gender must be f or m"),
    ("given-names.tsv", "name\tgender\nAda\t\n", "data/actors/given-names.tsv:2: gender must be f or m"),
    ("titles.tsv", "title\tgender\nMr.\tman\n", "data/actors/titles.tsv:2: gender must be f, m or empty"),
    ("titles.tsv", "title\nMr.\n", "data/actors/titles.tsv:1: column 'gender' is missing in the header"),
  ])
  func mistakesAreTold(file: String, table: String, expected: String) throws {
    try withScratch { folder in
      var tables = ["given-names.tsv": "name\tgender\n", "titles.tsv": "title\tgender\n"]
      tables[file] = table
      let data = try Tables.write(tables, folder)
      let error = #expect(throws: DataError.self) { try GenderBook(data) }
      #expect(error?.description == expected)
    }
  }

  /// "Chun-ying" and "Chunying": spellings of two genders tell none.
  @Test func aNameOfTwoGendersTellsNone() throws {
    try withScratch { folder in
      let names = "name\tgender\nChun-ying\tf\nChunying\tm\nAda\tf\n"
      let book = try GenderBook(
        try Tables.write(["given-names.tsv": names, "titles.tsv": "title\tgender\n"], folder))
      #expect(book.gender(ofName: "Chunying Hua") == nil)
      #expect(book.gender(ofName: "Ada Hua") == .female)
      #expect(book.gender(ofName: "Hua Ada") == .female)
    }
  }
}
