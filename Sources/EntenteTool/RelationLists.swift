import Entente
import Foundation

/// Events, triples and groups in the formats of `entente relations`.
enum RelationLists {
  /// Events as bytes; an empty table has no header.
  static func bytes(_ events: [Event], as format: Relations.Format) -> [UInt8] {
    var bytes: [UInt8] = []
    switch format {
    case .table: if !events.isEmpty { bytes += Array(EventTable.text(events, width: Output.width).utf8) }
    case .jsonl: for event in events { EventJSON.append(event, to: &bytes) }
    case .csv:
      EventCSV.appendHeader(to: &bytes)
      for event in events { EventCSV.append(event, to: &bytes) }
    }
    return bytes
  }

  /// Triples as bytes.
  static func bytes(_ triples: [Triple], as format: Relations.Format) -> [UInt8] {
    var bytes: [UInt8] = []
    if format == .csv { TripleCSV.appendHeader(to: &bytes) }
    for triple in triples {
      switch format {
      case .table: TripleText.append(triple, to: &bytes)
      case .jsonl: TripleJSON.append(triple, to: &bytes)
      case .csv: TripleCSV.append(triple, to: &bytes)
      }
    }
    return bytes
  }

  /// Groups as bytes.
  static func bytes(_ groups: [RelationGroup], by groupings: [Grouping], as format: Relations.Format) -> [UInt8] {
    var bytes: [UInt8] = []
    switch format {
    case .table:
      if !groups.isEmpty { bytes += Array(RelationGroups.table(groups, by: groupings, width: Output.width).utf8) }
    case .jsonl: for group in groups { RelationGroups.appendJSON(group, by: groupings, to: &bytes) }
    case .csv:
      RelationGroups.appendCSVHeader(by: groupings, to: &bytes)
      for group in groups { RelationGroups.appendCSV(group, to: &bytes) }
    }
    return bytes
  }

  /// Prints the groups of a request, and on stderr where the next page begins.
  static func printGroups(
    _ request: GroupRequest, of graph: GraphStore, format: Relations.Format, isQuiet: Bool
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
