import Vocabulary

extension Schema {
  /// The words for realis in the order of their numbers.
  static var realisWords: [String] { Realis.allCases.map(\.rawValue) }
  /// The words for the precision of dates in the order of their numbers.
  static var precisionWords: [String] { DatePrecision.allCases.map(\.rawValue) }

  /// The number of a word in a list, NULL for any other.
  static func place(_ column: String, in words: [String]) -> String {
    "CASE \(column) " + words.enumerated().map { "WHEN '\($1)' THEN \($0)" }.joined(separator: " ") + " END"
  }

  /// The word of a number in a list, NULL for any other.
  private static func word(_ column: String, of words: [String]) -> String {
    "CASE \(column) " + words.enumerated().map { "WHEN \($0) THEN '\($1)'" }.joined(separator: " ") + " END"
  }

  /// A day's number as ISO 8601, as precise as it is known.
  static func isoDate(_ column: String) -> String {
    """
    CASE WHEN \(column) IS NULL THEN NULL \
    WHEN \(column) % 10000 = 0 THEN printf('%04d', \(column) / 10000) \
    WHEN \(column) % 100 = 0 THEN printf('%04d-%02d', \(column) / 10000, \(column) / 100 % 100) \
    ELSE printf('%04d-%02d-%02d', \(column) / 10000, \(column) / 100 % 100, \(column) % 100) END
    """
  }

  /// Ten-thousandths as a number of people.
  private static func unscaled(_ column: String) -> String {
    "CASE typeof(\(column)) WHEN 'integer' THEN \(column) / 10000.0 ELSE \(column) END"
  }

  /// The day that a triple tells, which may be a neighbour of its event's.
  static let told = "CASE WHEN r.triple IS NULL THEN e.day ELSE r.day END"

  /// The number of the actor as which one is shown.
  private static func shown(_ column: String) -> String {
    """
    (SELECT b.number FROM actor AS a JOIN actor AS b ON b.code = coalesce(a.merged_into, a.code) \
    WHERE a.number = \(column))
    """
  }

  /// The rows under their public names, with codes, names of types and dates as texts.
  static var numberViews: String {
    """
    CREATE VIEW sentence AS
    SELECT s.id, a.id AS article, s.number, s.text, s.start, s.end
    FROM sentence_row AS s JOIN article AS a ON a.number = s.article AND \(isSentence("s", of: "a"));

    CREATE VIEW event AS
    SELECT e.id, a.code AS source, b.code AS target, type.name AS type,
      \(word("e.realis", of: realisWords)) AS realis, \(isoDate("e.day")) AS date, p.text AS relation,
      substr(e.cameo, 2) AS cameo, e.intensity, e.confidence, e.reports, e.articles,
      \(isoDate("e.first")) AS first_report, \(isoDate("e.last")) AS last_report
    FROM event_row AS e
    JOIN actor AS a ON a.number = e.source
    JOIN actor AS b ON b.number = e.target
    JOIN type ON type.number = e.type
    JOIN phrase AS p ON p.number = e.relation;

    CREATE VIEW triple AS
    SELECT t.id, x.id AS article, s.number AS sentence, \(placeOfTriple) AS number, t.event, source.code AS source,
      source_actor.code AS source_actor, m.text AS source_mention, p.text AS relation, type.name AS type,
      substr(t.cameo, 2) AS cameo, \(unscaled("t.intensity")) AS intensity, target.code AS target,
      target_actor.code AS target_actor, n.text AS target_mention,
      \(word("coalesce(e.realis, r.realis)", of: realisWords)) AS realis, claim.code AS attributed_to,
      \(isoDate("(\(told))")) AS date, \(unscaled("t.confidence")) AS confidence,
      s.start + t.source_start AS source_start, s.start + t.source_start + t.source_length AS source_end,
      s.start + t.relation_start AS relation_start, s.start + t.relation_start + t.relation_length AS relation_end,
      s.start + t.target_start AS target_start, s.start + t.target_start + t.target_length AS target_end,
      nullif(source_raw.code, source.code) AS source_raw,
      nullif(source_actor_raw.code, source_actor.code) AS source_actor_raw,
      nullif(target_raw.code, target.code) AS target_raw,
      nullif(target_actor_raw.code, target_actor.code) AS target_actor_raw,
      nullif(claim_raw.code, claim.code) AS attributed_to_raw,
      \(word("t.date_precision", of: precisionWords)) AS date_precision
    FROM triple_row AS t
    JOIN sentence_row AS s ON \(isSentence)
    JOIN article AS x ON x.number = s.article AND \(isTriple("t", of: "x"))
    JOIN phrase AS p ON p.number = t.relation
    JOIN mention AS m ON m.number = t.source_mention
    JOIN mention AS n ON n.number = t.target_mention
    LEFT JOIN event_row AS e ON e.id = t.event
    LEFT JOIN merged_triple AS r ON r.triple = t.id
    LEFT JOIN type ON type.number = coalesce(e.type, r.type)
    LEFT JOIN actor AS source ON source.number = coalesce(e.source, \(shown("r.source")))
    LEFT JOIN actor AS target ON target.number = coalesce(e.target, \(shown("r.target")))
    LEFT JOIN actor AS source_actor ON source_actor.number = t.source_actor
    LEFT JOIN actor AS target_actor ON target_actor.number = t.target_actor
    LEFT JOIN actor AS claim ON claim.number = t.attributed_to
    LEFT JOIN actor AS source_raw ON source_raw.number = r.source
    LEFT JOIN actor AS target_raw ON target_raw.number = r.target
    LEFT JOIN actor AS source_actor_raw ON source_actor_raw.number = r.source_actor
    LEFT JOIN actor AS target_actor_raw ON target_actor_raw.number = r.target_actor
    LEFT JOIN actor AS claim_raw ON claim_raw.number = r.attributed_to;

    CREATE VIEW relation AS
    SELECT e.id AS event, \(isoDate("e.day")) AS date, a.code AS source, a.name AS source_name,
      a.kind AS source_kind, p.text AS relation, type.name AS type, type.quad, substr(e.cameo, 2) AS cameo,
      e.intensity, \(word("e.realis", of: realisWords)) AS realis, b.code AS target, b.name AS target_name,
      b.kind AS target_kind, e.confidence, e.reports, e.articles
    FROM event_row AS e
    JOIN actor AS a ON a.number = e.source
    JOIN actor AS b ON b.number = e.target
    JOIN type ON type.number = e.type
    JOIN phrase AS p ON p.number = e.relation;

    CREATE VIEW report AS
    SELECT t.event, x.id AS article, s.number AS sentence, \(isoDate("(\(told))")) AS date,
      \(word("t.date_precision", of: precisionWords)) AS date_precision, source.code AS source, a.code AS source_actor,
      a.name AS source_name, m.text AS source_mention, p.text AS relation, type.name AS type, type.quad,
      substr(t.cameo, 2) AS cameo, \(unscaled("t.intensity")) AS intensity,
      \(word("e.realis", of: realisWords)) AS realis, target.code AS target, b.code AS target_actor,
      b.name AS target_name, n.text AS target_mention, claim.code AS attributed_to,
      \(unscaled("t.confidence")) AS confidence, s.text, x.title, x.publisher, x.url
    FROM triple_row AS t
    JOIN event_row AS e ON e.id = t.event
    JOIN sentence_row AS s ON \(isSentence)
    JOIN article AS x ON x.number = s.article AND \(isTriple("t", of: "x"))
    JOIN phrase AS p ON p.number = t.relation
    JOIN mention AS m ON m.number = t.source_mention
    JOIN mention AS n ON n.number = t.target_mention
    JOIN type ON type.number = e.type
    JOIN actor AS source ON source.number = e.source
    JOIN actor AS target ON target.number = e.target
    JOIN actor AS a ON a.number = coalesce(t.source_actor, e.source)
    JOIN actor AS b ON b.number = coalesce(t.target_actor, e.target)
    LEFT JOIN actor AS claim ON claim.number = t.attributed_to
    LEFT JOIN merged_triple AS r ON r.triple = t.id;
    """
  }

  /// The views that count events.
  static var countingViews: String {
    /// The events of quadrants, as they are kept.
    func kept(_ quads: QuadClass...) -> String {
      EventType.allCases.filter { quads.contains($0.quad) }.map { "t." + $0.rawValue.lowercased() }
        .joined(separator: " + ")
    }
    let keptQuads = QuadClass.allCases.map { kept($0) + " AS " + $0.rawValue.replacing(" ", with: "_") }.joined(
      separator: ",\n        ")
    let quads = """
      sum(type.quad = 'verbal cooperation') AS verbal_cooperation,
        sum(type.quad = 'material cooperation') AS material_cooperation,
        sum(type.quad = 'verbal conflict') AS verbal_conflict,
        sum(type.quad = 'material conflict') AS material_conflict,
        round(avg(e.intensity), 4) AS intensity
      """
    return """
      CREATE VIEW dyad AS
      SELECT a.code AS source, b.code AS target, t.events, t.reports,
        \(keptQuads),
        round(t.intensity / 1000000.0 / t.events, 4) AS intensity,
        \(isoDate("t.first")) AS first_date, \(isoDate("t.last")) AS last_date
      FROM tally AS t
      JOIN actor AS a ON a.number = t.source
      JOIN actor AS b ON b.number = t.target
      WHERE t.is_actual = 1;

      CREATE VIEW dyad_month AS
      SELECT a.code AS source, b.code AS target, printf('%04d-%02d', e.day / 10000, e.day / 100 % 100) AS month,
        count(*) AS events, sum(e.reports) AS reports,
        \(quads)
      FROM event_row AS e
      JOIN type ON type.number = e.type
      JOIN actor AS a ON a.number = e.source
      JOIN actor AS b ON b.number = e.target
      WHERE e.realis = 0 AND e.day % 10000 <> 0
      GROUP BY e.source, e.target, e.day / 100;

      CREATE VIEW balance AS
      SELECT a.code, a.name, a.kind, sum(CASE WHEN t.target = 0 THEN t.events ELSE 0 END) AS acts,
        sum(CASE WHEN t.source = 0 THEN t.events ELSE 0 END) AS receives,
        sum(\(kept(.verbalCooperation, .materialCooperation))) AS cooperation,
        sum(\(kept(.verbalConflict, .materialConflict))) AS conflict
      FROM tally AS t
      JOIN actor AS a ON a.number = t.source + t.target
      WHERE (t.source = 0 OR t.target = 0) AND t.is_actual = 1
      GROUP BY a.number;
      """
  }
}
