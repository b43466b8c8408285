import GRDB
import Testing
import Vocabulary

@testable import Graph

/// A large load gives the graph of many small batches.
@Suite struct LoadTests {
  private static func batches(_ seed: UInt64) -> [[ArticleRecord]] {
    var random = SeededGenerator(state: seed)
    // Some articles come twice in other versions, within a batch and across batches.
    return (0..<4).map { _ in
      (0..<20).map { _ in
        Samples.random("article-\(Int.random(in: 0..<60, using: &random))", digest: "\(random.next())", using: &random)
      }
    }
  }

  @Test(arguments: 0..<6)
  func loadIsTheSameAsBatches(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let batches = Self.batches(seed)
    let plain = try GraphStore()
    var counts = IngestCounts()
    for batch in batches { counts += try plain.write(batch: batch) }
    let loaded = try GraphStore(path: folder.file("world.sqlite"))
    #expect(try loaded.load(batches) == counts)
    #expect(try loaded.dump() == plain.dump())
    #expect(try loaded.events() == plain.events())
    #expect(try loaded.text(of: "PRAGMA integrity_check") == ["\"ok\""])
    #expect(try loaded.text(of: "PRAGMA foreign_key_check").isEmpty)
    #expect(throws: Never.self) { try loaded.checkSearch() }
    let names = "SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY 1"
    #expect(try loaded.text(of: names) == plain.text(of: names))

    // What comes later goes the usual way, and foreign keys are checked again.
    #expect(try loaded.load([batches[0]]) == plain.write(batch: batches[0]))
    #expect(try loaded.dump() == plain.dump())
    let areChecked = try loaded.database.write { try Bool.fetchOne($0, sql: "PRAGMA foreign_keys") }
    #expect(areChecked == true)
  }

  @Test func aLoadThatFailsLeavesNothing() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore(path: folder.file("world.sqlite"))
    let (source, target) = (Samples.part(Samples.avalon), Samples.part(Samples.borduria))
    let bad = Samples.record("b", [Samples.triple("b", from: source, to: target, intensity: .nan)])
    let good = Samples.record("a", [])
    #expect(throws: GraphError.self) { try store.load([[good], [bad]]) }
    #expect(try store.counts() == GraphStore().counts())
    try store.write(batch: [good])
    #expect(try store.text(of: "SELECT count(*) FROM sqlite_master WHERE name = 'event_by_dyad'") == ["1"])
  }
}
