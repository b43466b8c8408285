import Language

/// Finds the subject of a verb that has none of its own: by coordination, relative clause, participle or control.
extension ClauseBuilder {
  private var tokens: [Token] { reader.tokens }

  /// The surface subjects of a verb, wherever they stand.
  func surfaceSubjects(of verb: Int, form: inout Clause.Form, depth: Int = 0) -> [Int] {
    guard depth < 6 else { return [] }
    let own = reader.children(of: verb, .nsubj, .nsubjpass)
    if !own.isEmpty {
      if own.contains(where: reader.isRelativePronoun) { form = .relative }
      return own.flatMap(reader.expand)
    }
    let head = tokens[verb].head
    guard head != verb else { return [] }
    switch tokens[verb].dep {
    case .conj:
      guard reader.isVerb(head) else { return [] }
      form = .conjunct
      return surfaceSubjects(of: head, form: &form, depth: depth + 1)
    case .relcl, .amod:
      form = .reduced
      return reader.expand(head)
    case .acl:
      form = .reduced
      return tokens[verb].tag == "VB" ? owner(ofDeed: head, depth) : reader.expand(head)
    case .xcomp, .ccomp:
      form = .controlled
      return controller(of: verb, under: head, depth)
    case .advcl:
      form = .controlled
      return agents(of: head, depth)
    case .pcomp:
      form = .controlled
      return byPreposition(verb, preposition: head, depth)
    default: return []
    }
  }

  /// Who acts in the clause of another verb, passive or not.
  private func agents(of verb: Int, _ depth: Int) -> [Int] {
    guard reader.isVerb(verb) else {
      // "is ready to help", "has the right to": the subject of the copula or of the verb around the noun.
      return owner(ofDeed: verb, depth)
    }
    var form = Clause.Form.active
    return surfaceSubjects(of: verb, form: &form, depth: depth + 1)
  }

  /// "a contract to sell tanks", "Iran's threat to close": who owns the deed, else who does what is done with it.
  private func owner(ofDeed noun: Int, _ depth: Int) -> [Int] {
    let owners = reader.children(of: noun, .poss)
    if !owners.isEmpty { return owners.flatMap(reader.expand) }
    var current = noun
    for _ in 0..<4 {
      let head = tokens[current].head
      guard head != current else { return [] }
      if reader.isVerb(head) { return agents(of: head, depth + 1) }
      current = head
    }
    return []
  }

  /// The subject of an infinitive or participle that a verb governs.
  private func controller(of verb: Int, under governor: Int, _ depth: Int) -> [Int] {
    guard reader.isVerb(governor) else { return agents(of: governor, depth) }
    let rules = reader.complement(of: verb, under: governor)
    let objects = reader.children(of: governor, .dobj)
    if reader.isPassive(governor), rules?.controller != .subject {
      return agents(of: governor, depth)
    }
    switch rules?.controller {
    case .subject: return agents(of: governor, depth)
    case .target, .own:
      let target = objects.isEmpty ? reader.phraseObjects(of: governor) : objects
      return target.isEmpty ? agents(of: governor, depth) : target.flatMap(reader.expand)
    case nil:
      return objects.isEmpty || tokens[verb].dep != .xcomp
        ? agents(of: governor, depth) : objects.flatMap(reader.expand)
    }
  }

  /// "thanked Seoul for providing", "accused Iran of arming": the object acts, but "after meeting": the subject does.
  private func byPreposition(_ verb: Int, preposition: Int, _ depth: Int) -> [Int] {
    let governor = tokens[preposition].head
    guard governor != preposition else { return [] }
    let name = tokens[preposition].lower
    if reader.isVerb(governor) {
      let objects = reader.children(of: governor, .dobj)
      let ofObject = ["for", "of", "from", "into", "over", "about"].contains(name)
      if reader.isPassive(governor) { return agents(of: governor, depth) }
      if ofObject, !objects.isEmpty, reader.complement(of: verb, under: governor)?.controller != .subject {
        return objects.flatMap(reader.expand)
      }
      return agents(of: governor, depth)
    }
    return owner(ofDeed: governor, depth)
  }
}
