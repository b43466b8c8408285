import Testing
import Vocabulary

@testable import Diagrams

struct NetworkTests {
  private func network(_ events: [Event]) -> DiagramNetwork { DiagramNetwork(events: events, evidence: [:]) }

  @Test func oneRelationForEachDirectionAndQuadClass() {
    let links = network([
      Samples.event(1, "NATO", "urge", "KOR", .request, reports: 3),
      Samples.event(2, "NATO", "call on", "KOR", .request),
      Samples.event(3, "NATO", "thank", "KOR", .support), Samples.event(4, "KOR", "host", "NATO", .consult),
    ]).links
    #expect(
      links.map { "\($0.source) \($0.target) \($0.quad.rawValue) \($0.reports)" } == [
        "KOR NATO verbal cooperation 1", "NATO KOR verbal cooperation 1", "NATO KOR verbal conflict 4",
      ])
  }

  @Test func phrasesAreCountedAndTheMostReportedComeFirst() {
    let events = [
      Samples.event(1, "NATO", "call on", "KOR", .request, reports: 2),
      Samples.event(2, "NATO", "urge", "KOR", .request, reports: 2),
      Samples.event(3, "NATO", "urge", "KOR", .request), Samples.event(4, "NATO", "urge", "KOR", .request),
      Samples.event(5, "NATO", "warn", "KOR", .threaten, realis: .negated),
      Samples.event(6, "NATO", "press", "KOR", .request, realis: .planned),
    ]
    let phrases = network(events).links.first?.phrases.map(\.label)
    #expect(phrases == ["urge ×3", "call on", "press (planned)", "✗ warn"])
  }

  @Test(arguments: [
    ([Realis.planned, .planned], Realis.planned), ([.planned, .actual], .actual), ([.requested, .possible], .possible),
    ([.negated], .negated),
  ])
  func realisIsSharedOnlyIfAllEventsShareIt(_ events: [Realis], _ shared: Realis) {
    let links = network(
      events.enumerated().map {
        Samples.event(Int64($0.offset), "EU", "sanction", "RUS", .sanction, realis: $0.element)
      }
    ).links
    #expect(links.map(\.realis) == [shared])
  }

  @Test func theStrongestAreKeptAndTheFocusInAnyCase() {
    let whole = network(Samples.world)
    let kept = whole.strongest(actors: 5, links: 80, focus: "KOR")
    #expect(kept.nodes.map(\.actor.code) == ["KOR", "NATO", "RUS", "UKR", "USA"])
    #expect(kept.totalActors == 15)
    let few = whole.strongest(actors: 40, links: 2, focus: nil)
    #expect(few.links.map(\.reports) == [46, 26])
    #expect(few.nodes.count == 3)
  }

  @Test func evidenceComesFromTheMostReportedEventsFirst() {
    let sentences: [Int64: [DiagramEvidence]] = [
      1: [DiagramEvidence(sentence: "weak", article: "A")], 2: [DiagramEvidence(sentence: "strong", article: "B")],
    ]
    let events = [
      Samples.event(1, "NATO", "urge", "KOR", .request), Samples.event(2, "NATO", "urge", "KOR", .request, reports: 9),
    ]
    let link = DiagramNetwork(events: events, evidence: sentences).links.first
    #expect(link?.evidence.map(\.sentence) == ["strong", "weak"])
  }
}
