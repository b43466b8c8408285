import Foundation
import Testing

/// Frames of a user's own, through the command.
@Suite(.serialized)
struct FramesTests {
  private let article = """
    {"id":"a1","title":"Peru defenestrated Chile","date":"2023-01-30","body":"Canada condemned Belarus."}

    """

  /// Writes a table; `;` stands for a tab.
  private func write(_ table: String, _ name: String = "own.tsv", in folder: URL) throws {
    try Data(table.replacing(";", with: "\t").utf8).write(to: folder.appendingPathComponent(name))
  }

  /// The types of the triples in JSON Lines, each as "SOURCE TYPE TARGET", sorted.
  private func triples(_ output: String) throws -> [String] {
    try output.split(separator: "\n").map { line in
      let triple = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let parties = ["source", "target"].map { (triple[$0] as? [String: Any])?["principal"] as? String ?? "?" }
      return "\(parties[0]) \(triple["type"] as? String ?? "?") \(parties[1])"
    }.sorted()
  }

  @Test func extractKnowsOwnFrames() throws {
    try Binary.withFolder { folder in
      try write("verb;target;type\ndefenestrate;obj;COERCE\n", in: folder)
      try write("\u{FEFF}verb;target;type\r\ncondemn;obj;SUPPORT\r\n", "more.tsv", in: folder)
      let arguments = ["extract", "-", "--format", "jsonl"]
      let without = try Binary.run(arguments, input: article, in: folder)
      #expect(try triples(without.output) == ["CAN ACCUSE BLR"])
      let outcome = try Binary.run(
        arguments + ["--frames", "own.tsv", "--frames", "more.tsv"], input: article, in: folder)
      #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
      #expect(try triples(outcome.output) == ["CAN SUPPORT BLR", "PER COERCE CHL"])
      try write("verb;type\ncondemn;-\n", in: folder)
      let off = try Binary.run(arguments + ["--frames", "own.tsv"], input: article, in: folder)
      #expect(off.code == 0 && off.output.isEmpty, "\(off.output)\(off.errors)")
    }
  }

  /// What no rule finds is not added either where a word is switched off.
  @Test func nothingIsAddedToAWordThatIsOff() throws {
    try Binary.withFolder { folder in
      let text = "Kenya, Uganda's larger neighbour, mediated between Rwanda and Burundi before the talks failed.\n"
      try write("verb;type\nmediate;-\n", in: folder)
      let arguments = ["extract", "-", "--format", "jsonl"]
      #expect(try triples(Binary.run(arguments, input: text, in: folder).output).contains("KEN CONSULT RWA"))
      let off = try Binary.run(arguments + ["--frames", "own.tsv"], input: text, in: folder)
      #expect(off.code == 0 && !off.output.contains("mediate"), "\(off.output)\(off.errors)")
    }
  }

  @Test func aStoreIsReadAnewWithOtherFrames() throws {
    try Binary.withFolder { folder in
      try write("verb;target;type\ndefenestrate;obj;COERCE\n", in: folder)
      func ingest(_ arguments: String...) throws -> String {
        try Binary.run(["ingest", "-"] + arguments, input: article, in: folder).errors
      }
      #expect(try ingest().contains("1 new"))
      #expect(try ingest().contains("1 unchanged"))
      #expect(try ingest("--frames", "own.tsv").contains("1 changed"))
      #expect(try ingest("--frames", "own.tsv").contains("1 unchanged"))
      let found = try Binary.run(["relations", "--from", "PER", "--format", "jsonl", "--triples"], in: folder)
      #expect(try triples(found.output) == ["PER COERCE CHL"])
      try write("verb;target;type\ndefenestrate;obj;ASSAULT\n", in: folder)
      #expect(try ingest("--frames", "own.tsv").contains("1 changed"))
      #expect(try ingest().contains("1 changed"))
    }
  }

  @Test(
    arguments: [
      (nil, "own.tsv: can't be read; is it there?"),
      ("code;name\nX;X\n", "own.tsv:1: the header needs one of the columns verb, noun or adjective"),
      ("verb;target;type\nx;obj;GIFT\n", "own.tsv:2: 'GIFT' is no type"),
    ] as [(String?, String)])
  func brokenTablesAreToldInOneLine(table: String?, expected: String) throws {
    try Binary.withFolder { folder in
      if let table { try write(table, in: folder) }
      try article.write(to: folder.appendingPathComponent("a.jsonl"), atomically: true, encoding: .utf8)
      try #"{"id":"g","title":"Peru","triples":[]}"#.write(
        to: folder.appendingPathComponent("gold.jsonl"), atomically: true, encoding: .utf8)
      for command in [["extract", "a.jsonl"], ["ingest", "a.jsonl"], ["evaluate", "gold.jsonl"]] {
        let outcome = try Binary.run(command + ["--frames", "own.tsv"], in: folder)
        #expect(outcome.code == 1 && outcome.output.isEmpty, "\(command): \(outcome.output)")
        #expect(outcome.errors == "entente: \(expected)\n", "\(command)")
      }
    }
  }
}
