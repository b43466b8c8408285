public import Vocabulary

/// Finds the mistakes in data/relations that loading alone doesn't: rows that contradict other tables or can't do
/// anything.
///
///     for finding in FrameLinter.findings(in: DataFolder(url)) { print(finding) }
///
/// It looks at every line, so one run tells everything. It can't tell whether a frame is right.
public enum FrameLinter {
  /// What is wrong with the tables below `relations/`, each with file, line and what to do; empty where all is well.
  /// - Complexity: Linear in the size of the tables, but for lemmas with many rows.
  public static func findings(in data: DataFolder) -> [DataError] {
    var lint = LintRun(data, folder: "relations", shapes: TableShape.relations)
    lint.checkCells()
    lint.checkOntology()
    lint.checkClasses()
    lint.checkFrames()
    return lint.findings.sorted { ($0.file, $0.line, $0.message) < ($1.file, $1.line, $1.message) }
  }
}

extension TableShape {
  /// All tables of data/relations.
  static let relations: [TableShape] =
    FrameKind.allCases.map(frames) + [
      TableShape(
        name: "types.tsv", columns: ["type", "quad", "root", "intensity", "gloss"],
        filled: ["type", "quad", "root", "intensity", "gloss"], key: ["type"],
        values: ["type": EventType.allCases.map(\.rawValue)]),
      TableShape(
        name: "cameo.tsv", columns: ["code", "intensity", "type", "label"],
        filled: ["code", "intensity", "type", "label"], key: ["code"],
        values: ["type": EventType.allCases.map(\.rawValue) + ["-"]]),
      TableShape(
        name: "classes.tsv", columns: ["class", "nouns"], filled: ["class", "nouns"], lists: ["nouns"], key: ["class"],
        lower: ["class", "nouns"]),
      TableShape(
        name: "prepositions.tsv", columns: ["preposition"], filled: ["preposition"], key: ["preposition"],
        lower: ["preposition"]),
      TableShape(
        name: "scorer.tsv", columns: ["name", "value"], needed: false, filled: ["name", "value"], key: ["name"],
        lower: ["name"]),
      TableShape(
        name: "time-words.tsv", columns: ["word", "kind", "value", "count"], filled: ["word", "kind"],
        key: ["word", "kind", "value"], lower: ["word", "kind"]),
      TableShape(name: "supporting.tsv", columns: ["verb"], filled: ["verb"], key: ["verb"], lower: ["verb"]),
      TableShape(name: "evaluating.tsv", columns: ["verb"], filled: ["verb"], key: ["verb"], lower: ["verb"]),
      TableShape(
        name: "judgements.tsv", columns: ["word", "judgement"], filled: ["word", "judgement"], key: ["word"],
        values: ["judgement": ["positive", "negative"]], lower: ["word"]),
    ]

  private static func frames(_ kind: FrameKind) -> TableShape {
    let lists = ["object", "complement", "flags"].filter(kind.columns.contains) + kind.slotColumns
    return TableShape(
      name: kind.file, columns: kind.columns, filled: [kind.lemmaColumn, "type"], lists: lists, lower: lists)
  }
}
