import Testing
import Vocabulary

@testable import Graph

@Suite struct FilterTests {
  /// A graph of 300 random triples or so, and the same as a plain list.
  static let world: (records: [ArticleRecord], triples: [Triple]) = {
    var random = SeededGenerator(state: 7)
    let records = (0..<100).map { Samples.random("article-\($0)", using: &random) }
    return (records, records.flatMap(\.triples))
  }()

  static let filters: [(String, RelationFilter)] = [
    ("everything", RelationFilter()),
    ("from", RelationFilter(from: ["AVA"])),
    ("from two", RelationFilter(from: ["AVA", "CAS"])),
    ("to", RelationFilter(to: ["BOR"])),
    ("from and to", RelationFilter(from: ["AVA"], to: ["BOR"])),
    ("between", RelationFilter(between: .init(["AVA"], ["BOR"]))),
    ("between lists that share a code", RelationFilter(between: .init(["AVA", "BOR"], ["BOR", "CAS"]))),
    ("either", RelationFilter(either: ["AVA"])),
    ("either of two", RelationFilter(either: ["AVA", "BOR"])),
    ("from and either", RelationFilter(from: ["CAS"], either: ["AVA", "CAS"])),
    ("a body", RelationFilter(from: ["League"])),
    ("a person", RelationFilter(from: ["Ada Quill"])),
    ("a person to a state", RelationFilter(from: ["Ada Quill"], to: ["BOR"])),
    ("a person or a state", RelationFilter(from: ["Ada Quill", "AVA"])),
    ("between a person and a state", RelationFilter(between: .init(["Ada Quill"], ["BOR"]))),
    ("either a person", RelationFilter(either: ["Ada Quill"])),
    ("a type", RelationFilter(types: [.agree])),
    ("quadrants", RelationFilter(quads: [.materialCooperation])),
    ("a type of the quadrant", RelationFilter(types: [.agree, .cooperate], quads: [.materialCooperation])),
    ("a type outside of the quadrant", RelationFilter(types: [.agree], quads: [.materialConflict])),
    ("realis", RelationFilter(from: ["AVA"], realis: [.planned])),
    ("since", RelationFilter(since: CalendarDate("2023-01-30"))),
    ("since new year", RelationFilter(since: CalendarDate("2023-01-01"))),
    ("until a month", RelationFilter(until: CalendarDate("2023-01"))),
    ("until a year", RelationFilter(until: CalendarDate("2022"))),
    ("within", RelationFilter(either: ["BOR"], since: CalendarDate("2023"), until: CalendarDate("2023-01-30"))),
    ("text", RelationFilter(text: "harbour")),
    ("text of two words", RelationFilter(text: "tunnel harbour")),
    ("text and actor", RelationFilter(from: ["AVA"], text: "harbour")),
    ("text and person", RelationFilter(from: ["Ada Quill"], text: "harbour")),
    ("unknown", RelationFilter(from: ["ZZZ"])),
  ]

  /// The filter said once more in plain Swift.
  static func passes(_ triple: Triple, _ filter: RelationFilter) -> Bool {
    func isSide(_ side: Participant, _ codes: [String]) -> Bool {
      codes.contains(side.principal) || codes.contains(side.actor.code)
    }
    let (source, target) = (triple.source, triple.target)
    if !filter.from.isEmpty, !isSide(source, filter.from) { return false }
    if !filter.to.isEmpty, !isSide(target, filter.to) { return false }
    if let pair = filter.between {
      guard
        isSide(source, pair.one) && isSide(target, pair.other) || isSide(source, pair.other) && isSide(target, pair.one)
      else { return false }
    }
    if !filter.either.isEmpty, !isSide(source, filter.either), !isSide(target, filter.either) { return false }
    if !filter.types.isEmpty, !filter.types.contains(triple.type) { return false }
    if !filter.quads.isEmpty, !filter.quads.contains(triple.quad) { return false }
    if !filter.realis.isEmpty, !filter.realis.contains(triple.realis) { return false }
    if let since = filter.since {
      guard let date = triple.date, date.earliest >= since.earliest else { return false }
    }
    if let until = filter.until {
      guard let date = triple.date, date.earliest <= until.latest else { return false }
    }
    if let text = filter.text {
      guard text.split(separator: " ").allSatisfy({ triple.evidence.text.contains($0) }) else { return false }
    }
    return true
  }

  static func store() throws -> GraphStore {
    let store = try GraphStore()
    try store.write(batch: world.records)
    return store
  }

  @Test(arguments: filters)
  func filterLeavesWhatItSays(name: String, filter: RelationFilter) throws {
    let store = try Self.store()
    let expected = Self.world.triples.filter { Self.passes($0, filter) }
    let triples = try store.triples(filter)
    #expect(triples.count == expected.count)
    #expect(Set(triples) == Set(expected))
    #expect(try store.tripleCount(filter) == expected.count)

    let events = try store.events(filter)
    #expect(Set(events.map(Key.init)) == Set(expected.map(Key.init)))
    #expect(Set(events.map(\.id)).count == events.count)
    #expect(try store.eventCount(filter) == events.count)
    #expect(zip(events, events.dropFirst()).allSatisfy { ($0.date?.description ?? "") >= ($1.date?.description ?? "") })
  }

  @Test(arguments: filters)
  func pagesMakeTheWholeList(name: String, filter: RelationFilter) throws {
    let store = try Self.store()
    let whole = try store.events(filter)
    var filter = filter
    filter.limit = 7
    var byCursor: [Event] = []
    var byOffset: [Event] = []
    while true {
      let page = try store.events(filter)
      byCursor += page
      guard let last = page.last else { break }
      filter.after = EventCursor(EventCursor(after: last).description)
    }
    filter.after = nil
    while filter.offset < whole.count {
      byOffset += try store.events(filter)
      filter.offset += 7
    }
    #expect(byCursor == whole)
    #expect(byOffset == whole)
  }

  @Test func confidenceCountsTheBestReportOfAnEvent() throws {
    let store = try Self.store()
    let filter = RelationFilter(minimumConfidence: 0.7)
    #expect(try Set(store.triples(filter)) == Set(Self.world.triples.filter { $0.confidence >= 0.7 }))
    #expect(try store.events(filter) == store.events().filter { $0.confidence >= 0.7 })
  }

  @Test(arguments: [
    "\"", "\"\"", "(", "a AND", "NEAR(", "*", "-grain", "text:grain", "grain OR", "'; DROP TABLE event; --", "",
    "—", "\"grain", "^grain",
  ])
  func noSearchIsASyntaxError(text: String) throws {
    let store = try Self.store()
    _ = try store.events(RelationFilter(text: text))
    _ = try store.triples(RelationFilter(from: ["AVA"], text: text))
    #expect(try store.counts().events > 0)
  }

  @Test func searchKnowsPhrasesBeginningsAndForms() throws {
    let store = try Self.store()
    func count(_ text: String) throws -> Int { try store.tripleCount(RelationFilter(text: text)) }
    #expect(try count("harb*") == count("harbour"))
    #expect(try count("Harbours") == count("harbour"))
    #expect(try count("\"the harbour and\"") < count("harbour"))
    #expect(try count("\"harbour they\"") == 0)
  }

  @Test func commonWordsGiveTheSamePages() throws {
    var random = SeededGenerator(state: 11)
    let store = try GraphStore()
    try store.write(batch: (0..<2500).map { Samples.random("article-\($0)", using: &random) })
    for text in ["harbour", "harbour tunnel", "\"the grain and\""] {
      let whole = try store.events(RelationFilter(text: text))
      let triples = try store.triples(RelationFilter(text: text))
      #expect(try store.events(RelationFilter(text: text, limit: 30)) == Array(whole.prefix(30)))
      #expect(try store.triples(RelationFilter(text: text, limit: 30)) == Array(triples.prefix(30)))
      #expect(
        try store.events(RelationFilter(text: text, limit: 30, offset: 40)) == Array(whole.dropFirst(40).prefix(30)))
    }
  }

  @Test func walkHandsOverTheSameAndPassesErrorsOn() throws {
    struct Enough: Error {}
    let store = try Self.store()
    var walked: [Triple] = []
    try store.forEachTriple { walked.append($0) }
    #expect(try walked == store.triples())
    var events = 0
    #expect(throws: Enough.self) {
      try store.forEachEvent { _ in
        events += 1
        if events == 3 { throw Enough() }
      }
    }
    #expect(events == 3)
  }

  @Test(arguments: [
    ("ava", ["AVA"]), ("Avalon", ["AVA"]), ("isle of APPLES", ["AVA"]), ("cascara", ["CAS"]), ("CÁSCARA", ["CAS"]),
    ("League of Islands", ["League"]), ("league", ["League"]), ("quill", ["Ada Quill"]), ("avalo", ["AVA"]),
    ("isl", ["AVA", "League"]), ("", []), ("%", []), ("nobody", []),
  ])
  func actorsAreFoundByName(name: String, codes: [String]) throws {
    #expect(try Self.store().actors(matching: name).map(\.code) == codes)
  }

  struct Key: Hashable {
    var source: String, target: String, type: EventType, realis: Realis, date: CalendarDate?

    init(_ event: Event) {
      (source, target, type, realis) = (event.source.code, event.target.code, event.type, event.realis)
      date = event.date
    }

    init(_ triple: Triple) {
      (source, target, type, realis) = (triple.source.principal, triple.target.principal, triple.type, triple.realis)
      date = triple.date
    }
  }
}
