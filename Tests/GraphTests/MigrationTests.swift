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
    #expect(triple.datePrecision == .article && triple.date == CalendarDate("2023-01-30"))
    #expect(try store.aliases(of: "AVA") == ["Avalonia"] && store.userAliases().isEmpty)
    try store.merge("BOR", into: "AVA")
    #expect(try store.triples().isEmpty)
    try store.split("BOR")
    #expect(try store.triples() == [triple])
    #expect(try store.text(of: "SELECT count(*) FROM report") == ["1"])
    #expect(try store.text(of: "PRAGMA foreign_key_check").isEmpty)
    #expect(throws: Never.self) { try store.checkSearch() }
  }

  @Test func versionTwoLearnsHowExactItsDatesAre() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("world.sqlite")
    do {
      let old = try DatabasePool(path: path)
      try Schema.migrator.migrate(old, upTo: "2")
      try old.write { db in
        try db.execute(
          sql: """
            INSERT INTO article (id, title, date, body, digest) VALUES ('a', 'News', '2023-01-30', '', '1'),
              ('b', 'Olds', NULL, '', '1');
            INSERT INTO sentence (id, article, number, text, start, end) VALUES (1, 'a', 0, 'News', 0, 4),
              (2, 'b', 0, 'Olds', 0, 4);
            INSERT INTO actor (code, name, kind, folded) VALUES
              ('AVA', 'Avalon', 'state', 'avalon'), ('BOR', 'Borduria', 'state', 'borduria');
            INSERT INTO event (id, source, target, type, realis, date, relation, intensity, confidence, reports,
              articles) VALUES (7, 'AVA', 'BOR', 'REQUEST', 'actual', '2023-01-30', 'urge', -0.1, 0.9, 1, 1),
              (8, 'AVA', 'BOR', 'REQUEST', 'actual', NULL, 'urge', -0.1, 0.9, 1, 1);
            INSERT INTO triple (article, sentence, number, event, source, source_mention, relation, type, intensity,
              target, target_mention, realis, date, confidence, source_start, source_end, relation_start,
              relation_end, target_start, target_end) VALUES
              ('a', 0, 0, 7, 'AVA', 'Avalon', 'urge', 'REQUEST', -0.1, 'BOR', 'Borduria', 'actual', '2023-01-30', 0.9,
                0, 1, 2, 3, 3, 4),
              ('b', 0, 0, 8, 'AVA', 'Avalon', 'urge', 'REQUEST', -0.1, 'BOR', 'Borduria', 'actual', NULL, 0.9,
                0, 1, 2, 3, 3, 4);
            """)
      }
    }
    let store = try GraphStore(path: path)
    #expect(try store.triples().map(\.datePrecision) == [.article, nil])
    let rows = try store.text(of: "SELECT article, date_precision FROM report ORDER BY article")
    #expect(rows == ["\"a\" | \"article\"", "\"b\" | NULL"])
    #expect(try store.text(of: "PRAGMA user_version") == ["3"])
  }
}
