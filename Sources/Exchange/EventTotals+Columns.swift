import Vocabulary

/// The columns that all counts of events have, in every format.
extension EventTotals {
  /// The names of the columns.
  static let columns = [
    "events", "reports", "verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict",
    "intensity", "confidence", "first_date", "last_date",
  ]

  /// Appends the keys and values of JSON, with a comma between but none in front.
  func appendJSON(to bytes: inout [UInt8]) {
    bytes.add("\"events\":")
    bytes.add(events)
    bytes.add(",\"reports\":")
    bytes.add(reports)
    for (name, quad) in zip(Self.columns.dropFirst(2), Self.quadOrder) {
      bytes.add(",\"" + name + "\":")
      bytes.add(quads[quad, default: 0])
    }
    bytes.add(",\"intensity\":")
    if let intensity { bytes.addJSON(intensity) } else { bytes.add("null") }
    bytes.add(",\"confidence\":")
    if events > 0 { bytes.addJSON(confidence) } else { bytes.add("null") }
    bytes.add(",\"first_date\":")
    bytes.addJSON(first?.description)
    bytes.add(",\"last_date\":")
    bytes.addJSON(last?.description)
  }

  /// Appends the cells of CSV, each with a comma in front.
  func appendCSV(to bytes: inout [UInt8]) {
    bytes.addNext(events)
    bytes.addNext(reports)
    for quad in Self.quadOrder { bytes.addNext(quads[quad, default: 0]) }
    if let intensity { bytes.addNext(intensity) } else { bytes.addNext(nil) }
    if events > 0 { bytes.addNext(confidence) } else { bytes.addNext(nil) }
    bytes.addNext(first?.description)
    bytes.addNext(last?.description)
  }

  /// The columns of a table that tell events by quadrant and their mean.
  static let tableColumns: [TextTable.Column] = [
    .init("events", .right, minimumWidth: 6), .init("verbal +", short: "verb +", .right, minimumWidth: 6),
    .init("material +", short: "mat +", .right, minimumWidth: 5),
    .init("verbal -", short: "verb -", .right, minimumWidth: 6),
    .init("material -", short: "mat -", .right, minimumWidth: 5), .init("mean", .right, minimumWidth: 5),
  ]

  /// The cells for these columns.
  var tableCells: [String] {
    [String(events)] + Self.quadOrder.map { String(quads[$0, default: 0]) }
      + [intensity.map(StandingText.signed) ?? ""]
  }

  private static let quadOrder: [QuadClass] = [
    .verbalCooperation, .materialCooperation, .verbalConflict, .materialConflict,
  ]
}
