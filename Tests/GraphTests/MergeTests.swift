import GRDB
import Testing
import Vocabulary

@testable import Graph

/// Two actors become one, and two again.
@Suite struct MergeTests {
  let avalon = Samples.part(Samples.avalon)
  let borduria = Samples.part(Samples.borduria)
  let cascara = Samples.part(Samples.cascara)

  /// A store in which Avalon and Borduria ask the same of Cáscara on one day, and each other.
  private func store() throws -> GraphStore {
    let store = try GraphStore()
    try store.write(batch: [
      Samples.record(
        "a",
        [
          Samples.triple("a", from: avalon, "urge", to: cascara, by: "BOR"),
          Samples.triple("a", sentence: 1, from: avalon, "ask", to: borduria),
        ]),
      Samples.record("b", [Samples.triple("b", from: borduria, "ask", to: cascara, intensity: -0.3)]),
      Samples.record(
        "c", [Samples.triple("c", from: Samples.part(Samples.speaker, for: Samples.league), "ask", to: borduria)]),
    ])
    return store
  }

  @Test func mergedActorIsShownAsTheOther() throws {
    let store = try store()
    #expect(try store.eventCount() == 4)
    let outcome = try store.merge("BOR", into: "AVA", note: "one crown")
    #expect(outcome == .init(actor: Samples.borduria, target: Samples.avalon, triples: 4, inside: 1))

    // Two reports of one event, a triple inside one actor gone, the speaker speaks to Avalon.
    let events = try store.events()
    #expect(events.count == 2)
    let event = try #require(try store.events(RelationFilter(to: ["CAS"])).first)
    #expect(event.source == Samples.avalon && event.reports == 2 && event.articles == 2)
    #expect(event.intensity == -0.2 && event.relation == "ask")
    let key = EventKey(source: "AVA", target: "CAS", type: .request, realis: .actual, date: "2023-01-30")
    #expect(event.id == key.number)
    #expect(try Set(store.triples().map(\.attributedTo)) == [nil, "AVA"])
    #expect(try store.triples().allSatisfy { $0.source.principal != "BOR" && $0.target.principal != "BOR" })

    // Its code and names lead to the other.
    #expect(try store.events(RelationFilter(from: ["BOR"])) == store.events(RelationFilter(from: ["AVA"])))
    #expect(try store.eventCount(RelationFilter(between: .init(["BOR"], ["CAS"]))) == 1)
    #expect(try store.actors(matching: "borduria").map(\.code) == ["AVA"])
    #expect(try store.actor(code: "BOR") == Samples.avalon)
    #expect(try !store.actors().contains(Samples.borduria))
    #expect(try store.aliases(of: "AVA") == ["Avalonia", "BOR", "Borduria", "Isle of Apples"])

    // Views and counts agree.
    for view in ["relation", "dyad", "dyad_month", "balance"] {
      #expect(try store.text(of: "SELECT * FROM \(view)").allSatisfy { !$0.contains("BOR") }, "\(view)")
    }
    #expect(try store.text(of: "SELECT count(*) FROM report WHERE source = 'BOR' OR target = 'BOR'") == ["0"])
    #expect(try store.text(of: "SELECT count(*) FROM report") == ["3"])
    #expect(try store.counts().triples == 3 && store.tripleCount() == 3)
    #expect(try store.articles().map(\.triples) == [1, 1, 1])
  }

  @Test func mergesAreListedInTheirOrder() throws {
    let store = try store()
    try store.merge("BOR", into: "AVA", note: "one crown", on: #require(CalendarDate("2024-05-06")))
    try store.merge("AVA", into: "CAS")
    let merges = try store.merges()
    #expect(merges.map(\.merged.code) == ["BOR", "AVA"])
    #expect(merges.map(\.target.code) == ["AVA", "CAS"])
    #expect(merges.map(\.shownAs) == ["CAS", "CAS"])
    #expect(merges.first?.date == "2024-05-06" && merges.first?.note == "one crown")
    #expect(try store.events().map(\.target.code) == ["CAS"])
  }

  @Test func whatWasShownOnceStaysSo() throws {
    // A triple that the articles themselves have within one actor is no work of a merge.
    let store = try GraphStore()
    try store.write(batch: [Samples.record("a", [Samples.triple("a", from: avalon, to: avalon)])])
    try store.merge("AVA", into: "BOR", known: [Samples.borduria])
    #expect(try store.triples().map(\.source.principal) == ["BOR"])
  }

  @Test func whoActsForHimselfIsNamedOnce() throws {
    let store = try store()
    try store.merge("Ada Quill", into: "League")
    let triple = try #require(try store.triples(RelationFilter(from: ["League"])).first)
    #expect(triple.source.actor == Samples.league && triple.source.mention == "Ada Quill")
    try store.split("Ada Quill")
    #expect(try store.triples(RelationFilter(from: ["League"])).first?.source.actor == Samples.speaker)
  }

  @Test func loopsAndRepetitionsAreRefused() throws {
    let store = try store()
    let before = try store.dump()
    #expect(throws: GraphError.mergeLoop("memory", code: "AVA", target: "AVA")) { try store.merge("AVA", into: "AVA") }
    #expect(throws: GraphError.noActor("memory", name: "ZZZ", near: [])) { try store.merge("ZZZ", into: "AVA") }
    #expect(throws: GraphError.noActor("memory", name: "ZZZ", near: [])) { try store.merge("AVA", into: "ZZZ") }
    #expect(throws: GraphError.notMerged("memory", code: "AVA")) { try store.split("AVA") }
    #expect(try store.dump() == before)
    try store.merge("AVA", into: "BOR")
    try store.merge("BOR", into: "CAS")
    #expect(throws: GraphError.mergeLoop("memory", code: "CAS", target: "AVA")) { try store.merge("CAS", into: "AVA") }
    #expect(throws: GraphError.alreadyMerged("memory", code: "AVA", target: "BOR")) {
      try store.merge("AVA", into: "CAS")
    }
  }

  @Test func aSharedAliasMergesNothing() throws {
    let store = try store()
    try store.addAlias(code: "AVA", name: "The Isles")
    try store.addAlias(code: "BOR", name: "The Isles")
    #expect(try store.eventCount() == 4)
    #expect(try store.actors(matching: "the isles").map(\.code) == ["AVA", "BOR"])
    #expect(try store.merges().isEmpty)
  }

  @Test func mergeOutlivesIngestAndRemoval() throws {
    let store = try store()
    try store.merge("BOR", into: "AVA")
    let shown = try store.events()
    // The same article, changed and back again; then gone and here again.
    let asks = Samples.record("b", [Samples.triple("b", from: borduria, "ask", to: cascara, intensity: -0.3)])
    var changed = asks
    changed.digest = "2"
    changed.triples = [Samples.triple("b", from: borduria, "thank", .support, to: cascara)]
    try store.write(batch: [changed])
    #expect(try store.events(RelationFilter(types: [.support])).map(\.source.code) == ["AVA"])
    try store.write(batch: [asks])
    #expect(try store.events() == shown)
    for article in ["a", "b", "c"] { try store.remove(article: article) }
    #expect(try store.counts().events == 0 && store.merges().count == 1)
    try store.write(batch: [asks])
    #expect(try store.events().map(\.source) == [Samples.avalon])
    try store.split("BOR")
    #expect(try store.events().map(\.source) == [Samples.borduria])
    #expect(try store.actor(code: "AVA") == nil)
  }

  @Test(arguments: 0..<5)
  func splitsGiveBackTheGraph(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let records = (0..<25).map { Samples.random("article-\($0)", using: &random) }
    let store = try GraphStore()
    try store.write(batch: records)
    let before = try store.dump()
    let codes = try store.actors().map(\.code)

    // Random merges; the graph by any way of making it is the same.
    var made: [(String, String)] = []
    for _ in 0..<8 {
      guard let code = codes.randomElement(using: &random), let target = codes.randomElement(using: &random) else {
        continue
      }
      // Loops and repetitions are refused.
      if (try? store.merge(code, into: target)) != nil { made.append((code, target)) }
    }
    #expect(!made.isEmpty)
    #expect(try store.text(of: "PRAGMA foreign_key_check").isEmpty)
    let merged = try store.dump()
    #expect(merged != before)

    let other = try GraphStore()
    try other.write(batch: Array(records.prefix(10).shuffled(using: &random)))
    try other.write(batch: [Samples.random("article-3", digest: "0", using: &random)])
    for (code, target) in made.shuffled(using: &random) {
      try other.merge(
        code, into: target, known: [Samples.avalon, Samples.borduria, Samples.cascara, Samples.league, Samples.speaker])
    }
    try other.write(batch: records.shuffled(using: &random))
    #expect(try other.dump() == merged)

    // Splits in any order lead through the graphs that the other merges alone would make, and back.
    var rest = made
    while !rest.isEmpty {
      let one = rest.remove(at: Int.random(in: 0..<rest.count, using: &random))
      try store.split(one.0)
      let fresh = try GraphStore()
      try fresh.write(batch: records)
      for (code, target) in rest { try fresh.merge(code, into: target) }
      #expect(try store.dump() == fresh.dump())
    }
    #expect(try store.dump() == before)
    #expect(throws: Never.self) { try store.checkSearch() }
  }
}
