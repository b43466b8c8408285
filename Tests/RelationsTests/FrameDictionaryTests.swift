import Foundation
import Relations
import Testing
import Vocabulary

/// A user's own frames add to the project's tables and win over them.
struct FrameDictionaryTests {
  /// What a text says by tables of the user's own, in which `;` stands for a tab.
  private func relations(_ text: String, _ tables: String...) throws -> [String] {
    try withTables(tables) { try Extraction.relations(text, frames: $0) }
  }

  private func withTables<Result>(_ tables: [String], _ body: ([FrameDictionary]) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return try body(
      tables.enumerated().map { number, table in
        let url = folder.appendingPathComponent("own\(number).tsv")
        try Data(table.replacing(";", with: "\t").utf8).write(to: url)
        return FrameDictionary(url)
      })
  }

  /// The message for a table that cannot be used, its path as PATH.
  private func message(_ content: Data?) throws -> String? {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: url) }
    try content?.write(to: url)
    let error = #expect(throws: DataError.self) {
      try FrameBook(DataFolder(Extraction.data), dictionaries: [FrameDictionary(url)])
    }
    return error?.description.replacing(url.path, with: "PATH")
  }

  /// The words are chosen so that the project's tables have none of them.
  @Test(arguments: [
    ("Peru defenestrated Chile.", "verb;target;type\ndefenestrate;obj;COERCE\n", "PER COERCE CHL actual"),
    (
      "Chile's choreography of Peru angered Ecuador.", "noun;source;target;type\nchoreography;poss;of;COERCE\n",
      "CHL COERCE PER actual"
    ),
    (
      "Peru is hydraulic towards Chile.", "adjective;prep;type\nhydraulic;towards;THREATEN\n",
      "PER THREATEN CHL actual"
    ),
  ])
  func wordsAreAdded(text: String, table: String, expected: String) throws {
    #expect(try !Extraction.relations(text).contains(expected))
    let found = try relations(text, table)
    #expect(found.contains(expected), "\(found)")
  }

  @Test func ownRowsComeFirst() throws {
    let text = "Peru condemned Chile."
    #expect(try Extraction.relations(text) == ["PER ACCUSE CHL actual"])
    #expect(try relations(text, "verb;target;type\ncondemn;obj;SUPPORT\n") == ["PER SUPPORT CHL actual"])
    // The project's rows hold where the user's do not fit.
    #expect(try relations(text, "verb;target;type\ncondemn;against;SUPPORT\n") == ["PER ACCUSE CHL actual"])
    // Of two tables the later comes first.
    let tables = ["verb;target;type\ncondemn;obj;SUPPORT\n", "type;target;verb\nPROTEST;obj;condemn\n"]
    #expect(try relations(text, tables[0], tables[1]) == ["PER PROTEST CHL actual"])
    #expect(try relations(text, tables[1], tables[0]) == ["PER SUPPORT CHL actual"])
  }

  @Test(arguments: [
    ("Peru condemned Chile.", "verb;type\ncondemn;-\n", "ACCUSE"),
    ("Peru lashed out at Chile.", "verb;type\nlash_out;-\n", "ACCUSE"),
    ("Russia's invasion of Ukraine shook markets.", "noun;type\ninvasion;-\n", "ASSAULT"),
    ("Turkey is critical of Israel.", "adjective;type\ncritical;-\n", "ACCUSE"),
  ])
  func aLemmaIsSwitchedOff(text: String, table: String, type: String) throws {
    #expect(try Extraction.relations(text).contains { $0.contains(type) })
    let found = try relations(text, table)
    #expect(!found.contains { $0.contains(type) }, "\(found)")
  }

  @Test func ownRowsBeforeTheSwitchStay() throws {
    let table = "verb;object;target;type\ncondemn;raid;of;PROTEST\ncondemn;;;-\n"
    #expect(try relations("Peru condemned Chile.", table) == [])
    #expect(try relations("Peru condemned the raid of Chile.", table).contains("PER PROTEST CHL actual"))
    // A later table may bring the word back.
    #expect(
      try relations("Peru condemned Chile.", table, "verb;target;type\ncondemn;obj;SUPPORT\n")
        == ["PER SUPPORT CHL actual"])
  }

  @Test func aRowWithAnObjectStopsThatObjectOnly() throws {
    let table = "verb;object;type\nattack;outpost;-\n"
    #expect(try relations("Chile attacked Peru.", table) == ["CHL ASSAULT PER actual"])
    #expect(try relations("Chile attacked Peru's outpost.", table) == [])
  }

  @Test func complementsAndFlagsCount() throws {
    let table = "verb;target;type;complement;flags\ndefenestrate;obj;COERCE;;converse\nbamboozle;;-;requested:target;\n"
    #expect(try relations("Peru defenestrated Chile.", table) == ["CHL COERCE PER actual"])
    let found = try relations("Peru bamboozled Chile to attack Bolivia.", table)
    #expect(found.contains("CHL ASSAULT BOL requested"), "\(found)")
  }

  @Test(arguments: [
    ("code;name\nX;X\n", "PATH:1: the header needs one of the columns verb, noun or adjective"),
    ("verb;target\nx;obj\n", "PATH:1: column 'type' is missing in the header"),
    (
      "verb;noun;type\nx;y;AID\n",
      "PATH:1: the header has the columns of two tables; give verbs, nouns and adjectives a file each"
    ),
    (
      "# Mine\n\nnoun;object;type\nx;y;AID\n",
      "PATH:3: column 'object' is unknown; a table of nouns has noun, source, target, type, cameo, flags"
    ),
    ("verb;type;type\nx;AID;AID\n", "PATH:1: column 'type' stands twice in the header"),
    ("", "PATH:1: the header line is missing"),
    ("verb;type\nx\n", "PATH:2: 1 cells, but the header has 2; check the tabs"),
    ("verb;type\nx; AID\n", "PATH:2: white space at the edge of ' AID'"),
    ("verb;type\n;AID\n", "PATH:2: the verb is empty"),
    ("verb;target;type\n\n# A remark\nx;obj;GIFT\n", "PATH:4: 'GIFT' is no type"),
    ("verb;target;type\nx;obj;\n", "PATH:2: '' is no type"),
    ("verb;target;type;cameo\nx;obj;AID;999\n", "PATH:2: '999' is not in cameo.tsv"),
    (
      "verb;target;type;cameo\nx;obj;AID;111\n",
      "PATH:2: code 111 is ACCUSE in cameo.tsv, but the row says AID: correct one of them"
    ),
    ("verb;object;target;type\nx;@gifts;obj;AID\n", "PATH:2: there is no class @gifts"),
    (
      "verb;target;type\nx;agianst;AID\n",
      "PATH:2: 'agianst' in 'target' is no slot of a table of verbs: write obj, owner, iobj, clause or a preposition "
        + "(prepositions.tsv)"
    ),
    ("verb;target;type\nSlam;obj;ACCUSE\n", "PATH:2: 'Slam' has capital letters: write it in lower case"),
    ("verb;type\nx;AID\n", "PATH:2: the row has no target: name one, or make the type '-'"),
    ("verb;target;type;flags\nx;obj;AID;role\n", "PATH:2: flag 'role' means nothing in a table of verbs: take it out"),
    (
      "verb;target;type\nx;;-\nx;obj;AID\n",
      "PATH:3: 'x' is switched off in line 2; put this line before it"
    ),
  ])
  func mistakesAreToldInOneLine(table: String, expected: String) throws {
    #expect(try message(Data(table.replacing(";", with: "\t").utf8)) == expected)
  }

  @Test func filesThatAreNoTablesAreTold() throws {
    #expect(try message(nil) == "PATH: can't be read; is it there?")
    #expect(try message(Data([0x76, 0xFF, 0xFE, 0])) == "PATH: is not UTF-8")
  }

  /// Tables as spreadsheets write them.
  @Test(arguments: [("", "\r\n"), ("\u{FEFF}", "\n"), ("\u{FEFF}", "\r\n")])
  func tablesOfSpreadsheetsAreRead(mark: String, end: String) throws {
    let table = mark + ["# Ours", "verb;target;type", "", "defenestrate;obj;COERCE"].joined(separator: end) + end
    #expect(try relations("Peru defenestrated Chile.", table) == ["PER COERCE CHL actual"])
  }

  @Test func whatADictionarySaysIsItsText() throws {
    try withTables(["verb;type\n"]) { #expect($0.map(\.text) == ["verb\ttype\n"]) }
    let none = FrameDictionary(URL(fileURLWithPath: "/nowhere/own.tsv"))
    #expect(none.text == "/nowhere/own.tsv")
  }

  /// Whatever stands in a table, it is read or told in one line.
  @Test(arguments: 0..<40)
  func randomTables(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    let pieces = ["\t", "\n", "|", "@", "arms", "#", "-", "x", "AID", "é", " ", ":", "obj", "\r", "role", "to", "_"]
    var text = "verb\tobject\ttarget\ttype\n"
    for _ in 0..<60 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += pieces[Int(state >> 33) % pieces.count]
    }
    do {
      try withTables([text]) { _ = try FrameBook(DataFolder(Extraction.data), dictionaries: $0) }
    } catch let error as DataError {
      #expect(error.line > 1 && !error.description.contains("\n"), "\(error)")
    }
  }
}
