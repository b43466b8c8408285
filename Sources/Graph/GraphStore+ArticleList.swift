import GRDB
public import Vocabulary

extension GraphStore {
  /// The articles that the filter leaves, without their texts: newest first, those without a date last.
  ///
  /// Ten or ten million articles: a page costs what stands on it, unless the filter asks for text or publisher.
  public func articles(_ filter: ArticleFilter = ArticleFilter()) throws(GraphError) -> [ArticleSummary] {
    try reading { db in
      let sql = Self.articles(filter)
      let rows = try SQLRequest<Row>(literal: sql, cached: true).fetchCursor(db)
      let search = filter.text.flatMap(SearchText.expression)
      var list: [ArticleSummary] = []
      while let row = try rows.next() {
        list.append(
          ArticleSummary(
            id: row[0], title: row[1], date: (row[2] as String?).flatMap { CalendarDate($0) }, publisher: row[3],
            url: row[4], sentences: row[5], triples: row[6], chain: row[7], chainLength: row[8],
            snippet: try search.flatMap { try Self.snippet(article: row[9], $0, db) }))
      }
      return list
    }
  }

  /// How many articles the filter leaves, without regard to limit and offset.
  public func articleCount(_ filter: ArticleFilter = ArticleFilter()) throws(GraphError) -> Int {
    try reading { db in
      let sql: SQL = "SELECT count(*) FROM article AS a" + Self.conditions(filter)
      return try SQLRequest<Int>(literal: sql, cached: true).fetchOne(db) ?? 0
    }
  }

  /// The ids of the articles that print one story with this one, itself included: first by date and id. Empty where
  /// the graph has no such article.
  public func chain(of id: String) throws(GraphError) -> [String] {
    try reading { db in
      let statement = try db.cachedStatement(sql: "SELECT chain FROM article WHERE id = ?")
      guard let chain = try Int64.fetchOne(statement, arguments: [id.storable]) else { return [] }
      return try String.fetchAll(db.cachedStatement(sql: Self.chainMembers), arguments: ["chain": chain])
    }
  }

  /// One article with all that the graph keeps of it, nil where there is none.
  public func details(ofArticle id: String) throws(GraphError) -> ArticleDetails? {
    guard let article = try article(id: id) else { return nil }
    let sentences = try sentences(of: id).map {
      ArticleDetails.Sentence(number: $0.number, text: $0.text, range: $0.range)
    }
    let chain = try chain(of: id)
    return try reading { db in
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT \(FilterCompiler.tripleColumns)
            FROM article x JOIN triple_row t ON \(Schema.isTriple("t", of: "x")) JOIN event_row e ON e.id = t.event
            \(FilterCompiler.tripleJoin) WHERE x.id = ? ORDER BY t.id
            """), arguments: [id.storable])
      var reader = RowReader(db)
      var triples: [Triple] = []
      while let row = try rows.next() { triples.append(try reader.triple(row)) }
      return ArticleDetails(article: article, chain: chain, sentences: sentences, triples: triples)
    }
  }

  /// Removes articles with their sentences and triples in one step; events and report chains follow.
  ///
  /// - Throws: `GraphError`: `noArticle` for the first id that the graph does not have, and then nothing is removed; or
  ///   what is wrong with the file.
  public func remove(articles ids: [String]) throws(GraphError) {
    try writing { db in
      var session = try IngestSession(db)
      var gone: Set<String> = []
      for id in ids where gone.insert(id).inserted {
        guard try session.remove(article: id) else { throw GraphError.noArticle(path, id: id) }
      }
      _ = try session.finish()
    }
  }

  /// The statement behind `articles`.
  static func articles(_ filter: ArticleFilter) -> SQL {
    let sql: SQL = """
      SELECT a.id, a.title, a.date, a.publisher, a.url,
        a.sentences, (SELECT count(*) FROM triple_row AS t WHERE \(sql: Schema.isTriple("t", of: "a")))
          - (SELECT count(*) FROM triple_row AS t WHERE t.event IS NULL AND \(sql: Schema.isTriple("t", of: "a"))),
        (SELECT id FROM article WHERE number = a.chain),
        (SELECT count(*) + 1 FROM article WHERE chain = a.chain AND chain <> number), a.number
      FROM article AS a
      """
    return sql + conditions(filter) + " ORDER BY a.date DESC, a.id LIMIT \(filter.limit ?? -1) OFFSET \(filter.offset)"
  }

  static let chainMembers = """
    SELECT id FROM (
      SELECT id, date FROM article WHERE number = :chain
      UNION ALL SELECT id, date FROM article WHERE chain = :chain AND chain <> number
    ) ORDER BY coalesce(date, '9999-99'), id
    """

  private static func conditions(_ filter: ArticleFilter) -> SQL {
    var conditions: [SQL] = []
    // Texts of dates sort by time; 2023-01-01 includes what is only known to be of 2023.
    if let since = filter.since, let least = CalendarDate(storedDay: since.lowerBound) {
      conditions.append("a.date >= \(least.description)")
    }
    if let until = filter.until, let last = CalendarDate(storedDay: until.upperBound) {
      conditions.append("a.date <= \(last.description)")
    }
    if let publisher = filter.publisher { conditions.append("a.publisher = \(publisher.storable) COLLATE NOCASE") }
    if filter.onlyFirst { conditions.append("a.chain = a.number") }
    if let search = filter.text.flatMap(SearchText.expression) {
      conditions.append(
        """
        a.number IN (SELECT s.article FROM sentence_search AS f JOIN sentence_row AS s ON s.id = f.rowid
          WHERE sentence_search MATCH \(search))
        """)
    }
    return conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
  }

  private static func snippet(article: Int64, _ search: String, _ db: Database) throws -> Snippet? {
    // A control character that no text needs marks the words.
    let text = try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT snippet(sentence_search, 0, char(2), char(2), '…', 16)
          FROM article AS a CROSS JOIN sentence_row AS s ON \(Schema.isSentence("s", of: "a"))
          CROSS JOIN sentence_search ON sentence_search.rowid = s.id
          WHERE a.number = ? AND sentence_search MATCH ? ORDER BY s.id LIMIT 1
          """), arguments: [article, search])
    return text.map { text in
      Snippet(
        pieces: text.unicodeScalars.split(separator: "\u{2}", omittingEmptySubsequences: false).map(String.init))
    }
  }
}
