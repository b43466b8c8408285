import Foundation
import Relations
import Testing
import Vocabulary

/// The linter tells each mistake in data/relations with file, line and what to do, and the project's own tables have
/// none.
struct FrameLintTests {
  @Test func projectDataIsClean() {
    let data = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("data")
    let findings = FrameLinter.findings(in: DataFolder(data))
    #expect(findings.isEmpty, "\(findings.map(\.description).joined(separator: "\n"))")
  }

  @Test func rightTablesPass() throws {
    #expect(try RelationTables().findings() == [])
    #expect(try RelationTables().write { try FrameBook($0).count } == 6)
  }

  /// One row more, and what is said of it.
  @Test(arguments: [
    ("verbs.tsv", "give;;obj;AID;;", "6 cells, but the header has 7: check the tabs"),
    ("verbs.tsv", "give;;obj;AID;;; ", "white space at the edge of ' ': remove it"),
    ("verbs.tsv", "send;;iobj|to;AID;;;", "the same row as line 4: take one out"),
    ("verbs.tsv", ";;obj;AID;;;", "'verb' is empty: fill it in, or take the row out"),
    ("verbs.tsv", "give;;obj;;;;", "'type' is empty: fill it in, or take the row out"),
    ("verbs.tsv", "give;;obj||to;AID;;;", "'target' has an empty value: remove a |"),
    ("verbs.tsv", "give;;obj|to|obj;AID;;;", "'obj' stands twice in 'target': take one out"),
    ("verbs.tsv", "give;;obj;GIFT;;;", "'GIFT' is no type"),
    ("verbs.tsv", "give;;obj;AID;999;;", "'999' is not in cameo.tsv"),
    (
      "verbs.tsv", "give;;obj;AID;02;;",
      "code 02 is REQUEST in cameo.tsv, but the row says AID: correct one of them"
    ),
    (
      "adjectives.tsv", "good;to;AID;01;;",
      "code 01 makes no triple in cameo.tsv, but the row says AID: correct one of them"
    ),
    ("verbs.tsv", "give;;;-;070;planned:subj;", "code 070 stands without a type: take it out"),
    (
      "verbs.tsv", "give;;obj;-;;planned:subj;",
      "a row without a type has no use for 'target': empty it, or name the type"
    ),
    ("verbs.tsv", "give;@gifts;obj;AID;;;", "there is no class @gifts"),
    (
      "verbs.tsv", "give;gun|with:gun;obj;AID;;;",
      "objects with and without a preposition stand in one cell; give each a line"
    ),
    ("verbs.tsv", "give;big gun;obj;AID;;;", "'big gun' in 'object' is several words: write the last alone"),
    (
      "verbs.tsv", "give;with:hand-out;obj;AID;;;",
      "'hand-out' in 'object' has a hyphen: the parser cuts words there, so it is never found; take it out"
    ),
    (
      "verbs.tsv", "give;wiht:gun;obj;AID;;;",
      "'wiht:' names no preposition in 'object': correct it, or add it to prepositions.tsv"
    ),
    ("verbs.tsv", "Give;;obj;AID;;;", "'Give' has capital letters: write it in lower case"),
    (
      "verbs.tsv", "give up;;obj;AID;;;",
      "'give up' is several words: join a particle with an underscore (pull_out)"
    ),
    ("verbs.tsv", "give_up_on;;obj;AID;;;", "'give_up_on' has more than one particle: take it out"),
    ("verbs.tsv", "give;;obj;AID;;soon:subj;", "'soon:subj' is no complement"),
    ("verbs.tsv", "give;;obj;AID;;;shiny", "'shiny' is no flag"),
    ("verbs.tsv", "give;;obj;AID;;;role", "flag 'role' means nothing in a table of verbs: take it out"),
    ("nouns.tsv", "gift;poss;to;AID;;forces", "flag 'forces' means nothing in a table of nouns: take it out"),
    ("adjectives.tsv", "good;to;AID;;;bound", "flag 'bound' means nothing in a table of adjectives: take it out"),
    (
      "verbs.tsv", "give;;obj;AID;;;symmetric|converse",
      "the flags symmetric and converse exclude each other: take one out"
    ),
    (
      "verbs.tsv", "give;;obj;AID;;;negate|planned",
      "the flags planned and negate exclude each other: take one out"
    ),
    ("verbs.tsv", "give;;obj;AID;;;forces|envoy", "the flags forces and envoy exclude each other: take one out"),
    (
      "nouns.tsv", "gift;poss;to;AID;;between|role",
      "the flags between and role exclude each other: take one out"
    ),
    (
      "verbs.tsv", "give;;poss;AID;;;",
      "'poss' in 'target' is no slot of a table of verbs: write obj, owner, iobj, clause or a preposition "
        + "(prepositions.tsv)"
    ),
    (
      "verbs.tsv", "give;;wiht;AID;;;",
      "'wiht' in 'target' is no slot of a table of verbs: write obj, owner, iobj, clause or a preposition "
        + "(prepositions.tsv)"
    ),
    (
      "nouns.tsv", "gift;owner;to;AID;;",
      "'owner' in 'source' is no slot of a table of nouns: write poss or a preposition (prepositions.tsv)"
    ),
    (
      "adjectives.tsv", "good;obj;AID;;;",
      "'obj' in 'prep' is no slot of a table of adjectives: write a preposition (prepositions.tsv)"
    ),
    ("verbs.tsv", "give;;;AID;;;", "the row has no target: name one, or make the type '-'"),
    ("nouns.tsv", "gift;poss;;AID;;", "the row has no target: name one, or flag it 'between'"),
    ("adjectives.tsv", "good;;AID;;;", "the row has neither preposition nor complement: name one of them"),
    ("adjectives.tsv", "good;;-;;;", "the row has neither type nor complement: name one, or take it out"),
    ("nouns.tsv", "gift;;;-;;", "the row has neither type nor complement: name one, or take it out"),
    ("nouns.tsv", "air lift;poss;to;AID;;", "'air lift' is several words: only single words are found"),
    (
      "nouns.tsv", "air-lift;poss;to;AID;;",
      "'air-lift' has a hyphen: the parser cuts words there, so it is never found"
    ),
    (
      "verbs.tsv", "re-send;;obj;AID;;;",
      "'re-send' has a hyphen: the parser cuts words there, so it is never found"
    ),
    ("classes.tsv", "gift;gold", "no frame asks for @gift: take the class out, or use it"),
    ("classes.tsv", "arms;sword", "'arms' stands in line 4 already: take one out"),
    ("supporting.tsv", "Hold", "'Hold' has capital letters: write it in lower case"),
    ("judgements.tsv", "odd;neutral", "'neutral' in 'judgement' is none of positive, negative: write one of them"),
    ("types.tsv", "GIVE;verbal conflict;02;0;x", "'GIVE' in 'type' is none of"),
    ("types.tsv", "AID;verbal conflict;02;0;x", "AID is material cooperation: correct 'quad'"),
    ("types.tsv", "AID;material cooperation;77;0;x", "root '77' is not in cameo.tsv: correct it, or add the code"),
    ("types.tsv", "AID;material cooperation;02;11;x", "'11' is no intensity: write a number from -10 to 10"),
    ("cameo.tsv", "12;much;REJECT;x", "'much' is no intensity: write a number from -10 to 10"),
    ("cameo.tsv", "x2;0;REJECT;x", "'x2' is no code: write two to four digits"),
    ("cameo.tsv", "131;0;THREATEN;x", "code 131 stands below 13, which is missing: add it, or correct the code"),
    ("cameo.tsv", "12;0;REFUSE;x", "'REFUSE' in 'type' is none of"),
  ])
  func rows(file: String, row: String, message: String) throws {
    var tables = RelationTables()
    tables.add(file, row)
    let place = "\(file):\(tables.lastLine(file)): "
    let findings = try tables.findings()
    #expect(findings.contains { $0.hasPrefix(place + message) }, "\(findings)")
    // What the row is for is the one thing wrong with it; keys that stand twice are besides.
    let others = findings.filter { !$0.hasPrefix(place) && !$0.contains("take one out") }
    #expect(others.isEmpty, "\(others)")
  }

  @Test(arguments: [
    ("verbs.tsv", "flags", "flag", ["verbs.tsv:2: column 'flag' is unknown", "column 'flags' is missing"]),
    ("nouns.tsv", "source", "target", ["nouns.tsv:2: column 'target' stands twice", "column 'source' is missing"]),
    (
      "classes.tsv", "# Source: made", "# Made",
      ["classes.tsv:1: there is no comment line that begins with '# Source'"]
    ),
    ("types.tsv", "AID;material", "HELP;material", ["types.tsv:2: type AID is missing: add a row"]),
    (
      "classes.tsv", "vessel", "boat",
      ["class 'vessel' is missing: flag 'forces' asks for it", "no frame asks for @boat"]
    ),
  ])
  func headersAndWholes(file: String, old: String, new: String, expected: [String]) throws {
    var tables = RelationTables()
    tables.replace(file, old, new)
    let findings = try tables.findings()
    for text in expected { #expect(findings.contains { $0.contains(text) }, "\(findings)") }
  }

  @Test func tablesThatAreMissingOrUnknown() throws {
    var tables = RelationTables()
    tables.remove("supporting.tsv")
    #expect(try tables.findings() == ["supporting.tsv: can't be read: put the table back"])
  }

  @Test func rowsOfALemmaStandTogether() throws {
    var tables = RelationTables()
    tables.add("verbs.tsv", "give;;obj;AID;;;", "send;gun;on;AID;;;")
    #expect(
      try tables.findings().first
        == "verbs.tsv:6: 'send' has rows until line 4: put all together, for their order counts")
  }

  /// Whatever stands in the tables, the linter ends with findings and never with a crash.
  @Test(arguments: 0..<40)
  func randomBytes(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    let pieces = [
      ";", "\n", "|", "@", "arms", "#", "-", "verb", "send", "AID", "é", " ", ":", "obj", "\r", "symmetric", "with:",
      "planned:subj", "_", "070",
    ]
    var tables = RelationTables()
    for file in ["verbs.tsv", "nouns.tsv", "adjectives.tsv", "classes.tsv", "cameo.tsv", "types.tsv"] {
      var text = ""
      for _ in 0..<200 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      tables.add(file, text)
    }
    #expect(try !tables.findings().isEmpty)
  }
}
