extension Schema {
  /// The usual questions, answered for whoever opens the file in a tool of their own.
  static let views = """
    CREATE VIEW relation AS
    SELECT event.id AS event, event.date, event.source, a.name AS source_name, a.kind AS source_kind,
      event.relation, event.type, type.quad, event.cameo, event.intensity, event.realis,
      event.target, b.name AS target_name, b.kind AS target_kind,
      event.confidence, event.reports, event.articles
    FROM event
    JOIN type ON type.name = event.type
    JOIN actor AS a ON a.code = event.source
    JOIN actor AS b ON b.code = event.target;

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
    JOIN actor AS b ON b.code = coalesce(triple.target_actor, triple.target);

    CREATE VIEW dyad AS
    SELECT event.source, event.target, count(*) AS events, sum(event.reports) AS reports,
      sum(type.quad = 'verbal cooperation') AS verbal_cooperation,
      sum(type.quad = 'material cooperation') AS material_cooperation,
      sum(type.quad = 'verbal conflict') AS verbal_conflict,
      sum(type.quad = 'material conflict') AS material_conflict,
      round(avg(event.intensity), 4) AS intensity,
      min(event.date) AS first_date, max(event.date) AS last_date
    FROM event
    JOIN type ON type.name = event.type
    WHERE event.realis = 'actual'
    GROUP BY event.source, event.target;

    CREATE VIEW dyad_month AS
    SELECT event.source, event.target, substr(event.date, 1, 7) AS month, count(*) AS events,
      sum(event.reports) AS reports,
      sum(type.quad = 'verbal cooperation') AS verbal_cooperation,
      sum(type.quad = 'material cooperation') AS material_cooperation,
      sum(type.quad = 'verbal conflict') AS verbal_conflict,
      sum(type.quad = 'material conflict') AS material_conflict,
      round(avg(event.intensity), 4) AS intensity
    FROM event
    JOIN type ON type.name = event.type
    WHERE event.realis = 'actual' AND length(event.date) >= 7
    GROUP BY event.source, event.target, substr(event.date, 1, 7);

    CREATE VIEW balance AS
    SELECT actor.code, actor.name, actor.kind,
      sum(side.part = 'source') AS acts, sum(side.part = 'target') AS receives,
      sum(side.quad LIKE '%cooperation') AS cooperation, sum(side.quad LIKE '%conflict') AS conflict
    FROM (
      SELECT event.source AS code, 'source' AS part, type.quad
      FROM event JOIN type ON type.name = event.type WHERE event.realis = 'actual'
      UNION ALL
      SELECT event.target, 'target', type.quad
      FROM event JOIN type ON type.name = event.type WHERE event.realis = 'actual'
    ) AS side
    JOIN actor ON actor.code = side.code
    GROUP BY actor.code;
    """
}
