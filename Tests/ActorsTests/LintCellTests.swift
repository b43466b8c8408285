import Foundation
import Testing

/// The linter's checks of layout, cells and codes: one line at a time.
struct LintCellTests {
  @Test(arguments: [
    ("states.tsv", "ZZZ\tZedland\t20x0", "'20x0' in 'from' is no date: write YYYY, YYYY-MM or YYYY-MM-DD"),
    (
      "states.tsv", "ZZZ\tZedland\t\t2000-02-30",
      "'2000-02-30' in 'until' is no date: write YYYY, YYYY-MM or YYYY-MM-DD"
    ),
    (
      "states.tsv", "ZZZ\tZedland\t2000-01-01T00:00\t",
      "'2000-01-01T00:00' in 'from' is no date: write YYYY, YYYY-MM or YYYY-MM-DD"
    ),
    (
      "states.tsv", "ZZZ\tZedland\t2000-05\t2000-04-30",
      "time runs backwards from 2000-05 to 2000-04-30: correct one of them"
    ),
    ("states.tsv", "ZZZ\tZedland\t\t\tOld@19x..", "'Old@19x..' has no years: write it as name@from..until"),
    ("states.tsv", "ZZZ\tZedland\t\t\tOld@..", "'Old@..' has no years: write it as name@from..until"),
    ("states.tsv", "ZZZ\tZedland\t\t\t@1990..", "'@1990..' has no years: write it as name@from..until"),
    ("states.tsv", "ZZZ\tZedland\t\t\t\t\t\tCap@1990", "'Cap@1990' has no years: write it as name@from..until"),
    (
      "states.tsv", "ZZZ\tZedland\t\t\tOld@2000..1990",
      "the years of 'Old@2000..1990' run backwards: correct one of them"
    ),
    ("states.tsv", "ZZZ\tZedland\t\t\tOld||Older", "'aliases' has an empty value: remove a |"),
    ("states.tsv", "ZZZ\tZedland\t\t\tOld| Older", "white space at the edge of ' Older' in 'aliases': remove it"),
    ("states.tsv", "ZZZ\tZedland\t\t\tOld|Old", "'Old' stands twice in 'aliases': take one out"),
    ("states.tsv", "ZZZ\t Zedland", "white space at the edge of ' Zedland': remove it"),
    ("states.tsv", "ZZZ\t", "'name' is empty: fill it in, or take the row out"),
    (
      "states.tsv", "Z1Z\tZedland",
      "code 'Z1Z' is neither three capital letters nor the state's name: write one of them"
    ),
    ("states.tsv", "USA\tZedland", "code 'USA' stands in data/actors/states.tsv:3 already: give each actor its own"),
    (
      "groups.tsv", "UN\tNobody\tcompany",
      "code 'UN' stands in data/actors/organizations.tsv:3 already: give each actor its own"
    ),
    ("groups.tsv", "Z\tZ\tcompany\tQQQ", "country 'QQQ' is the code of no state: correct it, or add the state"),
    ("groups.tsv", "Z\tZ\tcompany\tUN", "country 'UN' is the code of no state: correct it, or add the state"),
    (
      "groups.tsv", "Z\tZ\tclub",
      "'club' in 'kind' is none of organization, armed group, company, population: write one of them"
    ),
    ("organizations.tsv", "Z\tZ\t\t\t\t\t\t\tQQQ", "seat 'QQQ' is the code of no state: correct it, or add the state"),
    ("offices.tsv", "Ann Able\tking\tQQQ", "principal 'QQQ' is the code of no actor: correct it, or add the actor"),
    ("offices.tsv", "Ann Able\tKing\tUSA", "'King' has capital letters: write it in lower case"),
    ("offices.tsv", "\tking\tUSA", "'person' is empty: fill it in, or take the row out"),
    (
      "memberships.tsv", "USA\tUSA",
      "organization 'USA' is the code of no organization: correct it, or add the organization"
    ),
    ("memberships.tsv", "UN\tQQQ", "member 'QQQ' is the code of no state: correct it, or add the state"),
    ("ambiguities.tsv", "Zed\tQQQ", "code 'QQQ' is the code of no actor: correct it, or add the actor"),
    ("media.tsv", "\tx", "'name' is empty: fill it in, or take the row out"),
    ("roles.tsv", "King\tperson\tgovernment\tyes", "'King' has capital letters: write it in lower case"),
    (
      "roles.tsv", "king\trobot\tgovernment\tyes",
      "'robot' in 'kind' is none of person, body, force, population, business, rebel: write one of them"
    ),
    ("roles.tsv", "king\tperson\tgovernment\tmaybe", "'maybe' in 'acts' is none of yes, no: write one of them"),
    ("descriptions.tsv", "Land\tstate\t", "'Land' has capital letters: write it in lower case"),
    (
      "descriptions.tsv", "land\tgadget\t",
      "'gadget' in 'kinds' is none of state, organization, armed group, company, person, population: write one of them"
    ),
    ("descriptions.tsv", "land\tstate\tours", "'ours' in 'owned' is none of self, other: write one of them"),
    ("shadows.tsv", "Gulf of Mexico\t", "'why' is empty: fill it in, or take the row out"),
    ("shadows.tsv", "\twater", "'phrase' is empty: fill it in, or take the row out"),
    (
      "state-nouns.tsv", "kingdom\tnoun\tUSA|QQQ",
      "'QQQ' in 'states' is the code of no state: correct it, or add the state"
    ),
    (
      "state-nouns.tsv", "kingdom\tnoun\tQQQ@1990..",
      "'QQQ' in 'states' is the code of no state: correct it, or add the state"
    ),
    ("state-nouns.tsv", "kingdom\tnoun\tUN", "'UN' in 'states' is the code of no state: correct it, or add the state"),
    ("state-nouns.tsv", "kingdom\tnoun\tUSA|USA", "'USA' stands twice in 'states': take one out"),
    ("state-nouns.tsv", "kingdom\tnoun\tUSA@1990", "'USA@1990' has no years: write it as name@from..until"),
    ("state-nouns.tsv", "kingdom\tnoun\t", "'states' is empty: fill it in, or take the row out"),
    ("state-nouns.tsv", "kingdom\tverb\tUSA", "'verb' in 'kind' is none of noun, adjective: write one of them"),
    ("titles.tsv", "dr", "'dr' does not begin with a capital letter: write it as it stands before a name"),
  ])
  func cells(file: String, row: String, message: String) throws {
    var tables = LintTables()
    let line = ["states.tsv": 5, "organizations.tsv": 4][file] ?? 3
    tables.add(file, row)
    #expect(try tables.findings() == ["data/actors/\(file):\(line): \(message)"])
  }

  @Test(arguments: [
    ("media.tsv", "The Paper\t", "The Paper\tPaper", "'The Paper'"),
    ("roles.tsv", "king\tperson\tgovernment\tyes", "king\tperson\telite\tyes", "'king'"),
    ("descriptions.tsv", "land\tstate", "land\tstate\tself", "'land'"),
    ("ambiguities.tsv", "Zed\t-", "Zed\t-\tx", "'Zed', '-'"),
  ])
  func keysStandOnce(file: String, first: String, second: String, key: String) throws {
    var tables = LintTables()
    tables.add(file, first, second)
    #expect(try tables.findings() == ["data/actors/\(file):4: \(key) stands in line 3 already: take one out"])
  }

  /// Lines are compared as the program does: of shadows case counts and accents don't, of state nouns neither does case.
  @Test(arguments: [
    ("shadows.tsv", "Gulf of México\twater", "Gulf of Mexico\tplace", "'Gulf of Mexico' repeats 'Gulf of México'"),
    ("shadows.tsv", "Gulf of Mexico\twater", "Gulf of Mexico\tplace", "'Gulf of Mexico' repeats 'Gulf of Mexico'"),
    ("state-nouns.tsv", "Red\tadjective\tUSA", "red\tadjective\tRUS", "'red' repeats 'Red'"),
    ("state-nouns.tsv", "giant\tnoun\tUSA|RUS", "giant\tnoun\tRUS|USA", "'giant' repeats 'giant'"),
  ])
  func phrasesStandOnce(file: String, first: String, second: String, repeated: String) throws {
    var tables = LintTables()
    tables.add(file, first, second)
    #expect(try tables.findings() == ["data/actors/\(file):4: \(repeated) in line 3: take one out"])
  }

  @Test func phrasesThatDiffer() throws {
    var tables = LintTables()
    tables.add("shadows.tsv", "Turkish delight\tfood", "Turkish Delight\tfood")
    tables.add("state-nouns.tsv", "giant\tnoun\tUSA@..1990|RUS", "giant\tadjective\tUSA")
    #expect(try tables.findings() == [])
  }

  @Test func rolesOfOneActor() throws {
    var tables = LintTables()
    tables.replace("roles.tsv", "acts", "acts\tprincipal")
    tables.addRaw("roles.tsv", "pope\tperson\treligion\tyes\tQQQ\nking\tperson\tgovernment\tyes\t\n")
    #expect(
      try tables.findings() == [
        "data/actors/roles.tsv:3: principal 'QQQ' is the code of no actor: correct it, or add the actor"
      ])
  }

  @Test func rowsStandOnce() throws {
    var tables = LintTables()
    tables.add("titles.tsv", "Dr", "Mr", "Dr")
    #expect(try tables.findings() == ["data/actors/titles.tsv:5: the same row as line 3: take one out"])
  }

  @Test(arguments: [
    ("# Source: made for the test.\ntitle\nDr\n\nMr\n", [String]()),
    ("# Sources: made for the test.\ntitle\nDr\r\n", [":3: white space at the edge of 'Dr\r': remove it"]),
    (
      "# Source: x \ntitle\n# y\t\n",
      [":1: white space at the end of the line: remove it", ":3: white space at the end of the line: remove it"]
    ),
    ("# Source: x\ntitle\tgender\nDr\t\nMrs\tf\n", []),
    (
      "# Source: x\ntitle\tgender\nMrs\tshe\n",
      [":3: 'she' in 'gender' is none of f, m: write one of them"]
    ),
    ("# Source: x\ntitle\t\n", [":2: white space at the end of the line: remove it"]),
    ("# Source: x\ntitle\nDr\t\n", [":3: 2 cells, but the header has 1: check the tabs"]),
    ("# Source: x\ntitle\ttitle\n", [":2: column 'title' stands twice in the header: take one out"]),
    ("# Source: x\ntitle\trank\nDr\t1\n", [":2: column 'rank' is unknown: take it out, or correct its name"]),
    ("# Source: x\n", [": the header line is missing: write the names of the columns, separated by tabs"]),
    (
      "# Titles.\ntitle\n# Source: too late\n",
      [":1: there is no comment line that begins with '# Source' above the header: say where the facts come from"]
    ),
    (
      "# Source: x\nname\nDr\n",
      [
        ":2: column 'name' is unknown: take it out, or correct its name",
        ":2: column 'title' is missing in the header: add it",
        ":3: 'title' is empty: fill it in, or take the row out",
      ]
    ),
  ])
  func layout(text: String, messages: [String]) throws {
    var tables = LintTables()
    tables.bytes["titles.tsv"] = Data(text.utf8)
    #expect(try tables.findings() == messages.map { "data/actors/titles.tsv" + $0 })
  }

  @Test func otherFiles() throws {
    var tables = LintTables()
    tables.bytes["more.tsv"] = Data("# Source: x\na\tb\n1\t2\n1\t2\n1\n".utf8)
    tables.bytes["titles.tsv"] = Data([0xFF])
    tables.remove("media.tsv")
    #expect(
      try tables.findings() == [
        "data/actors/media.tsv: can't be read: put the table back",
        "data/actors/more.tsv:4: the same row as line 3: take one out",
        "data/actors/more.tsv:5: 1 cells, but the header has 2: check the tabs",
        "data/actors/titles.tsv: is not UTF-8: save it as UTF-8",
      ])
  }

  /// Whatever the bytes, the linter ends with findings and never with a crash.
  @Test(arguments: 0..<40)
  func randomBytes(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    let pieces = ["\t", "\n", "|", "@", "..", "#", "# Source", "code", "name", "USA", "é", " ", "2000", "-", "\r", "*"]
    var tables = LintTables()
    for file in ["states.tsv", "offices.tsv", "memberships.tsv", "ambiguities.tsv", "joint-offices.tsv"] {
      var text = ""
      for _ in 0..<200 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      tables.addRaw(file, text)
    }
    #expect(try !tables.findings().isEmpty)
  }
}
