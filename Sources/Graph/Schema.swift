import GRDB
import Vocabulary

/// The database's shape, and how a file of any earlier version becomes one of this version.
///
/// docs/schema.md describes what stands here.
enum Schema {
  /// The version that this program writes; `PRAGMA user_version` of a file tells its own.
  static let version = 4
  /// `PRAGMA application_id` of every file: "Entt".
  static let applicationID = 0x456E_7474

  /// One migration a version. A migration that has been released never changes.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: tables)
      try db.execute(sql: search)
      try db.execute(sql: indexes)
      try db.execute(sql: views)
      for type in EventType.allCases {
        try db.execute(
          sql: "INSERT INTO type (name, quad) VALUES (?, ?)", arguments: [type.rawValue, type.quad.rawValue])
      }
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: "PRAGMA user_version = 1")
    }
    migrator.registerMigration("2") { db in
      try db.execute(sql: merges)
      try db.execute(sql: "PRAGMA user_version = 2")
    }
    migrator.registerMigration("3") { db in
      try db.execute(sql: dates)
      try db.execute(sql: "PRAGMA user_version = 3")
    }
    migrator.registerMigration("4") { db in
      for view in ["relation", "report", "dyad", "dyad_month", "balance"] {
        try db.execute(sql: "DROP VIEW \(view)")
      }
      try db.execute(sql: numbers)
      for type in EventType.allCases {
        try db.execute(
          sql: "INSERT INTO type_4 (number, name, quad) VALUES (?, ?, ?)",
          arguments: [type.storedNumber, type.rawValue, type.quad.rawValue])
      }
      try db.execute(sql: numbersFromTexts)
      try db.execute(sql: numbersInPlace)
      try makeGraphIndexes(db)
      try db.execute(sql: articleTrigger)
      try db.execute(sql: tallies)
      try makeTallies(db)
      try db.execute(sql: acts)
      try makeActs(db)
      try db.execute(sql: numberViews)
      try db.execute(sql: countingViews)
      try db.execute(sql: reports)
      try chainArticles(db)
      try db.execute(sql: "PRAGMA user_version = 4")
    }
    return migrator
  }

  private static func list(_ values: [String]) -> String {
    values.map { "'\($0)'" }.joined(separator: ", ")
  }

  /// Version 1: codes stand in the rows themselves. Later versions change much of this.
  private static var tables: String {
    """
    CREATE TABLE type (
      name TEXT NOT NULL PRIMARY KEY,
      quad TEXT NOT NULL CHECK (quad IN (\(list(QuadClass.allCases.map(\.rawValue)))))
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE article (
      id TEXT NOT NULL PRIMARY KEY,
      title TEXT NOT NULL,
      date TEXT,
      body TEXT NOT NULL,
      url TEXT,
      publisher TEXT,
      language TEXT,
      digest TEXT NOT NULL
    ) STRICT;

    CREATE TABLE sentence (
      id INTEGER PRIMARY KEY,
      article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      text TEXT NOT NULL,
      start INTEGER NOT NULL,
      end INTEGER NOT NULL,
      UNIQUE (article, number)
    ) STRICT;

    CREATE TABLE actor (
      code TEXT NOT NULL PRIMARY KEY,
      name TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN (\(list(ActorKind.allCases.map(\.rawValue))))),
      folded TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE alias (
      actor TEXT NOT NULL REFERENCES actor (code) ON DELETE CASCADE,
      name TEXT NOT NULL,
      folded TEXT NOT NULL,
      PRIMARY KEY (actor, name)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE event (
      id INTEGER PRIMARY KEY,
      source TEXT NOT NULL REFERENCES actor (code),
      target TEXT NOT NULL REFERENCES actor (code),
      type TEXT NOT NULL REFERENCES type (name),
      realis TEXT NOT NULL CHECK (realis IN (\(list(Realis.allCases.map(\.rawValue))))),
      date TEXT,
      relation TEXT NOT NULL,
      cameo TEXT,
      intensity REAL NOT NULL,
      confidence REAL NOT NULL,
      reports INTEGER NOT NULL,
      articles INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE triple (
      id INTEGER PRIMARY KEY,
      article TEXT NOT NULL,
      sentence INTEGER NOT NULL,
      number INTEGER NOT NULL,
      event INTEGER NOT NULL REFERENCES event (id),
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
      realis TEXT NOT NULL CHECK (realis IN (\(list(Realis.allCases.map(\.rawValue))))),
      attributed_to TEXT REFERENCES actor (code),
      date TEXT,
      confidence REAL NOT NULL,
      source_start INTEGER NOT NULL,
      source_end INTEGER NOT NULL,
      relation_start INTEGER NOT NULL,
      relation_end INTEGER NOT NULL,
      target_start INTEGER NOT NULL,
      target_end INTEGER NOT NULL,
      UNIQUE (article, sentence, number),
      FOREIGN KEY (article, sentence) REFERENCES sentence (article, number) ON DELETE CASCADE
    ) STRICT;
    """
  }

  /// Filters go by the event; a triple is reached through its event, its article or its actors.
  private static let indexes = """
    CREATE INDEX article_by_date ON article (date);
    CREATE INDEX actor_by_folded ON actor (folded);
    CREATE INDEX alias_by_folded ON alias (folded);
    CREATE INDEX event_by_dyad ON event (source, target, date);
    CREATE INDEX event_by_source ON event (source, date);
    CREATE INDEX event_by_target ON event (target, date);
    CREATE INDEX event_by_type ON event (type, date);
    CREATE INDEX event_by_date ON event (date);
    CREATE INDEX triple_by_event ON triple (event);
    CREATE INDEX triple_by_source ON triple (source);
    CREATE INDEX triple_by_target ON triple (target);
    CREATE INDEX triple_by_source_actor ON triple (source_actor) WHERE source_actor IS NOT NULL;
    CREATE INDEX triple_by_target_actor ON triple (target_actor) WHERE target_actor IS NOT NULL;
    CREATE INDEX triple_by_attribution ON triple (attributed_to) WHERE attributed_to IS NOT NULL;
    """

  /// Ingest writes the search itself at the end of a batch: a trigger would make FTS5 flush at every row.
  private static let search = """
    CREATE VIRTUAL TABLE sentence_search USING fts5 (
      text, content = 'sentence', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
    );
    """
}
