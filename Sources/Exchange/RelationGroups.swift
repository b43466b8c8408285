public import Vocabulary

/// Groups of events, for people and other programs.
public enum RelationGroups {
  /// A table for terminals.
  ///
  /// - Parameters:
  ///   - groups: the groups.
  ///   - groupings: what they were asked by, one for each key.
  ///   - width: how many columns a line may take, nil for any.
  public static func table(_ groups: [RelationGroup], by groupings: [Grouping], width: Int? = nil) -> String {
    let names = groupings.flatMap { $0 == .dyad ? ["source", "target"] : [$0.rawValue] }
    var table = TextTable(
      columns: names.map { .init($0, minimumWidth: 12) } + EventTotals.tableColumns + [
        .init("reports", short: "rep.", .right, isSpare: true), .init("first", minimumWidth: 10, isSpare: true),
        .init("last", minimumWidth: 10, isSpare: true),
      ])
    for group in groups {
      table.rows.append(
        group.keys.flatMap(words) + group.totals.tableCells + [
          String(group.totals.reports), group.totals.first?.description ?? "", group.totals.last?.description ?? "",
        ])
    }
    return table.text(maximumWidth: width)
  }

  private static func words(_ key: GroupKey) -> [String] {
    switch key {
    case .actor(let actor): [actor.name]
    case .dyad(let source, let target): [source.name, target.name]
    case .period(nil): ["(none)"]
    default: [key.text]
    }
  }

  /// Appends one line of JSON, newline included; actors are objects with code, name and kind.
  public static func appendJSON(_ group: RelationGroup, by groupings: [Grouping], to bytes: inout [UInt8]) {
    bytes.add("{")
    for (grouping, key) in zip(groupings, group.keys) {
      switch key {
      case .dyad(let source, let target):
        bytes.add("\"source\":")
        bytes.addJSON(source)
        bytes.add(",\"target\":")
        bytes.addJSON(target)
      case .actor(let actor):
        bytes.addJSON(grouping.rawValue)
        bytes.add(":")
        bytes.addJSON(actor)
      default:
        bytes.addJSON(grouping.rawValue)
        bytes.add(":")
        bytes.addJSON(key.text.isEmpty ? nil : key.text)
      }
      bytes.add(",")
    }
    group.totals.appendJSON(to: &bytes)
    bytes.add("}\n")
  }

  /// Appends the line with the names of CSV's columns; actors have two, code and name.
  public static func appendCSVHeader(by groupings: [Grouping], to bytes: inout [UInt8]) {
    let names = groupings.flatMap { grouping -> [String] in
      switch grouping {
      case .source, .target: [grouping.rawValue, grouping.rawValue + "_name"]
      case .dyad: ["source", "source_name", "target", "target_name"]
      default: [grouping.rawValue]
      }
    }
    bytes.add((names + EventTotals.columns).joined(separator: ","))
    bytes.endLine()
  }

  /// Appends one line of CSV, its end included.
  public static func appendCSV(_ group: RelationGroup, to bytes: inout [UInt8]) {
    for (index, cell) in group.keys.flatMap(cells).enumerated() {
      if index == 0 { bytes.addCell(cell) } else { bytes.addNext(cell) }
    }
    group.totals.appendCSV(to: &bytes)
    bytes.endLine()
  }

  private static func cells(_ key: GroupKey) -> [String] {
    switch key {
    case .actor(let actor): [actor.code, actor.name]
    case .dyad(let source, let target): [source.code, source.name, target.code, target.name]
    default: [key.text]
    }
  }
}
