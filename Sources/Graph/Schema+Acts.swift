import GRDB

/// The events in which an actor acts for another, by day, kept in step with the triples by triggers: a page of what
/// somebody said is a part of its key.
extension Schema {
  /// Day 0 is that of events without a date.
  static let acts = """
    CREATE TABLE act (
      actor INTEGER NOT NULL,
      is_source INTEGER NOT NULL CHECK (is_source IN (0, 1)),
      day INTEGER NOT NULL,
      event INTEGER NOT NULL,
      PRIMARY KEY (actor, is_source, day, event)
    ) STRICT, WITHOUT ROWID;
    """

  /// Fills the empty table and keeps it in step from then on.
  static func makeActs(_ db: Database) throws {
    let sides = [("source_actor", 1), ("target_actor", 0)].map { column, isSource in
      """
      SELECT t.\(column), \(isSource), ifnull(e.day, 0), e.id FROM triple_row AS t JOIN event_row AS e ON e.id = t.event
      WHERE t.\(column) IS NOT NULL
      """
    }
    try db.execute(sql: "INSERT INTO act " + sides.joined(separator: " UNION "))
    try db.execute(
      sql: """
        CREATE TRIGGER act_insert AFTER INSERT ON triple_row \(condition("NEW")) BEGIN \(added) END;
        CREATE TRIGGER act_delete AFTER DELETE ON triple_row \(condition("OLD")) BEGIN \(removed) END;
        CREATE TRIGGER act_update AFTER UPDATE OF event, source_actor, target_actor ON triple_row
        BEGIN \(removed) \(added) END;
        """)
  }

  /// Lets the table alone while a load writes triples.
  static func suspendActs(_ db: Database) throws {
    for name in ["act_insert", "act_delete", "act_update"] { try db.execute(sql: "DROP TRIGGER \(name)") }
    try db.execute(sql: "DELETE FROM act")
  }

  private static func condition(_ row: String) -> String {
    "WHEN \(row).event IS NOT NULL AND coalesce(\(row).source_actor, \(row).target_actor) IS NOT NULL"
  }

  private static let added = """
    INSERT OR IGNORE INTO act SELECT k.actor, k.is_source, ifnull(e.day, 0), e.id
    FROM (SELECT NEW.source_actor AS actor, 1 AS is_source UNION ALL SELECT NEW.target_actor, 0) AS k
    CROSS JOIN event_row AS e ON e.id = NEW.event WHERE k.actor IS NOT NULL;
    """

  /// An event goes only when all of its triples have gone, so its day can be looked up.
  private static let removed = [("source_actor", 1), ("target_actor", 0)].map { column, isSource in
    """
    DELETE FROM act WHERE actor = OLD.\(column) AND is_source = \(isSource)
      AND day = (SELECT ifnull(e.day, 0) FROM event_row AS e WHERE e.id = OLD.event) AND event = OLD.event
      AND NOT EXISTS (SELECT 1 FROM triple_row AS t WHERE t.event = OLD.event AND t.\(column) = OLD.\(column));
    """
  }.joined(separator: "\n")
}
