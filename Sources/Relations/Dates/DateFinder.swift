import Actors
import Language
import Vocabulary

/// Tells when the deeds of a document were: the time that hangs on the word that reports a deed, seen from the article.
struct DateFinder {
  let reader: SentenceReader
  let article: CalendarDate?
  private let resolver: TimeResolver
  /// The times of the document in its order, each with the date that the text gave before it.
  private let times: [(expression: TimeExpression, before: EventDate?)]

  /// Finds the times of a document. O(n).
  init(reader: SentenceReader, article: CalendarDate?) {
    self.reader = reader
    self.article = article
    resolver = TimeResolver(article: article)
    var before: EventDate?
    var times: [(expression: TimeExpression, before: EventDate?)] = []
    let finder = TimeExpressionFinder(words: reader.frames.times, tokens: reader.tokens)
    for expression in finder.expressions() {
      times.append((expression, before))
      before = resolver.resolve(expression.meaning, isFuture: false, before: before) ?? before
    }
    self.times = times
  }

  private var tokens: [Token] { reader.tokens }

  /// When the deed of a candidate began; nil where its sentence does not tell.
  func date(of candidate: Candidate) -> EventDate? {
    guard !times.isEmpty else { return nil }
    let deed = Deed(
      token: candidate.token, isFuture: isFuture(candidate.token, candidate.status.realis),
      isActual: candidate.status.realis == .actual, type: candidate.type)
    return date(of: deed, at: candidate.token, depth: 0)
  }

  /// What is asked of the times.
  struct Deed {
    let token: Int
    let isFuture: Bool
    let isActual: Bool
    let type: EventType
  }

  /// The date that hangs on a word, or on the words whose time is also its own.
  private func date(of deed: Deed, at token: Int, depth: Int) -> EventDate? {
    if let own = nearest(to: token, deed) { return own }
    guard depth < 4 else { return nil }
    for next in sharing(token, deed) {
      if let date = date(of: deed, at: next, depth: depth + 1) { return date }
    }
    return depth == 0 ? clauseDate(deed) : nil
  }

  // MARK: The nearest time

  private func nearest(to token: Int, _ deed: Deed) -> EventDate? {
    let sentence = reader.analyzed.sentenceOf[token]
    var best: (steps: Int, gap: Int, date: EventDate)?
    for (expression, before) in times
    where reader.analyzed.sentenceOf[expression.tokens.lowerBound] == sentence
      && !expression.tokens.contains(token)
    {
      guard let steps = distance(from: expression, to: token, deed),
        let date = resolver.resolve(expression.meaning, isFuture: deed.isFuture, before: before)
      else { continue }
      let gap = abs(expression.tokens.lowerBound - token)
      if let best, (best.steps, best.gap) <= (steps, gap) { continue }
      best = (steps, gap, date)
    }
    return best?.date
  }

  /// How many words lie between a time and the word on which it hangs; nil where it hangs on another.
  private func distance(from expression: TimeExpression, to token: Int, _ deed: Deed) -> Int? {
    expression.tokens.lazy.compactMap { start in
      let head = tokens[start].head
      guard head != start, !expression.tokens.contains(head), tokens[start].pos != .punctuation,
        tokens[start].dep != .det
      else { return nil }
      return TimePath(reader: reader, expression: expression, deed: deed).length(from: start, to: token)
    }.min()
  }

  // MARK: Words that share a time

  /// The words whose time is also that of a deed.
  private func sharing(_ token: Int, _ deed: Deed) -> [Int] {
    let head = tokens[token].head
    var found: [Int] = []
    if reader.isVerb(token) {
      switch tokens[token].dep {
      // "managed on Monday to capture": done then.
      case .xcomp where deed.isActual && reader.isVerb(head) && head != token: found.append(head)
      // "broke with Iran on Monday, accusing it": the same deed, told once more.
      case .advcl where deed.isActual && tokens[token].tag == "VBG" && reader.isVerb(head):
        if reader.children(of: token, .nsubj, .nsubjpass, .mark, .prep, .aux).allSatisfy({ $0 > token }) {
          found.append(head)
        }
      // "On Monday, A met B and thanked C": the time stands before both.
      case .conj where reader.isVerb(head) && !reader.hasChild(token, .nsubj) && !reader.hasChild(token, .nsubjpass):
        if hasTimeBefore(head) { found.append(head) }
      default: break
      }
      // "condemned and sanctioned Russia on Monday".
      if reader.children(of: token, .dobj, .prep, .npadvmod).isEmpty {
        found += reader.children(of: token, .conj).filter { reader.isVerb($0) && !reader.hasChild($0, .nsubj) }
      }
      return found
    }
    let first = reader.analyzed.firstConjunct(of: token)
    guard tokens[first].head != first else { return [] }
    return carriers(first, tokens[first].head, deed)
  }

  /// The verb whose time is that of a noun or adjective: a verb that only carries it out, or says no more than that
  /// it was.
  private func carriers(_ noun: Int, _ head: Int, _ deed: Deed) -> [Int] {
    switch tokens[noun].dep {
    case .acomp, .attr: return [head]
    case .dobj where reader.frames.supporting.contains(reader.lemma(of: head)): return [head]
    case .nsubj, .nsubjpass:
      guard reader.isVerb(head) else { return [] }
      let isCarried = reader.frames.supporting.contains(reader.lemma(of: head))
      return isCarried || !reader.hasChild(head, .dobj) ? [head] : []
    case .pobj where deed.type == .consult:
      let governor = tokens[head].head
      return reader.isVerb(governor) && reader.frames.times.preposition(tokens[head].lower) == .at ? [governor] : []
    default: return []
    }
  }

  private func hasTimeBefore(_ verb: Int) -> Bool {
    times.contains { time in
      time.expression.tokens.upperBound <= verb
        && reader.analyzed.sentenceOf[time.expression.tokens.lowerBound] == reader.analyzed.sentenceOf[verb]
    }
  }

  /// "has backed Kyiv since the war broke out in 2022": the date inside a clause that only tells when.
  private func clauseDate(_ deed: Deed) -> EventDate? {
    for clause in reader.children(of: deed.token, .advcl) where reader.isVerb(clause) {
      let marks = reader.children(of: clause, .mark, .advmod)
      guard marks.contains(where: { reader.frames.times.opensClause(tokens[$0].lower) }) else { continue }
      let inner = Deed(token: clause, isFuture: deed.isFuture, isActual: true, type: deed.type)
      if let date = nearest(to: clause, inner) { return date }
    }
    return nil
  }

  // MARK: Tense

  /// Whether a deed is still to come, so that "on Monday" is the next one.
  private func isFuture(_ token: Int, _ realis: Realis) -> Bool {
    guard realis != .actual else { return false }
    guard reader.isVerb(token) else { return realis != .negated }
    let auxiliaries = reader.children(of: token, .aux, .auxpass)
    // "may have attacked", "had planned to": looks back.
    if auxiliaries.contains(where: { tokens[$0].lemma == "have" }) { return false }
    if realis != .negated { return true }
    return auxiliaries.contains { tokens[$0].tag == "MD" || tokens[$0].lower == "to" }
  }
}
