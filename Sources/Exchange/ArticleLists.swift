public import Vocabulary

/// Articles of a graph as a list, for people and other programs.
public enum ArticleSummaries {
  /// The names of CSV's columns.
  public static let columns = [
    "id", "date", "publisher", "title", "url", "sentences", "triples", "chain", "chain_length", "snippet",
  ]

  /// A table for terminals. Where words were searched for, the sentences that have them stand in a column of their own.
  public static func table(_ summaries: [ArticleSummary], width: Int? = nil) -> String {
    let hasSnippets = summaries.contains { $0.snippet != nil }
    var table = TextTable(
      columns: [
        .init("id", minimumWidth: 8), .init("date", minimumWidth: 10), .init("publisher", minimumWidth: 6),
        .init("title", minimumWidth: 12), .init("triples", .right, minimumWidth: 3),
        .init("versions", .right, minimumWidth: 3), .init("chain", minimumWidth: 6),
      ] + (hasSnippets ? [.init("found", minimumWidth: 20)] : []))
    for summary in summaries {
      let isAlone = summary.chainLength == 1
      let cells = [
        summary.id, summary.date?.description ?? "", summary.publisher ?? "", summary.title, String(summary.triples),
        isAlone ? "" : String(summary.chainLength), isAlone ? "" : summary.chain,
      ]
      table.rows.append(hasSnippets ? cells + [summary.snippet?.text(from: "[", to: "]") ?? ""] : cells)
    }
    return table.text(maximumWidth: width)
  }

  /// Appends one line of JSON, newline included.
  public static func appendJSON(_ summary: ArticleSummary, to bytes: inout [UInt8]) {
    bytes.add("{\"id\":")
    bytes.addJSON(summary.id)
    bytes.add(",\"date\":")
    bytes.addJSON(summary.date?.description)
    bytes.add(",\"publisher\":")
    bytes.addJSON(summary.publisher)
    bytes.add(",\"title\":")
    bytes.addJSON(summary.title)
    bytes.add(",\"url\":")
    bytes.addJSON(summary.url)
    bytes.add(",\"sentences\":")
    bytes.add(summary.sentences)
    bytes.add(",\"triples\":")
    bytes.add(summary.triples)
    bytes.add(",\"chain\":")
    bytes.addJSON(summary.chain)
    bytes.add(",\"chain_length\":")
    bytes.add(summary.chainLength)
    if let snippet = summary.snippet {
      bytes.add(",\"snippet\":")
      bytes.addJSON(snippet.text(from: "[", to: "]"))
    }
    bytes.add("}\n")
  }

  /// Appends the line with the names of CSV's columns.
  public static func appendCSVHeader(to bytes: inout [UInt8]) {
    bytes.add(columns.joined(separator: ","))
    bytes.endLine()
  }

  /// Appends one line of CSV, its end included.
  public static func appendCSV(_ summary: ArticleSummary, to bytes: inout [UInt8]) {
    bytes.addCell(summary.id)
    for cell in [summary.date?.description, summary.publisher, summary.title, summary.url] { bytes.addNext(cell) }
    bytes.addNext(summary.sentences)
    bytes.addNext(summary.triples)
    bytes.addNext(summary.chain)
    bytes.addNext(summary.chainLength)
    bytes.addNext(summary.snippet?.text(from: "[", to: "]"))
    bytes.endLine()
  }
}
