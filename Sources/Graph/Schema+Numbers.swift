import GRDB

extension Schema {
  /// Version 4: rows hold numbers, and views with the old names show codes, types and dates.
  ///
  /// A graph of ten million triples stays small, and what many rows share (actors, phrases,
  /// mentions) stands once. docs/schema.md tells how each value is written.
  static let numbers = """
    CREATE TABLE type_4 (
      number INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      quad TEXT NOT NULL
    ) STRICT;

    CREATE TABLE article_4 (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL,
      date TEXT,
      body TEXT NOT NULL,
      url TEXT,
      publisher TEXT,
      language TEXT,
      digest TEXT NOT NULL,
      chain INTEGER NOT NULL,
      first_sentence INTEGER NOT NULL,
      sentences INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE actor_4 (
      number INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      folded TEXT NOT NULL,
      merged_into TEXT REFERENCES actor_4 (code)
    ) STRICT;

    CREATE TABLE phrase (number INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE mention (number INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;

    CREATE TABLE sentence_row (
      id INTEGER PRIMARY KEY,
      article INTEGER NOT NULL,
      number INTEGER NOT NULL,
      start INTEGER NOT NULL,
      end INTEGER NOT NULL,
      text TEXT NOT NULL
    ) STRICT;

    CREATE TABLE event_row (
      id INTEGER PRIMARY KEY,
      source INTEGER NOT NULL REFERENCES actor_4 (number),
      target INTEGER NOT NULL REFERENCES actor_4 (number),
      type INTEGER NOT NULL CHECK (type BETWEEN 0 AND 15),
      realis INTEGER NOT NULL CHECK (realis BETWEEN 0 AND 4),
      day INTEGER,
      relation INTEGER NOT NULL REFERENCES phrase (number),
      cameo ANY,
      intensity REAL NOT NULL,
      confidence REAL NOT NULL,
      reports INTEGER NOT NULL,
      articles INTEGER NOT NULL,
      first INTEGER,
      last INTEGER,
      days INTEGER
    ) STRICT;

    CREATE TABLE triple_row (
      id INTEGER PRIMARY KEY,
      event INTEGER REFERENCES event_row (id),
      relation INTEGER NOT NULL REFERENCES phrase (number),
      cameo ANY,
      intensity ANY NOT NULL CHECK (typeof(intensity) IN ('integer', 'real')),
      confidence ANY NOT NULL CHECK (typeof(confidence) IN ('integer', 'real')),
      date_precision INTEGER CHECK (date_precision BETWEEN 0 AND 5),
      source_mention INTEGER NOT NULL REFERENCES mention (number),
      source_start INTEGER NOT NULL,
      source_length INTEGER NOT NULL,
      relation_start INTEGER NOT NULL,
      relation_length INTEGER NOT NULL,
      target_mention INTEGER NOT NULL REFERENCES mention (number),
      target_start INTEGER NOT NULL,
      target_length INTEGER NOT NULL,
      source_actor INTEGER REFERENCES actor_4 (number),
      target_actor INTEGER REFERENCES actor_4 (number),
      attributed_to INTEGER REFERENCES actor_4 (number)
    ) STRICT;

    CREATE TABLE merged_triple (
      triple INTEGER PRIMARY KEY REFERENCES triple_row (id) ON DELETE CASCADE,
      source INTEGER NOT NULL REFERENCES actor_4 (number),
      source_actor INTEGER REFERENCES actor_4 (number),
      target INTEGER NOT NULL REFERENCES actor_4 (number),
      target_actor INTEGER REFERENCES actor_4 (number),
      attributed_to INTEGER REFERENCES actor_4 (number),
      type INTEGER NOT NULL,
      realis INTEGER NOT NULL,
      day INTEGER
    ) STRICT;
    """

  /// A day as a number, yyyymmdd, zeros for what is not known.
  private static func day(_ column: String) -> String {
    """
    CAST(substr(\(column), 1, 4) AS INTEGER) * 10000 + CAST(substr(\(column), 6, 2) AS INTEGER) * 100 \
    + CAST(substr(\(column), 9, 2) AS INTEGER)
    """
  }

  /// A CAMEO code as a number: a 1 in front keeps its zeros.
  private static func cameo(_ column: String) -> String {
    """
    CASE WHEN length(\(column)) BETWEEN 1 AND 15 AND \(column) NOT GLOB '*[^0-9]*' \
    THEN CAST('1' || \(column) AS INTEGER) ELSE '1' || \(column) END
    """
  }

  /// A number as ten-thousandths where these give it back to the last bit.
  private static func scaled(_ column: String) -> String {
    """
    CASE WHEN CAST(round(\(column) * 10000) AS INTEGER) / 10000.0 = \(column) \
    THEN CAST(round(\(column) * 10000) AS INTEGER) ELSE \(column) END
    """
  }

  /// An event's number, of which version 4 has fewer bits.
  private static func newEvent(_ column: String) -> String { "\(column) & \(EventKey.mask)" }

  /// A triple's number in version 4, and what tells it.
  private static let newTriple = "place.id << \(placeBits) | t.number"
  private static let newPlace = """
    JOIN sentence AS s ON s.article = t.article AND s.number = t.sentence JOIN place ON place.sentence = s.id
    """

  /// What the tables of version 3 hold, in the new form.
  static var numbersFromTexts: String {
    """
    CREATE TEMP TABLE place AS
    SELECT s.id AS sentence, row_number() OVER (ORDER BY a.rowid, s.number) AS id
    FROM sentence AS s JOIN article AS a ON a.id = s.article;
    CREATE UNIQUE INDEX temp.place_by_sentence ON place (sentence, id);

    INSERT INTO article_4 (number, id, title, date, body, url, publisher, language, digest, chain, first_sentence,
      sentences)
    SELECT a.rowid, a.id, a.title, a.date, a.body, a.url, a.publisher, a.language, a.digest, a.rowid,
      coalesce((SELECT min(place.id) FROM sentence AS s JOIN place ON place.sentence = s.id WHERE s.article = a.id), 1),
      (SELECT count(*) FROM sentence AS s WHERE s.article = a.id)
    FROM article AS a ORDER BY a.rowid;

    INSERT INTO actor_4 (code, name, kind, folded, merged_into)
    SELECT code, name, kind, folded, merged_into FROM actor ORDER BY code;

    INSERT INTO phrase (text) SELECT relation FROM triple UNION SELECT relation FROM event ORDER BY 1;
    INSERT INTO mention (text) SELECT source_mention FROM triple UNION SELECT target_mention FROM triple ORDER BY 1;

    INSERT INTO sentence_row (id, article, number, start, end, text)
    SELECT place.id, a.number, s.number, s.start, s.end, s.text
    FROM place JOIN sentence AS s ON s.id = place.sentence JOIN article_4 AS a ON a.id = s.article ORDER BY place.id;

    INSERT INTO event_row (id, source, target, type, realis, day, relation, cameo, intensity, confidence, reports,
      articles, first, last)
    SELECT \(newEvent("e.id")), a.number, b.number, type_4.number,
      \(place("e.realis", in: realisWords)), \(day("e.date")), p.number,
      \(cameo("e.cameo")), e.intensity, e.confidence, e.reports, e.articles,
      (SELECT min(\(day("x.date"))) FROM triple AS t JOIN article AS x ON x.id = t.article WHERE t.event = e.id),
      (SELECT max(\(day("x.date"))) FROM triple AS t JOIN article AS x ON x.id = t.article WHERE t.event = e.id)
    FROM event AS e JOIN actor_4 AS a ON a.code = e.source JOIN actor_4 AS b ON b.code = e.target
    JOIN type_4 ON type_4.name = e.type JOIN phrase AS p ON p.text = e.relation ORDER BY e.id;

    INSERT INTO triple_row (id, event, relation, cameo, intensity, confidence,
      date_precision, source_mention, source_start, source_length, relation_start, relation_length, target_mention,
      target_start, target_length, source_actor, target_actor, attributed_to)
    SELECT \(newTriple), \(newEvent("t.event")), p.number, \(cameo("t.cameo")), \(scaled("t.intensity")),
      \(scaled("t.confidence")), \(place("t.date_precision", in: precisionWords)), m.number,
      t.source_start - s.start, t.source_end - t.source_start, t.relation_start - s.start,
      t.relation_end - t.relation_start, n.number, t.target_start - s.start, t.target_end - t.target_start,
      (SELECT number FROM actor_4 WHERE code = t.source_actor),
      (SELECT number FROM actor_4 WHERE code = t.target_actor),
      (SELECT number FROM actor_4 WHERE code = t.attributed_to)
    FROM triple AS t \(newPlace)
    JOIN phrase AS p ON p.text = t.relation JOIN mention AS m ON m.text = t.source_mention
    JOIN mention AS n ON n.text = t.target_mention ORDER BY 1;

    INSERT INTO merged_triple (triple, source, source_actor, target, target_actor, attributed_to, type, realis, day)
    SELECT \(newTriple), (SELECT number FROM actor_4 WHERE code = coalesce(t.source_raw, t.source)),
      (SELECT number FROM actor_4 WHERE code = coalesce(t.source_actor_raw, t.source_actor)),
      (SELECT number FROM actor_4 WHERE code = coalesce(t.target_raw, t.target)),
      (SELECT number FROM actor_4 WHERE code = coalesce(t.target_actor_raw, t.target_actor)),
      (SELECT number FROM actor_4 WHERE code = coalesce(t.attributed_to_raw, t.attributed_to)),
      type_4.number, \(place("t.realis", in: realisWords)), \(day("t.date"))
    FROM triple AS t \(newPlace) JOIN type_4 ON type_4.name = t.type
    WHERE coalesce(t.source_raw, t.source_actor_raw, t.target_raw, t.target_actor_raw, t.attributed_to_raw)
      IS NOT NULL OR t.event IS NULL;
    DROP TABLE temp.place;

    CREATE TABLE alias_4 (
      actor TEXT NOT NULL REFERENCES actor_4 (code) ON DELETE CASCADE,
      name TEXT NOT NULL,
      origin TEXT NOT NULL CHECK (origin IN ('registry', 'user')),
      folded TEXT NOT NULL,
      PRIMARY KEY (actor, name, origin)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO alias_4 SELECT actor, name, origin, folded FROM alias;

    CREATE TABLE merge_4 (
      number INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE REFERENCES actor_4 (code),
      target TEXT NOT NULL REFERENCES actor_4 (code),
      date TEXT NOT NULL,
      note TEXT NOT NULL
    ) STRICT;
    INSERT INTO merge_4 SELECT number, code, target, date, note FROM merge;
    """
  }

  /// The indexes of articles, events and triples, by name, which a large load makes at its end.
  static let graphIndexes: KeyValuePairs = [
    "article_by_date": "article (date)",
    "event_by_dyad": "event_row (source, target, day)",
    "event_by_source": "event_row (source, day)",
    "event_by_target": "event_row (target, day)",
    "event_by_type": "event_row (type, day)",
    "event_by_day": "event_row (day, source, target, type, realis)",
    "triple_by_event": "triple_row (event)",
    "triple_by_source_actor": "triple_row (source_actor) WHERE source_actor IS NOT NULL",
    "triple_by_target_actor": "triple_row (target_actor) WHERE target_actor IS NOT NULL",
    "triple_by_attribution": "triple_row (attributed_to) WHERE attributed_to IS NOT NULL",
  ]

  /// Makes those of the indexes of articles, events and triples that the database lacks.
  ///
  /// - Parameter ofEvents: false leaves out those that name events.
  static func makeGraphIndexes(_ db: Database, ofEvents: Bool = true) throws {
    for (name, columns) in graphIndexes where ofEvents || !columns.contains("event") {
      try db.execute(sql: "CREATE INDEX IF NOT EXISTS \(name) ON \(columns)")
    }
  }

  /// Makes the full-text index over a table, or over none.
  ///
  /// No answer is ranked, so it needs no lengths of texts.
  static func searchTable(content: String) -> String {
    """
    CREATE VIRTUAL TABLE sentence_search USING fts5 (
      text, content = '\(content)'\(content.isEmpty ? "" : ", content_rowid = 'id'"),
      tokenize = 'porter unicode61 remove_diacritics 2', columnsize = 0
    )
    """
  }

  /// Takes the tables of version 3 away, and gives the new ones their names, indexes and search.
  static let numbersInPlace = """
    DROP TABLE sentence_search;
    DROP TABLE triple;
    DROP TABLE event;
    DROP TABLE sentence;
    DROP TABLE merge;
    DROP TABLE alias;
    DROP TABLE article;
    DROP TABLE actor;
    DROP TABLE type;
    ALTER TABLE type_4 RENAME TO type;
    ALTER TABLE actor_4 RENAME TO actor;
    ALTER TABLE article_4 RENAME TO article;
    ALTER TABLE alias_4 RENAME TO alias;
    ALTER TABLE merge_4 RENAME TO merge;

    CREATE INDEX article_by_chain ON article (chain) WHERE chain <> number;
    CREATE INDEX actor_by_folded ON actor (folded);
    CREATE INDEX actor_by_merged_into ON actor (merged_into) WHERE merged_into IS NOT NULL;
    CREATE INDEX merge_by_target ON merge (target);
    CREATE INDEX alias_by_folded ON alias (folded);
    CREATE INDEX alias_by_user ON alias (actor) WHERE origin = 'user';
    CREATE INDEX merged_triple_by_source ON merged_triple (source);
    CREATE INDEX merged_triple_by_target ON merged_triple (target);
    CREATE INDEX merged_triple_by_source_actor ON merged_triple (source_actor) WHERE source_actor IS NOT NULL;
    CREATE INDEX merged_triple_by_target_actor ON merged_triple (target_actor) WHERE target_actor IS NOT NULL;
    CREATE INDEX merged_triple_by_attribution ON merged_triple (attributed_to) WHERE attributed_to IS NOT NULL;

    \(searchTable(content: "sentence_row"));
    INSERT INTO sentence_search (sentence_search) VALUES ('rebuild');
    """
}
