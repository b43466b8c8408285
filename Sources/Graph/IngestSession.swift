import GRDB
import Vocabulary

/// One batch on its way into the database: all inside one transaction.
struct IngestSession {
  let db: Database
  var counts = IngestCounts()
  /// Events whose summary has to be made anew.
  var touched: Set<Int64> = []
  /// Actors that may have lost their last part in the graph.
  var candidates: Set<String> = []
  /// What merges make of the codes that articles bring.
  private let shownActors: ShownActors
  private var events: [EventKey: Int64] = [:]
  private var actors = ActorWriter()
  /// Sentences that are written but not yet searchable.
  private var unsearchable: [(id: Int64, text: String)] = []
  /// The articles that this batch has written.
  private var written: Set<String> = []

  init(_ db: Database) throws {
    self.db = db
    shownActors = try ShownActors(db)
  }

  /// Stores a record: nothing where its digest is known, otherwise in place of what the article had.
  mutating func store(_ record: ArticleRecord) throws {
    let id = record.article.id.storable
    let known = try String.fetchOne(
      db.cachedStatement(sql: "SELECT digest FROM article WHERE id = ?"), arguments: [id])
    if let known {
      guard known != record.digest.storable else {
        counts.unchanged += 1
        return
      }
      // The search must know what it is told to forget.
      if written.contains(id) { try writeSearch() }
      try clear(article: id)
      counts.replaced += 1
    } else {
      counts.added += 1
    }
    written.insert(id)
    try write(record.article, id: id, digest: record.digest, isNew: known == nil)
    try write(sentences: record.sentences, triples: record.triples, article: id)
    actors.begin()
    for actor in record.actors { actors.offer(actor) }
    for triple in record.triples {
      actors.offer(triple.source.actor)
      actors.offer(triple.target.actor)
    }
    var numbers: [Int: Int] = [:]
    for triple in record.triples {
      let number = numbers[triple.sentence, default: 0]
      numbers[triple.sentence] = number + 1
      try write(triple, article: id, number: number)
    }
    try actors.writeAliases(record.aliases, in: db)
    counts.triples += record.triples.count
  }

  /// Removes an article; false where there is none.
  mutating func remove(article id: String) throws -> Bool {
    try clear(article: id)
    try db.cachedStatement(sql: "DELETE FROM article WHERE id = ?").execute(arguments: [id])
    return db.changesCount > 0
  }

  /// Brings events and actors in step with what was written and removed.
  mutating func finish() throws -> IngestCounts {
    try writeSearch()
    for event in touched.sorted() { try summarize(event) }
    for code in candidates.sorted() { try ActorWriter.removeOrphan(code, in: db) }
    return counts
  }

  private mutating func clear(article id: String) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT event, \(Parties.columns) FROM triple WHERE article = ?"), arguments: [id])
    while let row = try rows.next() {
      if let event = row[0] as Int64? { touched.insert(event) }
      for column in 1...Parties.columnNames.count {
        if let code = row[column] as String? { candidates.insert(code) }
      }
    }
    try db.cachedStatement(sql: "DELETE FROM triple WHERE article = ?").execute(arguments: [id])
    try db.cachedStatement(
      sql: """
        INSERT INTO sentence_search (sentence_search, rowid, text) SELECT 'delete', id, text FROM sentence
        WHERE article = ?
        """
    ).execute(arguments: [id])
    try db.cachedStatement(sql: "DELETE FROM sentence WHERE article = ?").execute(arguments: [id])
  }

  private func write(_ article: Article, id: String, digest: String, isNew: Bool) throws {
    let sql =
      isNew
      ? "INSERT INTO article (title, date, body, url, publisher, language, digest, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
      : """
      UPDATE article SET title = ?, date = ?, body = ?, url = ?, publisher = ?, language = ?, digest = ? WHERE id = ?
      """
    try db.cachedStatement(sql: sql).execute(arguments: [
      article.title.storable, article.date?.description, article.body.storable, article.url?.storable,
      article.publisher?.storable, article.language?.storable, digest.storable, id,
    ])
  }

  private mutating func write(sentences: [SentenceRecord], triples: [Triple], article id: String) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO sentence (article, number, text, start, end) VALUES (?, ?, ?, ?, ?)")
    var written: Set<Int> = []
    let cited = triples.lazy.map {
      SentenceRecord(number: $0.sentence, text: $0.evidence.text, range: $0.evidence.sentence)
    }
    for list in [sentences, Array(cited)] {
      for sentence in list where written.insert(sentence.number).inserted {
        let text = sentence.text.storable
        try statement.execute(arguments: [
          id, sentence.number, text, sentence.range.lowerBound, sentence.range.upperBound,
        ])
        unsearchable.append((db.lastInsertedRowID, text))
      }
    }
    counts.sentences += written.count
  }

  private mutating func writeSearch() throws {
    let statement = try db.cachedStatement(sql: "INSERT INTO sentence_search (rowid, text) VALUES (?, ?)")
    for sentence in unsearchable { try statement.execute(arguments: [sentence.id, sentence.text]) }
    unsearchable.removeAll(keepingCapacity: true)
  }

  private mutating func write(_ triple: Triple, article id: String, number: Int) throws {
    for code in [triple.source.principal, triple.target.principal, triple.attributedTo].compactMap({ $0 }) {
      try actors.write(code, in: db)
    }
    for participant in [triple.source, triple.target] { try actors.write(participant.actor.code, in: db) }
    let raw = Parties(triple)
    let shown = raw.shown(by: shownActors)
    let report = EventSummary.Report(
      article: id, relation: triple.relation.storable, cameo: triple.cameo?.storable, intensity: triple.intensity,
      confidence: triple.confidence)
    let key = EventKey(
      source: shown.source, target: shown.target, type: triple.type, realis: triple.realis,
      date: triple.date?.description)
    let event = shown.isInside(raw: raw) ? nil : try event(of: key, with: report)
    let evidence = triple.evidence
    let values: [(any DatabaseValueConvertible)?] =
      [
        id, triple.sentence, number, event, triple.source.mention.storable, report.relation, triple.type.rawValue,
        report.cameo, triple.intensity, triple.target.mention.storable, triple.realis.rawValue, key.date,
        triple.datePrecision?.rawValue, triple.confidence, evidence.source.lowerBound, evidence.source.upperBound,
        evidence.relation.lowerBound,
        evidence.relation.upperBound, evidence.target.lowerBound, evidence.target.upperBound,
      ] + shown.values(raw: raw)
    try db.cachedStatement(sql: Self.insertTriple).execute(arguments: StatementArguments(values))
  }

  private static let insertTriple = """
    INSERT INTO triple (article, sentence, number, event, source_mention, relation, type, cameo, intensity,
      target_mention, realis, date, date_precision, confidence, source_start, source_end, relation_start, relation_end,
      target_start, target_end, \(Parties.columns))
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  /// The event of a key, made with this report as its only one where there is none.
  mutating func event(of key: EventKey, with report: EventSummary.Report) throws -> Int64 {
    if let id = events[key] {
      touched.insert(id)
      return id
    }
    let found = try Int64.fetchOne(
      db.cachedStatement(
        sql: "SELECT id FROM event WHERE source = ? AND target = ? AND date IS ? AND type = ? AND realis = ?"),
      arguments: [key.source, key.target, key.date, key.type.rawValue, key.realis.rawValue])
    if let found {
      events[key] = found
      touched.insert(found)
      return found
    }
    var id = key.number
    let taken = try db.cachedStatement(sql: "SELECT 1 FROM event WHERE id = ?")
    while try Int.fetchOne(taken, arguments: [id]) != nil { id += 1 }
    try db.cachedStatement(
      sql: """
        INSERT INTO event (id, source, target, type, realis, date, relation, cameo, intensity, confidence, reports,
          articles)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 1)
        """
    ).execute(arguments: [
      id, key.source, key.target, key.type.rawValue, key.realis.rawValue, key.date, report.relation, report.cameo,
      report.intensity, report.confidence,
    ])
    events[key] = id
    return id
  }

  private func summarize(_ event: Int64) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT article, relation, cameo, intensity, confidence FROM triple WHERE event = ?
          ORDER BY article, sentence, number
          """), arguments: [event])
    var reports: [EventSummary.Report] = []
    while let row = try rows.next() {
      reports.append(
        .init(article: row[0], relation: row[1], cameo: row[2], intensity: row[3], confidence: row[4]))
    }
    guard let summary = EventSummary(reports) else {
      try db.cachedStatement(sql: "DELETE FROM event WHERE id = ?").execute(arguments: [event])
      return
    }
    try db.cachedStatement(
      sql: """
        UPDATE event SET relation = ?, cameo = ?, intensity = ?, confidence = ?, reports = ?, articles = ? WHERE id = ?
        """
    ).execute(arguments: [
      summary.relation, summary.cameo, summary.intensity, summary.confidence, summary.reports, summary.articles, event,
    ])
  }
}
