import Foundation

/// One run of a linter: the tables of a folder as far as they can be read, and what was found so far.
package struct LintRun {
  /// What is promised of the tables.
  package let shapes: [TableShape]
  /// The tables that could be read, by their names.
  package let tables: [String: DataTable]
  /// What is wrong, in the order in which it was found.
  package private(set) var findings: [DataError]

  /// Reads all tables of a folder of `data`, those that are missing there included.
  package init(_ data: DataFolder, folder: String, shapes: [TableShape]) {
    let url = data.url.appendingPathComponent(folder)
    let there = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    var tables: [String: DataTable] = [:]
    var findings: [DataError] = []
    for name in Set(there.filter { $0.hasSuffix(".tsv") } + shapes.filter(\.needed).map(\.name)).sorted() {
      var reader = LintReader(file: "data/\(folder)/\(name)")
      tables[name] = reader.read(url.appendingPathComponent(name), shape: shapes.first { $0.name == name })
      findings += reader.findings
    }
    self.shapes = shapes
    self.tables = tables
    self.findings = findings
  }

  /// The lines of a table; none where it can't be read.
  package func rows(_ name: String) -> [DataTable.Row] { tables[name]?.rows ?? [] }

  /// Adds a finding about a line.
  package mutating func report(_ row: DataTable.Row, _ message: String) { report(row.error(message)) }

  /// Adds a finding.
  package mutating func report(_ finding: DataError) { findings.append(finding) }
}
