extension Schema {
  /// Version 2: actors can be merged, and be given names by hand.
  ///
  /// `source`, `target` and their like hold what is shown, so that all questions stay what they were; the columns with
  /// `_raw` hold what the article said, only where a merge shows it otherwise. A triple without an event is between
  /// two actors that became one: it is kept for the day on which they are split.
  static let merges = """
    DROP VIEW report;

    ALTER TABLE actor ADD COLUMN merged_into TEXT REFERENCES actor (code);
    CREATE INDEX actor_by_merged_into ON actor (merged_into) WHERE merged_into IS NOT NULL;

    CREATE TABLE merge (
      number INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE REFERENCES actor (code),
      target TEXT NOT NULL REFERENCES actor (code),
      date TEXT NOT NULL,
      note TEXT NOT NULL
    ) STRICT;
    CREATE INDEX merge_by_target ON merge (target);

    CREATE TABLE alias_2 (
      actor TEXT NOT NULL REFERENCES actor (code) ON DELETE CASCADE,
      name TEXT NOT NULL,
      origin TEXT NOT NULL CHECK (origin IN ('registry', 'user')),
      folded TEXT NOT NULL,
      PRIMARY KEY (actor, name, origin)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO alias_2 (actor, name, folded, origin) SELECT actor, name, folded, 'registry' FROM alias;
    DROP TABLE alias;
    ALTER TABLE alias_2 RENAME TO alias;
    CREATE INDEX alias_by_folded ON alias (folded);
    CREATE INDEX alias_by_user ON alias (actor) WHERE origin = 'user';

    CREATE TABLE triple_2 (
      id INTEGER PRIMARY KEY,
      article TEXT NOT NULL,
      sentence INTEGER NOT NULL,
      number INTEGER NOT NULL,
      event INTEGER REFERENCES event (id),
      source TEXT NOT NULL REFERENCES actor (code),
      source_actor TEXT REFERENCES actor (code),
      source_mention TEXT NOT NULL,
      relation TEXT NOT NULL,
      type TEXT NOT NULL REFERENCES type (name),
      cameo TEXT,
      intensity REAL NOT NULL,
      target TEXT NOT NULL REFERENCES actor (code),
      target_actor TEXT REFERENCES actor (code),
      target_mention TEXT NOT NULL,
      realis TEXT NOT NULL CHECK (realis IN ('actual', 'planned', 'requested', 'possible', 'negated')),
      attributed_to TEXT REFERENCES actor (code),
      date TEXT,
      confidence REAL NOT NULL,
      source_start INTEGER NOT NULL,
      source_end INTEGER NOT NULL,
      relation_start INTEGER NOT NULL,
      relation_end INTEGER NOT NULL,
      target_start INTEGER NOT NULL,
      target_end INTEGER NOT NULL,
      source_raw TEXT REFERENCES actor (code),
      source_actor_raw TEXT REFERENCES actor (code),
      target_raw TEXT REFERENCES actor (code),
      target_actor_raw TEXT REFERENCES actor (code),
      attributed_to_raw TEXT REFERENCES actor (code),
      UNIQUE (article, sentence, number),
      FOREIGN KEY (article, sentence) REFERENCES sentence (article, number) ON DELETE CASCADE
    ) STRICT;
    INSERT INTO triple_2 (id, article, sentence, number, event, source, source_actor, source_mention, relation, type,
      cameo, intensity, target, target_actor, target_mention, realis, attributed_to, date, confidence, source_start,
      source_end, relation_start, relation_end, target_start, target_end)
    SELECT id, article, sentence, number, event, source, source_actor, source_mention, relation, type,
      cameo, intensity, target, target_actor, target_mention, realis, attributed_to, date, confidence, source_start,
      source_end, relation_start, relation_end, target_start, target_end
    FROM triple;
    DROP TABLE triple;
    ALTER TABLE triple_2 RENAME TO triple;

    CREATE INDEX triple_by_event ON triple (event);
    CREATE INDEX triple_by_source ON triple (source);
    CREATE INDEX triple_by_target ON triple (target);
    CREATE INDEX triple_by_source_actor ON triple (source_actor) WHERE source_actor IS NOT NULL;
    CREATE INDEX triple_by_target_actor ON triple (target_actor) WHERE target_actor IS NOT NULL;
    CREATE INDEX triple_by_attribution ON triple (attributed_to) WHERE attributed_to IS NOT NULL;
    CREATE INDEX triple_by_source_raw ON triple (source_raw) WHERE source_raw IS NOT NULL;
    CREATE INDEX triple_by_source_actor_raw ON triple (source_actor_raw) WHERE source_actor_raw IS NOT NULL;
    CREATE INDEX triple_by_target_raw ON triple (target_raw) WHERE target_raw IS NOT NULL;
    CREATE INDEX triple_by_target_actor_raw ON triple (target_actor_raw) WHERE target_actor_raw IS NOT NULL;
    CREATE INDEX triple_by_attribution_raw ON triple (attributed_to_raw) WHERE attributed_to_raw IS NOT NULL;
    CREATE INDEX triple_without_event ON triple (article) WHERE event IS NULL;

    CREATE VIEW report AS
    SELECT triple.event, triple.article, triple.sentence, triple.date,
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
