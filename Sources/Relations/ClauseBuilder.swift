import Actors
import Language

/// Builds the logical clause of a verb: undoes passive, relative clauses, coordination and control.
struct ClauseBuilder {
  let reader: SentenceReader

  private var tokens: [Token] { reader.tokens }

  func clause(of verb: Int) -> Clause {
    var clause = Clause(verb: verb, lemma: reader.lemma(of: verb))
    clause.isPassive = reader.isPassive(verb)
    clause.phrases = phrases(of: verb)
    let subjects = surfaceSubjects(of: verb, form: &clause.form)
    if clause.isPassive {
      clause.objects = subjects
      clause.agents = reader.children(of: verb, .agent).flatMap(prepositionObjects)
      if clause.agents.isEmpty { clause.agents = agentBefore(verb) }
      // "was given tanks": what stays an object behind a passive is what was given.
      let kept = reader.children(of: verb, .dobj).flatMap(reader.expand)
      if !kept.isEmpty {
        clause.recipients = clause.objects
        clause.objects = kept
      }
      if clause.form == .active { clause.form = .passive }
    } else {
      clause.agents = subjects
      clause.objects = directObjects(of: verb)
      clause.recipients = reader.children(of: verb, .dative).filter { tokens[$0].pos != .adposition }
        .flatMap(reader.expand)
    }
    for object in clause.objects where object != verb { clause.phrases += phrases(of: object) }
    return clause
  }

  // MARK: Objects

  private func directObjects(of verb: Int) -> [Int] {
    let objects = reader.children(of: verb, .dobj)
    if !objects.isEmpty { return objects.flatMap(reader.expand) }
    // "asked Israel to stop", read as a clause whose subject is Israel.
    for clause in reader.children(of: verb, .ccomp) where tokens[clause].tag == "VB" {
      let subjects = reader.children(of: clause, .nsubj)
      if reader.hasChild(clause, .aux), !subjects.isEmpty,
        reader.children(of: clause, .aux).contains(where: { tokens[$0].lower == "to" })
      {
        return subjects.flatMap(reader.expand)
      }
    }
    // "civilians whom Ethiopia deported", "civilians Ethiopia deported".
    if tokens[verb].dep == .relcl, let subject = reader.children(of: verb, .nsubj).first,
      !reader.isRelativePronoun(subject), reader.children(of: verb, .prep).allSatisfy({ hasObject($0) })
    {
      return reader.expand(tokens[verb].head)
    }
    // "condemned and sanctioned Russia": the object of the last verb is that of all.
    for next in reader.children(of: verb, .conj) where reader.isVerb(next) && !reader.hasChild(next, .nsubj) {
      guard reader.children(of: verb, .prep, .ccomp, .xcomp, .advcl).isEmpty else { break }
      let shared = reader.children(of: next, .dobj)
      if !shared.isEmpty { return shared.flatMap(reader.expand) }
    }
    return []
  }

  // MARK: Phrases

  /// The prepositional phrases that hang on a token, or on an adverb of it: "brought them home from Iraq".
  func phrases(of token: Int) -> [Clause.Phrase] {
    let own = reader.children(of: token, .prep, .dative, .agent).filter {
      tokens[$0].pos != .noun && tokens[$0].pos != .properNoun
    }
    let ofAdverbs = reader.children(of: token, .advmod, .prt).flatMap { reader.children(of: $0, .prep) }
    return (own + ofAdverbs).flatMap { preposition in phrase(preposition) }
  }

  private func phrase(_ preposition: Int) -> [Clause.Phrase] {
    var name = tokens[preposition].lower
    var objects = prepositionObjects(preposition)
    var more: [Clause.Phrase] = []
    // "out of", "because of", "along with": both words, or the second alone.
    for inner in reader.children(of: preposition, .prep) {
      if objects.isEmpty {
        objects = prepositionObjects(inner)
        let both = name + "_" + tokens[inner].lower
        if !objects.isEmpty { more.append(Clause.Phrase(preposition: both, token: preposition, objects: objects)) }
        name = tokens[inner].lower
      }
      for next in reader.children(of: inner, .prep) { more += phrase(next) }
    }
    // "and with Japan": a coordinated preposition.
    for next in reader.children(of: preposition, .conj) where tokens[next].pos == .adposition {
      if tokens[next].lower == name { objects += prepositionObjects(next) } else { more += phrase(next) }
    }
    let own = Clause.Phrase(preposition: name, token: preposition, objects: objects)
    return [own] + more + objects.filter { tokens[$0].dep == .pobj }.flatMap(nested)
  }

  /// Phrases one level down: "signed an agreement on trade with China".
  private func nested(_ noun: Int) -> [Clause.Phrase] {
    guard reader.actors.actors(at: noun).isEmpty else { return [] }
    return reader.children(of: noun, .prep).map {
      Clause.Phrase(preposition: tokens[$0].lower, token: $0, objects: prepositionObjects($0))
    }.filter { $0.preposition != "of" }
  }

  func prepositionObjects(_ preposition: Int) -> [Int] {
    reader.children(of: preposition, .pobj).flatMap(reader.expand)
  }

  private func hasObject(_ preposition: Int) -> Bool { !reader.children(of: preposition, .pobj, .pcomp).isEmpty }

  /// "US-backed rebels": the name tied to a participle by a hyphen acts.
  private func agentBefore(_ verb: Int) -> [Int] {
    guard tokens[verb].dep == .amod else { return [] }
    return reader.children(of: verb, .npadvmod, .compound, .nmod, .advmod, .amod).filter { $0 < verb }
  }
}
