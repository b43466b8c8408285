import Actors
import Language
import Vocabulary

/// The way from a time up the tree to the word that reports a deed, which ends at the border of a clause.
struct TimePath {
  let reader: SentenceReader
  let expression: TimeExpression
  let deed: DateFinder.Deed

  private static let longest = 10

  private var tokens: [Token] { reader.tokens }
  private var times: TimeWords { reader.frames.times }

  /// How many steps it takes; nil where there is no way.
  func length(from start: Int, to token: Int) -> Int? {
    guard var current = entry(start, token) else { return nil }
    var steps = 1
    while current != token {
      guard steps < Self.longest, let next = step(from: current, to: token) else { return nil }
      current = next
      steps += 1
    }
    return steps
  }

  // MARK: The first step

  /// The word on which a time hangs, past its own preposition.
  private func entry(_ start: Int, _ token: Int) -> Int? {
    let head = tokens[start].head
    switch tokens[start].dep {
    case .pobj: return behindPreposition(head, token)
    case .npadvmod, .advmod, .dep, .appos, .nmod, .attr: return isSpan ? nil : head
    case .nummod, .poss, .compound, .amod:
      // "Russia's 2022 invasion", "Monday's talks": of the noun alone, unless a verb only carries it out.
      guard !isSpan else { return nil }
      if let preposition = bare(before: start) { return behindPreposition(preposition, token) }
      return head == token || isCarried(head, by: token) ? head : nil
    // "visited Monday", read as an object.
    case .dobj, .nsubj, .pcomp, .advcl: return isSpan || expression.isCoarse ? nil : head
    default: return nil
    }
  }

  /// "On Monday Norway thanked", read as a Norway of Monday: the preposition has nothing left.
  private func bare(before start: Int) -> Int? {
    let preposition = expression.tokens.lowerBound - 1
    guard start == expression.tokens.lowerBound, preposition >= 0,
      tokens[preposition].dep == .prep || tokens[preposition].dep == .mark,
      times.preposition(tokens[preposition].lower) != nil, reader.analyzed.tree.children(of: preposition).isEmpty
    else { return nil }
    return preposition
  }

  private var isSpan: Bool { if case .span = expression.meaning { true } else { false } }

  private func behindPreposition(_ preposition: Int, _ token: Int) -> Int? {
    let head = tokens[preposition].head
    guard head != preposition else { return nil }
    let name = tokens[preposition].lower
    if isSpan, !deed.isFuture || name != "in" { return nil }
    switch times.preposition(name) {
    case .at: return head
    // "the worst attack since 2014" was not in 2014.
    case .from: return reader.isVerb(head) && !isRanked(preposition) ? head : nil
    case .deadline: return deed.isFuture ? head : nil
    case nil: return nil
    }
  }

  /// Whether what stands before "since" is a first or a greatest: "for the first time since 2014".
  private func isRanked(_ preposition: Int) -> Bool {
    var index = preposition - 1
    while index >= 0, preposition - index < 8, tokens[index].pos != .punctuation, !reader.isVerb(index) {
      if tokens[index].tag == "JJS" || tokens[index].tag == "RBS" { return true }
      if case .begin(.ordinal) = tokens[index].entity { return true }
      index -= 1
    }
    return false
  }

  private func isCarried(_ noun: Int, by verb: Int) -> Bool {
    tokens[noun].head == verb && [.dobj, .nsubjpass].contains(tokens[noun].dep)
      && reader.frames.supporting.contains(reader.lemma(of: verb))
  }

  // MARK: Further steps

  private func step(from current: Int, to token: Int) -> Int? {
    let head = tokens[current].head
    guard head != current else { return nil }
    switch tokens[current].dep {
    case .relcl, .acl, .advcl, .ccomp, .csubj, .csubjpass, .parataxis, .pcomp, .xcomp: return nil
    case .conj where reader.isVerb(current): return nil
    // "before talks on Monday" was before Monday.
    case .prep where times.preposition(tokens[current].lower) == .deadline: return nil
    default: break
    }
    if isDeed(current), expression.isCoarse || current < expression.tokens.lowerBound && keepsTime(current, head) {
      return isCarried(current, by: head) ? head : nil
    }
    return head
  }

  /// A noun that reports a deed of its own.
  private func isDeed(_ token: Int) -> Bool {
    guard tokens[token].pos == .noun, let frames = reader.frames.nouns[tokens[token].lemma.lowercased()] else {
      return false
    }
    return frames.contains { $0.type != nil }
  }

  /// Whether a time behind a deed is that deed's and not the verb's: where the deed stands in a subject.
  private func keepsTime(_ noun: Int, _ head: Int) -> Bool {
    tokens[noun].dep == .nsubj && reader.hasChild(head, .dobj)
  }
}
