public import Vocabulary

/// An article with what its parts are: what the reader hands on.
public struct ReadArticle: Hashable, Sendable {
  /// Where an article's date was found.
  public enum DateOrigin: Hashable, Sendable {
    /// Given beside the text: a JSON key, a document's metadata.
    case metadata
    /// The path of its address: `/2023/01/30/`.
    case url
    /// The dateline names day, month and year.
    case dateline
    /// A line of the text such as "Published: 30 January 2023".
    case line
    /// The file's name.
    case file
  }

  /// The article as it is stored; all ranges refer to its `text`.
  public var article: Article
  /// The parts in the order of the text, not empty, not overlapping. White space lies between them.
  public var blocks: [Block]
  /// The first dateline of the text.
  public var dateline: Dateline?
  /// Where the date of the article comes from; nil where it has none.
  public var dateOrigin: DateOrigin?
  /// News agencies that the dateline, the bylines and the credits name, in order, each once.
  public var agencies: [String]
  /// The language of its text as it was found; nil where the text is too short to tell.
  public var language: DetectedLanguage?
  /// The code of its language where that is not English: the article is kept and not understood. nil where it is
  /// English or nothing speaks against that.
  public var foreignLanguage: String?
  /// The file that it was read from, as it was named; nil where it came from elsewhere.
  public var file: String?
  /// The line of the file, counted from 1, where several articles share a file.
  public var line: Int?
  /// The day on which a crawler fetched the page; says nothing of the day on which it was published.
  public var fetched: CalendarDate?

  /// Whether it is written in another language than English.
  public var isForeign: Bool { foreignLanguage != nil }

  /// Makes it of its parts.
  public init(
    article: Article, blocks: [Block], dateline: Dateline? = nil, dateOrigin: DateOrigin? = nil,
    agencies: [String] = [], file: String? = nil, line: Int? = nil, fetched: CalendarDate? = nil,
    language: DetectedLanguage? = nil, foreignLanguage: String? = nil
  ) {
    self.article = article
    self.blocks = blocks
    self.dateline = dateline
    self.dateOrigin = dateOrigin
    self.agencies = agencies
    self.file = file
    self.line = line
    self.fetched = fetched
    self.language = language
    self.foreignLanguage = foreignLanguage
  }

  /// The words of a block.
  ///
  /// - Complexity: O(n) in the length of the text.
  public func text(of block: Block) -> String {
    let scalars = article.text.unicodeScalars
    return String(String.UnicodeScalarView(scalars.dropFirst(block.range.lowerBound).prefix(block.range.count)))
  }
}

/// A part of an article's text.
public struct Block: Hashable, Sendable, Codable {
  /// What a part of a text is.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// The headline.
    case title
    /// Place, date and agency before the first sentence, or a line that says when it was published.
    case dateline
    /// Who wrote it.
    case byline
    /// Running text.
    case paragraph
    /// The words below a picture.
    case caption
    /// Whose picture or report it is.
    case credit
    /// What belongs to the page and not to the article, and what repeats.
    case boilerplate
    /// A headline between paragraphs.
    case heading

    /// Whether the part says something about the world: title, paragraph, caption, heading.
    public var isContent: Bool {
      switch self {
      case .title, .paragraph, .caption, .heading: true
      case .dateline, .byline, .credit, .boilerplate: false
      }
    }
  }

  /// What it is.
  public var kind: Kind
  /// Where it stands in `Article.text`, in Unicode scalars, half open.
  public var range: Range<Int>

  /// Makes a block.
  public init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

/// Where and when a report was filed: "SEOUL, Jan 30 (Agency) —".
public struct Dateline: Hashable, Sendable {
  /// The place as written; several are separated by a slash.
  public var place: String
  /// The day, where the year is stated in the dateline or follows from the article's date.
  public var date: CalendarDate?
  /// What stands in parentheses, as written.
  public var agency: String?
  /// Where it stands in `Article.text`, in Unicode scalars, half open.
  public var range: Range<Int>

  /// Makes a dateline.
  public init(place: String, date: CalendarDate? = nil, agency: String? = nil, range: Range<Int>) {
    self.place = place
    self.date = date
    self.agency = agency
    self.range = range
  }
}
