import Vocabulary

extension LintRun {
  /// Checks the rows of verbs.tsv, nouns.tsv and adjectives.tsv one by one, then those of each lemma together.
  mutating func checkFrames() {
    // Only the columns that the tables have can be looked at.
    let kinds = FrameKind.allCases.filter { kind in
      tables[kind.file].map { kind.columns.allSatisfy($0.columns.contains) } ?? false
    }
    let codes = Dictionary(
      rows("cameo.tsv").map { ($0["code"], EventType(rawValue: $0["type"])) }, uniquingKeysWith: { first, _ in first })
    let classes = Dictionary(
      rows("classes.tsv").map { ($0["class"], $0.list("nouns")) }, uniquingKeysWith: { first, _ in first })
    let reader = FrameReader(ontology: Ontology(codes: codes), classes: classes)
    let check = FrameCheck(
      ontology: reader.ontology, prepositions: Set(rows("prepositions.tsv").map { $0["preposition"] }))
    for kind in kinds { checkFrames(kind, reader, check) }
  }

  private mutating func checkFrames(_ kind: FrameKind, _ reader: FrameReader, _ check: FrameCheck) {
    var lemmas: [String: [LintFrame]] = [:]
    var latest = ""
    for row in rows(kind.file) where !row[kind.lemmaColumn].isEmpty {
      let frame: Frame
      do throws(DataError) {
        frame = try reader.frame(row, kind)
      } catch {
        // An empty type has been told already.
        if !row["type"].isEmpty { report(error) }
        continue
      }
      for problem in check.problems(frame, row, kind) { report(row, problem) }
      checkTypeless(frame, row, kind)
      let above = lemmas[frame.lemma, default: []]
      if frame.lemma != latest, let last = above.last {
        report(row, "'\(frame.lemma)' has rows until line \(last.row.line): put all together, for their order counts")
      }
      latest = frame.lemma
      checkOrder(FrameOrder(kind: kind, above: above.map(\.frame)), LintFrame(frame: frame, row: row), above)
      lemmas[frame.lemma, default: []].append(LintFrame(frame: frame, row: row))
    }
  }

  /// Checks that the rows above leave something for a row.
  private mutating func checkOrder(_ order: FrameOrder, _ own: LintFrame, _ above: [LintFrame]) {
    let winners = order.winners(over: own.frame)
    if !winners.isEmpty {
      let lines = winners.sorted().map { String(above[$0].row.line) }.joined(separator: ", ")
      report(
        own.row,
        "can never be found, for line\(winners.count == 1 ? "" : "s") \(lines) always "
          + "win\(winners.count == 1 ? "s" : ""): take it out, or put it further up")
    } else if let winner = order.hidingComplement(of: own.frame),
      own.frame.type == nil
        || !Set(own.frame.complements).isSubset(of: above[winner].frame.complements)
    {
      report(
        own.row,
        "its complement is never taken, for line \(above[winner].row.line) has one for the same objects: "
          + "write all complements there, or put the row further up")
    }
  }

  /// Checks a row that makes no triple.
  private mutating func checkTypeless(_ frame: Frame, _ row: DataTable.Row, _ kind: FrameKind) {
    guard frame.type == nil else { return }
    if !frame.target.isEmpty {
      report(row, "a row without a type has no use for '\(kind.targetColumn)': empty it, or name the type")
    }
    if kind != .verb, frame.complements.isEmpty {
      report(row, "the row has neither type nor complement: name one, or take it out")
    }
  }
}

/// A frame with its line.
private struct LintFrame {
  let frame: Frame
  let row: DataTable.Row
}
