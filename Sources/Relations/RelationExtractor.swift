public import Actors
import Language
public import Vocabulary

/// Finds the relations in the documents of an article whose mentions are resolved.
public struct RelationExtractor: Sendable {
  let frames: FrameBook
  private let rules: [any Rule] = [VerbRule(), NounRule(), AdjectiveRule(), PredicationRule()]

  /// Makes an extractor.
  public init(frames: FrameBook) { self.frames = frames }

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
    let chosen = Selection(analyzed: actors.analyzed).choose(candidates(in: context))
    let dates = chosen.isEmpty ? nil : DateFinder(reader: context.reader, article: date)
    return chosen.map { candidate in
      Relation(
        sentence: actors.analyzed.sentenceOf[candidate.token], source: candidate.source, target: candidate.target,
        token: candidate.token, phrase: candidate.phrase, type: candidate.type, cameo: candidate.cameo,
        intensity: frames.ontology.intensity(of: candidate.type, cameo: candidate.cameo),
        realis: candidate.status.realis, attributedTo: candidate.status.claim?.principal,
        date: dates?.date(of: candidate),
        confidence: (candidate.confidence * 100).rounded() / 100, rule: candidate.rule, frame: candidate.frame?.place)
    }
  }
}
