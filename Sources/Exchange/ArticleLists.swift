public import Vocabulary

/// Articles of a graph as a list, for people and other programs.
public enum ArticleSummaries {
  /// The names of CSV's columns.
  public static let columns = [
    "id", "date", "publisher", "title", "url", "sentences", "triples", "chain", "chain_length", "snippet",
  ]

  /// A table for terminals. Versions of one story, and the sentences that have the words that were searched for, stand
  /// in columns of their own, where there are any.
  public static func table(_ summaries: [ArticleSummary], width: Int? = nil) -> String {
    let hasSnippets = summaries.contains { $0.snippet != nil }
    let hasChains = summaries.contains { $0.chainLength > 1 }
    var table = TextTable(columns: [
      .init("id", minimumWidth: 18), .init("date", minimumWidth: 10), .init("publisher", minimumWidth: 6),
      .init("title", minimumWidth: 20), .init("triples", short: "tr.", .right),
    ])
    if hasChains { table.columns += [.init("versions", short: "ver.", .right), .init("chain", minimumWidth: 6)] }
    if hasSnippets { table.columns.append(.init("found", minimumWidth: 20)) }
    for summary in summaries {
      let isAlone = summary.chainLength == 1
      var cells = [
        summary.id, summary.date?.description ?? "", summary.publisher ?? "", summary.title, String(summary.triples),
      ]
      if hasChains { cells += isAlone ? ["", ""] : [String(summary.chainLength), summary.chain] }
      if hasSnippets { cells.append(summary.snippet?.text(from: "[", to: "]") ?? "") }
      table.rows.append(cells)
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
