import Testing
import Vocabulary

@testable import Graph

@Suite struct ArticleListTests {
  static func store() throws -> GraphStore {
    let store = try GraphStore()
    let dates: [(String, String?, String)] = [
      ("a", "2023-01-30", "Herald"), ("b", "2023-02", "Mail"), ("c", nil, "Herald"), ("d", "2022", "Mail"),
      ("e", "2023-02-01", "HERALD"),
    ]
    try store.write(
      batch: dates.map { id, date, publisher in
        var record = Samples.record(id, [], title: "On \(id)")
        record.article.date = date.flatMap { CalendarDate($0) }
        record.article.publisher = publisher
        record.sentences = [
          SentenceRecord(number: 0, text: "On \(id)", range: 0..<4),
          SentenceRecord(number: 1, text: "Grain of \(id) goes to the port", range: 6..<33),
        ]
        return record
      })
    return store
  }

  @Test(arguments: [
    (ArticleFilter(), ["e", "b", "a", "d", "c"]),
    (ArticleFilter(since: CalendarDate("2023-02")), ["e", "b"]),
    (ArticleFilter(since: CalendarDate("2022-01-01"), until: CalendarDate("2023-01")), ["a", "d"]),
    (ArticleFilter(until: CalendarDate("2022-06")), ["d"]),
    (ArticleFilter(publisher: "herald"), ["e", "a", "c"]),
    (ArticleFilter(limit: 2, offset: 1), ["b", "a"]),
    (ArticleFilter(text: "grain"), ["e", "b", "a", "d", "c"]),
    (ArticleFilter(text: "\"grain of d\""), ["d"]),
    // Titles are found too.
    (ArticleFilter(text: "\"on e\""), ["e"]),
    (ArticleFilter(text: "\""), ["e", "b", "a", "d", "c"]),
  ])
  func filterLeavesWhatItSays(filter: ArticleFilter, ids: [String]) throws {
    let store = try Self.store()
    #expect(try store.articles(filter).map(\.id) == ids)
    if filter.limit == nil { #expect(try store.articleCount(filter) == ids.count) }
  }

  @Test func snippetMarksTheWords() throws {
    let store = try Self.store()
    let found = try #require(try store.articles(ArticleFilter(text: "ports grain", limit: 1)).first?.snippet)
    #expect(found.text(from: "[", to: "]") == "[Grain] of e goes to the [port]")
    #expect(found.text() == "Grain of e goes to the port")
    #expect(try store.articles().allSatisfy { $0.snippet == nil })
  }

  @Test func detailsHaveTextTriplesAndSentences() throws {
    let store = try GraphStore()
    let triple = Samples.triple("a", from: Samples.part(Samples.avalon), to: Samples.part(Samples.borduria))
    let record = Samples.record("a", [triple])
    try store.write(batch: [record])
    let details = try #require(try store.details(ofArticle: "a"))
    #expect(details.article == record.article && details.chain == ["a"])
    #expect(details.triples == [triple] && details.sentences.map(\.text) == [triple.evidence.text])
    #expect(try store.details(ofArticle: "b") == nil)
  }

  @Test func aPageGoesByTheIndexOfDates() throws {
    let store = try Self.store()
    for filter in [ArticleFilter(limit: 5), ArticleFilter(since: CalendarDate("2023"), onlyFirst: true, limit: 5)] {
      let plan = try store.plan(of: GraphStore.articles(filter))
      #expect(
        plan.contains { $0.contains("article_by_date") } && !plan.contains("USE TEMP B-TREE FOR ORDER BY"), "\(plan)")
    }
    let search = try store.plan(of: GraphStore.articles(ArticleFilter(text: "grain", limit: 5)))
    #expect(!search.contains { $0.hasPrefix("SCAN a") || $0.hasPrefix("SCAN s ") }, "\(search)")
  }
}
