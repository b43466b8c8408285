/// One news article, as it was read.
public struct Article: Hashable, Sendable, Codable {
  /// A name that no other article of the collection has.
  public var id: String
  /// The headline; empty where there is none.
  public var title: String
  /// The day of publication, where the input tells it.
  public var date: CalendarDate?
  /// The text below the headline, paragraphs separated by an empty line.
  public var body: String
  /// Where the article was published.
  public var url: String?
  /// Who published it.
  public var publisher: String?
  /// ISO 639-1 code of its language, where the input tells it.
  public var language: String?

  /// Makes an article of its parts.
  public init(
    id: String, title: String = "", date: CalendarDate? = nil, body: String = "", url: String? = nil,
    publisher: String? = nil, language: String? = nil
  ) {
    self.id = id
    self.title = title
    self.date = date
    self.body = body
    self.url = url
    self.publisher = publisher
    self.language = language
  }

  /// What separates title and body in `text`.
  public static let separator = "\n\n"

  /// Title and body as one text: what the offsets of `Spans` refer to, counted in Unicode scalars.
  public var text: String { title.isEmpty ? body : body.isEmpty ? title : title + Self.separator + body }

  /// Where the body begins in `text`, in Unicode scalars.
  public var bodyOffset: Int {
    title.isEmpty ? 0 : title.unicodeScalars.count + Self.separator.unicodeScalars.count
  }
}
