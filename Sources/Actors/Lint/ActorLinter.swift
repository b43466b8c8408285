import Foundation
public import Vocabulary

/// Finds the mistakes in data/actors that loading alone doesn't: tables that contradict themselves or each other.
///
///     for finding in ActorLinter.findings(in: DataFolder(url)) { print(finding) }
///
/// It looks at every line, so one run tells everything. It can't tell whether a fact is true.
public enum ActorLinter {
  /// What is wrong with the tables below `actors/`, each with file, line and what to do; empty where all is well.
  /// - Complexity: Linear in the size of the tables, but for offices and names that many share.
  public static func findings(in data: DataFolder) -> [DataError] {
    var lint = LintRun(data)
    for shape in TableShape.all { lint.checkCells(shape) }
    lint.checkCodes()
    lint.checkOffices()
    lint.checkMemberships()
    lint.checkNames()
    lint.checkPhrases()
    return lint.findings.sorted { ($0.file, $0.line, $0.message) < ($1.file, $1.line, $1.message) }
  }
}

/// One run of the linter: the tables as far as they can be read, and what was found so far.
struct LintRun {
  let tables: [String: DataTable]
  private(set) var findings: [DataError]

  /// Reads all tables of the folder.
  init(_ data: DataFolder) {
    var tables: [String: DataTable] = [:]
    var findings: [DataError] = []
    for name in TableShape.names(in: data) {
      var reader = LintReader(file: "data/actors/" + name)
      tables[name] = reader.read(data.url.appendingPathComponent("actors/" + name), shape: TableShape.named(name))
      findings += reader.findings
    }
    self.tables = tables
    self.findings = findings
  }

  /// The lines of a table; none where it can't be read.
  func rows(_ name: String) -> [DataTable.Row] { tables[name]?.rows ?? [] }

  mutating func report(_ row: DataTable.Row, _ message: String) { findings.append(row.error(message)) }
}

extension DataTable.Row {
  /// "data/actors/states.tsv:12".
  var place: String {
    let error = error("")
    return "\(error.file):\(error.line)"
  }
}
