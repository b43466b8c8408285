extension SentenceExplanation {
  /// A relation that a rule proposed, and what became of it.
  public struct Proposal: Hashable, Sendable {
    /// The rule: "verb", "noun".
    public var rule: String
    /// The line of the frame that it follows, "verbs.tsv:120"; nil where it follows none.
    public var frame: String?
    /// Who acts.
    public var source: Mention
    /// The relation's phrase as its lemma.
    public var relation: String
    /// Where the word that carries the relation stands.
    public var range: Range<Int>
    /// PLOVER's type.
    public var type: EventType
    /// The CAMEO code, where the frame tells one.
    public var cameo: String?
    /// Goldstein's scale, from -10 to +10.
    public var intensity: Double
    /// To whom it is done.
    public var target: Mention
    /// Whether it is reported as having happened.
    public var realis: Realis
    /// The code of the principal whose claim it is; nil where the article itself says so.
    public var attributedTo: String?
    /// How sure it is, 0 to 1.
    public var confidence: Double
    /// Why it was not kept; nil where it was.
    public var refusal: Refusal?

    /// Makes a proposal of its parts.
    public init(
      rule: String, frame: String?, source: Mention, relation: String, range: Range<Int>, type: EventType,
      cameo: String? = nil, intensity: Double, target: Mention, realis: Realis, attributedTo: String? = nil,
      confidence: Double, refusal: Refusal? = nil
    ) {
      self.rule = rule
      self.frame = frame
      self.source = source
      self.relation = relation
      self.range = range
      self.type = type
      self.cameo = cameo
      self.intensity = intensity
      self.target = target
      self.realis = realis
      self.attributedTo = attributedTo
      self.confidence = confidence
      self.refusal = refusal
    }
  }

  /// Why a proposal was not kept.
  public struct Refusal: Hashable, Sendable {
    /// A word for programs: "same-principal".
    public var code: String
    /// The reason for people.
    public var reason: String
    /// The number of the proposal that stays in its place, from 0 in this sentence, where there is one.
    public var other: Int?

    /// Makes a refusal.
    public init(code: String, reason: String, other: Int? = nil) {
      self.code = code
      self.reason = reason
      self.other = other
    }
  }
}
