import GRDB
import Testing
import Vocabulary

@testable import Graph

/// A file of an earlier version becomes one of this version, with all that it holds.
@Suite struct MigrationTests {
  @Test func versionOneIsBroughtUpToDate() throws {
    let folder = try TemporaryFolder()
    let path = try Self.file(
      of: "1", in: folder,
      """
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
    let path = try Self.file(
      of: "2", in: folder,
      """
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
    let store = try GraphStore(path: path)
    #expect(try store.triples().map(\.datePrecision) == [.article, nil])
    let rows = try store.text(of: "SELECT article, date_precision FROM report ORDER BY article")
    #expect(rows == ["\"a\" | \"article\"", "\"b\" | NULL"])
    #expect(try store.text(of: "PRAGMA user_version") == ["\(Schema.version)"])
  }

  @Test func versionThreeBecomesNumbers() throws {
    let folder = try TemporaryFolder()
    let path = try Self.file(
      of: "3", in: folder,
      """
      INSERT INTO article (id, title, date, body, digest) VALUES ('a', 'News', '2023-01-30', '', '1'),
        ('b', 'More', '2023-02-01', '', '1');
      INSERT INTO sentence (id, article, number, text, start, end) VALUES (1, 'a', 0, 'News of ports', 0, 13),
        (5, 'b', 2, 'More of ports', 20, 33);
      INSERT INTO sentence_search (rowid, text) VALUES (1, 'News of ports'), (5, 'More of ports');
      INSERT INTO actor (code, name, kind, folded, merged_into) VALUES ('AVA', 'Avalon', 'state', 'avalon', NULL),
        ('BOR', 'Borduria', 'state', 'borduria', NULL), ('CAS', 'Cáscara', 'state', 'cascara', 'AVA'),
        ('Ada Quill', 'Ada Quill', 'person', 'ada quill', NULL);
      INSERT INTO merge VALUES (1, 'CAS', 'AVA', '2024-01-01', 'one crown');
      INSERT INTO alias (actor, name, folded, origin) VALUES ('AVA', 'Isle', 'isle', 'user');
      INSERT INTO event (id, source, target, type, realis, date, relation, cameo, intensity, confidence, reports,
        articles) VALUES (7, 'AVA', 'BOR', 'AGREE', 'planned', '2023-01', 'sign', '057', 0.123456789, 0.9, 2, 2);
      INSERT INTO triple (id, article, sentence, number, event, source, source_actor, source_mention, relation,
        type, cameo, intensity, target, target_mention, realis, date, confidence, source_start, source_end,
        relation_start, relation_end, target_start, target_end, source_raw, target_raw, date_precision) VALUES
        (3, 'a', 0, 0, 7, 'AVA', NULL, 'Avalon', 'sign', 'AGREE', '057', 8, 'BOR', 'Borduria', 'planned',
          '2023-01', 0.9, 0, 4, 5, 7, 8, 13, 'CAS', NULL, 'month'),
        (4, 'b', 2, 0, 7, 'AVA', 'Ada Quill', 'Quill', 'sign', 'AGREE', '057', 0.123456789, 'BOR', 'Borduria',
          'planned', '2023-01', 0.45, 20, 24, 25, 27, 28, 33, NULL, NULL, 'month'),
        (5, 'b', 2, 1, NULL, 'AVA', NULL, 'Cáscara', 'visit', 'CONSULT', 'x1', 1, 'AVA', 'Avalon', 'actual',
          NULL, 0.45, 20, 24, 25, 27, 28, 33, 'CAS', NULL, NULL);
      """)
    let before = try Self.triples(path)
    let store = try GraphStore(path: path)
    #expect(try Self.triples(path) == before)
    #expect(
      try store.text(of: "SELECT * FROM event") == [
        #"7 | "AVA" | "BOR" | "AGREE" | "planned" | "2023-01" | "sign" | "057" | 0.123456789 | 0.9 | 2 | 2 | "#
          + #""2023-01-30" | "2023-02-01""#
      ])
    #expect(
      try store.text(of: "SELECT * FROM sentence WHERE article = 'b'") == [#"2 | "b" | 2 | "More of ports" | 20 | 33"#])
    #expect(try store.tripleCount(RelationFilter(text: "ports")) == 2)
    #expect(try store.merges().map(\.note) == ["one crown"] && store.userAliases().map(\.name) == ["Isle"])
    #expect(try store.triples(RelationFilter(from: ["Ada Quill"])).map(\.intensity) == [0.123456789])
    try store.split("CAS")
    #expect(try store.events(RelationFilter(from: ["CAS"])).map(\.type) == [.agree, .consult])
    #expect(try store.text(of: "SELECT count(*) FROM merged_triple") == ["0"])
    #expect(try store.text(of: "PRAGMA integrity_check") == ["\"ok\""])
    #expect(try store.text(of: "PRAGMA foreign_key_check").isEmpty)
    #expect(throws: Never.self) { try store.checkSearch() }
  }

  /// A file as a version left it, with these rows.
  private static func file(of version: String, in folder: TemporaryFolder, _ rows: String) throws -> String {
    let path = folder.file("world.sqlite")
    let old = try DatabasePool(path: path)
    try Schema.migrator.migrate(old, upTo: version)
    try old.write { try $0.execute(sql: rows) }
    try old.close()
    return path
  }

  /// All that versions 3 and 4 tell of triples, in the same words.
  private static func triples(_ path: String) throws -> [[DatabaseValue]] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT article, sentence, number, event, source, source_actor, source_mention, relation, type, cameo,
            CAST(intensity AS REAL), target, target_actor, target_mention, realis, attributed_to, date, confidence,
            source_start, source_end, relation_start, relation_end, target_start, target_end, source_raw,
            source_actor_raw, target_raw, target_actor_raw, attributed_to_raw, date_precision FROM triple ORDER BY 1, 2, 3
          """
      ).map { Array($0.databaseValues) }
    }
  }
}
