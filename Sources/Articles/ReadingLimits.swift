/// How much the reader takes before it refuses.
public struct ReadingLimits: Hashable, Sendable {
  /// The longest text of one article, title and body together, in bytes of UTF-8.
  public var text: Int
  /// The longest line of a JSON Lines file, element of a JSON array or row of a CSV file, in bytes.
  public var line: Int
  /// The longest part of a container (a page or mail, a record of a WARC file, unpacked), in bytes.
  public var member: Int
  /// How many times longer than packed data what comes out of it may be, once it is longer than `ratioFrom`.
  public var ratio: Int
  /// From how many unpacked bytes on the ratio counts.
  public var ratioFrom: Int
  /// How deep lists and objects of JSON and the parts of a mail may lie in each other.
  public var nesting: Int
  /// The most columns of a CSV file.
  public var columns: Int

  /// Makes limits; 2 MB of text, 16 MB a line, 64 MB a part, 200 times the packed size beyond 16 MB, 64 levels and
  /// 1,000 columns where nothing else is said.
  public init(
    text: Int = 2_000_000, line: Int = 16_000_000, member: Int = 64_000_000, ratio: Int = 200,
    ratioFrom: Int = 16_000_000, nesting: Int = 64, columns: Int = 1000
  ) {
    self.text = text
    self.line = line
    self.member = member
    self.ratio = ratio
    self.ratioFrom = ratioFrom
    self.nesting = nesting
    self.columns = columns
  }
}
