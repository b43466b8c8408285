import Language
import Vocabulary

/// Pronouns: a person for "he" and "she", a state or body for "it", several for "they", the speaker's side for "we".
extension MentionPass {
  func pronoun(_ index: Int, _ actors: DocumentActors, _ analyzed: AnalyzedDocument) -> [Mention] {
    let token = analyzed.tokens[index]
    let sentence = analyzed.sentenceOf[index]
    let governor: Int? = token.dep == .poss ? nil : token.head
    let range = index..<index + 1
    let subjects = token.dep == .poss || token.dep == .nsubj ? [] : subjects(above: token.head, actors, analyzed)
    func take(isSingle: Bool = false, _ fits: (Mention) -> Bool) -> [Mention] {
      if let subject = subjectBehind(index, actors, analyzed), fits(subject) {
        return [subject.renamed(tokens: range, head: index, form: .pronoun)]
      }
      return recall.latest(
        document: number, sentence: sentence, governor: governor, isSingle: isSingle,
        fits: { mention in fits(mention) && !subjects.contains(mention.actor.code) }
      )
      .map { [$0.renamed(tokens: range, head: index, form: .pronoun)] } ?? []
    }
    switch token.lower {
    case "he", "him", "his", "himself":
      return take { $0.isPerson && $0.gender != .female }
    case "she", "her", "hers", "herself":
      return take { $0.isPerson && $0.gender != .male }
    case "it" where isExpletive(index, analyzed): return []
    case "it", "its", "itself":
      if token.dep != .poss, token.dep != .nsubj, isThingNearer(index, actors, analyzed) { return [] }
      return take(isSingle: true) { !$0.isPerson && $0.actor.kind != .population && !$0.isPlace }
    case "they", "them", "their", "themselves", "both":
      let plural = recall.latestPlural(document: number, sentence: sentence, governor: governor) {
        $0.form != .pronoun && $0.form != .modifier && !$0.isPlace && !subjects.contains($0.actor.code)
      }
      if !plural.isEmpty { return plural.map { $0.renamed(tokens: range, head: index, form: .pronoun) } }
      return take { $0.isPlural || (!$0.isPerson && ($0.actor.kind != .state || $0.form == .role)) }
    case "each" where token.dep == .nsubj:
      return pair(index, actors, analyzed)
    case "whose", "who", "whom", "which", "that":
      return relative(index, actors, analyzed)
    default: return []
    }
  }

  /// "In his speech, Biden said", "By the accord it signed, Ethiopia was to": a pronoun in what stands before the
  /// sentence's subject is that subject.
  private func subjectBehind(_ index: Int, _ actors: DocumentActors, _ analyzed: AnalyzedDocument) -> Mention? {
    let tokens = analyzed.tokens
    var current = index
    for _ in 0..<12 {
      let head = tokens[current].head
      if tokens[head].dep == .root || tokens[head].head == head {
        guard tokens[current].dep == .prep || tokens[current].dep == .advcl, current < head || index < head else {
          return nil
        }
        let subject = analyzed.tree.children(of: head).first {
          (tokens[$0].dep == .nsubj || tokens[$0].dep == .nsubjpass) && $0 > index
        }
        return subject.flatMap { actors.byHead[$0]?.first }
      }
      current = head
    }
    return nil
  }

  /// "condemned the bombardment, and Moldova denounced it": a thing stands nearer than any actor.
  private func isThingNearer(_ index: Int, _ actors: DocumentActors, _ analyzed: AnalyzedDocument) -> Bool {
    let tokens = analyzed.tokens
    let sentence = analyzed.sentenceOf[index]
    var position = index - 1
    while position >= 0, analyzed.sentenceOf[position] == sentence {
      let token = tokens[position]
      if token.dep == .dobj || token.dep == .nsubjpass, token.head != tokens[index].head {
        return token.pos == .noun && actors.byHead[position] == nil
      }
      position -= 1
    }
    return false
  }

  /// The subjects of the verbs above an object: "Biden telephoned the emir to thank him" does not thank Biden.
  func subjects(above verb: Int, _ actors: DocumentActors, _ analyzed: AnalyzedDocument) -> Set<String> {
    let tokens = analyzed.tokens
    var codes: Set<String> = []
    var current = verb
    for _ in 0..<6 {
      let own = analyzed.tree.children(of: current).filter { tokens[$0].dep == .nsubj || tokens[$0].dep == .nsubjpass }
      for subject in own.flatMap(analyzed.conjuncts) {
        codes.formUnion(actors.actors(at: subject).map(\.actor.code))
      }
      let isOpen = [.xcomp, .advcl, .conj, .pcomp, .prep].contains(tokens[current].dep)
      guard own.isEmpty, isOpen, tokens[current].head != current else { break }
      current = tokens[current].head
    }
    return codes
  }

  /// "it is difficult to help", "it emerged that", "it took an hour to agree": nobody.
  private func isExpletive(_ index: Int, _ analyzed: AnalyzedDocument) -> Bool {
    let tokens = analyzed.tokens
    guard tokens[index].dep != .expl else { return true }
    guard tokens[index].dep == .nsubj || tokens[index].dep == .nsubjpass else { return false }
    let verb = tokens[index].head
    guard words.impersonal.contains(tokens[verb].lemma) else { return false }
    let children = Array(analyzed.tree.children(of: verb))
    let predicates = children.filter { [.acomp, .attr, .oprd, .dobj, .prep].contains(tokens[$0].dep) }
    let clauses: Set<Dependency> = [.ccomp, .xcomp, .advcl, .csubj, .relcl, .acl]
    return (children + predicates.flatMap { Array(analyzed.tree.children(of: $0)) })
      .contains { clauses.contains(tokens[$0].dep) && $0 > verb }
  }

  /// "Kuwait's ambassador, whose government": the noun that the relative clause belongs to.
  private func relative(_ index: Int, _ actors: DocumentActors, _ analyzed: AnalyzedDocument) -> [Mention] {
    let tokens = analyzed.tokens
    var current = index
    var steps = 0
    while steps < 8 {
      if tokens[current].dep == .relcl {
        let head = tokens[current].head
        return (actors.byHead[head] ?? actors.modifiers[head] ?? []).map {
          $0.renamed(tokens: index..<index + 1, head: index, form: .pronoun)
        }
      }
      guard tokens[current].head != current else { return [] }
      current = tokens[current].head
      steps += 1
    }
    return []
  }
}
