import Foundation
import GRDB
import Testing

@testable import Graph

/// docs/schema.md names each table, view and column of the database, and nothing else.
@Suite struct SchemaTests {
  static var page: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/schema.md")
  }

  @Test func pageNamesWhatTheDatabaseHas() throws {
    var described: [String: [String]] = [:]
    var name: String?
    for line in try String(contentsOf: Self.page, encoding: .utf8).split(whereSeparator: \.isNewline) {
      if line.hasPrefix("### `") {
        name = line.split(separator: "`").dropFirst().first.map(String.init)
        if let name { described[name] = [] }
      } else if line.hasPrefix("#") {
        name = nil
      } else if let name, line.hasPrefix("| `"), let column = line.split(separator: "`").dropFirst().first {
        described[name, default: []].append(String(column))
      }
    }
    #expect(try described == Self.database())
  }

  @Test func viewsAnswer() throws {
    let store = try FilterTests.store()
    let counts = try store.counts()
    #expect(try store.text(of: "SELECT count(*) FROM relation") == ["\(counts.events)"])
    #expect(try store.text(of: "SELECT count(*) FROM report") == ["\(counts.triples)"])
    let actual = try store.text(of: "SELECT count(*) FROM event WHERE realis = 'actual'")
    #expect(try store.text(of: "SELECT sum(events) FROM dyad") == actual)
    #expect(try store.text(of: "SELECT sum(acts) FROM balance") == actual)
    #expect(try store.text(of: "SELECT sum(cooperation + conflict) = sum(acts + receives) FROM balance") == ["1"])
    let dated = try store.text(of: "SELECT count(*) FROM event WHERE realis = 'actual' AND length(date) > 4")
    #expect(try store.text(of: "SELECT sum(events) FROM dyad_month") == dated)
  }

  /// Tables and views with their columns, without what SQLite and GRDB keep for themselves.
  static func database() throws -> [String: [String]] {
    try GraphStore().database.read { db in
      let names = try String.fetchAll(
        db,
        sql: """
          SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%'
            AND name NOT LIKE 'sentence_search_%' AND name <> 'grdb_migrations'
          """)
      var columns: [String: [String]] = [:]
      for name in names {
        columns[name] = try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info(?)", arguments: [name])
      }
      return columns
    }
  }
}
