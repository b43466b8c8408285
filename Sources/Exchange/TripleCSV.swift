public import Vocabulary

/// Triples as CSV (RFC 4180): a header, then one line a triple.
///
/// A cell that a spreadsheet would take for a formula has an apostrophe in front.
public enum TripleCSV {
  /// The names of the columns.
  public static let columns = [
    "article", "sentence", "date", "date_precision", "source_actor", "source_principal", "source_code", "source_kind",
    "source_mention", "relation", "type", "cameo", "quad", "intensity", "target_actor", "target_principal",
    "target_code", "target_kind", "target_mention", "realis", "attributed_to", "confidence", "text", "sentence_start",
    "sentence_end", "source_start", "source_end", "relation_start", "relation_end", "target_start", "target_end",
  ]

  /// Appends the line with the names of the columns.
  public static func appendHeader(to bytes: inout [UInt8]) {
    bytes.add(columns.joined(separator: ","))
    bytes.endLine()
  }

  /// Appends one line, its end included.
  public static func append(_ triple: Triple, to bytes: inout [UInt8]) {
    bytes.addCell(triple.article)
    bytes.addNext(triple.sentence)
    bytes.addNext(triple.date?.description)
    bytes.addNext(triple.datePrecision?.rawValue)
    append(triple.source, to: &bytes)
    bytes.addNext(triple.relation)
    bytes.addNext(triple.type.rawValue)
    bytes.addNext(triple.cameo)
    bytes.addNext(triple.quad.rawValue)
    bytes.addNext(triple.intensity)
    append(triple.target, to: &bytes)
    bytes.addNext(triple.realis.rawValue)
    bytes.addNext(triple.attributedTo)
    bytes.addNext(triple.confidence)
    bytes.addNext(triple.evidence.text)
    bytes.addNext(triple.evidence.sentence)
    bytes.addNext(triple.evidence.source)
    bytes.addNext(triple.evidence.relation)
    bytes.addNext(triple.evidence.target)
    bytes.endLine()
  }

  private static func append(_ participant: Participant, to bytes: inout [UInt8]) {
    bytes.addNext(participant.actor.name)
    bytes.addNext(participant.principal)
    bytes.addNext(participant.actor.code)
    bytes.addNext(participant.actor.kind.rawValue)
    bytes.addNext(participant.mention)
  }
}
