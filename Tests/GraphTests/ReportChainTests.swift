import Foundation
import Testing
import Vocabulary

@testable import Graph

/// Articles that print one story are one report chain, and count once.
@Suite struct ReportChainTests {
  static let story = """
    The foreign ministers of Avalon and Borduria met in the harbour city of Lindholm on Monday and agreed to reopen the \
    three grain terminals that were closed last winter after a quarrel about fishing rights. Under the accord, ships of \
    both states may call at each terminal from the first of March, and a joint office will settle disputes about \
    customs within ten days. Officials said that the first convoy, eleven freighters with wheat for Cascara, was \
    waiting in the roads. The League of Islands, which had brought the two sides together in a series of talks since \
    autumn, welcomed the accord and promised to send observers. Traders on the exchange in Lindholm were cautious: \
    prices fell by two per cent in the morning and recovered in the afternoon. The opposition in Borduria called the \
    accord a surrender and asked for a debate in parliament next week.
    """
  static let other = """
    Grain prices rose again on Monday while the foreign ministers of Avalon and Borduria were still talking in \
    Lindholm. Traders had hoped for an accord that reopens the terminals, but a speaker for the Bordurian ministry said \
    that no date was set. Farmers in the northern provinces have held back their harvest for weeks, waiting for ships \
    that never came. A cooperative near the border has rented empty barns to keep its wheat dry through the spring \
    rains. The League of Islands warned of shortages in Cascara, where bakeries have begun to ration flour, and asked \
    both sides to let at least the freighters with aid pass.
    """

  /// What eight outlets make of one story.
  static let versions: [(id: String, title: String, date: String, body: String)] = [
    ("agency", "Avalon, Borduria reopen grain terminals", "2023-01-30", story),
    ("herald", "Grain will flow again", "2023-01-30", story),
    ("courier", "Deal at Lindholm", "2023-01-31", "LINDHOLM (Agency) — " + story),
    ("gazette", "Terminals to reopen", "2023-01-31", sentences(story, 0..<5)),
    (
      "mail", "Ministers agree", "2023-01-31",
      story.replacing("harbour city", with: "port").replacing("eleven", with: "11")
    ),
    ("observer", "Accord on grain", "2023-02-01", story + " This report was first published by the Agency."),
    ("tribune", "Borduria's opposition is angry", "2023-01-30", sentences(story, 2..<8)),
    ("post", "AVALON AND BORDURIA AGREE", "2023-01-30", story.uppercased().replacing(" ", with: "  ")),
  ]

  static func sentences(_ text: String, _ range: Range<Int>) -> String {
    text.split(separator: ". ").dropFirst(range.lowerBound).prefix(range.count).joined(separator: ". ")
  }

  static func record(_ id: String, _ title: String, _ date: String?, _ body: String, digest: String = "1")
    -> ArticleRecord
  {
    let triple = Samples.triple(
      id, from: Samples.part(Samples.avalon), "agree", .agree, to: Samples.part(Samples.borduria), text: title)
    var record = Samples.record(id, digest: digest, [triple], title: title)
    record.article.body = body
    record.article.date = date.flatMap { CalendarDate($0) }
    return record
  }

  static let records = versions.map { record($0.id, $0.title, $0.date, $0.body) }
  static let unrelated = record("weekly", "Still no deal", "2023-01-30", other)

  @Test func eightOutletsOfOneStoryCountOnce() throws {
    let store = try GraphStore()
    try store.write(batch: Self.records + [Self.unrelated])
    let event = try #require(try store.events().first)
    #expect(event.reports == 9 && event.articles == 2)
    #expect(
      try store.chain(of: "post") == ["agency", "herald", "post", "tribune", "courier", "gazette", "mail", "observer"])
    #expect(try store.chain(of: "weekly") == ["weekly"])
    #expect(try store.articles(ArticleFilter(onlyFirst: true)).map(\.id) == ["agency", "weekly"])
    // Each stays readable.
    #expect(try store.article(id: "gazette")?.body == Self.versions[3].body)
    #expect(try store.evidence(of: event.id).count == 9)
  }

  @Test(
    arguments: [
      ("a week later", "2023-02-10", story), ("without a date", nil, story),
      ("short", "2023-01-30", sentences(story, 0..<1)), ("another story", "2023-01-30", other),
      ("empty", "2023-01-30", ""),
    ] as [(String, String?, String)])
  func standsAlone(name: String, date: String?, body: String) throws {
    let store = try GraphStore()
    try store.write(batch: [Self.records[0], Self.record("z", "Same title", date, body)])
    #expect(try store.chain(of: "z") == ["z"])
    #expect(try store.events().map(\.articles) == [2])
  }

  @Test func shortTextsOfOneWordingStandAlone() throws {
    let store = try GraphStore()
    let short = Self.sentences(Self.story, 6..<7)
    try store.write(batch: [
      Self.record("a", "Same", "2023-01-30", short), Self.record("b", "Same", "2023-01-30", short),
    ])
    #expect(try store.events().map(\.articles) == [2])
  }

  @Test func articlesWithoutADateAreComparedWithEachOther() throws {
    let store = try GraphStore()
    try store.write(batch: ["b", "a"].map { Self.record($0, $0, nil, Self.story) })
    #expect(try store.chain(of: "b") == ["a", "b"])
  }

  @Test func removedAndChangedArticlesMendTheirChain() throws {
    let store = try GraphStore()
    // The middle one links the two others, which lie too far from each other.
    let dates = [("a", "2023-01-01"), ("b", "2023-01-04"), ("c", "2023-01-07")]
    let records = dates.map { Self.record($0, $0, $1, Self.story) }
    try store.write(batch: records)
    #expect(try store.chain(of: "c") == ["a", "b", "c"])
    let before = try store.dump()
    try store.remove(article: "b")
    #expect(try store.chain(of: "a") == ["a"] && store.chain(of: "c") == ["c"])
    #expect(try store.events().map(\.articles) == [2])
    try store.write(batch: [records[1]])
    #expect(try store.dump() == before)
    try store.write(batch: [Self.record("b", "b", "2023-01-04", Self.other, digest: "2")])
    #expect(try store.articles(ArticleFilter(onlyFirst: true)).count == 3)
    try store.write(batch: [records[1]])
    #expect(try store.dump() == before)
    // Without its first article a chain is named by the next.
    try store.remove(articles: ["a"])
    #expect(try store.chain(of: "c") == ["b", "c"])
    #expect(try store.events().map(\.articles) == [1])
    #expect(throws: GraphError.noArticle("memory", id: "x")) { try store.remove(articles: ["b", "x"]) }
    #expect(try store.chain(of: "c") == ["b", "c"])
    try store.remove(articles: ["b", "c"])
    #expect(try store.text(of: "SELECT count(*) FROM article_band") == ["0"])
    #expect(try store.text(of: "SELECT count(*) FROM article_signature") == ["0"])
  }

  /// Random versions of three stories over twelve days, in any order and batches, some changed and removed on the way.
  @Test(arguments: 0..<10)
  func orderAndBatchesDoNotMatter(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let texts = [Self.story, Self.other, Self.story + " " + Self.other]
    func make(_ id: Int, digest: String = "1") -> ArticleRecord {
      var words = texts[Int.random(in: 0..<3, using: &random)].split(separator: " ")
      let start = Int.random(in: 0...words.count / 3, using: &random)
      words = Array(words.dropFirst(start).dropLast(Int.random(in: 0...words.count / 3, using: &random)))
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        words[Int.random(in: 0..<words.count, using: &random)] = "x"
      }
      let day = String(format: "2023-01-%02d", Int.random(in: 1...12, using: &random))
      return Self.record("article-\(id)", "Title \(id)", day, words.joined(separator: " "), digest: digest)
    }
    let records = (0..<30).map { make($0) }
    let straight = try GraphStore()
    try straight.write(batch: records)
    let shuffled = try GraphStore()
    try shuffled.write(batch: (0..<8).map { make($0, digest: "0") })
    try shuffled.write(batch: [make(100), make(101)])
    var rest = records.shuffled(using: &random)[...]
    while !rest.isEmpty {
      let size = Int.random(in: 1...9, using: &random)
      try shuffled.write(batch: Array(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    try shuffled.remove(articles: ["article-100", "article-101"])
    #expect(try shuffled.dump() == straight.dump())
    #expect(try straight.articles(ArticleFilter(onlyFirst: true)).count < 30)
    #expect(
      try shuffled.text(of: "SELECT count(*) FROM article_band")
        == straight.text(of: "SELECT count(*) FROM article_band"))
  }

  @Test func similarityIsThatOfTheShingles() throws {
    let one = try #require(TextSignature(Self.story))
    let other = try #require(TextSignature(Self.other))
    let cut = try #require(TextSignature(Self.sentences(Self.story, 0..<5)))
    #expect(one.similarity(to: one) == 1)
    #expect(one.similarity(to: other) < 0.15 && !one.isVersion(of: other))
    #expect(cut.isVersion(of: one) && one.isVersion(of: cut))
    #expect(TextSignature("Too few words to tell") == nil)
    #expect(TextSignature(bytes: one.bytes, count: one.count) == one)
    #expect(TextSignature(bytes: Data([1, 2, 3]), count: 1) == nil)
  }

  @Test func neighboursAndChainsGoByIndexes() throws {
    let store = try GraphStore()
    for sql in [ReportChains.candidates, ReportChains.followers] {
      let plan = try store.text(of: "EXPLAIN QUERY PLAN " + sql.replacing(/\?\d?/, with: "7"))
      #expect(
        plan.allSatisfy { $0.contains("SEARCH") && $0.contains("COVERING INDEX") || $0.contains("PRIMARY KEY") },
        "\(plan)")
    }
  }
}
