import Vocabulary

/// Sentences as the program may explain them.
enum ExplanationSamples {
  private typealias Mention = SentenceExplanation.Mention
  private typealias Word = SentenceExplanation.Word
  private typealias Proposal = SentenceExplanation.Proposal

  private static let chile = Actor(code: "CHL", name: "Chile", kind: .state)
  private static let peru = Actor(code: "PER", name: "Peru", kind: .state)
  private static let quill = Actor(code: "Ada Quill", name: "Ada Quill", kind: .person)
  private static let stranger = Actor(code: "Bo Reed", name: "Bo Reed", kind: .person)

  private static func word(
    _ text: String, _ lemma: String, _ tag: String, _ pos: String, _ dependency: String, _ head: Int?, _ start: Int
  ) -> Word {
    Word(
      text: text, lemma: lemma, tag: tag, pos: pos, dependency: dependency, head: head,
      range: start..<start + text.unicodeScalars.count)
  }

  /// Kept, and refused for three reasons.
  static let title: SentenceExplanation = {
    let source = Mention(text: "Quill", range: 0..<5, form: "person", actor: quill, principal: peru)
    let target = Mention(text: "Chile", range: 12..<17, form: "name", actor: chile, principal: chile)
    let reed = Mention(text: "Reed", range: 21..<25, form: "person", actor: stranger, principal: nil)
    func proposal(
      _ rule: String, _ frame: String?, _ target: Mention, _ confidence: Double, _ refusal: SentenceExplanation.Refusal?
    ) -> Proposal {
      Proposal(
        rule: rule, frame: frame, source: source, relation: "praise", range: 6..<11, type: .support, cameo: "051",
        intensity: 3.4, target: target, realis: refusal == nil ? .actual : .possible,
        attributedTo: frame == nil ? "CHL" : nil, confidence: confidence, refusal: refusal)
    }
    return SentenceExplanation(
      article: "harbour", sentence: 0, part: "title", text: "Quill lauds Chile & \"Reed\"\u{7}", range: 0..<26,
      words: [
        word("Quill", "Quill", "NNP", "PROPN", "nsubj", 1, 0), word("lauds", "laud", "VBZ", "VERB", "ROOT", nil, 6),
        word("Chile", "Chile", "NNP", "PROPN", "dobj", 1, 12), word("&", "&", "CC", "CCONJ", "cc", 2, 18),
        word("Reed", "Reed", "NNP", "PROPN", "conj", 2, 21), word("!", "!", ".", "PUNCT", "punct", 1, 26),
      ],
      mentions: [source, target, reed],
      proposals: [
        proposal("verb", "verbs.tsv:120", target, 0.97, nil),
        proposal(
          "noun", "nouns.tsv:8", target, 0.8,
          .init(code: "said-twice", reason: "the sentence says it twice", other: 0)),
        proposal("verb", "verbs.tsv:121", reed, 0.97, .init(code: "unknown-target", reason: "nobody knows Reed")),
        proposal("claim", nil, target, 0.5, .init(code: "low-confidence", reason: "its confidence is below 0.57")),
      ])
  }()

  /// A sentence that names nobody, and a line that is not read.
  static let others = [
    SentenceExplanation(
      article: "harbour", sentence: 1, part: "paragraph", text: "Rain.", range: 28..<33,
      words: [
        word("Rain", "rain", "NN", "NOUN", "ROOT", nil, 28), word(".", ".", ".", "PUNCT", "punct", 0, 32),
      ]),
    SentenceExplanation(
      article: "harbour", sentence: 2, part: "byline", isRead: false, text: "By Bo Reed", range: 35..<45),
  ]

  static let all = [title] + others
}
