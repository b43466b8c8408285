import Entente
import Foundation

/// Events, triples and groups in the formats of `entente relations`.
enum RelationLists {
  /// Events as bytes; an empty table has no header.
  static func bytes(_ events: [Event], as format: ListFormat) -> [UInt8] {
    format.bytes(
      events, table: { EventTable.text($0, width: Output.width) }, json: EventJSON.append,
      header: EventCSV.appendHeader, csv: EventCSV.append)
  }

  /// Triples as bytes.
  static func bytes(_ triples: [Triple], as format: ListFormat) -> [UInt8] {
    format.bytes(
      triples,
      table: { triples in
        var bytes: [UInt8] = []
        for triple in triples { TripleText.append(triple, to: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
      }, json: TripleJSON.append, header: TripleCSV.appendHeader, csv: TripleCSV.append)
  }

  /// Groups as bytes.
  static func bytes(_ groups: [RelationGroup], by groupings: [Grouping], as format: ListFormat) -> [UInt8] {
    format.bytes(
      groups, table: { RelationGroups.table($0, by: groupings, width: Output.width) },
      json: { RelationGroups.appendJSON($0, by: groupings, to: &$1) },
      header: { RelationGroups.appendCSVHeader(by: groupings, to: &$0) }, csv: RelationGroups.appendCSV)
  }

  /// Prints the groups of a request, and on stderr where the next page begins.
  static func printGroups(
    _ request: GroupRequest, of graph: GraphStore, format: ListFormat, isQuiet: Bool
  ) throws {
    let page = try graph.groups(request)
    try Output.write(bytes(page.items, by: request.by, as: format))
    if isQuiet { return }
    if let next = page.next {
      let counts = format == .table ? "\(page.items.count) of \(page.total) groups; --limit shows more, " : ""
      Output.note(counts + "--after \(next) goes on.")
    } else if page.items.isEmpty, format == .table {
      Output.note(request.after == nil ? "No events match." : "No further groups.")
    }
  }
}

/// Events as a table for terminals.
enum EventTable {
  static func text(_ events: [Event], width: Int?) -> String {
    var table = TextTable(columns: [
      .init("date", minimumWidth: 10), .init("source", minimumWidth: 8), .init("type", minimumWidth: 9),
      .init("relation", minimumWidth: 8), .init("target", minimumWidth: 8), .init("realis", minimumWidth: 9),
      .init("articles", short: "art.", .right, isSpare: true), .init("conf", .right, isSpare: true),
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
