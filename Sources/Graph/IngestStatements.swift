import GRDB
import Vocabulary

/// The statements that ingest runs a million times.
struct IngestStatements {
  /// Number, chain, digest and sentences of an article by its id.
  let findArticle: DirectStatement
  private let db: Database
  private let articleIn: DirectStatement
  private let sentenceIn: DirectStatement
  private let eventIn: DirectStatement
  private let eventKey: DirectStatement
  private let eventAnew: DirectStatement
  private let tripleIn: DirectStatement
  private let mergedIn: DirectStatement

  init(_ db: Database) throws {
    self.db = db
    findArticle = try DirectStatement(
      db, "SELECT number, chain, digest, first_sentence, sentences FROM article WHERE id = ?")
    articleIn = try DirectStatement(
      db,
      """
      INSERT INTO article (number, chain, id, title, date, body, url, publisher, language, digest, first_sentence,
        sentences)
      VALUES (?1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
      """)
    sentenceIn = try DirectStatement(
      db, "INSERT INTO sentence_row (id, article, number, start, end, text) VALUES (?, ?, ?, ?, ?, ?)")
    eventIn = try DirectStatement(
      db,
      """
      INSERT INTO event_row (id, source, target, type, realis, day, relation, cameo, intensity, confidence, reports,
        articles, first, last, days)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
      """)
    eventKey = try DirectStatement(db, "SELECT source, target, type, realis, day FROM event_row WHERE id = ?")
    eventAnew = try DirectStatement(
      db,
      """
      UPDATE event_row SET relation = ?2, cameo = ?3, intensity = ?4, confidence = ?5, reports = ?6, articles = ?7,
        first = ?8, last = ?9, days = ?10 WHERE id = ?1
      """)
    tripleIn = try DirectStatement(
      db,
      """
      INSERT INTO triple_row (id, event, relation, cameo, intensity, confidence,
        date_precision, source_mention, source_start, source_length, relation_start, relation_length, target_mention,
        target_start, target_length, source_actor, target_actor, attributed_to)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    mergedIn = try DirectStatement(
      db,
      """
      INSERT OR REPLACE INTO merged_triple (triple, source, source_actor, target, target_actor, attributed_to, type,
        realis, day) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
  }

  /// Writes a new article, alone in its chain.
  func insertArticle(
    _ number: Int64, id: String, _ article: Article, digest: String, sentences: Range<Int64>
  ) throws {
    articleIn.bind(1, number)
    articleIn.bind(2, id)
    articleIn.bind(3, article.title.storable)
    articleIn.bind(4, article.date?.description)
    articleIn.bind(5, article.body.storable)
    articleIn.bind(6, article.url?.storable)
    articleIn.bind(7, article.publisher?.storable)
    articleIn.bind(8, article.language?.storable)
    articleIn.bind(9, digest)
    articleIn.bind(10, sentences.lowerBound)
    articleIn.bind(11, sentences.count)
    try articleIn.run()
  }

  /// Writes an article in place of what its row held.
  func updateArticle(_ number: Int64, _ article: Article, digest: String, sentences: Range<Int64>) throws {
    try db.cachedStatement(
      sql: """
        UPDATE article SET title = ?, date = ?, body = ?, url = ?, publisher = ?, language = ?, digest = ?,
          first_sentence = ?, sentences = ?
        WHERE number = ?
        """
    ).execute(arguments: [
      article.title.storable, article.date?.description, article.body.storable, article.url?.storable,
      article.publisher?.storable, article.language?.storable, digest,
      sentences.lowerBound, sentences.count, number,
    ])
  }

  /// Writes a sentence.
  func insertSentence(_ id: Int64, article: Int64, number: Int, text: String, _ range: Range<Int>) throws {
    sentenceIn.bind(1, id)
    sentenceIn.bind(2, article)
    sentenceIn.bind(3, number)
    sentenceIn.bind(4, range.lowerBound)
    sentenceIn.bind(5, range.upperBound)
    try sentenceIn.run(6, text)
  }

  /// Writes an event; false where its number is taken.
  func insert(_ event: EventRow) throws -> Bool {
    eventIn.bind(1, event.id)
    eventIn.bind(2, event.key.source)
    eventIn.bind(3, event.key.target)
    eventIn.bind(4, event.key.type)
    eventIn.bind(5, event.key.realis)
    eventIn.bind(6, event.key.day)
    eventIn.bind(7, event.phrase)
    eventIn.bind(8, event.cameo)
    eventIn.bind(9, event.intensity)
    eventIn.bind(10, event.confidence)
    eventIn.bind(11, event.reports)
    eventIn.bind(12, event.articles)
    eventIn.bind(13, event.first)
    eventIn.bind(14, event.last)
    eventIn.bind(15, event.days)
    try eventIn.run()
    return db.changesCount > 0
  }

  /// What makes an event of the database.
  func key(of event: Int64) throws -> StoredEventKey? {
    eventKey.bind(1, event)
    return try eventKey.first { row in
      StoredEventKey(
        source: row.int(0), target: row.int(1), type: row.int(2), realis: row.int(3), day: row.optionalInt(4))
    }
  }

  /// Writes an event's summary anew.
  func update(event: Int64, of day: Int64?, _ summary: EventSummary, phrase: Int64) throws {
    eventAnew.bind(1, event)
    eventAnew.bind(2, phrase)
    eventAnew.bind(3, summary.cameo.map { StoredCAMEO($0) })
    eventAnew.bind(4, summary.intensity)
    eventAnew.bind(5, summary.confidence)
    eventAnew.bind(6, summary.reports)
    eventAnew.bind(7, summary.articles)
    eventAnew.bind(8, summary.first)
    eventAnew.bind(9, summary.last)
    eventAnew.bind(10, summary.days.stored(date: day))
    try eventAnew.run()
  }

  /// Writes a triple that is shown as it was said.
  func insert(_ triple: LoadBatch.TripleRow) throws {
    tripleIn.bind(1, triple.id)
    tripleIn.bind(2, triple.event)
    tripleIn.bind(3, triple.relation)
    tripleIn.bind(4, triple.cameo)
    tripleIn.bind(5, triple.intensity)
    tripleIn.bind(6, triple.confidence)
    tripleIn.bind(7, triple.datePrecision)
    tripleIn.bind(8, triple.sourceMention)
    tripleIn.bind(9, triple.source.lowerBound)
    tripleIn.bind(10, triple.source.count)
    tripleIn.bind(11, triple.verb.lowerBound)
    tripleIn.bind(12, triple.verb.count)
    tripleIn.bind(13, triple.targetMention)
    tripleIn.bind(14, triple.target.lowerBound)
    tripleIn.bind(15, triple.target.count)
    tripleIn.bind(16, triple.sourceActor)
    tripleIn.bind(17, triple.targetActor)
    tripleIn.bind(18, triple.attributedTo)
    try tripleIn.run()
  }

  /// Writes a triple.
  func insert(_ triple: PendingTriple, event: Int64?) throws {
    try insert(
      LoadBatch.TripleRow(
        id: triple.id, event: event, relation: triple.relation, cameo: triple.report.cameo.map { StoredCAMEO($0) },
        intensity: StoredDecimal(triple.report.intensity), confidence: StoredDecimal(triple.report.confidence),
        datePrecision: triple.datePrecision, sourceMention: triple.sourceMention, targetMention: triple.targetMention,
        source: triple.source, verb: triple.verb, target: triple.target, sourceActor: triple.shown.sourceActor,
        targetActor: triple.shown.targetActor, attributedTo: triple.shown.attributedTo))
    if triple.isOther { try remember(triple) }
  }

  /// Shows a stored triple otherwise, as a report of another event.
  func move(_ triple: PendingTriple, to event: Int64?) throws {
    let statement = try DirectStatement(
      db, "UPDATE triple_row SET event = ?, source_actor = ?, target_actor = ?, attributed_to = ? WHERE id = ?")
    statement.bind(1, event)
    statement.bind(2, triple.shown.sourceActor)
    statement.bind(3, triple.shown.targetActor)
    statement.bind(4, triple.shown.attributedTo)
    statement.bind(5, triple.id)
    try statement.run()
    if triple.isOther { return try remember(triple) }
    let forget = try DirectStatement(db, "DELETE FROM merged_triple WHERE triple = ?")
    forget.bind(1, triple.id)
    try forget.run()
  }

  /// Keeps what the article said of a triple that is shown otherwise.
  private func remember(_ triple: PendingTriple) throws {
    mergedIn.bind(1, triple.id)
    mergedIn.bind(2, triple.raw.source)
    mergedIn.bind(3, triple.raw.sourceActor)
    mergedIn.bind(4, triple.raw.target)
    mergedIn.bind(5, triple.raw.targetActor)
    mergedIn.bind(6, triple.raw.attributedTo)
    mergedIn.bind(7, triple.type)
    mergedIn.bind(8, triple.realis)
    mergedIn.bind(9, triple.day)
    try mergedIn.run()
  }
}
