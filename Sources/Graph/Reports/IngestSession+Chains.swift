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
      db,
      """
      SELECT DISTINCT t.event FROM article AS a JOIN triple_row AS t ON \(Schema.isTriple("t", of: "a"))
      WHERE a.number = ? AND t.event IS NOT NULL
      """)
    for article in changed.keys.sorted() {
      events.bind(1, article)
      try events.forEach { touched.insert($0.int(0)) }
    }
  }
}
