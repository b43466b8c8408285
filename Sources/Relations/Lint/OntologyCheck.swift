import Vocabulary

extension LintRun {
  /// Checks that types and codes agree with each other.
  mutating func checkOntology() {
    let codes = Set(rows("cameo.tsv").map { $0["code"] })
    for row in rows("cameo.tsv") {
      let code = row["code"]
      checkIntensity(row)
      guard (2...4).contains(code.utf8.count), code.utf8.allSatisfy({ (48...57).contains($0) }) else {
        if !code.isEmpty { report(row, "'\(code)' is no code: write two to four digits") }
        continue
      }
      let above = String(code.dropLast())
      if above.count > 1, !codes.contains(above) {
        report(row, "code \(code) stands below \(above), which is missing: add it, or correct the code")
      }
    }
    for row in rows("types.tsv") {
      checkIntensity(row)
      if let type = EventType(rawValue: row["type"]), row["quad"] != type.quad.rawValue {
        report(row, "\(type.rawValue) is \(type.quad.rawValue): correct 'quad'")
      }
      if !row["root"].isEmpty, !codes.contains(row["root"]) {
        report(row, "root '\(row["root"])' is not in cameo.tsv: correct it, or add the code")
      }
    }
    guard let table = tables["types.tsv"] else { return }
    let types = Set(table.rows.map { $0["type"] })
    for type in EventType.allCases where !types.contains(type.rawValue) {
      report(table.headerError("type \(type.rawValue) is missing: add a row"))
    }
  }

  private mutating func checkIntensity(_ row: DataTable.Row) {
    let text = row["intensity"]
    guard !text.isEmpty, Double(text).map({ (-10...10).contains($0) }) != true else { return }
    report(row, "'\(text)' is no intensity: write a number from -10 to 10")
  }
}
