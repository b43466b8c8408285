import Actors
import Foundation
import Vocabulary

/// Small tables of actors without a mistake, to which a test adds one.
struct LintTables {
  /// Note, header and rows of each file. States have rows in lines 3 and 4, organizations in line 3.
  private(set) var texts: [String: String] = [:]
  /// Files in other encodings.
  var bytes: [String: Data] = [:]

  private static let headers = [
    "states.tsv": "code name from until aliases adjectives people capital metonyms region",
    "organizations.tsv": "code name from until aliases nouns metonyms organs seat",
    "groups.tsv": "code name kind country from until aliases adjectives nouns",
    "offices.tsv": "person office principal from until variants",
    "memberships.tsv": "organization member from until",
    "media.tsv": "name aliases",
    "roles.tsv": "noun kind sector acts",
    "descriptions.tsv": "noun kinds owned",
    "titles.tsv": "title",
    "joint-offices.tsv": "principal office why",
    "ambiguities.tsv": "name code cues",
    "shadows.tsv": "phrase why",
    "state-nouns.tsv": "word kind states",
  ]

  init() {
    for (file, header) in Self.headers {
      texts[file] = "# Source: made for the test.\n" + header.replacingOccurrences(of: " ", with: "\t") + "\n"
    }
    add("states.tsv", "USA\tUnited States\t\t\tAmerica", "RUS\tRussia")
    add("organizations.tsv", "UN\tUnited Nations\t1945\t\t\tworld body")
  }

  /// Adds rows; cells that are missing at the end are empty.
  mutating func add(_ file: String, _ rows: String...) {
    let width = Self.headers[file]?.split(separator: " ").count ?? 0
    for row in rows {
      let tabs = max(0, width - row.components(separatedBy: "\t").count)
      texts[file, default: ""] += row + String(repeating: "\t", count: row.contains("\n") ? 0 : tabs) + "\n"
    }
  }

  /// Adds lines as they stand.
  mutating func addRaw(_ file: String, _ text: String) { texts[file, default: ""] += text }

  /// Replaces a part of a file.
  mutating func replace(_ file: String, _ old: String, _ new: String) {
    texts[file] = texts[file]?.replacingOccurrences(of: old, with: new)
  }

  /// Takes a file away.
  mutating func remove(_ file: String) { texts[file] = nil }

  /// Writes the tables into a folder that lasts as long as `body`.
  func write<Result>(_ body: (DataFolder) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let actors = folder.appendingPathComponent("actors")
    try FileManager.default.createDirectory(at: actors, withIntermediateDirectories: true)
    for (file, text) in texts { try Data(text.utf8).write(to: actors.appendingPathComponent(file)) }
    for (file, data) in bytes { try data.write(to: actors.appendingPathComponent(file)) }
    return try body(DataFolder(folder))
  }

  /// What the linter finds.
  func findings() throws -> [String] { try write { ActorLinter.findings(in: $0).map(\.description) } }
}
