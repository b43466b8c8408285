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

  @Test func aSpellingOfTwoFormsIsTold() throws {
    try withScratch { folder in
      let data = try Tables.write(["spellings.tsv": "form\tothers\nAli\tAly\nAlice\tAlys|Aly\n"], folder)
      let error = #expect(throws: DataError.self) { try SpellingBook(data) }
      #expect(error?.description == "data/actors/spellings.tsv:3: 'Aly' stands here a second time")
    }
  }
}
