import Vocabulary

extension LintRun {
  /// Checks that each class is asked for, and that its nouns can be found.
  mutating func checkClasses() {
    var used = Set(FrameBook.forceClasses)
    for row in rows(FrameKind.verb.file) {
      for item in row.list("object") {
        // "with:@sanctions".
        let noun = item.split(separator: ":", maxSplits: 1).last.map(String.init) ?? item
        if noun.hasPrefix("@") { used.insert(String(noun.dropFirst())) } else { checkNoun(noun, row, "object") }
      }
    }
    for row in rows("classes.tsv") {
      for noun in row.list("nouns") { checkNoun(noun, row, "nouns") }
      if !used.contains(row["class"]) {
        report(row, "no frame asks for @\(row["class"]): take the class out, or use it")
      }
    }
    guard let table = tables["classes.tsv"] else { return }
    let classes = Set(table.rows.map { $0["class"] })
    for name in FrameBook.forceClasses where !classes.contains(name) {
      report(table.headerError("class '\(name)' is missing: flag 'forces' asks for it"))
    }
  }

  private mutating func checkNoun(_ noun: String, _ row: DataTable.Row, _ column: String) {
    if noun.contains(where: \.isWhitespace) {
      report(row, "'\(noun)' in '\(column)' is several words: write the last alone")
    } else if noun.isHyphenated {
      report(
        row, "'\(noun)' in '\(column)' has a hyphen: the parser cuts words there, so it is never found; take it out")
    }
  }
}
