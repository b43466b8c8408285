public import Vocabulary

/// Triples for people at a terminal: one line that says it, then the sentence.
///
///     2023-01-30  NATO [Jens Stoltenberg] → KOR  REQUEST urge (actual)
///         NATO urges South Korea to increase military support for Ukraine
public enum TripleText {
  /// Appends two lines.
  public static func append(_ triple: Triple, to bytes: inout [UInt8]) {
    let date = triple.date?.description ?? "undated"
    bytes.add(date)
    // Dates by month or year keep the column.
    for _ in date.utf8.count..<max(12, date.utf8.count) { bytes.append(UInt8(ascii: " ")) }
    append(triple.source, to: &bytes)
    bytes.add(" → ")
    append(triple.target, to: &bytes)
    bytes.add("  ")
    bytes.add(triple.type.rawValue)
    bytes.add(" ")
    bytes.add(TerminalText.clean(triple.relation))
    bytes.add(" (")
    bytes.add(triple.realis.rawValue)
    if let claimant = triple.attributedTo {
      bytes.add(", says ")
      bytes.add(TerminalText.clean(claimant))
    }
    bytes.add(")\n    ")
    bytes.add(TerminalText.clean(triple.evidence.text))
    bytes.add("\n")
  }

  private static func append(_ participant: Participant, to bytes: inout [UInt8]) {
    bytes.add(TerminalText.clean(participant.principal))
    guard participant.actor.code != participant.principal else { return }
    bytes.add(" [")
    bytes.add(TerminalText.clean(participant.actor.name))
    bytes.add("]")
  }
}
