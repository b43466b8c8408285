/// How much the reader takes before it refuses.
public struct ReadingLimits: Hashable, Sendable {
  /// The longest text of one article, title and body together, in bytes of UTF-8.
  public var text: Int
  /// The longest line of a JSON Lines file, in bytes.
  public var line: Int

  /// Makes limits; 2 MB of text and 16 MB a line where nothing else is said.
  public init(text: Int = 2_000_000, line: Int = 16_000_000) {
    self.text = text
    self.line = line
  }
}
