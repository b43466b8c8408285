import GRDB
import Testing
import Vocabulary

@testable import Graph

/// Names by hand, lists of actors, and what the graph tells of one.
@Suite struct ActorTests {
  @Test func namesByHandOutliveIngest() throws {
    let store = try FilterTests.store()
    #expect(try store.addAlias(code: "AVA", name: " Old  Isle "))
    #expect(try !store.addAlias(code: "AVA", name: "Old Isle"))
    try store.describe([Samples.avalon], aliases: ["AVA": ["Apple Isle", "Old Isle"]])
    #expect(try store.aliases(of: "AVA") == ["Apple Isle", "Old Isle"])
    #expect(try store.actors(matching: "old isle").map(\.code) == ["AVA"])
    #expect(try store.userAliases() == [UserAlias(actor: Samples.avalon, name: "Old Isle")])

    // The registry's name of the same words is another's work.
    try store.removeAlias(code: "AVA", name: "old isle")
    #expect(try store.aliases(of: "AVA") == ["Apple Isle", "Old Isle"])
    #expect(try store.userAliases().isEmpty)
    #expect(throws: GraphError.noUserAlias("memory", code: "AVA", name: "Old Isle")) {
      try store.removeAlias(code: "AVA", name: "Old Isle")
    }
    #expect(throws: GraphError.noName("memory", name: "—")) { try store.addAlias(code: "AVA", name: " — ") }
    #expect(throws: GraphError.noActor("memory", name: "ZZZ", near: [])) {
      try store.addAlias(code: "ZZZ", name: "Nowhere")
    }
  }

  @Test func aNameByHandKeepsItsActor() throws {
    let store = try GraphStore()
    try store.addAlias(code: "AVA", name: "Old Isle", known: [Samples.avalon])
    let triple = Samples.triple("a", from: Samples.part(Samples.avalon), to: Samples.part(Samples.borduria))
    try store.write(batch: [Samples.record("a", [triple])])
    try store.remove(article: "a")
    #expect(try store.actors() == [Samples.avalon])
    #expect(try store.userAliases().map(\.name) == ["Old Isle"])
    try store.removeAlias(code: "AVA", name: "Old Isle")
    #expect(try store.actors().isEmpty)
  }

  @Test func summariesCountAsTheFilterDoes() throws {
    let store = try FilterTests.store()
    let summaries = try store.actorSummaries()
    #expect(summaries.count == 5)
    for summary in summaries {
      #expect(try store.eventCount(RelationFilter(from: [summary.actor.code])) == summary.eventsAsSource)
      #expect(try store.eventCount(RelationFilter(to: [summary.actor.code])) == summary.eventsAsTarget)
    }
    let totals = summaries.map { $0.eventsAsSource + $0.eventsAsTarget }
    #expect(totals == totals.sorted(by: >))
    #expect(try store.actorSummaries(kind: .person).map(\.actor) == [Samples.speaker])
    #expect(try store.actorSummaries(named: "casca").map(\.actor) == [Samples.cascara])
    #expect(try store.actorSummaries(limit: 2) == Array(summaries.prefix(2)))
  }

  @Test(arguments: ["AVA", "League", "Ada Quill"])
  func standingCountsAsAPlainListDoes(code: String) throws {
    let store = try FilterTests.store()
    let standing = try #require(try store.standing(of: code, partners: 100))
    let own = try store.events(RelationFilter(either: [code], realis: [.actual]))
      .filter { $0.source.code != $0.target.code }
    let from = try store.eventCount(RelationFilter(from: [code], realis: [.actual]))
    let toItself = try store.events(RelationFilter(from: [code], realis: [.actual]))
      .filter { $0.source.code == $0.target.code }
    if code != "Ada Quill" {
      #expect(standing.eventsAsSource == from - toItself.count)
      #expect(standing.partners.map(\.events).reduce(0, +) == own.count)
      for partner in standing.partners {
        let pair = RelationFilter(between: .init([code], [partner.actor.code]), realis: [.actual])
        #expect(try store.eventCount(pair) == partner.events)
      }
      let dated = own.filter { $0.date != nil }
      #expect(standing.balance.map(\.events).reduce(0, +) == dated.count)
      #expect(standing.balance.map(\.period) == ["2022", "2023"])
      let year = dated.filter { $0.date?.year == 2023 }
      let mean = year.map(\.intensity).reduce(0, +) / Double(year.count)
      #expect(abs((standing.balance.last?.intensity ?? 99) - mean) < 1e-9)
      #expect(standing.principals.isEmpty)
    } else {
      #expect(standing.principals.map(\.actor) == [Samples.league])
      #expect(standing.eventsAsSource > 0 && standing.eventsAsTarget == 0)
    }
    #expect(try store.standing(of: "ZZZ") == nil)
  }

  @Test func oneYearIsToldByMonth() throws {
    let store = try GraphStore()
    let (source, target) = (Samples.part(Samples.avalon), Samples.part(Samples.borduria))
    try store.write(batch: [
      Samples.record(
        "a",
        [
          Samples.triple("a", from: source, to: target, date: "2023-01-30", intensity: -1),
          Samples.triple("a", sentence: 1, from: target, "aid", .aid, to: source, date: "2023-01", intensity: 4),
          Samples.triple("a", sentence: 2, from: target, "aid", .aid, to: source, date: "2023-03-01", intensity: 5),
          Samples.triple("a", sentence: 3, from: target, "aid", .aid, to: source, date: nil, intensity: 5),
        ])
    ])
    #expect(
      try store.standing(of: "AVA")?.balance == [
        .init(period: "2023-01", quads: [.verbalConflict: 1, .materialCooperation: 1], intensity: 1.5),
        .init(period: "2023-03", quads: [.materialCooperation: 1], intensity: 5),
      ])
    #expect(try store.period()?.last == CalendarDate("2023-03-01"))
    #expect(try store.lastArticleDate() == CalendarDate("2023-01-30"))
  }

  @Test func oneActorIsMeant() throws {
    let store = try FilterTests.store()
    try store.addAlias(code: "AVA", name: "The Isles")
    try store.addAlias(code: "BOR", name: "The Isles")
    #expect(try store.actor(called: "cascara") == Samples.cascara)
    #expect(try store.actor(called: "ava") == Samples.avalon)
    #expect(try store.actor(called: "Avalonia") == Samples.avalon)
    let both = GraphError.ambiguousActor(
      "memory", name: "the isles", candidates: ["AVA (Avalon)", "BOR (Borduria)"])
    #expect(throws: both) { try store.actor(called: "the isles") }
    #expect(throws: GraphError.noActor("memory", name: "Avalo", near: ["Avalon"])) { try store.actor(called: "Avalo") }
    #expect(throws: GraphError.notMerged("memory", code: "AVA")) { try store.actor(called: "Avalon", isMerged: true) }
    // A usual name wins over a further one.
    try store.addAlias(code: "AVA", name: "Borduria")
    #expect(try store.actor(called: "borduria") == Samples.borduria)
    try store.removeAlias(code: "AVA", name: "Borduria")
    try store.merge("BOR", into: "AVA")
    #expect(try store.actor(called: "Borduria", isMerged: true) == Samples.borduria)
    // What is left of the shared name.
    #expect(try store.actor(called: "the isles") == Samples.avalon)
    #expect(try store.actor(called: "the isles", isMerged: true) == Samples.borduria)
  }
}
