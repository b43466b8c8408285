import Testing
import Vocabulary

@testable import Actors

/// Parts of names are one in all their spellings.
struct SpellingTests {
  private static let book = Result { try SpellingBook(Resolution.data) }

  @Test(arguments: [
    ("Mohammed", "Muhammad"), ("Mohamed", "Mohammad"), ("Gaddafi", "Qadhafi"), ("Zelenskyy", "Zelensky"),
    ("Schröder", "Schroeder"), ("Schröder", "SCHRODER"), ("Hussein", "Hossein"), ("Lukashenko", "Lukashenka"),
    ("Sergei", "Sergey"), ("Erdoğan", "erdogan"), ("İbrahim", "Ibrahim"), ("Łukasz", "Lukasz"), ("Yousef", "Yusuf"),
  ])
  func spellingsAreOne(one: String, other: String) throws {
    let book = try Self.book.get()
    #expect(book.key(one) == book.key(other))
  }

  @Test(arguments: [("Kim", "Kin"), ("Iran", "Iraq"), ("Mohammed", "Mohamud"), ("a", "b"), ("Ali", "Al"), ("", "a")])
  func othersAreTwo(one: String, other: String) throws {
    let book = try Self.book.get()
    #expect(book.key(one) != book.key(other))
  }

  @Test(arguments: ["Yoon Suk-yeol", "Yoon Suk yeol", "Yoon  Suk\u{2010}yeol", " YOON-SUK-YEOL "])
  func hyphensPartWords(name: String) throws {
    let book = try Self.book.get()
    #expect(book.keys(name) == ["Yoon", "Suk", "Yeol"].map { book.key($0) })
  }

  /// Articles have names with other hyphens than the tables, which the tokenizer leaves in one word.
  @Test(arguments: ["-", "\u{2010}", "\u{2011}", "\u{2013}"])
  func namesAreFoundWithAnyHyphen(hyphen: String) throws {
    let found = try Resolution.mentions("Park Geun\(hyphen)hye thanked Chile.", date: "2015-05-10")
    #expect(found.contains { $0.hasSuffix("= Park Geun-hye / KOR") }, "\(found)")
    #expect(found.contains("Chile = Chile / CHL"), "\(found)")
  }

  @Test func aSpellingOfTwoFormsIsTold() throws {
    try withScratch { folder in
      let data = try Tables.write(["spellings.tsv": "form\tothers\nAli\tAly\nAlice\tAlys|Aly\n"], folder)
      let error = #expect(throws: DataError.self) { try SpellingBook(data) }
      #expect(error?.description == "data/actors/spellings.tsv:3: 'Aly' stands here a second time")
    }
  }
}
