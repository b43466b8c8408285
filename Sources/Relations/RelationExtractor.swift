public import Actors
import Language
public import Vocabulary

/// Finds the relations in the documents of an article whose mentions are resolved.
public struct RelationExtractor: Sendable {
  let frames: FrameBook
  private let rules: [any Rule] = [VerbRule(), NounRule(), AdjectiveRule(), PredicationRule()]

  private let scorer: RelationScorer?

  /// Makes an extractor of the rules alone.
  public init(frames: FrameBook) {
    self.frames = frames
    scorer = nil
  }

  /// Loads the frames and the scorer that judges what the rules propose.
  /// - Parameter dictionaries: The user's own frames.
  /// - Throws: `DataError` for a table or network that does not fit.
  public init(data: DataFolder, dictionaries: [FrameDictionary] = []) throws(DataError) {
    frames = try FrameBook(data, dictionaries: dictionaries)
    scorer = try RelationScorer(data)
  }

  /// Whether frames know a lemma as a verb.
  public func isVerb(_ lemma: String) -> Bool { frames.verbs[lemma] != nil }

  /// Tells the scorer's weights from others; empty without a scorer.
  public var fingerprint: String { scorer.map { String($0.network.fingerprint, radix: 16) } ?? "" }

  /// One relation of one document, in terms of its tokens.
  public struct Relation: Sendable {
    /// The number of the sentence in its document, from 0.
    public let sentence: Int
    /// Who acts.
    public let source: Mention
    /// To whom it is done.
    public let target: Mention
    /// The token that carries the relation.
    public let token: Int
    /// The relation's words as lemmas.
    public let phrase: String
    /// PLOVER's type.
    public let type: EventType
    /// The CAMEO code, where the frame tells one.
    public let cameo: String?
    /// Goldstein's scale, -10 to +10.
    public let intensity: Double
    /// Whether it is reported as having happened.
    public let realis: Realis
    /// Whose claim it is.
    public let attributedTo: String?
    /// When it began, where the sentence tells it.
    public let date: EventDate?
    /// How sure it is, 0 to 1.
    public let confidence: Double
    /// The rule that found it.
    public let rule: String
    /// The line of the frame that it follows, where it follows one.
    public let frame: String?
  }

  /// What the rules propose for a document.
  func candidates(in sentence: SentenceContext) -> [Candidate] {
    var found: [Candidate] = []
    for token in sentence.tokens.indices {
      for rule in rules { found += rule.candidates(at: token, in: sentence) }
    }
    return found + ClaimRule().candidates(from: found)
  }

  /// The relations of one document, in the order of its text.
  /// - Parameter date: The article's date, from which "on Monday" and the like are counted.
  public func relations(in actors: DocumentActors, date: CalendarDate? = nil) -> [Relation] {
    let context = SentenceContext(actors: actors, frames: frames)
    let chosen = decide(in: context)
    let dates = chosen.isEmpty ? nil : DateFinder(reader: context.reader, article: date)
    return chosen.map { relation($0, in: actors, date: dates?.date(of: $0)) }
  }

  /// What is kept of the candidates of a document, in the order of its text; all others are told to `refused`.
  func decide(
    in context: SentenceContext, refused: (Candidate, Refusal) -> Void = { _, _ in }
  ) -> [Candidate] {
    let found = candidates(in: context)
    var others: [(Candidate, Refusal)] = []
    let chosen = Selection(analyzed: context.reader.analyzed).choose(found) { others.append(($0, $1)) }
    guard let scorer else {
      for (candidate, refusal) in others { refused(candidate, refusal) }
      return chosen
    }
    let said = others.compactMap { if case .saidByVerb = $0.1 { $0.0 } else { nil } }
    let judgement = scorer.judge(chosen, proposed: found, said: said, in: context)
    let final = (judgement.kept.map { (Optional($0.number), $0.candidate) } + judgement.added.map { (nil, $0) })
      .sorted { $0.1.place < $1.1.place }
    for candidate in judgement.refused { refused(candidate, .unlikely(least: scorer.policy.veto)) }
    let places = Dictionary(
      final.enumerated().compactMap { place, item in item.0.map { ($0, place) } }, uniquingKeysWith: { $1 })
    for (candidate, refusal) in others {
      guard case .saidTwice(let number) = refusal else {
        refused(candidate, refusal)
        continue
      }
      refused(candidate, places[number].map { .saidTwice(kept: $0) } ?? .unlikely(least: scorer.policy.veto))
    }
    return final.map(\.1)
  }

  func relation(_ candidate: Candidate, in actors: DocumentActors, date: EventDate? = nil) -> Relation {
    Relation(
      sentence: actors.analyzed.sentenceOf[candidate.token], source: candidate.source, target: candidate.target,
      token: candidate.token, phrase: candidate.phrase, type: candidate.type, cameo: candidate.cameo,
      intensity: frames.ontology.intensity(of: candidate.type, cameo: candidate.cameo),
      realis: candidate.status.realis, attributedTo: candidate.status.claim?.principal, date: date,
      confidence: (candidate.confidence * 100).rounded() / 100, rule: candidate.rule, frame: candidate.frame?.place)
  }
}
