import Language
import Vocabulary

/// "we", "us" and "our" in a quotation: the side of whoever speaks.
extension MentionPass {
  /// Finds the speakers of a document's sentences and gives them their words. Speakers may stand behind the quotation,
  /// so this comes when all other mentions are known.
  mutating func resolveSpeakers(_ actors: inout DocumentActors) {
    let analyzed = actors.analyzed
    let tokens = analyzed.tokens
    let quoted = Self.quoted(tokens)
    for sentence in analyzed.document.sentences {
      let own = speaker(of: sentence, quoted, actors)
      if let own { speaker = own }
      guard let speaker else { continue }
      for index in sentence
      where Self.isFirstPerson(tokens[index]) && (quoted[index] || isClause(index, of: own, tokens)) {
        let side = Mention(
          tokens: index..<index + 1, head: index, actor: speaker, principal: speaker, form: .pronoun)
        if tokens[index].dep == .poss { actors.modifiers[index] = [side] } else { actors.byHead[index] = [side] }
      }
    }
  }

  private static func isFirstPerson(_ token: Token) -> Bool {
    ["we", "us", "our", "ours", "ourselves"].contains(token.lower) && token.pos == .pronoun
  }

  /// Whether a word outside quotation marks is said by the sentence's own speaker: "we will not yield, he said" in a
  /// text that lost its marks. "The minister told us" is not.
  private func isClause(_ index: Int, of speaker: Actor?, _ tokens: [Token]) -> Bool {
    guard speaker != nil else { return false }
    var current = tokens[index].head
    for _ in 0..<8 {
      if tokens[current].dep == .ccomp || tokens[current].dep == .parataxis { return true }
      guard tokens[current].head != current else { return false }
      current = tokens[current].head
    }
    return false
  }

  /// Whether each token stands inside quotation marks.
  private static func quoted(_ tokens: [Token]) -> [Bool] {
    var inside = false
    return tokens.map { token in
      guard token.pos == .punctuation || token.tag == "``" || token.tag == "''" else { return inside }
      switch token.text {
      case "\u{201C}", "\u{00AB}", "\u{201E}", "``":
        inside = true
        return false
      case "\u{201D}", "\u{00BB}", "''":
        inside = false
        return false
      case "\"":
        inside.toggle()
        return false
      default: return inside
      }
    }
  }

  /// The principal of the subject of a verb of speech outside quotation marks, or of "according to".
  private func speaker(of sentence: Range<Int>, _ quoted: [Bool], _ actors: DocumentActors) -> Actor? {
    let tokens = actors.analyzed.tokens
    for index in sentence where !quoted[index] && (tokens[index].dep == .nsubj || tokens[index].dep == .pobj) {
      let verb = tokens[index].head
      let isSubject = tokens[index].dep == .nsubj && !quoted[verb] && words.speech.contains(tokens[verb].lemma)
      let isSource =
        tokens[index].dep == .pobj && tokens[verb].lower == "to" && verb > 0
        && tokens[verb - 1].lower == "according"
      guard isSubject || isSource else { continue }
      if let principal = actors.byHead[index]?.first?.principal { return principal }
    }
    // "Dominique de Villepin drew applause: …": whoever the sentence around the quotation is about.
    guard sentence.contains(where: { quoted[$0] }) else { return nil }
    for index in sentence where !quoted[index] && tokens[index].dep == .nsubj {
      if let principal = actors.byHead[index]?.first?.principal { return principal }
    }
    return nil
  }
}
