extension Schema {
  /// Version 3: a triple tells how exactly its date is known.
  ///
  /// What an earlier version wrote has the date of its article; the next ingest extracts the article anew.
  static let dates = """
    DROP VIEW report;

    ALTER TABLE triple ADD COLUMN date_precision TEXT
      CHECK (date_precision IN ('day', 'week', 'month', 'year', 'decade', 'article'));
    UPDATE triple SET date_precision = 'article' WHERE date IS NOT NULL;

    CREATE VIEW report AS
    SELECT triple.event, triple.article, triple.sentence, triple.date, triple.date_precision,
      triple.source, coalesce(triple.source_actor, triple.source) AS source_actor, a.name AS source_name,
      triple.source_mention, triple.relation, triple.type, type.quad, triple.cameo, triple.intensity, triple.realis,
      triple.target, coalesce(triple.target_actor, triple.target) AS target_actor, b.name AS target_name,
      triple.target_mention, triple.attributed_to, triple.confidence,
      sentence.text, article.title, article.publisher, article.url
    FROM triple
    JOIN type ON type.name = triple.type
    JOIN sentence ON sentence.article = triple.article AND sentence.number = triple.sentence
    JOIN article ON article.id = triple.article
    JOIN actor AS a ON a.code = coalesce(triple.source_actor, triple.source)
    JOIN actor AS b ON b.code = coalesce(triple.target_actor, triple.target)
    WHERE triple.event IS NOT NULL;
    """
}
