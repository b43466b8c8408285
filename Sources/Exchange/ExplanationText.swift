public import Vocabulary

/// Explanations for people at a terminal: the sentence, who is mentioned, the parse as a tree, and what the rules
/// propose with what became of it.
public enum ExplanationText {
  /// Appends the lines of one sentence.
  ///
  /// - Parameter width: how many columns a line of a table may take; nil for any.
  public static func append(_ explanation: SentenceExplanation, width: Int? = nil, to bytes: inout [UInt8]) {
    line("\(explanation.article), sentence \(explanation.sentence), \(explanation.part)", &bytes)
    line(explanation.text, &bytes)
    guard explanation.isRead else {
      return bytes.add("\n  Not read: only titles, headings, paragraphs and captions are\n")
    }
    let room = width.map { max(20, $0 - 4) }
    bytes.add(explanation.mentions.isEmpty ? "\n  Mentions: none\n" : "\n  Mentions\n")
    if !explanation.mentions.isEmpty { table(mentions(explanation.mentions), room, &bytes) }
    if !explanation.words.isEmpty {
      bytes.add("\n  Parse\n")
      table(ParseTreeText.table(explanation.words), room, &bytes)
    }
    bytes.add(explanation.proposals.isEmpty ? "\n  Relations: none proposed\n" : "\n  Relations\n")
    for (number, proposal) in explanation.proposals.enumerated() { append(proposal, number: number, to: &bytes) }
  }

  private static func line(_ text: String, _ bytes: inout [UInt8]) {
    bytes.add(TerminalText.clean(text))
    bytes.add("\n")
  }

  private static func table(_ table: TextTable, _ width: Int?, _ bytes: inout [UInt8]) {
    bytes.add(ActorText.indented(ActorText.indented(table.text(maximumWidth: width))))
  }

  private static func mentions(_ mentions: [SentenceExplanation.Mention]) -> TextTable {
    var table = TextTable(columns: [
      .init("words", minimumWidth: 10), .init("form"), .init("actor", minimumWidth: 10),
      .init("acts for", minimumWidth: 8),
    ])
    for mention in mentions {
      let principal = mention.principal.map { $0.code == mention.actor.code ? "itself" : $0.title } ?? "unknown"
      table.rows.append([mention.text, mention.form, mention.actor.title, principal])
    }
    return table
  }

  /// Two or three lines: what became of what, by which rule, and why not.
  private static func append(_ proposal: SentenceExplanation.Proposal, number: Int, to bytes: inout [UInt8]) {
    let claim = proposal.attributedTo.map { ", says \($0)" } ?? ""
    let start = "    \(number + 1)  "
    line(
      "\(start)\(proposal.refusal == nil ? "kept" : "refused"): \(name(proposal.source)) → \(name(proposal.target))"
        + "  \(proposal.type.rawValue) \(proposal.relation) (\(proposal.realis.rawValue)\(claim)),"
        + " confidence \(decimals(proposal.confidence))", &bytes)
    let indent = String(repeating: " ", count: start.count)
    line("\(indent)rule \(proposal.rule)" + (proposal.frame.map { ", frame \($0)" } ?? ""), &bytes)
    guard let refusal = proposal.refusal else { return }
    line(indent + "why: " + refusal.reason + (refusal.other.map { "; see \($0 + 1)" } ?? ""), &bytes)
  }

  /// As in the text of triples: whom it acts for, and in brackets who it is.
  private static func name(_ party: SentenceExplanation.Mention) -> String {
    guard let principal = party.principal else { return "unknown [\(party.actor.name)]" }
    return principal.code == party.actor.code ? principal.code : "\(principal.code) [\(party.actor.name)]"
  }

  private static func decimals(_ number: Double) -> String {
    var bytes: [UInt8] = []
    return bytes.add((number * 100).rounded() / 100) ? String(decoding: bytes, as: UTF8.self) : "unknown"
  }
}
