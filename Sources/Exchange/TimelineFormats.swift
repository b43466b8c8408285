public import Vocabulary

/// Timelines, for people and other programs.
public enum TimelineFormats {
  /// A table for terminals, with a bar for each period.
  public static func table(_ timeline: Timeline, width: Int? = nil) -> String {
    // The middle of the last title stands over the middle of the bars.
    var table = TextTable(
      columns: [.init(timeline.unit.rawValue, minimumWidth: 7)] + EventTotals.tableColumns
        + [.init("   conflict - │ + cooperation", short: "   conflict - │ + coop.", minimumWidth: 27)])
    let most = timeline.buckets.reduce(1) { max($0, $1.totals.cooperation, $1.totals.conflict) }
    for bucket in timeline.buckets {
      let balance = ActorStanding.Balance(
        period: bucket.period.name, quads: bucket.totals.quads, intensity: bucket.totals.intensity ?? 0)
      table.rows.append(
        [bucket.period.name] + bucket.totals.tableCells + [StandingText.bar(balance, most: most)])
    }
    return table.text(maximumWidth: width)
  }

  /// Two lines of small bars on one scale, cooperation and conflict, with the first and the last period.
  public static func sparkline(_ timeline: Timeline, width: Int) -> String {
    guard let first = timeline.buckets.first, let last = timeline.buckets.last else { return "" }
    let lines = [
      ("cooperation", timeline.buckets.map(\.totals.cooperation)),
      ("conflict", timeline.buckets.map(\.totals.conflict)),
    ]
    let names = (first.period.name, last.period.name)
    let room = max(1, width - 15 - names.0.count - names.1.count)
    let most = lines.flatMap { Sparkline.sums($0.1, width: room) }.max() ?? 1
    return lines.map { name, values in
      name + String(repeating: " ", count: 11 - name.count) + "  \(names.0) "
        + Sparkline.text(values, width: room, most: most) + " \(names.1)\n"
    }.joined()
  }

  /// Appends one line of JSON for a period, newline included.
  public static func appendJSON(_ bucket: Timeline.Bucket, to bytes: inout [UInt8]) {
    bytes.add("{\"period\":")
    bytes.addJSON(bucket.period.name)
    bytes.add(",\"from\":")
    bytes.addJSON(bucket.period.first.description)
    bytes.add(",")
    bucket.totals.appendJSON(to: &bytes)
    bytes.add("}\n")
  }

  /// Appends the line with the names of CSV's columns.
  public static func appendCSVHeader(to bytes: inout [UInt8]) {
    bytes.add((["period", "from"] + EventTotals.columns).joined(separator: ","))
    bytes.endLine()
  }

  /// Appends one line of CSV for a period, its end included.
  public static func appendCSV(_ bucket: Timeline.Bucket, to bytes: inout [UInt8]) {
    bytes.addCell(bucket.period.name)
    bytes.addNext(bucket.period.first.description)
    bucket.totals.appendCSV(to: &bytes)
    bytes.endLine()
  }
}
