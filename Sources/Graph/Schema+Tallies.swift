import GRDB
import Vocabulary

/// Counts of events that are kept in step with them by triggers, so that whoever has many events is answered without
/// a walk through them.
extension Schema {
  /// From so many events on, a tally is kept month by month too; below, the events themselves are few.
  static let monthlyFrom = 1000

  /// The columns that count the events of each type, in the order of the types' numbers.
  static let typeColumns = EventType.allCases.map { $0.rawValue.lowercased() }
  private static let sums = ["events", "reports", "intensity"] + typeColumns
  /// All but the keys, in the order of the tables.
  static let tallyColumns =
    ["events", "reports", "intensity", "confidence", "surest", "first", "last"] + typeColumns

  /// Source or target 0 stands for anybody. Month 0 is that of events without a date; the month of a year is 0.
  static let tallies = """
    CREATE TABLE tally (
      source INTEGER NOT NULL,
      target INTEGER NOT NULL,
      is_actual INTEGER NOT NULL CHECK (is_actual IN (0, 1)),
      by_month INTEGER NOT NULL CHECK (by_month IN (0, 1)),
      \(columns),
      PRIMARY KEY (source, target, is_actual)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE tally_month (
      source INTEGER NOT NULL,
      target INTEGER NOT NULL,
      is_actual INTEGER NOT NULL CHECK (is_actual IN (0, 1)),
      month INTEGER NOT NULL,
      \(columns),
      PRIMARY KEY (source, target, is_actual, month)
    ) STRICT, WITHOUT ROWID;
    """

  /// By which a target finds its sources, and how many events there are.
  static let tallyIndex = "CREATE INDEX IF NOT EXISTS tally_by_target ON tally (target, source, is_actual, events)"

  private static var columns: String {
    """
    events INTEGER NOT NULL,
      reports INTEGER NOT NULL,
      intensity INTEGER NOT NULL,
      confidence REAL NOT NULL,
      surest INTEGER NOT NULL,
      first INTEGER,
      last INTEGER,
      \(typeColumns.map { "\($0) INTEGER NOT NULL" }.joined(separator: ",\n  "))
    """
  }

  /// Fills the empty tables and keeps them in step from then on.
  static func makeTallies(_ db: Database, monthlyFrom: Int = monthlyFrom) throws {
    try TallyBuilder.fill(db, monthlyFrom: monthlyFrom)
    try db.execute(sql: tallyIndex)
    try db.execute(sql: tallyTriggers(monthlyFrom: monthlyFrom))
  }

  /// Lets the tables alone while a load writes events.
  static func suspendTallies(_ db: Database) throws {
    for name in triggerNames { try db.execute(sql: "DROP TRIGGER \(name)") }
    try db.execute(sql: "DROP INDEX tally_by_target; DELETE FROM tally; DELETE FROM tally_month")
  }

  private static let triggerNames =
    ["tally_insert", "tally_delete", "tally_update", "tally_fewer"] + groups.map { "tally_more_\($0.name)" }

  // MARK: Triggers

  /// The tallies in which an event has a part: its dyad's, those of its ends, and that of all events.
  private static let groups: [(name: String, isOfSource: Bool, isOfTarget: Bool)] = [
    ("dyad", true, true), ("source", true, false), ("target", false, true), ("all", false, false),
  ]

  /// - Parameter monthlyFrom: at least 2.
  static func tallyTriggers(monthlyFrom: Int) -> String {
    """
    CREATE TRIGGER tally_insert AFTER INSERT ON event_row BEGIN \(added) END;
    CREATE TRIGGER tally_delete AFTER DELETE ON event_row BEGIN \(removed) END;
    CREATE TRIGGER tally_update
    AFTER UPDATE OF source, target, type, realis, day, reports, intensity, confidence ON event_row
    WHEN (OLD.source, OLD.target, OLD.type, OLD.realis, OLD.day, OLD.reports, OLD.intensity, OLD.confidence)
      IS NOT (NEW.source, NEW.target, NEW.type, NEW.realis, NEW.day, NEW.reports, NEW.intensity, NEW.confidence)
    BEGIN \(removed) \(added) END;
    CREATE TRIGGER tally_fewer AFTER UPDATE OF events ON tally WHEN NEW.by_month AND NEW.events < \(monthlyFrom) BEGIN
      DELETE FROM tally_month WHERE (source, target, is_actual) = (NEW.source, NEW.target, NEW.is_actual);
      UPDATE tally SET by_month = 0 WHERE (source, target, is_actual) = (NEW.source, NEW.target, NEW.is_actual);
    END;

    """
      + groups.map { group in
        """
        CREATE TRIGGER tally_more_\(group.name) AFTER UPDATE OF events ON tally
        WHEN NEW.events >= \(monthlyFrom) AND NOT NEW.by_month AND NEW.source \(group.isOfSource ? "<>" : "=") 0
          AND NEW.target \(group.isOfTarget ? "<>" : "=") 0
        BEGIN
          INSERT INTO tally_month SELECT NEW.source, NEW.target, NEW.is_actual, ifnull(day / 100, 0) AS month, count(*),
            sum(reports), sum(\(millionths("intensity"))), max(confidence), 0, min(day), max(day),
            \(typeColumns.indices.map { "sum(type = \($0))" }.joined(separator: ", "))
          FROM event_row WHERE (realis = 0) = NEW.is_actual
            \(group.isOfSource ? "AND source = NEW.source" : "") \(group.isOfTarget ? "AND target = NEW.target" : "")
          GROUP BY month;
          UPDATE tally_month SET surest = (SELECT count(*) FROM event_row AS e WHERE (e.realis = 0) = NEW.is_actual
            \(group.isOfSource ? "AND e.source = NEW.source" : "")
            \(group.isOfTarget ? "AND e.target = NEW.target" : "") AND \(isIn("tally_month.month"))
            AND e.confidence = tally_month.confidence)
          WHERE (source, target, is_actual) = (NEW.source, NEW.target, NEW.is_actual);
          UPDATE tally SET by_month = 1 WHERE (source, target, is_actual) = (NEW.source, NEW.target, NEW.is_actual);
        END;

        """
      }.joined()
  }

  /// Whole numbers add up alike in any order; `EventTally` counts in the same.
  private static func millionths(_ column: String) -> String {
    "CAST(round(min(max(\(column), -1000.0), 1000.0) * 1000000.0) AS INTEGER)"
  }

  private static func isIn(_ month: String) -> String {
    "(\(isDayOf(month)) OR (\(month) = 0 AND e.day IS NULL))"
  }

  private static func isDayOf(_ month: String) -> String {
    "e.day BETWEEN \(month) * 100 AND \(month) * 100 + 99"
  }

  /// Whether a row is one of an event's four tallies. Each column by itself: a list of pairs would not be looked up by
  /// the keys, but compared with every row.
  static func isTally(ofSource source: String, target: String, isActual: String) -> String {
    "source IN (\(source), 0) AND target IN (\(target), 0) AND is_actual = (\(isActual))"
  }

  /// The keys of a new event's tallies.
  private static let newKeys = """
    (SELECT NEW.source AS source, NEW.target AS target UNION ALL SELECT NEW.source, 0 \
    UNION ALL SELECT 0, NEW.target UNION ALL SELECT 0, 0)
    """

  private static var added: String {
    let columns = tallyColumns.joined(separator: ", ")
    let values = """
      1, NEW.reports, \(millionths("NEW.intensity")), NEW.confidence, 1, NEW.day, NEW.day, \
      \(typeColumns.indices.map { "NEW.type = \($0)" }.joined(separator: ", "))
      """
    let sum = """
      SET \(sums.map { "\($0) = \($0) + excluded.\($0)" }.joined(separator: ", ")),
        confidence = max(confidence, excluded.confidence),
        surest = CASE WHEN excluded.confidence > confidence THEN 1
          ELSE surest + (excluded.confidence = confidence) END,
        first = min(ifnull(first, excluded.first), ifnull(excluded.first, first)),
        last = max(ifnull(last, excluded.last), ifnull(excluded.last, last))
      """
    return """
        INSERT INTO tally_month (source, target, is_actual, month, \(columns))
        SELECT k.source, k.target, NEW.realis = 0, ifnull(NEW.day / 100, 0), \(values)
        FROM \(newKeys) AS k CROSS JOIN tally AS t
        ON t.source = k.source AND t.target = k.target AND t.is_actual = (NEW.realis = 0) WHERE t.by_month
        ON CONFLICT DO UPDATE \(sum);
        INSERT INTO tally (source, target, is_actual, by_month, \(columns))
        SELECT k.source, k.target, NEW.realis = 0, 0, \(values) FROM \(newKeys) AS k WHERE true
        ON CONFLICT DO UPDATE \(sum);
      """
  }

  private static var removed: String {
    let less =
      typeColumns.enumerated().map { "\($1) = \($1) - (OLD.type = \($0))" }.joined(separator: ", ") + """
        , reports = reports - OLD.reports, intensity = intensity - \(millionths("OLD.intensity")),
          surest = surest - (confidence = OLD.confidence), events = events - 1
        """
    let month = "month = ifnull(OLD.day / 100, 0)"
    var statements: [String] = []
    for (table, more) in [("tally_month", " AND " + month), ("tally", "")] {
      let own = isTally(ofSource: "OLD.source", target: "OLD.target", isActual: "OLD.realis = 0") + more
      statements += ["UPDATE \(table) SET \(less) WHERE \(own)", "DELETE FROM \(table) WHERE \(own) AND events = 0"]
      statements += groups.map { mended(table, $0.isOfSource, $0.isOfTarget, more) }
    }
    return statements.map { $0 + ";" }.joined(separator: "\n")
  }

  /// Finds greatest confidence, first and last day anew where the event that went had them.
  private static func mended(_ table: String, _ isOfSource: Bool, _ isOfTarget: Bool, _ more: String) -> String {
    let rest = """
      FROM event_row AS e WHERE e.id <> OLD.id AND (e.realis = 0) = (OLD.realis = 0)\
      \(isOfSource ? " AND e.source = OLD.source" : "")\(isOfTarget ? " AND e.target = OLD.target" : "")
      """
    let month = "\(table).month"
    let inMonth = more.isEmpty ? "" : " AND " + isIn(month)
    // Only an event with a date can have been the first or the last; an OR would keep SQLite from the index of days.
    let dated = more.isEmpty ? " AND e.day IS NOT NULL" : " AND " + isDayOf(month)
    return """
      UPDATE \(table) SET
        confidence = CASE surest WHEN 0 THEN (SELECT max(e.confidence) \(rest)\(inMonth)) ELSE confidence END,
        surest = CASE surest WHEN 0 THEN (
          SELECT count(*) \(rest)\(inMonth) GROUP BY e.confidence ORDER BY e.confidence DESC LIMIT 1)
          ELSE surest END,
        first = CASE first WHEN OLD.day THEN (SELECT e.day \(rest)\(dated) ORDER BY e.day LIMIT 1)
          ELSE first END,
        last = CASE last WHEN OLD.day THEN (SELECT e.day \(rest)\(dated) ORDER BY e.day DESC LIMIT 1) ELSE last END
      WHERE source = \(isOfSource ? "OLD.source" : "0") AND target = \(isOfTarget ? "OLD.target" : "0")
        AND is_actual = (OLD.realis = 0)\(more) AND (surest = 0 OR first = OLD.day OR last = OLD.day)
      """
  }
}
