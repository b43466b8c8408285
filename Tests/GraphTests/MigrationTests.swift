import GRDB
import Testing
import Vocabulary

@testable import Graph

/// A file of an earlier version becomes one of this version, with all that it holds.
@Suite struct MigrationTests {
  @Test func versionOneIsBroughtUpToDate() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("world.sqlite")
    do {
      let old = try DatabasePool(path: path)
      try Schema.migrator.migrate(old, upTo: "1")
      try old.write { db in
        try db.execute(
          sql: """
            INSERT INTO article (id, title, date, body, digest) VALUES ('a', 'News', '2023-01-30', '', '1');
            INSERT INTO sentence (id, article, number, text, start, end) VALUES (1, 'a', 0, 'Grain', 0, 5);
            INSERT INTO sentence_search (rowid, text) VALUES (1, 'Grain');
            INSERT INTO actor (code, name, kind, folded) VALUES
              ('AVA', 'Avalon', 'state', 'avalon'), ('BOR', 'Borduria', 'state', 'borduria');
            INSERT INTO alias (actor, name, folded) VALUES ('AVA', 'Avalonia', 'avalonia');
            INSERT INTO event (id, source, target, type, realis, date, relation, cameo, intensity, confidence, reports,
              articles) VALUES (7, 'AVA', 'BOR', 'REQUEST', 'actual', '2023-01-30', 'urge', '102', -0.1, 0.9, 1, 1);
            INSERT INTO triple VALUES (3, 'a', 0, 0, 7, 'AVA', NULL, 'Avalon', 'urge', 'REQUEST', '102', -0.1, 'BOR',
              NULL, 'Borduria', 'actual', NULL, '2023-01-30', 0.9, 0, 1, 2, 3, 4, 5);
            """)
      }
    }
    let older = GraphError.olderSchema(path, found: 1, known: Schema.version)
    #expect(throws: older) { try GraphStore(reading: path) }
    let store = try GraphStore(path: path)
    let triple = try #require(try store.triples().first)
    #expect(triple.source.mention == "Avalon" && triple.target.principal == "BOR" && triple.evidence.text == "Grain")
    #expect(try store.aliases(of: "AVA") == ["Avalonia"] && store.userAliases().isEmpty)
    try store.merge("BOR", into: "AVA")
    #expect(try store.triples().isEmpty)
    try store.split("BOR")
    #expect(try store.triples() == [triple])
    #expect(try store.text(of: "SELECT count(*) FROM report") == ["1"])
    #expect(try store.text(of: "PRAGMA foreign_key_check").isEmpty)
    #expect(throws: Never.self) { try store.checkSearch() }
  }
}
