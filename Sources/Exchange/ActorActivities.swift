public import Vocabulary

/// The actors with most events, for people and other programs.
public enum ActorActivities {
  /// A table for terminals.
  public static func table(_ list: [ActorActivity], width: Int? = nil) -> String {
    var table = TextTable(
      columns: [
        .init("actor", minimumWidth: 12), .init("as source", short: "acts", .right),
        .init("as target", short: "gets", .right),
      ]
        + EventTotals.tableColumns + [
          .init("first", minimumWidth: 10, isSpare: true), .init("last", minimumWidth: 10, isSpare: true),
        ])
    for one in list {
      table.rows.append(
        [one.actor.name, String(one.eventsAsSource), String(one.eventsAsTarget)] + one.totals.tableCells
          + [one.totals.first?.description ?? "", one.totals.last?.description ?? ""])
    }
    return table.text(maximumWidth: width)
  }

  /// Appends one line of JSON, newline included.
  public static func appendJSON(_ one: ActorActivity, to bytes: inout [UInt8]) {
    bytes.add("{\"actor\":")
    bytes.addJSON(one.actor)
    bytes.add(",\"events_as_source\":")
    bytes.add(one.eventsAsSource)
    bytes.add(",\"events_as_target\":")
    bytes.add(one.eventsAsTarget)
    bytes.add(",")
    one.totals.appendJSON(to: &bytes)
    bytes.add("}\n")
  }

  /// Appends the line with the names of CSV's columns.
  public static func appendCSVHeader(to bytes: inout [UInt8]) {
    bytes.add(
      (["code", "name", "kind", "events_as_source", "events_as_target"] + EventTotals.columns).joined(separator: ","))
    bytes.endLine()
  }

  /// Appends one line of CSV, its end included.
  public static func appendCSV(_ one: ActorActivity, to bytes: inout [UInt8]) {
    bytes.addCell(one.actor.code)
    bytes.addNext(one.actor.name)
    bytes.addNext(one.actor.kind.rawValue)
    bytes.addNext(one.eventsAsSource)
    bytes.addNext(one.eventsAsTarget)
    one.totals.appendCSV(to: &bytes)
    bytes.endLine()
  }
}
