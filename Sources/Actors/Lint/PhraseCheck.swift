import Vocabulary

extension LintRun {
  /// Checks that no line of the tables of phrases repeats another as the program compares them: a second line of
  /// state-nouns.tsv would replace the first without a word.
  mutating func checkPhrases() {
    checkRepeats("shadows.tsv", "phrase") { Folding.fold($0["phrase"]) }
    checkRepeats("state-nouns.tsv", "word") { [$0["word"].lowercased(), $0["kind"]] }
  }

  private mutating func checkRepeats(_ table: String, _ column: String, _ key: (DataTable.Row) -> some Hashable) {
    var first: [AnyHashable: DataTable.Row] = [:]
    for row in rows(table) where !row[column].isEmpty {
      if let earlier = first[key(row)] {
        report(row, "'\(row[column])' repeats '\(earlier[column])' in line \(earlier.line): take one out")
      } else {
        first[key(row)] = row
      }
    }
  }
}
