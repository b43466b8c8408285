import Foundation
import Testing
import Vocabulary

@testable import Graph

/// Asking without blocking anybody's thread.
@Suite struct ReadTests {
  private static let endless = "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN sum(x * y)"

  /// Tells how many have ended.
  private actor Ended {
    var count = 0
    func add() { count += 1 }
  }

  /// In a file, where readers have connections of their own, and in memory, where all share one.
  private static func stores() throws -> [(store: GraphStore, folder: TemporaryFolder)] {
    let folder = try TemporaryFolder()
    return [(try GraphStore(path: folder.file("world.sqlite")), folder), (try GraphStore(), folder)]
  }

  @Test func readersSeeWholeStatesDuringIngest() async throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore(path: folder.file("world.sqlite"))
    var random = SeededGenerator(state: 21)
    let batches = (0..<20).map { batch in (0..<8).map { Samples.random("\(batch)-\($0)", using: &random) } }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { for batch in batches { try store.write(batch: batch) } }
      for _ in 0..<6 {
        group.addTask {
          var last = 0
          var isDone = false
          while !isDone {
            let state = try await store.read { graph in
              (
                articles: try graph.counts().articles, triples: try graph.tripleCount(),
                reports: try graph.events().reduce(0) { $0 + $1.reports }
              )
            }
            // All three come from one state, a batch is in it whole, and time goes on.
            #expect(state.triples == state.reports && state.articles % 8 == 0 && state.articles >= last)
            last = state.articles
            isDone = last == 160
          }
        }
      }
      try await group.waitForAll()
    }
  }

  @Test func cancellingEndsTheStatement() async throws {
    for (store, _) in try Self.stores() {
      let task = Task {
        try await store.read { try $0.query(cypher: Self.endless, limits: CypherLimits(seconds: 100)).rows }
      }
      try await Task.sleep(for: .milliseconds(100))
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
      // The connection is as good as new.
      #expect(try await store.read { try $0.eventCount() } == 0)
      #expect(try store.query(cypher: "RETURN 1 AS x").rows == [[.integer(1)]])
    }
  }

  @Test func manySlowQuestionsLeaveThreadsToOthers() async throws {
    let (store, folder) = try #require(try Self.stores().first)
    let ended = Ended()
    let tasks = (0..<ProcessInfo.processInfo.activeProcessorCount + 6).map { _ in
      Task {
        _ = try? await store.read { try $0.query(cypher: Self.endless, limits: CypherLimits(seconds: 3600)) }
        await ended.add()
      }
    }
    // With the threads of Swift's tasks blocked, this would wait for the first of them.
    for _ in 0..<20 { try await Task.sleep(for: .milliseconds(10)) }
    #expect(await ended.count == 0)
    for task in tasks { task.cancel() }
    for task in tasks { await task.value }
    #expect(await ended.count == tasks.count)
    withExtendedLifetime(folder) {}
  }

  @Test func errorsComeThrough() async throws {
    let store = try FilterTests.store()
    let cursor = try #require(try store.eventPage(RelationFilter(order: .init(.confidence), limit: 1)).next)
    await #expect(throws: GraphError.foreignCursor(store.path)) {
      _ = try await store.read { try $0.eventPage(RelationFilter(after: cursor)) }
    }
    await #expect(throws: CypherError.self) { _ = try await store.read { try $0.query(cypher: "RETURN") } }
    struct Mine: Error {}
    await #expect(throws: Mine.self) { try await store.read { _ in throw Mine() } }
  }

  /// Nested questions, and those of a walk, use the state that is at hand.
  @Test func aWalkMayAskFurther() async throws {
    let store = try FilterTests.store()
    let whole = try store.events().map { try store.evidence(of: $0.id) }
    let walked = try await store.read { graph in
      var list: [[Triple]] = []
      try graph.forEachEvent { list.append(try graph.evidence(of: $0.id)) }
      return list
    }
    #expect(walked == whole)
  }
}
