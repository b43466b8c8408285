import Actors
import Language
import Vocabulary

/// Reads realis and attribution of a word from the words above it: auxiliaries, negation, governing verbs, conditions.
struct Factuality {
  let reader: SentenceReader
  let builder: ClauseBuilder

  private var tokens: [Token] { reader.tokens }

  /// The status of a verb, noun or adjective that reports a relation.
  func status(of token: Int, depth: Int = 0) -> Status {
    guard depth < 12 else { return Status() }
    if reader.isVerb(token) || tokens[token].dep == .acomp { return verbStatus(token, depth) }
    return nounStatus(token, depth)
  }

  // MARK: Verbs

  private func verbStatus(_ verb: Int, _ depth: Int) -> Status {
    let local = localRealis(verb)
    let head = tokens[verb].head
    guard head != verb else { return accordingTo(verb, Status(realis: local)) }
    var status: Status
    switch tokens[verb].dep {
    case .conj:
      let above = self.status(of: head, depth: depth + 1)
      let shares = !reader.hasChild(verb, .nsubj) && !reader.hasChild(verb, .nsubjpass) && !reader.hasChild(verb, .aux)
      status = Status(realis: shares ? Status.combine(outer: above.realis, inner: local) : local, claim: above.claim)
      if !shares, reader.complementDependency(of: head) {
        status.realis = Status.combine(outer: governedRealis(head, depth), inner: local)
      }
    case .xcomp, .ccomp, .parataxis, .acomp, .attr:
      status = governed(verb, by: head, local, depth)
    case .pcomp:
      status = behindPreposition(verb, local, depth)
    case .advcl, .acl, .relcl, .csubj:
      status = adjunct(verb, of: head, local, depth)
    default:
      status = Status(realis: local, claim: self.status(of: head, depth: depth + 1).claim)
    }
    return accordingTo(verb, status)
  }

  private func governedRealis(_ verb: Int, _ depth: Int) -> Realis {
    reader.complement(of: verb, under: tokens[verb].head)?.realis ?? .actual
  }

  /// A clause as the complement of a verb or adjective.
  private func governed(_ verb: Int, by governor: Int, _ local: Realis, _ depth: Int) -> Status {
    let above = status(of: governor, depth: depth + 1)
    guard let rule = reader.complement(of: verb, under: governor) else {
      // A copula's predicate and an open complement share what the verb says of itself.
      if reader.isInfinitive(verb), reader.hasChild(governor, .acomp) {
        // "it is difficult to help": nobody says that it was done.
        return Status(realis: Status.combine(outer: .possible, inner: local), claim: above.claim)
      }
      let shares = tokens[verb].dep == .xcomp || tokens[verb].dep == .acomp || tokens[verb].dep == .attr
      return Status(realis: shares ? Status.combine(outer: above.realis, inner: local) : local, claim: above.claim)
    }
    if rule.isClaim { return Status(realis: local, claim: claim(by: governor) ?? above.claim) }
    let content = Status.combine(outer: rule.realis ?? .actual, inner: local)
    let refused = above.realis == .negated && rule.realis != .requested
    return Status(
      realis: refused
        ? .negated : rule.realis == .actual ? Status.combine(outer: above.realis, inner: content) : content,
      claim: above.claim)
  }

  /// "accused Iran of arming", "thanked Seoul for providing", "without asking".
  private func behindPreposition(_ verb: Int, _ local: Realis, _ depth: Int) -> Status {
    let preposition = tokens[verb].head
    let governor = tokens[preposition].head
    let above = status(of: governor, depth: depth + 1)
    if tokens[preposition].lower == "without" { return Status(realis: .negated, claim: above.claim) }
    guard reader.isVerb(governor), let rule = reader.complement(of: verb, under: governor) else {
      return Status(realis: local, claim: above.claim)
    }
    if rule.isClaim { return Status(realis: local, claim: claim(by: governor) ?? above.claim) }
    return Status(realis: Status.combine(outer: rule.realis ?? .actual, inner: local), claim: above.claim)
  }

  /// Conditions, purposes and clauses that describe a noun.
  private func adjunct(_ verb: Int, of head: Int, _ local: Realis, _ depth: Int) -> Status {
    let above = status(of: head, depth: depth + 1)
    let marks = reader.children(of: verb, .mark, .advmod).map { tokens[$0].lower }
    if marks.contains("if") || marks.contains("unless") || marks.contains("whether") {
      return Status(realis: .possible, claim: above.claim)
    }
    if marks.contains("until") || marks.contains("before"), local == .actual, tokens[verb].tag != "VBD" {
      return Status(realis: .possible, claim: above.claim)
    }
    guard reader.isInfinitive(verb) else { return Status(realis: local, claim: above.claim) }
    let purpose = tokens[verb].dep == .acl ? deed(of: head) : .planned
    return Status(realis: Status.combine(outer: purpose, inner: local), claim: above.claim)
  }

  /// What the infinitive behind a noun is: asked by a demand, possible by a threat, planned by a plan.
  private func deed(of noun: Int) -> Realis {
    switch reader.frames.nouns[tokens[noun].lemma.lowercased()]?.first?.type {
    case .request: .requested
    case .threaten: .possible
    case .reject: .negated
    default: .planned
    }
  }

  // MARK: Auxiliaries and negation

  func localRealis(_ verb: Int) -> Realis {
    var realis = Realis.actual
    for child in reader.analyzed.tree.children(of: verb) {
      let word = tokens[child].lower
      switch tokens[child].dep {
      case .neg: return .negated
      case .aux:
        switch word {
        case "will", "shall", "'ll", "’ll", "wo", "would", "'d", "’d": realis = .planned
        // A headline's future, read as "will".
        case "to" where tokens[child].tag == "MD": realis = .planned
        case "may", "might", "could", "can", "ca", "should", "must", "ought": realis = .possible
        default: break
        }
      case .advmod where word == "never" || (word == "longer" && reader.hasChild(child, .neg)): return .negated
      default: break
      }
    }
    return realis
  }

  private func isNegatedNoun(_ noun: Int) -> Bool {
    reader.children(of: noun, .det, .neg).contains { tokens[$0].lower == "no" || tokens[$0].lower == "neither" }
  }

  // MARK: Claims

  /// The principal who says so, by the subject of a governing verb.
  private func claim(by verb: Int) -> Status.Claim? {
    let clause = builder.clause(of: verb)
    for agent in clause.agents {
      if let medium = reader.actors.media[agent] {
        return Status.Claim(principal: medium, speaker: nil, verb: verb)
      }
      if let mention = reader.actors.actors(at: agent).first, let principal = mention.principal {
        return Status.Claim(principal: principal.code, speaker: mention, verb: verb)
      }
      if let owner = reader.actors.owners(of: agent).first, let principal = owner.principal {
        return Status.Claim(principal: principal.code, speaker: owner, verb: verb)
      }
    }
    return nil
  }

  /// "According to Reuters, …" on the verb itself.
  private func accordingTo(_ verb: Int, _ status: Status) -> Status {
    guard status.claim == nil else { return status }
    for child in reader.children(of: verb, .prep) where tokens[child].lower == "according" {
      for inner in reader.children(of: child, .prep) {
        for object in builder.prepositionObjects(inner) {
          let name =
            reader.actors.media[object]
            ?? (reader.actors.actors(at: object).first ?? reader.actors.owners(of: object).first)?.principal?.code
          if let name {
            return Status(realis: status.realis, claim: Status.Claim(principal: name, speaker: nil, verb: child))
          }
        }
      }
    }
    return status
  }

  // MARK: Nouns

  private func nounStatus(_ noun: Int, _ depth: Int) -> Status {
    let first = reader.analyzed.firstConjunct(of: noun)
    if isNegatedNoun(noun) { return Status(realis: .negated) }
    var head = tokens[first].head
    guard head != first else { return Status() }
    var preposition: Int?
    if tokens[first].dep == .pobj {
      preposition = head
      head = tokens[head].head
    }
    let above = status(of: head, depth: depth + 1)
    if reader.isVerb(head) {
      let lemma = reader.lemma(of: head)
      let carries = reader.frames.supporting.contains(lemma)
      if carries, preposition == nil { return above }
      let isObject = tokens[first].dep == .dobj || tokens[first].dep == .nsubjpass || preposition != nil
      if isObject, let rule = reader.rules(of: head)?.complements.first(where: { !$0.isClaim }),
        let realis = rule.realis,
        preposition.map({ ["for", "to", "with", "against", "on"].contains(tokens[$0].lower) }) ?? true
      {
        let content = above.realis == .negated ? Realis.negated : realis
        return Status(realis: realis == .actual ? above.realis : content, claim: above.claim)
      }
      return Status(realis: .actual, claim: above.claim)
    }
    let governed = reader.frames.nouns[tokens[head].lemma.lowercased()]?.first?.type
    let realis: Realis =
      switch governed {
      case .threaten where preposition != nil: .possible
      case .request where preposition != nil: .requested
      default: .actual
      }
    return Status(realis: realis, claim: above.claim)
  }
}
