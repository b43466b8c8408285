import Foundation
import Testing
import Vocabulary

@testable import Graph

@Suite struct IngestTests {
  let request = Samples.triple(
    "a", from: Samples.part(Samples.speaker, for: Samples.league, as: "Quill"), to: Samples.part(Samples.borduria),
    by: "AVA")

  @Test func tripleComesBackAsItWentIn() throws {
    let store = try GraphStore()
    let plain = Samples.triple(
      "a", sentence: 3, from: Samples.part(Samples.avalon), "sanction", .sanction, to: Samples.part(Samples.cascara),
      realis: .negated, date: "2023-02", intensity: -7, confidence: 0.123456789, cameo: nil, text: "«Não», é 🚢")
    try store.write(batch: [Samples.record("a", [request, plain])])
    #expect(try Set(store.triples()) == [request, plain])
  }

  @Test func articleAndSentencesComeBack() throws {
    let store = try GraphStore()
    var record = Samples.record("a", [request])
    record.article.url = "https://example.org/a"
    record.article.language = "en"
    record.sentences = [SentenceRecord(number: 1, text: "Body.", range: 6..<11)]
    try store.write(batch: [record])
    #expect(try store.article(id: "a") == record.article)
    #expect(try store.article(id: "b") == nil)
    #expect(try store.sentences(of: "a").map(\.number) == [0, 1])
    let summary = try #require(try store.articles().first)
    #expect(summary.sentences == 2 && summary.triples == 1 && summary.publisher == "The Herald")
  }

  @Test func secondTimeChangesNothing() throws {
    let store = try GraphStore()
    let records = [Samples.record("a", [request]), Samples.record("b", [])]
    let first = try store.write(batch: records)
    let before = try store.dump()
    let second = try store.write(batch: records)
    #expect(first.added == 2 && first.triples == 1 && first.sentences == 1)
    #expect(second.unchanged == 2 && second.added == 0 && second.triples == 0)
    #expect(try store.dump() == before)
    #expect(try store.digests(of: ["a", "b", "c"]) == ["a": "1", "b": "1"])
  }

  @Test func changedArticleReplacesItsOwnTriplesOnly() throws {
    let store = try GraphStore()
    var other = request
    other.article = "b"
    try store.write(batch: [Samples.record("a", [request]), Samples.record("b", [other])])
    #expect(try store.events().first?.articles == 2)

    let changed = Samples.triple("a", from: Samples.part(Samples.cascara), to: Samples.part(Samples.borduria))
    let counts = try store.write(batch: [Samples.record("a", digest: "2", [changed])])
    #expect(counts.replaced == 1)
    #expect(try Set(store.triples()) == [changed, other])
    #expect(try store.events().map(\.articles) == [1, 1])
  }

  @Test func removedArticleTakesItsEventsAndActorsWithIt() throws {
    let store = try GraphStore()
    let kept = Samples.triple("b", from: Samples.part(Samples.avalon), to: Samples.part(Samples.borduria))
    try store.write(batch: [Samples.record("b", [kept])])
    let before = try store.dump()
    try store.write(batch: [Samples.record("a", [request])])
    #expect(try store.actors().count == 4)
    #expect(try store.remove(article: "a"))
    #expect(try store.dump() == before)
    #expect(try store.actors().map(\.code) == ["AVA", "BOR"])
    #expect(try store.remove(article: "a") == false)
  }

  @Test func eventSumsUpItsReports() throws {
    let store = try GraphStore()
    let source = Samples.part(Samples.avalon)
    let target = Samples.part(Samples.borduria)
    try store.write(batch: [
      Samples.record(
        "a",
        [
          Samples.triple("a", from: source, "urge", to: target, intensity: -1, confidence: 0.5, cameo: "102"),
          Samples.triple("a", sentence: 1, from: source, "ask", to: target, intensity: -2, confidence: 0.9, cameo: nil),
        ]),
      Samples.record("b", [Samples.triple("b", from: source, "ask", to: target, intensity: -3, cameo: "100")]),
      Samples.record("c", [Samples.triple("c", from: source, "ask", to: target, realis: .planned)]),
      Samples.record("d", [Samples.triple("d", from: target, "ask", to: source)]),
    ])
    let events = try store.events(RelationFilter(from: ["AVA"], realis: [.actual]))
    let event = try #require(events.first)
    #expect(events.count == 1)
    #expect(event.relation == "ask" && event.cameo == "100")
    #expect(event.intensity == -2 && event.confidence == 0.9)
    #expect(event.reports == 3 && event.articles == 2)
    #expect(try store.evidence(of: event.id).map(\.article) == ["a", "a", "b"])
    #expect(try store.event(id: event.id) == event)
    #expect(try store.eventCount() == 3)
  }

  @Test func namesGivenLaterWin() throws {
    let store = try GraphStore()
    var record = Samples.record("a", [request])
    record.actors = []
    try store.write(batch: [record])
    #expect(try store.actor(code: "AVA") == Actor(code: "AVA", name: "AVA", kind: .organization))
    record.article.id = "b"
    record.actors = Samples.principals
    try store.write(batch: [record])
    #expect(try store.actor(code: "AVA") == Samples.avalon)
    let renamed = Actor(code: "AVA", name: "Republic of Avalon", kind: .state)
    try store.describe([renamed, Actor(code: "ZZZ", name: "Nowhere", kind: .state)], aliases: ["AVA": ["Apple Isle"]])
    #expect(try store.actor(code: "AVA") == renamed)
    #expect(try store.aliases(of: "AVA") == ["Apple Isle"])
    #expect(try store.actor(code: "ZZZ") == nil)
  }

  @Test func articleTwiceInOneBatch() throws {
    let store = try GraphStore()
    let changed = Samples.triple(
      "a", from: Samples.part(Samples.cascara), to: Samples.part(Samples.borduria), text: "Grain for all")
    let counts = try store.write(batch: [
      Samples.record("a", [request]), Samples.record("a", digest: "2", [changed]),
      Samples.record("a", digest: "2", [changed]),
    ])
    #expect(counts.added == 1 && counts.replaced == 1 && counts.unchanged == 1)
    #expect(try store.triples(RelationFilter(text: "grain")) == [changed])
    #expect(try store.triples(RelationFilter(text: "league")).isEmpty)
    try store.checkSearch()
  }

  @Test func zeroByteDoesNotCutTheText() throws {
    let store = try GraphStore()
    var record = Samples.record("a", [])
    record.article.body = "before\0after"
    try store.write(batch: [record])
    #expect(try store.article(id: "a")?.body == "before\u{FFFD}after")
  }

  @Test(arguments: 0..<8)
  func orderOfIngestDoesNotMatter(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let records = (0..<30).map { Samples.random("article-\($0)", using: &random) }
    let straight = try GraphStore()
    try straight.write(batch: records)

    let shuffled = try GraphStore()
    // Some come first in another version, some come and go again, in batches of any size.
    var rest = records.shuffled(using: &random)[...]
    try shuffled.write(batch: records.prefix(5).map { Samples.random($0.article.id, digest: "0", using: &random) })
    try shuffled.write(batch: [Samples.random("passing", using: &random)])
    while !rest.isEmpty {
      let size = Int.random(in: 1...9, using: &random)
      try shuffled.write(batch: Array(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    try shuffled.remove(article: "passing")
    #expect(try shuffled.dump() == straight.dump())
    #expect(try shuffled.events() == straight.events())
    #expect(try shuffled.triples() == straight.triples())
    #expect(try shuffled.text(of: "PRAGMA integrity_check") == ["\"ok\""])
    #expect(try shuffled.text(of: "PRAGMA foreign_key_check").isEmpty)
    #expect(throws: Never.self) { try shuffled.checkSearch() }
  }
}
