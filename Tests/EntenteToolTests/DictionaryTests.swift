import Foundation
import Testing

/// Actors and names of a user's own, through the command.
@Suite(.serialized)
struct DictionaryTests {
  private let article = """
    {"id":"a1","title":"Old Quay Bank condemned Canada","date":"2023-01-30","body":"Mapleland thanked Belarus."}

    """

  /// Writes a table; `;` stands for a tab.
  private func write(_ table: String, _ name: String = "own.tsv", in folder: URL) throws {
    try Data(table.replacing(";", with: "\t").utf8).write(to: folder.appendingPathComponent(name))
  }

  @Test func extractKnowsOwnActors() throws {
    try Binary.withFolder { folder in
      try write("code;name;kind\nOQB;Old Quay Bank;company\n", in: folder)
      try write("code;name;aliases\nCAN;;Mapleland\n", "more.tsv", in: folder)
      let without = try Binary.run(["extract", "-", "--format", "jsonl"], input: article, in: folder)
      #expect(without.code == 0 && !without.output.contains("OQB"))
      let arguments = ["extract", "-", "--format", "jsonl", "--actors", "own.tsv", "--actors", "more.tsv"]
      let outcome = try Binary.run(arguments, input: article, in: folder)
      #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
      #expect(
        outcome.output.contains(
          #""source":{"actor":"Old Quay Bank","principal":"OQB","code":"OQB","kind":"company","mention":"Old Quay Bank"}"#
        ), "\(outcome.output)")
      #expect(
        outcome.output.contains(
          #""source":{"actor":"Canada","principal":"CAN","code":"CAN","kind":"state","mention":"Mapleland"}"#),
        "\(outcome.output)")
    }
  }

  @Test(
    arguments: [
      (nil, "own.tsv: can't be read; is it there?"), ("", "own.tsv:1: the header line is missing"),
      ("code;kind\nX;company\n", "own.tsv:1: column 'name' is missing in the header"),
      ("code;name\nX\n", "own.tsv:2: 1 cells, but the header has 2; check the tabs"),
      ("person;office;principal\nJane Example;envoy;QQQ\n", "own.tsv:2: principal 'QQQ' is in no table of actors"),
    ] as [(String?, String)])
  func brokenTablesAreToldInOneLine(table: String?, expected: String) throws {
    try Binary.withFolder { folder in
      if let table { try write(table, in: folder) }
      try article.write(to: folder.appendingPathComponent("a.jsonl"), atomically: true, encoding: .utf8)
      for command in [["extract", "a.jsonl"], ["ingest", "a.jsonl"], ["evaluate", "gold.jsonl"], ["actor", "Peru"]] {
        if command.first == "evaluate" {
          try #"{"id":"g","title":"Peru","triples":[]}"#.write(
            to: folder.appendingPathComponent("gold.jsonl"), atomically: true, encoding: .utf8)
        }
        let outcome = try Binary.run(command + ["--actors", "own.tsv"], in: folder)
        #expect(outcome.code == 1 && outcome.output.isEmpty, "\(command): \(outcome.output)")
        #expect(outcome.errors == "entente: \(expected)\n", "\(command)")
      }
    }
  }

  @Test func actorTellsOwnNames() throws {
    try Binary.withFolder { folder in
      try write("code;name;kind;aliases\nOQB;Old Quay Bank;company;The Quay\n", in: folder)
      let outcome = try Binary.run(["actor", "the quay", "--actors", "own.tsv", "-q"], in: folder)
      #expect(outcome.code == 0 && outcome.output.contains("Old Quay Bank  OQB  company"), "\(outcome.output)")
      let none = try Binary.run(["actor", "the quay", "-q"], in: folder)
      #expect(none.code == 1 && none.lines.count == 1, "\(none.errors)")
    }
  }

  /// A name given by hand is one in the articles that come after.
  @Test func namesByHandAreReadInNewArticles() throws {
    try Binary.withFolder { folder in
      _ = try Binary.run(["ingest", "-"], input: article, in: folder)
      #expect(try Binary.run(["relations", "--from", "CAN", "-q"], in: folder).output.isEmpty)
      let added = try Binary.run(["actors", "add-alias", "CAN", "Mapleland"], in: folder)
      #expect(added.code == 0, "\(added.errors)")
      let new = #"{"id":"a2","title":"Mapleland condemned Russia","date":"2023-02-03"}"# + "\n"
      let ingest = try Binary.run(["ingest", "-"], input: new, in: folder)
      #expect(ingest.code == 0 && ingest.errors.contains("1 new"), "\(ingest.errors)")
      let found = try Binary.run(
        ["relations", "--from", "CAN", "--to", "RUS", "--triples", "--format", "jsonl"], in: folder)
      #expect(found.output.contains(#""mention":"Mapleland""#), "\(found.output)\(found.errors)")
      // The old article is read anew too, for the names have changed.
      let again = try Binary.run(["ingest", "-"], input: article, in: folder)
      #expect(again.errors.contains("1 changed"), "\(again.errors)")
      #expect(try Binary.run(["relations", "--from", "CAN", "--to", "BLR"], in: folder).output.contains("Belarus"))
      // Taken back, it is no name any more.
      _ = try Binary.run(["actors", "remove-alias", "CAN", "Mapleland"], in: folder)
      let less = try Binary.run(["ingest", "-"], input: new, in: folder)
      #expect(less.errors.contains("1 changed, 0 unchanged; 0 triples"), "\(less.errors)")
      let gone = try Binary.run(["relations", "--from", "Mapleland"], in: folder)
      #expect(gone.code == 1, "\(gone.output)")
      // What the registry calls the actor stays.
      #expect(try Binary.run(["relations", "--from", "Ottawa"], in: folder).code == 0)
    }
  }

  /// A name given by hand to an office holder is one in articles as well, and for whom he acts is known.
  @Test func namesByHandOfPersonsAreRead() throws {
    try Binary.withFolder { folder in
      let first = #"{"id":"a1","title":"Jens Stoltenberg thanked Canada","date":"2023-01-30"}"# + "\n"
      _ = try Binary.run(["ingest", "-"], input: first, in: folder)
      let added = try Binary.run(
        ["actors", "add-alias", "Jens Stoltenberg", "Stoltenbergius Maximus"], in: folder)
      #expect(added.code == 0, "\(added.errors)")
      let second = #"{"id":"a2","title":"Stoltenbergius Maximus condemned Russia","date":"2023-02-03"}"# + "\n"
      _ = try Binary.run(["ingest", "-"], input: second, in: folder)
      let found = try Binary.run(
        ["relations", "--from", "NATO", "--to", "RUS", "--triples", "--format", "jsonl"], in: folder)
      #expect(found.output.contains(#""actor":"Jens Stoltenberg","principal":"NATO""#), "\(found.output)")
    }
  }

  /// Tables as Windows and its spreadsheets write them.
  @Test func tablesMayHaveOtherLineEnds() throws {
    try Binary.withFolder { folder in
      try write("\u{FEFF}code;name;aliases\r\nCAN;;Mapleland\r\n", in: folder)
      let outcome = try Binary.run(
        ["extract", "-", "--format", "jsonl", "--actors", "own.tsv"], input: article, in: folder)
      #expect(outcome.code == 0 && outcome.output.contains(#""mention":"Mapleland""#), "\(outcome.errors)")
    }
  }
}
