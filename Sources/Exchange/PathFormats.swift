public import Vocabulary

/// Paths between actors, for people and other programs.
public enum PathFormats {
  /// A path as text: the actors, then each step with its best event and its sentence.
  ///
  /// - Parameters:
  ///   - path: the path.
  ///   - isDirected: whether all its events lead from its beginning to its end.
  public static func text(_ path: RelationPath, isDirected: Bool = false) -> String {
    let link = isDirected ? " → " : " — "
    let actors = path.actors.map(\.name).joined(separator: link)
    let hops = Quantity.text(path.steps.count, "step")
    var lines = ["\(actors)  (\(hops), strength \(path.strength))"]
    for step in path.steps {
      let event = step.event
      let events = Quantity.text(step.events, "event")
      let date = event.date?.description ?? "undated"
      lines.append("  \(step.from.name)\(link)\(step.to.name): \(events)")
      lines.append(
        "    \(date)  \(event.source.name) → \(event.target.name)  \(event.type.rawValue) \(event.relation)"
          + " (\(event.realis.rawValue))")
      if let evidence = step.evidence { lines.append("      \(evidence.evidence.text)  [\(evidence.article)]") }
    }
    return lines.map { TerminalText.clean($0) + "\n" }.joined()
  }

  /// Appends one line of JSON, newline included. An event has the keys of `EventJSON`, its evidence those of
  /// `TripleJSON`.
  public static func appendJSON(_ path: RelationPath, to bytes: inout [UInt8]) {
    bytes.add("{\"hops\":")
    bytes.add(path.steps.count)
    bytes.add(",\"strength\":")
    bytes.add(path.strength)
    bytes.add(",\"actors\":[")
    for (index, actor) in path.actors.enumerated() {
      if index > 0 { bytes.add(",") }
      bytes.addJSON(actor)
    }
    bytes.add("],\"steps\":[")
    for (index, step) in path.steps.enumerated() {
      if index > 0 { bytes.add(",") }
      bytes.add("{\"from\":")
      bytes.addJSON(step.from.code)
      bytes.add(",\"to\":")
      bytes.addJSON(step.to.code)
      bytes.add(",\"events\":")
      bytes.add(step.events)
      bytes.add(",\"event\":")
      EventJSON.append(step.event, to: &bytes)
      bytes.removeLast()
      bytes.add(",\"evidence\":")
      if let evidence = step.evidence {
        TripleJSON.append(evidence, to: &bytes)
        bytes.removeLast()
      } else {
        bytes.add("null")
      }
      bytes.add("}")
    }
    bytes.add("]}\n")
  }

  /// The names of CSV's columns: a line is one step.
  static let columns = [
    "path", "step", "from", "from_name", "to", "to_name", "events", "strength", "date", "source", "target", "type",
    "relation", "realis", "confidence", "article", "sentence", "text",
  ]

  /// Appends the line with the names of CSV's columns.
  public static func appendCSVHeader(to bytes: inout [UInt8]) {
    bytes.add(columns.joined(separator: ","))
    bytes.endLine()
  }

  /// Appends one line of CSV for each step; paths and steps count from 1.
  public static func appendCSV(_ path: RelationPath, number: Int, to bytes: inout [UInt8]) {
    for (index, step) in path.steps.enumerated() {
      bytes.add(number)
      bytes.addNext(index + 1)
      for cell in [step.from.code, step.from.name, step.to.code, step.to.name] { bytes.addNext(cell) }
      bytes.addNext(step.events)
      bytes.addNext(path.strength)
      for cell in [
        step.event.date?.description, step.event.source.code, step.event.target.code, step.event.type.rawValue,
        step.event.relation, step.event.realis.rawValue,
      ] { bytes.addNext(cell) }
      bytes.addNext(step.event.confidence)
      bytes.addNext(step.evidence?.article)
      if let evidence = step.evidence { bytes.addNext(evidence.sentence) } else { bytes.addNext(nil) }
      bytes.addNext(step.evidence?.evidence.text)
      bytes.endLine()
    }
  }
}
