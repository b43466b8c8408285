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
  private var nextArticle: Int64, nextSentence: Int64

  /// Begins a batch.
  init(_ db: Database) throws {
    self.db = db
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
  }

  /// Stores a record: nothing where its digest is known, otherwise in place of what the article had.
  mutating func store(_ record: ArticleRecord) throws {
    let id = record.article.id.storable
    let digest = record.digest.storable
    statements.findArticle.bind(1, id)
    let known = try statements.findArticle.first { row in
      (number: row.int(0), chain: row.int(1), digest: row.text(2), sentences: row.int(3)..<row.int(3) + row.int(4))
    }
    let place: (number: Int64, chain: Int64)
    let sentences = PlacedSentences(of: record, from: nextSentence)
    if let known {
      guard known.digest != digest else {
        counts.unchanged += 1
        return
      }
      if written.contains(ExactText(id)) { try flush() }
      try clear(known.sentences)
      try statements.updateArticle(known.number, record.article, digest: digest, sentences: sentences.ids)
      place = (known.number, known.chain)
      counts.replaced += 1
    } else {
      place = (nextArticle, nextArticle)
      nextArticle += 1
      try statements.insertArticle(place.number, id: id, record.article, digest: digest, sentences: sentences.ids)
      counts.added += 1
    }
    written.insert(ExactText(id))
    try chains.note(
      place.number, TextSignature(record.article.body.storable), of: record.article.date, chain: place.chain,
      isNew: known == nil)
    try write(sentences, article: place.number)
    actors.begin()
    for actor in record.actors { actors.offer(actor) }
    for triple in record.triples {
      actors.offer(triple.source.actor)
      actors.offer(triple.target.actor)
    }
    let day = record.article.date?.storedDay
    var counter = TripleCounter(sentences)
    for triple in record.triples {
      let (sentence, number) = try counter.place(of: triple, in: id)
      let report = EventSummary.Report(
        told: triple.date?.storedDay, precision: triple.datePrecision?.storedNumber, article: id,
        sentence: Int64(triple.sentence), number: number, chain: place.chain, day: day,
        relation: triple.relation.storable, cameo: triple.cameo?.storable, intensity: triple.intensity,
        confidence: triple.confidence)
      try add(
        triple, report, article: place.number, id: Schema.triple(number, of: sentence.id), start: sentence.start)
    }
    if !record.aliases.isEmpty { try actors.writeAliases(record.aliases) }
    counts.triples += record.triples.count
  }

  /// Removes an article; false where there is none.
  mutating func remove(article id: String) throws -> Bool {
    statements.findArticle.bind(1, id.storable)
    let known = try statements.findArticle.first { row in
      (row.int(0), row.int(1), sentences: row.int(3)..<row.int(3) + row.int(4))
    }
    guard let (number, chain, sentences) = known else { return false }
    try clear(sentences)
    try chains.forget(number, chain: chain)
    try db.cachedStatement(sql: "DELETE FROM article WHERE number = ?").execute(arguments: [number])
    return true
  }

  /// Brings events and actors in step with what was written and removed.
  mutating func finish() throws -> IngestCounts {
    try flush()
    try summarize()
    try gatherDays()
    try summarize()
    changedDays.removeAll()
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
  private mutating func clear(_ sentences: Range<Int64>) throws {
    let (first, last) = (sentences.lowerBound, sentences.upperBound)
    let statement = try DirectStatement(
      db,
      """
      SELECT t.event, e.source, e.target, t.source_actor, t.target_actor, t.attributed_to, r.source, r.target,
        r.source_actor, r.target_actor, r.attributed_to
      FROM triple_row AS t LEFT JOIN event_row AS e ON e.id = t.event LEFT JOIN merged_triple AS r ON r.triple = t.id
      WHERE t.id >= ?1 AND t.id < ?2
      """)
    statement.bind(1, Schema.triple(0, of: first))
    statement.bind(2, Schema.triple(0, of: last))
    try statement.forEach { row in
      if let event = row.optionalInt(0) { touched.insert(event) }
      for column in Int32(1)...10 {
        if let actor = row.optionalInt(column) { candidates.insert(actor) }
      }
    }
    let search = """
      INSERT INTO sentence_search (sentence_search, rowid, text) SELECT 'delete', id, text FROM sentence_row
      WHERE id >= ? AND id < ?
      """
    let triples = [Schema.triple(0, of: first), Schema.triple(0, of: last)]
    for (sql, bounds) in [
      ("DELETE FROM merged_triple WHERE triple >= ? AND triple < ?", triples),
      ("DELETE FROM triple_row WHERE id >= ? AND id < ?", triples), (search, [first, last]),
      ("DELETE FROM sentence_row WHERE id >= ? AND id < ?", [first, last]),
    ] {
      try db.cachedStatement(sql: sql).execute(arguments: StatementArguments(bounds))
    }
  }

  private mutating func write(_ sentences: PlacedSentences, article: Int64) throws {
    for (id, sentence) in zip(sentences.ids, sentences.list) {
      try statements.insertSentence(
        id, article: article, number: sentence.number, text: sentence.text, sentence.range)
      unsearchable.append((id, sentence.text))
    }
    nextSentence = sentences.ids.upperBound
    counts.sentences += sentences.list.count
  }

  private mutating func add(
    _ triple: Triple, _ report: EventSummary.Report, article: Int64, id: Int64, start: Int
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
        id: id, isStored: false, article: article, relation: try phrases.number(of: report.relation),
        type: triple.type.storedNumber, realis: triple.realis.storedNumber, day: triple.date?.storedDay,
        datePrecision: triple.datePrecision?.storedNumber,
        sourceMention: try mentions.number(of: triple.source.mention.storable),
        targetMention: try mentions.number(of: triple.target.mention.storable),
        source: evidence.source.from(start), verb: evidence.relation.from(start), target: evidence.target.from(start),
        raw: raw, shown: raw.shown(by: shownActors), report: report))
  }
}

extension Participant {
  /// Whether the actor acts for itself.
  var isPrincipal: Bool { actor.code == principal }
}
