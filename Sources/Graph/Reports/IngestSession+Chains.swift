import GRDB

extension IngestSession {
  /// Brings the report chains in step, and notes the events that count articles of other chains now.
  mutating func mendChains() throws {
    let changed = try chains.mend()
    if changed.isEmpty { return }
    for place in pending.indices {
      if let chain = changed[pending[place].article] { pending[place].report.chain = chain }
    }
    let events = try DirectStatement(
      db, "SELECT DISTINCT event FROM triple_row WHERE article = ? AND event IS NOT NULL")
    for article in changed.keys.sorted() {
      events.bind(1, article)
      try events.forEach { touched.insert($0.int(0)) }
    }
  }
}
