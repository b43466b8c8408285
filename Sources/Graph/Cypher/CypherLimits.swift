/// How much a query may take.
public struct CypherLimits: Hashable, Sendable {
  /// At most so many rows are returned.
  public var rows: Int
  /// At most so many seconds; the query ends with an error then.
  public var seconds: Double
  /// At most so many bytes of memory for SQLite.
  public var bytes: Int

  /// Limits for everyday use: 10,000 rows, 30 seconds, 1 GB.
  public init(rows: Int = 10_000, seconds: Double = 30, bytes: Int = 1 << 30) {
    self.rows = rows
    self.seconds = seconds
    self.bytes = bytes
  }
}
