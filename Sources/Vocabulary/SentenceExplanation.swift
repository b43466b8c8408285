/// How the program reads one sentence: its words and their parse, who is mentioned, what the rules propose, and what
/// became of it.
///
/// All ranges count Unicode scalars of `Article.text`, half open.
public struct SentenceExplanation: Hashable, Sendable {
  /// The id of the article.
  public var article: String
  /// Which sentence: 0 for the title, the body's from 1.
  public var sentence: Int
  /// The part of the article: "title", "paragraph", "byline".
  public var part: String
  /// Whether it is read; a byline, a credit or boilerplate is not, and has neither words nor mentions.
  public var isRead: Bool
  /// The sentence.
  public var text: String
  /// Where it stands.
  public var range: Range<Int>
  /// Its words and marks, in the order of the text.
  public var words: [Word]
  /// Who is mentioned, in the order of the text.
  public var mentions: [Mention]
  /// What the rules propose, in the order of the text.
  public var proposals: [Proposal]

  /// Makes an explanation of its parts.
  public init(
    article: String, sentence: Int, part: String, isRead: Bool = true, text: String, range: Range<Int>,
    words: [Word] = [], mentions: [Mention] = [], proposals: [Proposal] = []
  ) {
    self.article = article
    self.sentence = sentence
    self.part = part
    self.isRead = isRead
    self.text = text
    self.range = range
    self.words = words
    self.mentions = mentions
    self.proposals = proposals
  }

  /// A word or mark with its place in the parse.
  public struct Word: Hashable, Sendable {
    /// The word as the parser read it: a headline in capitals has the case of a sentence.
    public var text: String
    /// Its dictionary form.
    public var lemma: String
    /// The fine part of speech (Penn Treebank): "VBD".
    public var tag: String
    /// The coarse part of speech (Universal Dependencies): "VERB".
    public var pos: String
    /// How it depends on its head (ClearNLP): "nsubj".
    public var dependency: String
    /// The number of the word that governs it, from 0 in this sentence; nil for a root.
    public var head: Int?
    /// Where it stands.
    public var range: Range<Int>

    /// Makes a word.
    public init(
      text: String, lemma: String, tag: String, pos: String, dependency: String, head: Int?, range: Range<Int>
    ) {
      self.text = text
      self.lemma = lemma
      self.tag = tag
      self.pos = pos
      self.dependency = dependency
      self.head = head
      self.range = range
    }
  }

  /// Words that name an actor, and to whom they resolve.
  public struct Mention: Hashable, Sendable {
    /// The words as the article has them.
    public var text: String
    /// Where they stand.
    public var range: Range<Int>
    /// How they name the actor: "name", "person", "role", "pronoun".
    public var form: String
    /// The person or body itself.
    public var actor: Actor
    /// For whom it acts; nil where nothing tells.
    public var principal: Actor?

    /// Makes a mention.
    public init(text: String, range: Range<Int>, form: String, actor: Actor, principal: Actor?) {
      self.text = text
      self.range = range
      self.form = form
      self.actor = actor
      self.principal = principal
    }
  }
}
