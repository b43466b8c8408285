import ArgumentParser

/// How lists are printed.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case table, jsonl, csv

  /// A list as bytes; an empty table has no header.
  ///
  /// - Parameters:
  ///   - items: the lines.
  ///   - table: all lines as a table.
  ///   - json: appends a line of JSON.
  ///   - header: appends CSV's header.
  ///   - csv: appends a line of CSV.
  func bytes<Item>(
    _ items: [Item], table: ([Item]) -> String, json: (Item, inout [UInt8]) -> Void, header: (inout [UInt8]) -> Void,
    csv: (Item, inout [UInt8]) -> Void
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    switch self {
    case .table: if !items.isEmpty { bytes += Array(table(items).utf8) }
    case .jsonl: for item in items { json(item, &bytes) }
    case .csv:
      header(&bytes)
      for item in items { csv(item, &bytes) }
    }
    return bytes
  }
}
