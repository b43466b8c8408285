import Vocabulary

@testable import Exchange

/// Answers to questions, in all forms in which commands print them.
enum QuestionSamples {
  static let outputs: [String: [UInt8]] = [
    "groups.txt": Array(RelationGroups.table(groups, by: groupings).utf8),
    "groups-narrow.txt": Array(
      [100, 80].map { RelationGroups.table(groups, by: groupings, width: $0) }.joined(separator: "\n").utf8),
    "groups.jsonl": Output.bytes { for one in groups { RelationGroups.appendJSON(one, by: groupings, to: &$0) } },
    "groups.csv": Output.bytes {
      RelationGroups.appendCSVHeader(by: groupings, to: &$0)
      for one in groups { RelationGroups.appendCSV(one, to: &$0) }
    },
    "timeline.txt": Array((TimelineFormats.sparkline(timeline, width: 60) + TimelineFormats.table(timeline)).utf8),
    "timeline-narrow.txt": Array(
      (TimelineFormats.sparkline(timeline, width: 29) + TimelineFormats.table(timeline, width: 80)).utf8),
    "timeline.jsonl": Output.bytes { for one in timeline.buckets { TimelineFormats.appendJSON(one, to: &$0) } },
    "timeline.csv": Output.bytes {
      TimelineFormats.appendCSVHeader(to: &$0)
      for one in timeline.buckets { TimelineFormats.appendCSV(one, to: &$0) }
    },
    "path.txt": Array((PathFormats.text(path) + PathFormats.text(directed, isDirected: true)).utf8),
    "path.jsonl": Output.bytes { for one in [path, directed] { PathFormats.appendJSON(one, to: &$0) } },
    "path.csv": Output.bytes {
      PathFormats.appendCSVHeader(to: &$0)
      PathFormats.appendCSV(path, number: 1, to: &$0)
      PathFormats.appendCSV(directed, number: 2, to: &$0)
    },
    "top.txt": Array(ActorActivities.table(busiest).utf8),
    "top.jsonl": Output.bytes { for one in busiest { ActorActivities.appendJSON(one, to: &$0) } },
    "top.csv": Output.bytes {
      ActorActivities.appendCSVHeader(to: &$0)
      for one in busiest { ActorActivities.appendCSV(one, to: &$0) }
    },
    "stats.txt": Array(StatisticsFormats.text(statistics, version: "9.8.7").utf8),
    "stats.jsonl": Output.bytes { StatisticsFormats.appendJSON(statistics, version: "9.8.7", to: &$0) },
    "query.txt": Array(CypherText.table(answer, maximumWidth: 80).utf8),
    "query.jsonl": Output.bytes { CypherJSON.append(answer, to: &$0) },
    "query.csv": Output.bytes { CypherText.appendCSV(answer, to: &$0) },
    "articles.txt": Array(ArticleSummaries.table(articles).utf8),
    "articles.jsonl": Output.bytes { for one in articles { ArticleSummaries.appendJSON(one, to: &$0) } },
    "articles.csv": Output.bytes {
      ArticleSummaries.appendCSVHeader(to: &$0)
      for one in articles { ArticleSummaries.appendCSV(one, to: &$0) }
    },
  ]

  static let groupings: [Grouping] = [.dyad, .quarter]

  static let groups: [RelationGroup] = [
    RelationGroup(
      keys: [.dyad(Samples.nato, Samples.korea), .period(period(.quarter, "2023-02-01"))],
      totals: EventTotals(
        events: 12, reports: 40, quads: [.verbalCooperation: 9, .verbalConflict: 3], intensity: 1.25, confidence: 0.93,
        first: CalendarDate("2023-01-30"), last: CalendarDate("2023-03-31"))),
    RelationGroup(
      keys: [.dyad(union, Samples.korea), .period(nil)],
      totals: EventTotals(
        events: 1, reports: 1, quads: [.materialConflict: 1], intensity: -10, confidence: 0.5,
        first: CalendarDate("2023"), last: CalendarDate("2023"))),
  ]

  static let timeline = Timeline(
    buckets: [
      ("2022-11-01", [.verbalCooperation: 2, .materialCooperation: 1], 3.5), ("2022-12-01", [:], nil),
      ("2023-01-01", [.verbalConflict: 4, .materialConflict: 4], -8.25), ("2023-02-01", [.verbalConflict: 1], -0.1),
    ].compactMap { (day: String, quads: [QuadClass: Int], intensity: Double?) in
      let events = quads.values.reduce(0, +)
      let date = events > 0 ? CalendarDate(day) : nil
      return period(.month, day).map {
        .init(
          period: $0,
          totals: EventTotals(
            events: events, reports: events * 2, quads: quads, intensity: intensity,
            confidence: events > 0 ? 0.875 : 0, first: date, last: date))
      }
    }, undated: 2, unit: .month)

  static let path = RelationPath(
    steps: [
      .init(from: Samples.nato, to: Samples.korea, events: 12, event: Samples.events[0], evidence: Samples.urge),
      .init(from: Samples.korea, to: union, events: 1, event: Samples.events[1], evidence: nil),
    ])
  static let directed = RelationPath(
    steps: [
      .init(
        from: Samples.nato, to: Samples.korea, events: 1, event: Samples.events[0], evidence: Samples.triples[1])
    ])

  static let busiest: [ActorActivity] = [
    ActorActivity(actor: Samples.korea, eventsAsSource: 3, eventsAsTarget: 12, totals: groups[0].totals),
    ActorActivity(actor: union, eventsAsSource: 1, eventsAsTarget: 0, totals: groups[1].totals),
  ]

  static let statistics: GraphStatistics = {
    var statistics = GraphStatistics()
    (statistics.articles, statistics.independentArticles, statistics.sentences) = (1200, 1100, 20_000)
    (statistics.actors, statistics.mergedActors, statistics.dyads) = (300, 2, 900)
    (statistics.triples, statistics.events) = (5000, 4000)
    statistics.articleDates = .init(first: CalendarDate("2022-01-01"), last: CalendarDate("2023-12-31"))
    statistics.eventDates = .init(first: CalendarDate("1999"), last: CalendarDate("2024-02-29"))
    (statistics.types, statistics.realis) = ([.agree: 1000, .assault: 3000], [.actual: 3999, .negated: 1])
    (statistics.bytes, statistics.schema, statistics.sqlite) = (1_234_567, 4, "3.40.1")
    return statistics
  }()

  static let answer: CypherResult = {
    let edge = CypherRelationship(
      id: 7, source: "NATO", target: "KOR", type: .request, realis: .actual, date: CalendarDate("2023-01"),
      relation: "urge", cameo: "1023", intensity: -0.1, confidence: 0.5, reports: 2, articles: 1)
    return CypherResult(
      columns: ["a", "count(*)", "mean", "names", "r", "=p"],
      rows: [
        [
          .node(Samples.korea), .integer(12), .double(-0.125), .list([.string("ROK"), .string("Seoul, \"the\" city")]),
          .relationship(edge), .path(CypherPath(nodes: [Samples.nato, Samples.korea], relationships: [edge])),
        ],
        [.null, .integer(0), .double(2), .list([]), .null, .null],
      ], isTruncated: false)
  }()

  static let articles: [ArticleSummary] = [
    ArticleSummary(
      id: "r2", title: "Canada condemned, \"again\"", date: CalendarDate("2023-01-31"), publisher: "Mail",
      url: "https://example.org/r2?a=1&b=2", sentences: 14, triples: 3, chain: "r1", chainLength: 2,
      snippet: Snippet(pieces: ["…to reopen three ", "grain", " terminals that…"])),
    ArticleSummary(
      id: "=x", title: "서울 — a headline without a date", date: nil, publisher: nil, url: nil, sentences: 1, triples: 0,
      chain: "=x", chainLength: 1),
  ]

  private static let union = Actor(
    code: "Long Union", name: "Union of States, Isles and \"Free\" Cities of the Far North", kind: .organization)

  private static func period(_ unit: TimeUnit, _ day: String) -> TimePeriod? {
    CalendarDate(day).flatMap { TimePeriod(unit, of: $0) }
  }
}
