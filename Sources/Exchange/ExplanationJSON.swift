public import Vocabulary

/// Explanations as JSON Lines: one sentence a line, its keys always in the same order.
public enum ExplanationJSON {
  /// Appends one line, newline included.
  public static func append(_ explanation: SentenceExplanation, to bytes: inout [UInt8]) {
    bytes.add("{\"article\":")
    bytes.addJSON(explanation.article)
    bytes.add(",\"sentence\":")
    bytes.add(explanation.sentence)
    bytes.add(",\"part\":")
    bytes.addJSON(explanation.part)
    bytes.add(explanation.isRead ? ",\"read\":true" : ",\"read\":false")
    bytes.add(",\"text\":")
    bytes.addJSON(explanation.text)
    bytes.add(",\"span\":")
    bytes.addJSON(explanation.range)
    bytes.add(",\"mentions\":")
    bytes.addJSON(list: explanation.mentions) { mention, bytes in
      bytes.add("{\"mention\":")
      bytes.addJSON(mention.text)
      bytes.add(",\"form\":")
      bytes.addJSON(mention.form)
      bytes.add(",\"actor\":")
      bytes.addJSON(mention.actor)
      bytes.add(",\"principal\":")
      if let principal = mention.principal { bytes.addJSON(principal) } else { bytes.add("null") }
      bytes.add(",\"span\":")
      bytes.addJSON(mention.range)
      bytes.add("}")
    }
    bytes.add(",\"words\":")
    bytes.addJSON(list: explanation.words) { append($0, to: &$1) }
    bytes.add(",\"proposals\":")
    bytes.addJSON(list: explanation.proposals) { append($0, to: &$1) }
    bytes.add("}\n")
  }

  private static func append(_ word: SentenceExplanation.Word, to bytes: inout [UInt8]) {
    bytes.add("{\"text\":")
    bytes.addJSON(word.text)
    bytes.add(",\"lemma\":")
    bytes.addJSON(word.lemma)
    bytes.add(",\"tag\":")
    bytes.addJSON(word.tag)
    bytes.add(",\"pos\":")
    bytes.addJSON(word.pos)
    bytes.add(",\"dependency\":")
    bytes.addJSON(word.dependency)
    bytes.add(",\"head\":")
    if let head = word.head { bytes.add(head) } else { bytes.add("null") }
    bytes.add(",\"span\":")
    bytes.addJSON(word.range)
    bytes.add("}")
  }

  private static func append(_ proposal: SentenceExplanation.Proposal, to bytes: inout [UInt8]) {
    bytes.add(proposal.refusal == nil ? "{\"kept\":true,\"refusal\":" : "{\"kept\":false,\"refusal\":")
    if let refusal = proposal.refusal {
      bytes.add("{\"code\":")
      bytes.addJSON(refusal.code)
      bytes.add(",\"reason\":")
      bytes.addJSON(refusal.reason)
      bytes.add(",\"other\":")
      if let other = refusal.other { bytes.add(other) } else { bytes.add("null") }
      bytes.add("}")
    } else {
      bytes.add("null")
    }
    bytes.add(",\"rule\":")
    bytes.addJSON(proposal.rule)
    bytes.add(",\"frame\":")
    bytes.addJSON(proposal.frame)
    bytes.add(",\"source\":")
    append(party: proposal.source, to: &bytes)
    bytes.add(",\"relation\":")
    bytes.addJSON(proposal.relation)
    bytes.add(",\"type\":")
    bytes.addJSON(proposal.type.rawValue)
    bytes.add(",\"cameo\":")
    bytes.addJSON(proposal.cameo)
    bytes.add(",\"quad\":")
    bytes.addJSON(proposal.type.quad.rawValue)
    bytes.add(",\"intensity\":")
    bytes.addJSON(proposal.intensity)
    bytes.add(",\"target\":")
    append(party: proposal.target, to: &bytes)
    bytes.add(",\"realis\":")
    bytes.addJSON(proposal.realis.rawValue)
    bytes.add(",\"attributed_to\":")
    bytes.addJSON(proposal.attributedTo)
    bytes.add(",\"confidence\":")
    bytes.addJSON(proposal.confidence)
    bytes.add(",\"spans\":{\"source\":")
    bytes.addJSON(proposal.source.range)
    bytes.add(",\"relation\":")
    bytes.addJSON(proposal.range)
    bytes.add(",\"target\":")
    bytes.addJSON(proposal.target.range)
    bytes.add("}}")
  }

  /// As a triple has it; the principal is null where it is not known.
  private static func append(party: SentenceExplanation.Mention, to bytes: inout [UInt8]) {
    bytes.add("{\"actor\":")
    bytes.addJSON(party.actor.name)
    bytes.add(",\"principal\":")
    bytes.addJSON(party.principal?.code)
    bytes.add(",\"code\":")
    bytes.addJSON(party.actor.code)
    bytes.add(",\"kind\":")
    bytes.addJSON(party.actor.kind.rawValue)
    bytes.add(",\"mention\":")
    bytes.addJSON(party.text)
    bytes.add("}")
  }
}
