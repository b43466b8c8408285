import Vocabulary

/// A time of a table whose ends may be known by month or year only.
private struct LintTerm {
  let row: DataTable.Row
  let from: CalendarDate?
  let until: CalendarDate?

  init(_ row: DataTable.Row) {
    self.row = row
    from = CalendarDate(row["from"])
    until = CalendarDate(row["until"])
  }

  /// Whether both last at one time however their dates are read; the day of a change belongs to both.
  func surelyOverlaps(_ other: LintTerm) -> Bool { beginsBeforeEnd(of: other) && other.beginsBeforeEnd(of: self) }

  private func beginsBeforeEnd(of other: LintTerm) -> Bool {
    (from?.latest ?? Int.min) < (other.until?.earliest ?? Int.max)
  }

  /// "from 2001-01-20 until 2009-01-20", "from 2001".
  var words: String {
    let ends = [from.map { "from \($0)" }, until.map { "until \($0)" }].compactMap(\.self)
    return ends.isEmpty ? "without dates" : ends.joined(separator: " ")
  }
}

extension LintRun {
  /// Checks that nobody shares an office that one person holds, nor holds it twice at one time.
  mutating func checkOffices() {
    var joint: [[String]: Bool] = [:]
    for row in rows("joint-offices.tsv") { joint[[row["principal"], row["office"]]] = false }
    for terms in terms("offices.tsv", by: ["principal", "office"]) {
      guard let first = terms.first?.row else { continue }
      let keys = [[first["principal"], first["office"]], ["*", first["office"]]].filter { joint[$0] != nil }
      for (index, term) in terms.enumerated() {
        // One finding a row is enough to look at it.
        let overlapping = terms[..<index].filter { $0.surelyOverlaps(term) }
        let office = "\(term.row["office"]) of \(term.row["principal"])"
        if let own = overlapping.first(where: { $0.row["person"] == term.row["person"] }) {
          report(
            term.row,
            "\(term.row["person"]) is \(office) \(own.words) in line \(own.row.line) already: "
              + "make one row of both, or correct the dates")
        } else if let other = overlapping.first {
          for key in keys { joint[key] = true }
          guard keys.isEmpty else { continue }
          report(
            term.row,
            "\(term.row["person"]) is \(office) \(term.words), and \(other.row["person"]) is so \(other.words) in line "
              + "\(other.row.line): correct the dates, or list the office in data/actors/joint-offices.tsv")
        }
      }
    }
    for row in rows("joint-offices.tsv") where joint[[row["principal"], row["office"]]] == false {
      report(
        row, "nobody shares the office '\(row["office"])' of \(row["principal"]): take the row out")
    }
  }

  /// Checks that a member isn't one twice at one time.
  mutating func checkMemberships() {
    for terms in terms("memberships.tsv", by: ["organization", "member"]) {
      for (index, term) in terms.enumerated() {
        guard let earlier = terms[..<index].first(where: { $0.surelyOverlaps(term) }) else { continue }
        report(
          term.row,
          "\(term.row["member"]) is a member of \(term.row["organization"]) \(earlier.words) in line "
            + "\(earlier.row.line) already: make one row of both, or correct the dates")
      }
    }
  }

  /// The rows that agree in these columns, each group in the order of its lines.
  private func terms(_ table: String, by columns: [String]) -> [[LintTerm]] {
    Dictionary(grouping: rows(table).map(LintTerm.init)) { term in columns.map { term.row[$0] } }
      .values.map { $0.sorted { $0.row.line < $1.row.line } }
  }
}
