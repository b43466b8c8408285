public import Vocabulary

/// Events as CSV (RFC 4180): a header, then one line an event.
///
/// A cell that a spreadsheet would take for a formula has an apostrophe in front.
public enum EventCSV {
  /// The names of the columns.
  public static let columns = [
    "id", "date", "source", "source_name", "source_kind", "relation", "type", "cameo", "quad", "intensity", "target",
    "target_name", "target_kind", "realis", "confidence", "reports", "articles",
  ]

  /// Appends the line with the names of the columns.
  public static func appendHeader(to bytes: inout [UInt8]) {
    bytes.add(columns.joined(separator: ","))
    bytes.endLine()
  }

  /// Appends one line, its end included.
  public static func append(_ event: Event, to bytes: inout [UInt8]) {
    bytes.add(Int(event.id))
    bytes.addNext(event.date?.description)
    append(event.source, to: &bytes)
    bytes.addNext(event.relation)
    bytes.addNext(event.type.rawValue)
    bytes.addNext(event.cameo)
    bytes.addNext(event.quad.rawValue)
    bytes.addNext(event.intensity)
    append(event.target, to: &bytes)
    bytes.addNext(event.realis.rawValue)
    bytes.addNext(event.confidence)
    bytes.addNext(event.reports)
    bytes.addNext(event.articles)
    bytes.endLine()
  }

  private static func append(_ actor: Actor, to bytes: inout [UInt8]) {
    bytes.addNext(actor.code)
    bytes.addNext(actor.name)
    bytes.addNext(actor.kind.rawValue)
  }
}
