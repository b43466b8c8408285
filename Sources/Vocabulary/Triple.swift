/// One relation that one sentence reports: who did what to whom, with all that proves it.
public struct Triple: Hashable, Sendable {
  /// The id of the article.
  public var article: String
  /// Which sentence: 0 for the title, the body's from 1.
  public var sentence: Int
  /// Who acts.
  public var source: Participant
  /// The relation's phrase as its lemma: "urge", "impose sanctions on".
  public var relation: String
  /// PLOVER's type of the relation.
  public var type: EventType
  /// The CAMEO code, where the frame tells one.
  public var cameo: String?
  /// Goldstein's scale, from -10 (conflict) to +10 (cooperation).
  public var intensity: Double
  /// To whom it is done.
  public var target: Participant
  /// Whether it is reported as having happened.
  public var realis: Realis
  /// The code of the principal whose claim it is; nil where the article itself says so.
  public var attributedTo: String?
  /// When the event began, as precise as the text gives it; otherwise the article's day.
  public var date: CalendarDate?
  /// How exactly the text gives the date, or that it is the article's; nil where there is no date.
  public var datePrecision: DatePrecision?
  /// How sure the extractor is, 0 to 1.
  public var confidence: Double
  /// The sentence and the places in it.
  public var evidence: Evidence

  /// Makes a triple of its parts.
  public init(
    article: String, sentence: Int, source: Participant, relation: String, type: EventType, cameo: String? = nil,
    intensity: Double, target: Participant, realis: Realis = .actual, attributedTo: String? = nil,
    date: CalendarDate? = nil, datePrecision: DatePrecision = .article, confidence: Double, evidence: Evidence
  ) {
    self.article = article
    self.sentence = sentence
    self.source = source
    self.relation = relation
    self.type = type
    self.cameo = cameo
    self.intensity = intensity
    self.target = target
    self.realis = realis
    self.attributedTo = attributedTo
    self.date = date
    self.datePrecision = date == nil ? nil : datePrecision
    self.confidence = confidence
    self.evidence = evidence
  }

  /// The quadrant of the type.
  public var quad: QuadClass { type.quad }
}

/// The sentence that proves a triple, and where its parts stand in the article.
///
/// All offsets count Unicode scalars of `Article.text`, half open.
public struct Evidence: Hashable, Sendable {
  /// The sentence.
  public var text: String
  /// Where the sentence stands.
  public var sentence: Range<Int>
  /// Where the words for the source stand.
  public var source: Range<Int>
  /// Where the word that carries the relation stands.
  public var relation: Range<Int>
  /// Where the words for the target stand.
  public var target: Range<Int>

  /// Makes evidence of its parts.
  public init(
    text: String, sentence: Range<Int>, source: Range<Int>, relation: Range<Int>, target: Range<Int>
  ) {
    self.text = text
    self.sentence = sentence
    self.source = source
    self.relation = relation
    self.target = target
  }
}
