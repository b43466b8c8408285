import Testing
import Vocabulary

@testable import Graph

@Suite struct PathTests {
  /// A random graph: pairs of actors by number, each with its number of events.
  struct World {
    var actors: [Actor]
    var edges: [[Int]: Int] = [:]
    let isDirected: Bool
    let store: GraphStore

    init(actors count: Int, pairs: [(Int, Int)], isDirected: Bool = false) throws {
      self.isDirected = isDirected
      actors = (0..<count).map { Actor(code: "A\($0)", name: "Actor \($0)", kind: .state) }
      store = try GraphStore()
      var records: [ArticleRecord] = []
      for (one, other) in pairs where one != other {
        edges[key(one, other), default: 0] += 1
        let number = records.count
        let day = CalendarDate("2000-01-01")?.advanced(byDays: number).description
        let triple = Samples.triple(
          "a\(number)", from: Samples.part(actors[one]), to: Samples.part(actors[other]), date: day,
          text: "Sentence of \(actors[one].code) and \(actors[other].code)")
        var record = Samples.record("a\(number)", [triple])
        record.actors = [actors[one], actors[other]]
        records.append(record)
      }
      try store.write(batch: records)
    }

    init(actors count: Int, edges: Int, isDirected: Bool, using random: inout SeededGenerator) throws {
      let pairs = (0..<edges).map { _ in
        (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random))
      }
      try self.init(actors: count, pairs: pairs, isDirected: isDirected)
    }

    private func key(_ one: Int, _ other: Int) -> [Int] {
      isDirected ? [one, other] : [min(one, other), max(one, other)]
    }

    func weight(_ one: Int, _ other: Int) -> Int { edges[key(one, other)] ?? 0 }

    /// All simple paths, by trying all.
    func all(_ from: Int, _ to: Int, hops: Int) -> [[Int]] {
      var found: [[Int]] = []
      var near: [Int: [Int]] = [:]
      for pair in edges.keys {
        near[pair[0], default: []].append(pair[1])
        if !isDirected { near[pair[1], default: []].append(pair[0]) }
      }
      func walk(_ path: [Int]) {
        guard let last = path.last else { return }
        if last == to { return found.append(path) }
        if path.count > hops { return }
        for next in near[last, default: []] where !path.contains(next) { walk(path + [next]) }
      }
      walk([from])
      return found
    }

    func strength(_ path: [Int]) -> Int { zip(path, path.dropFirst()).map { weight($0, $1) }.min() ?? 0 }

    func sorted(_ paths: [[Int]], _ order: PathRequest.Order) -> [[Int]] {
      paths.sorted { left, right in
        let strengths = (strength(left), strength(right))
        let counts = (left.count, right.count)
        let codes = (left.map { actors[$0].code }, right.map { actors[$0].code })
        switch order {
        case .shortest:
          if counts.0 != counts.1 { return counts.0 < counts.1 }
          if strengths.0 != strengths.1 { return strengths.0 > strengths.1 }
        case .strongest:
          if strengths.0 != strengths.1 { return strengths.0 > strengths.1 }
          if counts.0 != counts.1 { return counts.0 < counts.1 }
        }
        return codes.0.lexicographicallyPrecedes(codes.1)
      }
    }
  }

  @Test(
    arguments: [
      (6, 12, false), (9, 30, false), (12, 20, false), (80, 130, false), (6, 16, true), (9, 40, true), (80, 200, true),
    ], PathRequest.Order.allCases)
  func pathsAreThoseOfTryingAll(size: (actors: Int, edges: Int, isDirected: Bool), order: PathRequest.Order) throws {
    var random = SeededGenerator(state: UInt64(size.actors))
    let world = try World(actors: size.actors, edges: size.edges, isDirected: size.isDirected, using: &random)
    for hops in [1, 3, 5] {
      for to in 1..<min(7, size.actors) {
        let expected = world.sorted(world.all(0, to, hops: hops), order).prefix(8).map { path in
          path.map { world.actors[$0].code }
        }
        let answer = try world.store.paths(
          PathRequest(
            from: "A0", to: "A\(to)", hops: hops, order: order, isDirected: size.isDirected, limit: 8))
        #expect(answer.paths.map { $0.actors.map(\.code) } == Array(expected))
        #expect(!answer.isCutShort)
        for path in answer.paths {
          for step in path.steps {
            let ends = [step.from.code, step.to.code]
            let event = [step.event.source.code, step.event.target.code]
            #expect(size.isDirected ? ends == event : Set(ends) == Set(event))
            #expect(
              step.events
                == world.weight(Int(ends[0].dropFirst()) ?? -1, Int(ends[1].dropFirst()) ?? -1))
            #expect(step.evidence?.evidence.text.contains(step.from.code) == true)
          }
        }
      }
    }
  }

  @Test func filtersLimitTheSteps() throws {
    let names = (Samples.part(Samples.avalon), Samples.part(Samples.borduria), Samples.part(Samples.cascara))
    let store = try GraphStore()
    try store.write(batch: [
      Samples.record(
        "a",
        [
          Samples.triple("a", sentence: 0, from: names.0, "attack", .assault, to: names.2, date: "2020-01-01"),
          Samples.triple("a", sentence: 1, from: names.0, "praise", .support, to: names.1, date: "2023-01-01"),
          Samples.triple(
            "a", sentence: 2, from: names.2, "meet", .consult, to: names.1, realis: .planned, date: "2023-02-01",
            confidence: 0.4),
        ])
    ])
    func ends(_ filter: RelationFilter) throws -> [[String]] {
      try store.paths(PathRequest(from: "AVA", to: "CAS", filter: filter)).paths.map { $0.actors.map(\.code) }
    }
    #expect(try ends(RelationFilter()) == [["AVA", "CAS"], ["AVA", "BOR", "CAS"]])
    #expect(try ends(RelationFilter(types: [.assault])) == [["AVA", "CAS"]])
    #expect(try ends(RelationFilter(quads: [.verbalCooperation])) == [["AVA", "BOR", "CAS"]])
    #expect(try ends(RelationFilter(since: CalendarDate("2021"))) == [["AVA", "BOR", "CAS"]])
    #expect(try ends(RelationFilter(until: CalendarDate("2019"))).isEmpty)
    #expect(try ends(RelationFilter(realis: [.actual])) == [["AVA", "CAS"]])
    #expect(try ends(RelationFilter(minimumConfidence: 0.5)) == [["AVA", "CAS"]])
    // Actors of the filter mean nothing here.
    #expect(try ends(RelationFilter(from: ["BOR"])).count == 2)
    #expect(try store.paths(PathRequest(from: "AVA", to: "ZZZ")).paths.isEmpty)
    #expect(try store.paths(PathRequest(from: "AVA", to: "AVA")).paths.isEmpty)
    #expect(try store.paths(PathRequest(from: "AVA", to: "CAS", limit: 0)).paths.isEmpty)
  }

  @Test func theBestEventIsTheEvidence() throws {
    let (one, other) = (Samples.part(Samples.avalon), Samples.part(Samples.borduria))
    let store = try GraphStore()
    try store.write(batch: [
      Samples.record(
        "a", [Samples.triple("a", from: one, to: other, realis: .planned, confidence: 0.99, text: "plan")]),
      Samples.record("b", [Samples.triple("b", from: other, to: one, confidence: 0.4, text: "weak")]),
      Samples.record("c", [Samples.triple("c", from: other, to: one, confidence: 0.6, text: "strong")]),
    ])
    let step = try #require(try store.paths(PathRequest(from: "AVA", to: "BOR")).paths.first?.steps.first)
    #expect(step.events == 2 && step.event.reports == 2 && step.event.source == Samples.borduria)
    #expect(step.evidence?.evidence.text == "strong")
  }

  @Test func whoActsForAnotherStandsForHim() throws {
    let store = try FilterTests.store()
    #expect(try store.principal(of: "Ada Quill")?.code == "League")
    #expect(try store.principal(of: "AVA")?.code == "AVA")
    #expect(try store.principal(of: "ZZZ") == nil)
  }

  /// Everybody has events with one hub; paths beside it are found without looking at all pairs.
  @Test func aHubDoesNotExplode() throws {
    var random = SeededGenerator(state: 5)
    let spokes = (1..<90).flatMap { one in
      [(one, 0)] + (0..<2).map { _ in (one, Int.random(in: 1..<90, using: &random)) }
    }
    let world = try World(actors: 90, pairs: spokes)
    let expected = world.sorted(world.all(17, 71, hops: 4), .shortest).prefix(200)
    let answer = try world.store.paths(PathRequest(from: "A17", to: "A71", hops: 4, limit: 200))
    #expect(!answer.isCutShort && expected.count > 2)
    #expect(answer.paths.map { $0.actors.map(\.code) } == expected.map { $0.map { world.actors[$0].code } })
  }

  @Test func theQueueGivesTheLeastFirst() {
    var random = SeededGenerator(state: 11)
    var queue = PriorityQueue<Int>(goesFirst: <)
    var left: [Int] = []
    for _ in 0..<3000 {
      if Bool.random(using: &random) || left.isEmpty {
        let number = Int.random(in: 0..<50, using: &random)
        queue.insert(number)
        left.append(number)
      } else {
        let first = queue.removeFirst()
        #expect(first == left.min())
        if let place = left.firstIndex(where: { $0 == first }) { left.remove(at: place) }
      }
      #expect(queue.count == left.count)
    }
  }
}
