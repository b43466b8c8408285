public import Vocabulary

/// What a graph holds, for people and other programs.
public enum StatisticsFormats {
  /// A text for terminals.
  ///
  /// - Parameters:
  ///   - statistics: the numbers.
  ///   - version: the version of the program.
  public static func text(_ statistics: GraphStatistics, version: String) -> String {
    var rows: [(String, String)] = [
      ("articles", "\(statistics.articles)"), ("independent", "\(statistics.independentArticles)"),
      ("sentences", "\(statistics.sentences)"), ("triples", "\(statistics.triples)"),
      ("events", "\(statistics.events)"), ("actors", "\(statistics.actors)"),
      ("merged actors", "\(statistics.mergedActors)"), ("dyads", "\(statistics.dyads)"),
      ("published", words(statistics.articleDates)), ("events from", words(statistics.eventDates)),
      ("size", size(statistics)),
      ("versions", "Entente \(version), schema \(statistics.schema), SQLite \(statistics.sqlite)"),
    ]
    rows.removeAll { $0.1.isEmpty }
    var table = TextTable(columns: [.init(""), .init("")])
    table.rows = rows.map { [$0.0, $0.1] }
    // The columns need no titles.
    var text = table.text().split(separator: "\n").map { $0 + "\n" }.joined()
    text += "\nEvents by realis\n" + counts(Realis.allCases.map { ($0.rawValue, statistics.realis[$0, default: 0]) })
    text += "\nEvents by type\n" + counts(EventType.allCases.map { ($0.rawValue, statistics.types[$0, default: 0]) })
    return text
  }

  private static func counts(_ list: [(String, Int)]) -> String {
    var table = TextTable(columns: [.init(""), .init("", .right)])
    table.rows = list.map { ["  " + $0.0, String($0.1)] }
    return table.text().split(separator: "\n").map { $0 + "\n" }.joined()
  }

  private static func words(_ span: GraphStatistics.Span) -> String {
    guard let first = span.first, let last = span.last else { return "" }
    return first == last ? "\(first)" : "\(first) to \(last)"
  }

  private static func size(_ statistics: GraphStatistics) -> String {
    let tenths = statistics.bytes * 10 / 1_000_000
    var text = "\(tenths / 10).\(tenths % 10) MB"
    if statistics.triples > 0 { text += ", \(statistics.bytes / statistics.triples) bytes a triple" }
    return text
  }

  /// Appends one line of JSON, newline included.
  public static func appendJSON(_ statistics: GraphStatistics, version: String, to bytes: inout [UInt8]) {
    bytes.add("{")
    for (name, count) in [
      ("articles", statistics.articles), ("independent_articles", statistics.independentArticles),
      ("sentences", statistics.sentences), ("triples", statistics.triples), ("events", statistics.events),
      ("actors", statistics.actors), ("merged_actors", statistics.mergedActors), ("dyads", statistics.dyads),
      ("bytes", statistics.bytes), ("schema", statistics.schema),
    ] {
      bytes.addJSON(name)
      bytes.add(":")
      bytes.add(count)
      bytes.add(",")
    }
    for (name, date) in [
      ("first_article", statistics.articleDates.first), ("last_article", statistics.articleDates.last),
      ("first_event", statistics.eventDates.first), ("last_event", statistics.eventDates.last),
    ] {
      bytes.addJSON(name)
      bytes.add(":")
      bytes.addJSON(date?.description)
      bytes.add(",")
    }
    bytes.add("\"sqlite\":")
    bytes.addJSON(statistics.sqlite)
    bytes.add(",\"entente\":")
    bytes.addJSON(version)
    add("types", EventType.allCases.map { ($0.rawValue, statistics.types[$0, default: 0]) }, to: &bytes)
    add("realis", Realis.allCases.map { ($0.rawValue, statistics.realis[$0, default: 0]) }, to: &bytes)
    bytes.add("}\n")
  }

  private static func add(_ name: StaticString, _ counts: [(String, Int)], to bytes: inout [UInt8]) {
    bytes.add(",\"")
    bytes.add(name)
    bytes.add("\":{")
    for (index, count) in counts.enumerated() {
      if index > 0 { bytes.add(",") }
      bytes.addJSON(count.0)
      bytes.add(":")
      bytes.add(count.1)
    }
    bytes.add("}")
  }
}
