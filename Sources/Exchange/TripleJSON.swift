public import Vocabulary

/// Triples as JSON Lines: one object a line, its keys always in the same order.
///
/// ```swift
/// var bytes: [UInt8] = []
/// for triple in triples { TripleJSON.append(triple, to: &bytes) }
/// ```
public enum TripleJSON {
  /// Appends one line, newline included.
  public static func append(_ triple: Triple, to bytes: inout [UInt8]) {
    bytes.add("{\"article\":")
    bytes.addJSON(triple.article)
    bytes.add(",\"sentence\":")
    bytes.add(triple.sentence)
    bytes.add(",\"source\":")
    append(triple.source, to: &bytes)
    bytes.add(",\"relation\":")
    bytes.addJSON(triple.relation)
    bytes.add(",\"type\":\"")
    bytes.add(triple.type.rawValue)
    bytes.add("\",\"cameo\":")
    bytes.addJSON(triple.cameo)
    bytes.add(",\"quad\":\"")
    bytes.add(triple.quad.rawValue)
    bytes.add("\",\"intensity\":")
    bytes.addJSON(triple.intensity)
    bytes.add(",\"target\":")
    append(triple.target, to: &bytes)
    bytes.add(",\"realis\":\"")
    bytes.add(triple.realis.rawValue)
    bytes.add("\",\"attributed_to\":")
    bytes.addJSON(triple.attributedTo)
    bytes.add(",\"date\":")
    bytes.addJSON(triple.date?.description)
    bytes.add(",\"date_precision\":")
    bytes.addJSON(triple.datePrecision?.rawValue)
    bytes.add(",\"confidence\":")
    bytes.addJSON(triple.confidence)
    bytes.add(",\"text\":")
    bytes.addJSON(triple.evidence.text)
    bytes.add(",\"spans\":{\"sentence\":")
    bytes.addJSON(triple.evidence.sentence)
    bytes.add(",\"source\":")
    bytes.addJSON(triple.evidence.source)
    bytes.add(",\"relation\":")
    bytes.addJSON(triple.evidence.relation)
    bytes.add(",\"target\":")
    bytes.addJSON(triple.evidence.target)
    bytes.add("}}\n")
  }

  private static func append(_ participant: Participant, to bytes: inout [UInt8]) {
    bytes.add("{\"actor\":")
    bytes.addJSON(participant.actor.name)
    bytes.add(",\"principal\":")
    bytes.addJSON(participant.principal)
    bytes.add(",\"code\":")
    bytes.addJSON(participant.actor.code)
    bytes.add(",\"kind\":\"")
    bytes.add(participant.actor.kind.rawValue)
    bytes.add("\",\"mention\":")
    bytes.addJSON(participant.mention)
    bytes.add("}")
  }
}
