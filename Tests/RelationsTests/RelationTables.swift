import Foundation
import Relations
import Vocabulary

/// Small tables of relations without a mistake, to which a test adds one. In rows `;` stands for a tab.
struct RelationTables {
  /// Note, header and rows of each file.
  private(set) var texts: [String: String] = [:]

  private static let headers = [
    "verbs.tsv": "verb;object;target;type;cameo;complement;flags",
    "nouns.tsv": "noun;source;target;type;cameo;flags",
    "adjectives.tsv": "adjective;prep;type;cameo;complement;flags",
    "types.tsv": "type;quad;root;intensity;gloss",
    "cameo.tsv": "code;intensity;type;label",
    "classes.tsv": "class;nouns",
    "prepositions.tsv": "preposition",
    "supporting.tsv": "verb",
    "evaluating.tsv": "verb",
    "judgements.tsv": "word;judgement",
    "time-words.tsv": "word;kind;value;count",
  ]

  init() {
    for (file, header) in Self.headers {
      texts[file] = "# Source: made for the test.\n" + header.replacing(";", with: "\t") + "\n"
    }
    add("cameo.tsv", "02;1;REQUEST;asks", "07;2;AID;gives", "070;2;AID;gives", "01;0;-;says", "11;-2;ACCUSE;blames")
    for type in EventType.allCases { add("types.tsv", "\(type.rawValue);\(type.quad.rawValue);02;0;what it is") }
    add("classes.tsv", "troops;soldier", "arms;tank|gun", "plane;jet", "vessel;ship")
    add("prepositions.tsv", "at", "on", "to", "with")
    add("verbs.tsv", "send;@arms;to;AID;070;;", "send;;iobj|to;AID;;;")
    add("nouns.tsv", "aid;poss;to;AID;070;", "talk;poss;with;CONSULT;;between|symmetric")
    add("adjectives.tsv", "angry;at;ACCUSE;;;", "able;;-;;possible:subj;")
  }

  /// Adds rows as they are but for the tabs.
  mutating func add(_ file: String, _ rows: String...) {
    for row in rows { texts[file, default: ""] += row.replacing(";", with: "\t") + "\n" }
  }

  /// Replaces a part of a file.
  mutating func replace(_ file: String, _ old: String, _ new: String) {
    texts[file] = texts[file]?.replacing(old.replacing(";", with: "\t"), with: new.replacing(";", with: "\t"))
  }

  /// Takes a file away.
  mutating func remove(_ file: String) { texts[file] = nil }

  /// The number of a file's last line.
  func lastLine(_ file: String) -> Int { (texts[file] ?? "").split(separator: "\n").count }

  /// Writes the tables into a folder that lasts as long as `body`.
  func write<Result>(_ body: (DataFolder) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let relations = folder.appendingPathComponent("relations")
    try FileManager.default.createDirectory(at: relations, withIntermediateDirectories: true)
    for (file, text) in texts { try Data(text.utf8).write(to: relations.appendingPathComponent(file)) }
    // What relations ask of other tables.
    let reading = folder.appendingPathComponent("reading")
    try FileManager.default.createDirectory(at: reading, withIntermediateDirectories: true)
    try Data("name\tunit\tnumber\n".utf8).write(to: reading.appendingPathComponent("calendar.tsv"))
    return try body(DataFolder(folder))
  }

  /// What the linter finds, without "data/relations/".
  func findings() throws -> [String] {
    try write { FrameLinter.findings(in: $0).map { $0.description.replacing("data/relations/", with: "") } }
  }
}
