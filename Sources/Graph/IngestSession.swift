import GRDB
import Vocabulary

/// One batch on its way into the database: all inside one transaction.
///
/// Articles and sentences are written as they come. Triples wait until `flush`, so that a new event is written once,
/// with the sum of its reports, and the full-text index in one go.
struct IngestSession {
  let db: Database
  var counts = IngestCounts()
  /// Events whose summary has to be made anew.
  var touched: Set<Int64> = []
  /// Events of one day that are new, changed or gone: their neighbours have to be looked at.
  var changedDays: Set<StoredEventKey> = []
  /// Actors that may have lost their last part in the graph.
  var candidates: Set<Int64> = []
  /// What merges make of the actors that articles bring.
  let shownActors: ShownActors
  var actors: ActorWriter
  var phrases: StoredTexts
  /// Triples that are not written yet.
  var pending: [PendingTriple] = []
  let statements: IngestStatements
  /// Which articles print one story.
  var chains: ReportChains
  var dates = DateTexts()
  private var mentions: StoredTexts
  /// Sentences that are written but not yet searchable.
  private var unsearchable: [(id: Int64, text: String)] = []
  /// The articles that have something to be flushed.
  private var written: Set<ExactText> = []
  private var nextArticle: Int64, nextSentence: Int64, nextTriple: Int64

  /// Whether the graph was empty, so that indexes and search are made in one go at the end.
  let isLoad: Bool

  /// Begins a batch.
  ///
  /// - Parameter isLoad: whether the graph is empty and lacks the indexes of events and triples; `finish` makes them.
  init(_ db: Database, isLoad: Bool = false) throws {
    self.db = db
    self.isLoad = isLoad
    shownActors = try ShownActors(db)
    actors = try ActorWriter(db)
    phrases = try StoredTexts(db, table: "phrase")
    mentions = try StoredTexts(db, table: "mention")
    statements = try IngestStatements(db)
    chains = try ReportChains(db)
    func next(_ table: String, _ column: String) throws -> Int64 {
      try DirectStatement(db, "SELECT coalesce(max(\(column)), 0) + 1 FROM \(table)").first { $0.int(0) } ?? 1
    }
    nextArticle = try next("article", "number")
    nextSentence = try next("sentence_row", "id")
    nextTriple = try next("triple_row", "id")
  }

  /// Stores a record: nothing where its digest is known, otherwise in place of what the article had.
  mutating func store(_ record: ArticleRecord) throws {
    let id = record.article.id.storable
    let digest = record.digest.storable
    statements.findArticle.bind(1, id)
    let known = try statements.findArticle.first { (number: $0.int(0), chain: $0.int(1), digest: $0.text(2)) }
    let place: (number: Int64, chain: Int64)
    if let known {
      guard known.digest != digest else {
        counts.unchanged += 1
        return
      }
      if written.contains(ExactText(id)) { try flush() }
      try clear(article: known.number)
      try statements.updateArticle(known.number, record.article, digest: digest)
      place = (known.number, known.chain)
      counts.replaced += 1
    } else {
      place = (nextArticle, nextArticle)
      nextArticle += 1
      try statements.insertArticle(place.number, id: id, record.article, digest: digest)
      counts.added += 1
    }
    written.insert(ExactText(id))
    try chains.note(place.number, record.article, chain: place.chain, isNew: known == nil)
    let starts = try write(sentences: record.sentences, triples: record.triples, article: place.number)
    actors.begin()
    for actor in record.actors { actors.offer(actor) }
    for triple in record.triples {
      actors.offer(triple.source.actor)
      actors.offer(triple.target.actor)
    }
    let day = record.article.date?.storedDay
    var numbers: [Int: Int64] = [:]
    for triple in record.triples {
      let number = numbers[triple.sentence, default: 0]
      numbers[triple.sentence] = number + 1
      let report = EventSummary.Report(
        told: triple.date?.storedDay, precision: triple.datePrecision?.storedNumber, article: id,
        sentence: Int64(triple.sentence), number: number, chain: place.chain, day: day,
        relation: triple.relation.storable, cameo: triple.cameo?.storable, intensity: triple.intensity,
        confidence: triple.confidence)
      try add(triple, report, article: place.number, start: starts[triple.sentence] ?? 0)
    }
    if !record.aliases.isEmpty { try actors.writeAliases(record.aliases) }
    counts.triples += record.triples.count
  }

  /// Removes an article; false where there is none.
  mutating func remove(article id: String) throws -> Bool {
    statements.findArticle.bind(1, id.storable)
    guard let (number, chain) = try statements.findArticle.first({ ($0.int(0), $0.int(1)) }) else { return false }
    try clear(article: number)
    try chains.forget(number, chain: chain)
    try db.cachedStatement(sql: "DELETE FROM article WHERE number = ?").execute(arguments: [number])
    return true
  }

  /// Brings events and actors in step with what was written and removed.
  mutating func finish() throws -> IngestCounts {
    try flush()
    if isLoad {
      // Events move before the rest of the indexes is made, which would follow each move.
      try Schema.makeGraphIndexes(db, onlyOfTriples: true)
      try db.execute(sql: Self.keyIndex)
    }
    try summarize()
    if isLoad { try noteNeighbours() }
    try gatherDays()
    try summarize()
    changedDays.removeAll()
    if isLoad {
      try db.execute(sql: "DROP INDEX event_by_key")
      // Indexes are sorted in pieces as large as the cache; those that fit into the processor's cache are faster.
      try db.execute(sql: "PRAGMA cache_size = -8192")
      try Schema.makeGraphIndexes(db)
      try Schema.makeTallies(db)
      try Schema.makeActs(db)
      try db.execute(sql: "INSERT INTO sentence_search (sentence_search) VALUES ('rebuild')")
    }
    for actor in candidates.sorted() { try ActorWriter.removeOrphan(actor, in: db) }
    return counts
  }

  private mutating func summarize() throws {
    for event in touched.sorted() { try summarize(event) }
    touched.removeAll(keepingCapacity: true)
  }

  /// Writes what waits.
  mutating func flush() throws {
    try mendChains()
    try writeTriples()
    let statement = try DirectStatement(db, "INSERT INTO sentence_search (rowid, text) VALUES (?, ?)")
    for sentence in unsearchable {
      statement.bind(1, sentence.id)
      statement.bind(2, sentence.text)
      try statement.run()
    }
    unsearchable.removeAll(keepingCapacity: true)
    written.removeAll(keepingCapacity: true)
  }

  /// Takes an article's triples and sentences away, and notes whom that concerns.
  private mutating func clear(article: Int64) throws {
    let statement = try DirectStatement(
      db,
      """
      SELECT t.event, e.source, e.target, t.source_actor, t.target_actor, t.attributed_to, r.source, r.target,
        r.source_actor, r.target_actor, r.attributed_to
      FROM triple_row AS t LEFT JOIN event_row AS e ON e.id = t.event LEFT JOIN merged_triple AS r ON r.triple = t.id
      WHERE t.article = ?
      """)
    statement.bind(1, article)
    try statement.forEach { row in
      if let event = row.optionalInt(0) { touched.insert(event) }
      for column in Int32(1)...10 {
        if let actor = row.optionalInt(column) { candidates.insert(actor) }
      }
    }
    // A load checks no foreign keys, so nothing goes of itself.
    let search = """
      INSERT INTO sentence_search (sentence_search, rowid, text) SELECT 'delete', id, text FROM sentence_row
      WHERE article = ?
      """
    for sql in [
      "DELETE FROM merged_triple WHERE triple IN (SELECT id FROM triple_row WHERE article = ?)",
      "DELETE FROM triple_row WHERE article = ?", isLoad ? nil : search, "DELETE FROM sentence_row WHERE article = ?",
    ].compactMap({ $0 }) {
      try db.cachedStatement(sql: sql).execute(arguments: [article])
    }
  }

  /// - Returns: where each sentence starts, by number.
  private mutating func write(
    sentences: [SentenceRecord], triples: [Triple], article: Int64
  ) throws -> [Int: Int] {
    var starts: [Int: Int] = [:]
    func write(_ number: Int, _ text: String, _ range: Range<Int>) throws {
      guard starts.updateValue(range.lowerBound, forKey: number) == nil else {
        return
      }
      let text = text.storable
      try statements.insertSentence(nextSentence, article: article, number: number, text: text, range)
      if !isLoad { unsearchable.append((nextSentence, text)) }
      nextSentence += 1
    }
    for sentence in sentences where starts[sentence.number] == nil {
      try write(sentence.number, sentence.text, sentence.range)
    }
    for triple in triples where starts[triple.sentence] == nil {
      try write(triple.sentence, triple.evidence.text, triple.evidence.sentence)
    }
    counts.sentences += starts.count
    return starts
  }

  private mutating func add(
    _ triple: Triple, _ report: EventSummary.Report, article: Int64, start: Int
  ) throws {
    let source = try actors.number(of: triple.source.principal)
    let target = try actors.number(of: triple.target.principal)
    let raw = Parties(
      source: source,
      sourceActor: triple.source.isPrincipal ? nil : try actors.number(of: triple.source.actor.code),
      target: target,
      targetActor: triple.target.isPrincipal ? nil : try actors.number(of: triple.target.actor.code),
      attributedTo: try triple.attributedTo.map { try actors.number(of: $0) })
    let evidence = triple.evidence
    pending.append(
      PendingTriple(
        id: nextTriple, isStored: false, article: article, relation: try phrases.number(of: report.relation),
        type: triple.type.storedNumber, realis: triple.realis.storedNumber, day: triple.date?.storedDay,
        datePrecision: triple.datePrecision?.storedNumber,
        sourceMention: try mentions.number(of: triple.source.mention.storable),
        targetMention: try mentions.number(of: triple.target.mention.storable),
        source: evidence.source.from(start), verb: evidence.relation.from(start), target: evidence.target.from(start),
        raw: raw, shown: raw.shown(by: shownActors), report: report))
    nextTriple += 1
  }
}

extension Participant {
  /// Whether the actor acts for itself.
  fileprivate var isPrincipal: Bool { actor.code == principal }
}
