import Foundation
import GRDB
import Testing
import Vocabulary

@testable import Graph

@Suite struct FileTests {
  let folder: TemporaryFolder
  var path: String { folder.file("world.sqlite") }
  let record = Samples.record(
    "a", [Samples.triple("a", from: Samples.part(Samples.avalon), to: Samples.part(Samples.borduria))])

  init() throws { folder = try TemporaryFolder() }

  @Test func graphOutlivesItsStore() throws {
    do { try GraphStore(path: path).write(batch: [record]) }
    #expect(try GraphStore(reading: path).triples() == record.triples)
    #expect(try GraphStore(path: path).triples() == record.triples)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["world.sqlite"])
  }

  @Test func readersGoOnWhileOneWrites() throws {
    let writer = try GraphStore(path: path)
    try writer.write(batch: [record])
    let reader = try GraphStore(reading: path)
    #expect(try reader.eventCount() == 1)
    var other = record
    other.article.id = "b"
    try writer.write(batch: [other])
    #expect(try reader.tripleCount() == 2)
  }

  @Test func readerCannotWrite() throws {
    _ = try GraphStore(path: path)
    let reader = try GraphStore(reading: path)
    #expect(throws: GraphError.readOnly(path)) { try reader.write(batch: [record]) }
  }

  @Test func missingFile() throws {
    #expect(throws: GraphError.noSuchFile(path)) { try GraphStore(reading: path) }
    #expect(!FileManager.default.fileExists(atPath: path))
    let lost = folder.file("none/x.sqlite")
    #expect(throws: GraphError.noSuchFolder(folder.path + "/none")) { try GraphStore(path: lost) }
    #expect(throws: GraphError.isFolder(folder.path)) { try GraphStore(path: folder.path) }
    #expect(throws: GraphError.isFolder(folder.path)) { try GraphStore(reading: folder.path) }
  }

  @Test(arguments: ["Dear reader, this is a letter and no database.\n", "x", "SQLite format 2\0 and so on"])
  func textFile(text: String) throws {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: GraphError.notADatabase(path)) { try GraphStore(reading: path) }
    #expect(throws: GraphError.notADatabase(path)) { try GraphStore(path: path) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test func rightHeadWithGarbageBehind() throws {
    try Data("SQLite format 3\0".utf8 + Array(repeating: 7, count: 5000)).write(to: URL(fileURLWithPath: path))
    #expect(throws: GraphError.self) { try GraphStore(reading: path) }
    #expect(throws: GraphError.self) { try GraphStore(path: path) }
  }

  @Test func emptyFileIsNoGraphToReadButMayBecomeOne() throws {
    try Data().write(to: URL(fileURLWithPath: path))
    #expect(throws: GraphError.notADatabase(path)) { try GraphStore(reading: path) }
    try GraphStore(path: path).write(batch: [record])
    #expect(try GraphStore(reading: path).eventCount() == 1)
  }

  @Test func creationThatWasKilledIsFinished() throws {
    do { try DatabasePool(path: path).write { try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT)") } }
    #expect(throws: GraphError.notEntente(path)) { try GraphStore(reading: path) }
    try GraphStore(path: path).write(batch: [record])
  }

  @Test func databaseOfAnotherProgramIsLeftAsItIs() throws {
    do { try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE recipe (title TEXT)") } }
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: GraphError.notEntente(path)) { try GraphStore(reading: path) }
    #expect(throws: GraphError.notEntente(path)) { try GraphStore(path: path) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test func newerAndOlderSchema() throws {
    _ = try GraphStore(path: path)
    try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 99") }
    let newer = GraphError.newerSchema(path, found: 99, known: Schema.version)
    #expect(throws: newer) { try GraphStore(reading: path) }
    #expect(throws: newer) { try GraphStore(path: path) }
    #expect(
      newer.description == "\(path): has schema version 99, this program knows \(Schema.version); use a newer Entente")
    try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 0") }
    #expect(throws: GraphError.olderSchema(path, found: 0, known: Schema.version)) { try GraphStore(reading: path) }
  }

  @Test func lockedDatabase() throws {
    let store = try GraphStore(path: path, wait: 0.1)
    let other = try DatabaseQueue(path: path)
    try other.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      #expect(throws: GraphError.locked(path)) { try store.write(batch: [record]) }
      #expect(try store.eventCount() == 0)
      try db.execute(sql: "ROLLBACK")
    }
    try store.write(batch: [record])
  }

  @Test func fullDiskKeepsWhatWasStored() throws {
    let store = try GraphStore(path: path)
    try store.write(batch: [record])
    let before = try store.dump()
    try store.database.writeWithoutTransaction { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
    }
    var random = SeededGenerator(state: 1)
    let many = (0..<200).map { Samples.random("article-\($0)", using: &random) }
    #expect(throws: GraphError.diskFull(path)) { try store.write(batch: many) }
    #expect(try store.dump() == before)
    #expect(try store.text(of: "PRAGMA integrity_check") == ["\"ok\""])
  }

  @Test(.disabled(if: geteuid() == 0, "root may write into any folder"))
  func folderThatTakesNoFile() throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path) }
    #expect(throws: GraphError.readOnly(path)) { try GraphStore(path: path) }
  }

  @Test(arguments: [
    GraphError.noSuchFile("f"), .noSuchFolder("f"), .isFolder("f"), .notADatabase("f"), .notEntente("f"),
    .newerSchema("f", found: 2, known: 1), .olderSchema("f", found: 0, known: 1), .readOnly("f"), .noAccess("f"),
    .diskFull("f"), .locked("f"), .damaged("f", "page 3"), .failed("f", "no such thing"),
    .noActor("f", name: "A", near: []), .noActor("f", name: "A", near: ["Avalon"]),
    .ambiguousActor("f", name: "A", candidates: ["AVA (Avalon)", "ATL (Atlantis)"]),
    .alreadyMerged("f", code: "A", target: "B"), .mergeLoop("f", code: "A", target: "B"),
    .mergeLoop("f", code: "A", target: "A"), .notMerged("f", code: "A"), .noName("f", name: "?"),
    .noUserAlias("f", code: "A", name: "B"),
    .tooManyTriples("f", article: "a", sentence: 3, limit: 1024),
  ])
  func errorIsOneLineThatBeginsWithTheFile(error: GraphError) {
    #expect(error.description.hasPrefix("f: "))
    #expect(!error.description.contains { $0.isNewline })
  }
}
