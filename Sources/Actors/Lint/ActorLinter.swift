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
    var lint = LintRun(data, folder: "actors", shapes: TableShape.actors)
    lint.checkCells()
    lint.checkCodes()
    lint.checkOffices()
    lint.checkMemberships()
    lint.checkNames()
    lint.checkPhrases()
    return lint.findings.sorted { ($0.file, $0.line, $0.message) < ($1.file, $1.line, $1.message) }
  }
}
