import Actors
import Language
import Vocabulary

/// A verb and its parts: "NATO urges South Korea", "sanctions were imposed on Iran by the EU".
struct VerbRule: Rule {
  static let name = "verb"

  func candidates(at token: Int, in sentence: SentenceContext) -> [Candidate] {
    // With a predicate of the object ("called the raid barbaric") the verb only judges.
    guard sentence.tokens[token].pos == .verb, !sentence.reader.hasChild(token, .oprd) else { return [] }
    let clause = sentence.builder.clause(of: token)
    let matcher = FrameMatcher(sentence: sentence)
    guard let match = matcher.match(clause) else { return [] }
    return matcher.candidates(match, clause, rule: Self.name)
  }
}

/// Finds the frame of a verb whose object and target are there.
struct FrameMatcher {
  let sentence: SentenceContext

  /// A frame with what fills it.
  struct Match {
    let frame: Frame
    let agents: [Mention]
    let targets: [Mention]
  }

  private var reader: SentenceReader { sentence.reader }

  func match(_ clause: Clause) -> Match? {
    let agents = self.agents(clause)
    guard !agents.isEmpty else { return nil }
    for frame in frames(clause) {
      guard fits(frame, clause) else { continue }
      guard frame.type != nil else { return nil }
      if frame.flags.contains(.forces), !clause.agents.contains(where: isForce) { continue }
      if frame.flags.contains(.envoy), !agents.allSatisfy(mayRepresent) { continue }
      if frame.flags.contains(.bound), !isBound(frame, clause) { continue }
      for slot in frame.target {
        let targets = self.targets(slot, frame, clause).filter { target in
          (!frame.flags.contains(.body) || target.principal?.kind == .organization)
            && (target.form != .deed || frame.type?.judgesDeeds == true)
            && !agents.contains { $0.head == target.head } && agents.contains { differs($0, target) }
        }
        if !targets.isEmpty { return Match(frame: frame, agents: agents, targets: targets) }
      }
      if frame.flags.contains(.symmetric), agents.count > 1 { return Match(frame: frame, agents: agents, targets: []) }
    }
    return nil
  }

  /// The frames of a verb with its particle, else of the verb alone.
  func frames(_ clause: Clause) -> [Frame] {
    let verbs = sentence.frames.verbs
    // "pulled its troops out of Chad": what the parser takes for a preposition is the verb's particle as well.
    let outside = clause.phrases.contains { $0.preposition == "out_of" } ? verbs[clause.lemma + "_out"] ?? [] : []
    if let own = verbs[clause.lemma] { return own + outside }
    if !outside.isEmpty { return outside }
    guard let plain = clause.lemma.split(separator: "_").first else { return [] }
    return verbs[String(plain)] ?? []
  }

  private func agents(_ clause: Clause) -> [Mention] {
    let named = sentence.finder.named(clause.agents)
    // "Russia's railways cut deliveries": whoever owns what acts.
    return named.isEmpty ? sentence.finder.unique(clause.agents.flatMap { sentence.finder.owners($0, []) }) : named
  }

  func fits(_ frame: Frame, _ clause: Clause) -> Bool {
    switch frame.object {
    case .any: return true
    case .none: return clause.objects.isEmpty
    case .nouns(let nouns): return clause.objects.contains { has(nouns, $0) }
    case .phrase(let phrases):
      return clause.phrases.contains { phrase in
        phrases[phrase.preposition].map { nouns in phrase.objects.contains { has(nouns, $0) } } ?? false
      }
    }
  }

  private func has(_ nouns: Set<String>, _ token: Int) -> Bool { noun(nouns, at: token) != nil }

  /// The noun at a token, or what it counts ("hundreds of tanks"), if it is one of these.
  private func noun(_ nouns: Set<String>, at token: Int) -> Int? {
    let word = reader.tokens[token]
    if nouns.contains(word.lemma.lowercased()) || nouns.contains(word.lower) { return token }
    for preposition in reader.children(of: token, .prep) where reader.tokens[preposition].lower == "of" {
      for object in sentence.builder.prepositionObjects(preposition)
      where nouns.contains(reader.tokens[object].lemma.lowercased()) { return object }
    }
    return nil
  }

  private func isForce(_ token: Int) -> Bool {
    sentence.frames.forces.contains(reader.tokens[token].lemma.lowercased())
  }

  /// Whether somebody speaks for a principal: a state or body itself, or a person or office of it.
  private func mayRepresent(_ mention: Mention) -> Bool {
    guard let sector = mention.sector else { return true }
    return ["government", "legislature", "elite", "religion"].contains(sector)
  }

  private func isBound(_ frame: Frame, _ clause: Clause) -> Bool {
    let governed =
      reader.children(of: clause.verb, .xcomp, .ccomp)
      + reader.children(of: clause.verb, .prep).flatMap { reader.children(of: $0, .pcomp) }
    return governed.contains { reader.complement(of: $0, under: clause.verb) != nil || reader.isInfinitive($0) }
  }

  /// The actors of a slot; where the governed clause shares the subject, the target of that clause.
  private func targets(_ slot: Slot, _ frame: Frame, _ clause: Clause) -> [Mention] {
    let found = sentence.finder.slot(slot, of: clause)
    guard found.isEmpty, slot == .clause, frame.complements.contains(where: { $0.controller == .subject }) else {
      return found
    }
    for governed in reader.children(of: clause.verb, .xcomp) where reader.isVerb(governed) {
      let inner = sentence.builder.clause(of: governed)
      for deed in frames(inner) where fits(deed, inner) && deed.type != nil {
        for slot in deed.target where slot != .clause {
          // Only what the clause's own verb has: "agreed to leave, after A came" is no agreement with A.
          let targets = sentence.finder.slot(slot, of: inner).filter { isNear($0.head, governed) }
          if !targets.isEmpty { return targets }
        }
      }
    }
    return []
  }

  /// Whether a verb is the nearest one above a noun.
  private func isNear(_ noun: Int, _ verb: Int) -> Bool {
    var current = noun
    for _ in 0..<16 {
      current = reader.tokens[current].head
      if current == verb { return true }
      if reader.isVerb(current) { return false }
    }
    return false
  }

  private func differs(_ left: Mention, _ right: Mention) -> Bool {
    left.principal?.code != right.principal?.code || left.principal == nil
  }

  // MARK: Candidates

  func candidates(_ match: Match, _ clause: Clause, rule: String) -> [Candidate] {
    guard let type = match.frame.type else { return [] }
    var status = sentence.factuality.status(of: clause.verb)
    if match.frame.flags.contains(.planned) { status.realis = Status.combine(outer: .planned, inner: status.realis) }
    if match.frame.flags.contains(.possible) { status.realis = Status.combine(outer: .possible, inner: status.realis) }
    if match.frame.flags.contains(.negate) { status.realis = .negated }
    var kind = type
    var cameo = match.frame.cameo
    if match.frame.flags.contains(.refuse), status.realis == .negated {
      kind = .reject
      cameo = nil
      status.realis = .actual
    }
    var phrase = self.phrase(match.frame, clause)
    var turned = match.frame.flags.contains(.converse)
    let ending = Ending(sentence: sentence)
    if let governor = ending.governor(of: clause.verb), let ended = Ending.type(endOf: type) {
      // Whoever stops receiving acts as well.
      (kind, cameo, turned) = (ended, nil, false)
      status = sentence.factuality.status(of: governor)
      let verb = reader.tokens[clause.verb].lower
      phrase = [reader.lemma(of: governor), verb].joined(separator: " ") + phrase.dropFirst(clause.lemma.count)
    }
    func candidate(_ source: Mention, _ target: Mention) -> Candidate {
      return Candidate(
        rule: rule, frame: match.frame, token: clause.verb, phrase: phrase, source: turned ? target : source,
        target: turned ? source : target, type: kind, cameo: cameo,
        isSymmetric: match.frame.flags.contains(.symmetric), status: status,
        confidence: Confidence.of(source: source, target: target, form: clause.form))
    }
    if match.targets.isEmpty {
      return pairs(match.agents).map { candidate($0.0, $0.1) }
    }
    if match.agents.count == match.targets.count, reader.isRespective(clause.verb) {
      return zip(match.agents, match.targets).map { candidate($0, $1) }
    }
    return match.agents.flatMap { source in match.targets.map { candidate(source, $0) } }
  }

  func pairs(_ mentions: [Mention]) -> [(Mention, Mention)] {
    mentions.indices.flatMap { left in
      mentions.indices.dropFirst(left + 1).map { (mentions[left], mentions[$0]) }
    }
  }

  /// The relation's words: the verb, the noun that the frame asks for, the preposition of the target.
  private func phrase(_ frame: Frame, _ clause: Clause) -> String {
    var words = [clause.lemma.replacing("_", with: " ")]
    if case .nouns(let nouns) = frame.object,
      let object = clause.objects.lazy.compactMap({ noun(nouns, at: $0) }).first
    {
      words.append(reader.tokens[object].lower)
    }
    for slot in frame.target {
      guard case .preposition(let name) = slot, clause.phrases.contains(where: { $0.preposition == name }) else {
        continue
      }
      if !sentence.finder.slot(slot, of: clause).isEmpty { words.append(name.replacing("_", with: " ")) }
      break
    }
    return words.joined(separator: " ")
  }
}
