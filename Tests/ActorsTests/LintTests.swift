import Actors
import Foundation
import Testing
import Vocabulary

/// The linter tells each mistake in data/actors with file, line and what to do, and the project's own tables have none.
struct LintTests {
  @Test func projectDataIsClean() {
    let data = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("data")
    let findings = ActorLinter.findings(in: DataFolder(data))
    #expect(findings.isEmpty, "\(findings.map(\.description).joined(separator: "\n"))")
  }

  @Test func rightTablesPass() throws { #expect(try LintTables().findings() == []) }

  @Test func offices() throws {
    var tables = LintTables()
    tables.add(
      "offices.tsv", "Ann Able\tpresident\tUSA\t2000-01-20\t2004-01-20\t", "Ben Bold\tpresident\tUSA\t2004-01\t\t")
    #expect(try tables.findings() == [])
  }

  @Test(arguments: [
    ("Ben Bold\tpresident\tUSA\t2003-12-31\t\t", "from 2003-12-31"),
    ("Ben Bold\tpresident\tUSA\t2003\t2004\t", "from 2003 until 2004"),
    ("Ben Bold\tpresident\tUSA\t1999\t2001\t", "from 1999 until 2001"),
    ("Ben Bold\tpresident\tUSA\t\t\t", "without dates"),
  ])
  func twoInOneOffice(row: String, words: String) throws {
    var tables = LintTables()
    tables.add("offices.tsv", "Ann Able\tpresident\tUSA\t2000-01-20\t2004-01-20\t", row)
    #expect(
      try tables.findings() == [
        "data/actors/offices.tsv:4: Ben Bold is president of USA \(words), and Ann Able is so from 2000-01-20 until "
          + "2004-01-20 in line 3: correct the dates, or list the office in data/actors/joint-offices.tsv"
      ])
    tables.add("joint-offices.tsv", "*\tpresident\ttwo at a time")
    #expect(try tables.findings() == [])
  }

  @Test(arguments: [
    "Ben Bold\tpresident\tUSA\t2004-01-20\t\t", "Ben Bold\tpresident\tUSA\t2004\t\t",
    "Ben Bold\tpresident\tUSA\t1999\t2000\t", "Ben Bold\tpresident\tRUS\t2001\t\t", "Ben Bold\tking\tUSA\t2001\t\t",
    "Ann Able\tking\tUSA\t2001\t\t",
  ])
  func termsThatMayFollowEachOther(row: String) throws {
    var tables = LintTables()
    tables.add("offices.tsv", "Ann Able\tpresident\tUSA\t2000-01-20\t2004-01-20\t", row)
    #expect(try tables.findings() == [])
  }

  @Test func onePersonTwiceInOneOffice() throws {
    var tables = LintTables()
    tables.add("offices.tsv", "Ann Able\tpresident\tUSA\t2000\t\t", "Ann Able\tpresident\tUSA\t2003\t2004\t")
    tables.add("offices.tsv", "Ben Bold\tpresident\tUSA\t2002\t\t")
    tables.add("joint-offices.tsv", "*\tpresident\ttwo at a time")
    #expect(
      try tables.findings() == [
        "data/actors/offices.tsv:4: Ann Able is president of USA from 2000 in line 3 already: make one row of both, "
          + "or correct the dates"
      ])
  }

  @Test func jointOfficesThatNobodyShares() throws {
    var tables = LintTables()
    tables.add("offices.tsv", "Ann Able\tking\tUSA\t2000\t2004\t", "Ben Bold\tking\tUSA\t2004\t\t")
    tables.add("joint-offices.tsv", "USA\tking\ttwo at a time")
    #expect(
      try tables.findings() == [
        "data/actors/joint-offices.tsv:3: nobody shares the office 'king' of USA: take the row out"
      ])
  }

  @Test func memberships() throws {
    var tables = LintTables()
    tables.add("memberships.tsv", "UN\tUSA\t1945\t1990", "UN\tRUS\t1945\t", "UN\tUSA\t1990\t", "UN\tUSA\t1980-05\t1981")
    #expect(
      try tables.findings() == [
        "data/actors/memberships.tsv:6: USA is a member of UN from 1945 until 1990 in line 3 already: make one row of "
          + "both, or correct the dates"
      ])
  }

  @Test(arguments: [
    ("states.tsv", 5, "ZZZ\tZedland\t\t\tAmerica", "ZZZ"),
    ("states.tsv", 5, "ZZZ\tZedland\t\t\tÀmérica@1990..", "ZZZ"),
    ("states.tsv", 5, "ZZZ\tZedland\t1990\t\t\tAmerica", "ZZZ"),
    ("states.tsv", 5, "ZZZ\tZedland\t\t\t\t\t\tAmerica", "ZZZ"),
    ("states.tsv", 5, "ZZZ\tAmerica", "ZZZ"),
    ("organizations.tsv", 4, "Gold\tGolden Gang\t\t\t\t\t\tAmerica", "Gold"),
    ("groups.tsv", 3, "America\tGang\tcompany", "America"),
    ("media.tsv", 3, "Paper\tAmerica", "the medium Paper"),
  ])
  func sharedNames(file: String, line: Int, row: String, bearer: String) throws {
    var tables = LintTables()
    tables.add(file, row)
    #expect(
      try tables.findings() == [
        "data/actors/\(file):\(line): 'America' means \(bearer) here and USA in data/actors/states.tsv:3 at one time: "
          + "list both for this name in data/actors/ambiguities.tsv, or give them years (name@from..until)"
      ])
    tables.add("ambiguities.tsv", "América\tUSA\tWashington")
    #expect(try tables.findings().count == 1)
    tables.add("ambiguities.tsv", "América\t\(file == "media.tsv" ? "-" : bearer)\tgold")
    #expect(try tables.findings() == [])
  }

  @Test(arguments: [
    "ZZZ\tZedland\t\t\tAmerica@..1899", "ZZZ\tZedland\t\t1899\tAmerica", "ZZZ\tZedland\t\t\tamerica",
    "ZZZ\tZedland\t\t\tAmericas", "ZZZ\tZedland\t\t\tUSA",
  ])
  func namesThatAreNotShared(row: String) throws {
    var tables = LintTables()
    tables.replace("states.tsv", "America", "America@1900..")
    tables.add("states.tsv", row)
    #expect(try tables.findings() == [])
  }

  @Test func staleAmbiguities() throws {
    var tables = LintTables()
    tables.add("ambiguities.tsv", "America\tUSA\t", "America\tRUS\tx", "Russia\tRUS\t", "Nobody\t-\t")
    tables.add("ambiguities.tsv", "United States\tUSA\t", "United States\t-\tship")
    #expect(
      try tables.findings() == [
        "data/actors/ambiguities.tsv:3: 'America' means nothing but USA: take the row out",
        "data/actors/ambiguities.tsv:4: 'America' is no name of RUS: take the row out, or give the actor the name",
        "data/actors/ambiguities.tsv:5: 'Russia' means nothing but RUS: take the row out",
      ])
  }

  @Test(arguments: ["United States\tking\tUSA\t\t\t", "Ann Able\tking\tUSA\t\t\tAble|America|United States"])
  func personsWhoAreActors(row: String) throws {
    var tables = LintTables()
    tables.add("offices.tsv", row, "United States\tminister\tRUS\t\t\t")
    #expect(
      try tables.findings() == [
        "data/actors/offices.tsv:3: 'United States' is a name of USA too (data/actors/states.tsv:3): take one out, or "
          + "write the person's name in full"
      ])
  }

  @Test func ambiguityBook() throws {
    var tables = LintTables()
    tables.add("ambiguities.tsv", "América\tUSA\tWhite House|Washington", "América\t-\t")
    try tables.write { data in
      let book = try AmbiguityBook(data)
      let meanings = try #require(book.meanings(of: "America"))
      #expect(meanings.map(\.code) == ["USA", nil])
      #expect(meanings.map(\.cues) == [["White House", "Washington"], []])
      #expect(book.meanings(of: "america") == nil)
    }
  }

  @Test(arguments: [
    ("America\tUSA\tx\nAmérica\tUSA\ty", "data/actors/ambiguities.tsv:4: 'América' as 'USA' stands here a second time"),
    ("\tUSA\tx", "data/actors/ambiguities.tsv:3: name or code is empty"),
  ])
  func ambiguityBookTellsMistakes(rows: String, message: String) throws {
    var tables = LintTables()
    tables.add("ambiguities.tsv", rows)
    try tables.write { data in
      let error = #expect(throws: DataError.self) { try AmbiguityBook(data) }
      #expect(error?.description == message)
    }
  }
}
