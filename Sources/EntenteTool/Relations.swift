import ArgumentParser
import Entente
import Foundation

/// `entente relations`: who did what to whom, newest first.
struct Relations: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List events, or single reports with their sentences, newest first.",
    discussion: """
      Examples:
        entente relations --from NATO --to "South Korea"
        entente relations --between Russia Ukraine --quad "material conflict" --since 2022-02 --triples
      """)

  /// How relations are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, jsonl, csv }

  @OptionGroup var filters: FilterOptions

  @Flag(help: "Single reports with their sentences instead of events.")
  var triples = false

  @OptionGroup var page: LimitOptions

  @Option(help: "table, jsonl or csv.")
  var format = Format.table

  @OptionGroup var store: StoreOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await Failure.reported {
      let graph = try GraphStore(reading: store.path)
      var filter = try filters.filter(in: graph)
      let total = triples ? try graph.tripleCount(filter) : try graph.eventCount(filter)
      filter.limit = page.limit
      if triples { try print(try graph.triples(filter)) } else { try print(try graph.events(filter)) }
      guard format == .table, !common.quiet else { return }
      let what = triples ? "reports" : "events"
      if total == 0 { Output.note("No \(what) match.") }
      if total > page.limit { Output.note("\(page.limit) of \(total) \(what); --limit shows more.") }
    }
  }

  private func print(_ events: [Event]) throws {
    var bytes: [UInt8] = []
    switch format {
    case .table:
      guard !events.isEmpty else { return }
      bytes += Array(EventTable.text(events, width: Output.width).utf8)
    case .jsonl: for event in events { EventJSON.append(event, to: &bytes) }
    case .csv:
      EventCSV.appendHeader(to: &bytes)
      for event in events { EventCSV.append(event, to: &bytes) }
    }
    try Output.write(bytes)
  }

  private func print(_ triples: [Triple]) throws {
    var bytes: [UInt8] = []
    if format == .csv { TripleCSV.appendHeader(to: &bytes) }
    for triple in triples {
      switch format {
      case .table: TripleText.append(triple, to: &bytes)
      case .jsonl: TripleJSON.append(triple, to: &bytes)
      case .csv: TripleCSV.append(triple, to: &bytes)
      }
    }
    try Output.write(bytes)
  }
}

/// Events as a table for terminals.
enum EventTable {
  static func text(_ events: [Event], width: Int?) -> String {
    var table = TextTable(columns: [
      .init("date", minimumWidth: 10), .init("source", minimumWidth: 8), .init("type", minimumWidth: 9),
      .init("relation", minimumWidth: 8), .init("target", minimumWidth: 8), .init("realis", minimumWidth: 6),
      .init("articles", .right, minimumWidth: 3), .init("conf", .right),
    ])
    for event in events {
      table.rows.append([
        event.date?.description ?? "", event.source.name, event.type.rawValue, event.relation, event.target.name,
        event.realis.rawValue, String(event.articles), String(format: "%.2f", event.confidence),
      ])
    }
    return table.text(maximumWidth: width)
  }
}
