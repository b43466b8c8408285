import GRDB
import Synchronization
import Vocabulary

/// Fills an empty graph inside of one transaction.
///
/// Three threads share the work: one makes rows of records (`LoadPreparer`), this one writes them, one makes the
/// full-text index (`SearchBuilder`). Events stay in memory until all triples are there; then they are written once, in
/// the order of their numbers, and the indexes made.
struct LoadSession {
  /// How many articles are prepared at a time.
  private static let piece = 2_000
  /// How many events are summed up at a time.
  private static let eventPiece = 20_000

  private let db: Database
  private let preparer: Preparation
  private let line: WorkLine<ArraySlice<ArticleRecord>, [LoadBatch]>
  private let search: SearchBuilder
  private let statements: IngestStatements
  private var chains: ReportChains
  private var waiting = 0

  /// What the threads share, one at a time.
  private final class Preparation: Sendable {
    let state = Mutex(LoadPreparer())
  }

  /// Begins a load of a graph without rows and without the indexes of articles, events and triples.
  init(_ db: Database) throws {
    self.db = db
    let preparer = Preparation()
    self.preparer = preparer
    line = WorkLine("entente.load") { records in
      try preparer.state.withLock { try $0.prepare(records) }
    }
    search = try SearchBuilder()
    statements = try IngestStatements(db)
    chains = try ReportChains(db)
  }

  /// How many triples were read by now.
  private(set) var triples = 0

  /// Stores records.
  mutating func store(_ records: [ArticleRecord]) throws {
    triples += records.reduce(0) { $0 + $1.triples.count }
    for start in stride(from: 0, to: records.count, by: Self.piece) {
      line.start(records[start..<min(start + Self.piece, records.count)])
      waiting += 1
      if waiting > 2 { try writeNext() }
    }
  }

  /// Writes what waits, the events and the indexes.
  mutating func finish() throws -> IngestCounts {
    while waiting > 0 { try writeNext() }
    let grouping = WorkLine<Void, LoadEvents>("entente.events") { [preparer] in
      preparer.state.withLock { LoadEvents(of: &$0) }
    }
    grouping.start(())
    let prepared = preparer
    // Indexes are sorted in pieces as large as the cache; those that fit into the processor's cache are faster.
    try db.execute(sql: "PRAGMA cache_size = -4096")
    try Schema.makeGraphIndexes(db, ofEvents: false)
    let chains = try chainsOfOthers()
    let events = try grouping.next()
    let summary = WorkLine<Range<Int>, [EventRow]>("entente.events") { range in
      let preparer = prepared.state.withLock { $0 }
      return events.rows(range, preparer, chains: chains)
    }
    let pieces = stride(from: 0, to: events.count, by: Self.eventPiece).map {
      $0..<min($0 + Self.eventPiece, events.count)
    }
    for piece in pieces.prefix(2) { summary.start(piece) }
    try writeNames()
    try write(events.moves)
    for place in pieces.indices {
      let rows = try summary.next()
      if place + 2 < pieces.count { summary.start(pieces[place + 2]) }
      for row in rows { _ = try statements.insert(row) }
    }
    try Schema.makeGraphIndexes(db)
    try Schema.makeTallies(db)
    try Schema.makeActs(db)
    try search.copy(to: db)
    let (counts, hasOutdated) = preparer.state.withLock { ($0.counts, $0.hasOutdated) }
    if hasOutdated { try removeOrphans() }
    return counts
  }

  private mutating func writeNext() throws {
    let batches = try line.next()
    waiting -= 1
    for batch in batches { try write(batch) }
  }

  private mutating func write(_ batch: LoadBatch) throws {
    var gone: [(id: Int64, text: String)] = []
    for sentences in batch.outdated { try clear(sentences, &gone) }
    for row in batch.articles {
      var chain = row.number
      if row.isNew {
        try statements.insertArticle(
          row.number, id: row.article.id.storable, row.article, digest: row.digest, sentences: row.sentences)
      } else {
        statements.findArticle.bind(1, row.article.id.storable)
        chain = try statements.findArticle.first { $0.int(1) } ?? row.number
        try statements.updateArticle(row.number, row.article, digest: row.digest, sentences: row.sentences)
      }
      try chains.note(row.number, row.signature, of: row.article.date, chain: chain, isNew: row.isNew)
    }
    for row in batch.sentences {
      try statements.insertSentence(row.id, article: row.article, number: row.number, text: row.text, row.range)
    }
    for row in batch.triples { try statements.insert(row) }
    try search.add(batch.sentences, gone: gone)
    _ = try chains.mend()
  }

  /// Takes the rows of an outdated version away.
  private func clear(_ sentences: Range<Int64>, _ gone: inout [(id: Int64, text: String)]) throws {
    let bounds: StatementArguments = [sentences.lowerBound, sentences.upperBound]
    let texts = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT id, text FROM sentence_row WHERE id >= ? AND id < ?"), arguments: bounds)
    while let row = try texts.next() { gone.append((row[0], row[1])) }
    let triples = [Schema.triple(0, of: sentences.lowerBound), Schema.triple(0, of: sentences.upperBound)]
    try db.cachedStatement(sql: "DELETE FROM triple_row WHERE id >= ? AND id < ?")
      .execute(arguments: StatementArguments(triples))
    try db.cachedStatement(sql: "DELETE FROM sentence_row WHERE id >= ? AND id < ?").execute(arguments: bounds)
  }

  private func chainsOfOthers() throws -> [Int64: Int64] {
    var chains: [Int64: Int64] = [:]
    try DirectStatement(db, "SELECT number, chain FROM article WHERE chain <> number").forEach { row in
      chains[row.int(0)] = row.int(1)
    }
    return chains
  }

  /// Writes actors, phrases and mentions, which the rows name by number.
  private func writeNames() throws {
    let (actors, phrases, mentions) = preparer.state.withLock { ($0.actors, $0.phrases, $0.mentions) }
    for actor in actors.all { try ActorWriter.insert(actor, in: db) }
    for (code, name) in actors.allAliases {
      try ActorWriter.write(alias: name, of: code, origin: "registry", in: db)
    }
    for (table, texts) in [("phrase", phrases.texts), ("mention", mentions.texts)] {
      let statement = try DirectStatement(db, "INSERT INTO \(table) (number, text) VALUES (?, ?)")
      for (place, text) in texts.enumerated() {
        statement.bind(1, place + 1)
        try statement.run(2, text)
      }
    }
  }

  private func write(_ moves: [LoadEvents.Move]) throws {
    let event = try DirectStatement(db, "UPDATE triple_row SET event = ?2 WHERE id = ?1")
    let said = try DirectStatement(
      db,
      """
      INSERT INTO merged_triple (triple, source, source_actor, target, target_actor, attributed_to, type, realis, day)
      SELECT id, ?2, source_actor, ?3, target_actor, attributed_to, ?4, ?5, ?6 FROM triple_row WHERE id = ?1
      """)
    for move in moves {
      event.bind(1, move.triple)
      event.bind(2, move.event)
      try event.run()
      guard let key = move.said else { continue }
      said.bind(1, move.triple)
      said.bind(2, key.source)
      said.bind(3, key.target)
      said.bind(4, key.type)
      said.bind(5, key.realis)
      said.bind(6, key.day)
      try said.run()
    }
  }

  /// Removes actors that only outdated versions of articles have named; a load checks no foreign keys, so their further
  /// names do not go of themselves.
  private func removeOrphans() throws {
    for number in try Int64.fetchAll(db, sql: "SELECT number FROM actor") {
      try ActorWriter.removeOrphan(number, in: db)
    }
    try db.execute(sql: "DELETE FROM alias WHERE actor NOT IN (SELECT code FROM actor)")
  }
}
