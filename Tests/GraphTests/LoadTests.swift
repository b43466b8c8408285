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

  /// Deeds of a few days around each other between a few actors, with reprints of long texts.
  private static func crowded(_ seed: UInt64) -> [[ArticleRecord]] {
    var random = SeededGenerator(state: seed)
    let words = (0..<160).map { "word\($0 * 7919 % 1000)" }
    return (0..<3).map { _ in
      (0..<25).map { _ in
        let id = "article-\(Int.random(in: 0..<50, using: &random))"
        var record = Samples.random(id, digest: "\(random.next())", using: &random)
        for place in record.triples.indices {
          let day = CalendarDate(year: 2023, month: 2, day: Int.random(in: 1...9, using: &random))
          if Int.random(in: 0..<8, using: &random) > 0 { record.triples[place].date = day }
          if record.triples[place].date == nil { record.triples[place].datePrecision = nil }
          record.triples[place].source = Samples.part(Samples.avalon)
          record.triples[place].type = Bool.random(using: &random) ? .request : .agree
        }
        let first = Int.random(in: 0..<3, using: &random) * 40
        record.article.body = words[first..<first + 80 - first / 4].joined(separator: " ")
        record.article.date = CalendarDate(year: 2023, month: 2, day: Int.random(in: 1...9, using: &random))
        record.sentences = [SentenceRecord(number: 7, text: "At the end", range: 90..<100)]
        return record
      }
    }
  }

  @Test(arguments: 2..<8)
  func loadIsTheSameAsBatches(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let batches = seed < 5 ? Self.batches(seed) : Self.crowded(seed)
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

  @Test(arguments: [1, 60])
  func whatIsMoreThanMemoryHoldsGoesBatchByBatch(mostTriples: Int) throws {
    let folder = try TemporaryFolder()
    let batches = Self.crowded(99)
    let plain = try GraphStore()
    var counts = IngestCounts()
    for batch in batches { counts += try plain.write(batch: batch) }
    let loaded = try GraphStore(path: folder.file("world.sqlite"))
    #expect(try loaded.load(batches, mostTriples: mostTriples) == counts)
    #expect(try loaded.dump() == plain.dump())
    #expect(throws: Never.self) { try loaded.checkSearch() }
  }

  @Test func aGraphThatHasBecomeEmptyIsLoadedAnew() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore(path: folder.file("world.sqlite"))
    let batch = Self.crowded(7)[0]
    try store.load([batch])
    let dump = try store.dump()
    for id in Set(batch.map(\.article.id)) { try store.remove(article: id) }
    #expect(try store.counts() == GraphStore().counts())
    try store.load([batch])
    #expect(try store.dump() == dump)
    #expect(throws: Never.self) { try store.checkSearch() }
    #expect(try store.text(of: "PRAGMA foreign_key_check").isEmpty)
  }

  @Test func aSentenceHasALimitOfTriples() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore(path: folder.file("world.sqlite"))
    let (source, target) = (Samples.part(Samples.avalon), Samples.part(Samples.borduria))
    let record = Samples.record("a", Array(repeating: Samples.triple("a", from: source, to: target), count: 1025))
    let error = GraphError.tooManyTriples(store.path, article: "a", sentence: 0, limit: 1024)
    #expect(throws: error) { try store.write(batch: [record]) }
    #expect(throws: error) { try store.load([[record]]) }
    #expect(try store.counts() == GraphStore().counts())
    var shorter = record
    shorter.triples.removeLast()
    try store.load([[shorter]])
    #expect(try store.tripleCount() == 1024)
    #expect(try store.events().map(\.reports) == [1024])
  }

  @Test func anArticleTakesItsSentencesAndTriplesAlong() throws {
    let store = try FilterTests.store()
    try store.database.write { try $0.execute(sql: "DELETE FROM article") }
    #expect(
      try store.text(of: "SELECT count(*) FROM triple_row UNION ALL SELECT count(*) FROM sentence_row") == ["0", "0"])
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
