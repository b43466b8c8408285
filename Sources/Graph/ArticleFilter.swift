public import Vocabulary

/// Which articles are asked for; what is left empty or nil lets everything through.
public struct ArticleFilter: Hashable, Sendable {
  /// Not published before the first day that this date can mean; what has no date is left out.
  public var since: CalendarDate?
  /// Not published after the last day that this date can mean.
  public var until: CalendarDate?
  /// Published by this one; the case of ASCII letters does not count.
  public var publisher: String?
  /// Words that the title or a sentence contains, all of them; "words in quotation marks" stand together, `word*`
  /// begins so.
  public var text: String?
  /// Only the first article of each report chain, and those that stand alone.
  public var onlyFirst: Bool
  /// At most so many results.
  public var limit: Int?
  /// Leaves out so many results from the first.
  public var offset: Int

  /// Makes a filter.
  public init(
    since: CalendarDate? = nil, until: CalendarDate? = nil, publisher: String? = nil, text: String? = nil,
    onlyFirst: Bool = false, limit: Int? = nil, offset: Int = 0
  ) {
    self.since = since
    self.until = until
    self.publisher = publisher
    self.text = text
    self.onlyFirst = onlyFirst
    self.limit = limit
    self.offset = offset
  }
}
