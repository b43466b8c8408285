import Foundation
import Testing

/// What people get wrong: one clear line, the right exit code, nothing lost.
@Suite(.serialized)
struct MistakeTests {
  private let good = #"{"id":"g","title":"Canada condemned Belarus","date":"2023-01-30"}"# + "\n"

  @Test(arguments: [
    ("empty.txt", Data()), ("binary.txt", Data([0, 1, 2, 255, 254, 0, 7])),
    ("broken.jsonl", Data("{\"id\":\"x\",\n".utf8)), ("keyless.jsonl", Data("{\"id\":\"No words\"}\n".utf8)),
  ])
  func badFilesAreToldAndTheRestIsRead(name: String, content: Data) throws {
    try Binary.withFolder { folder in
      try content.write(to: folder.appendingPathComponent(name))
      try good.write(to: folder.appendingPathComponent("good.jsonl"), atomically: true, encoding: .utf8)
      let outcome = try Binary.run(["ingest", name, "good.jsonl", "missing.txt"], in: folder)
      #expect(outcome.code == 1)
      let told = outcome.lines.filter { $0.contains(name) }
      #expect(told.count == 1, "\(outcome.errors)")
      #expect(outcome.lines.filter { $0.contains("missing.txt") }.count == 1, "\(outcome.errors)")
      #expect(outcome.errors.contains("1 new"), "\(outcome.errors)")
      let stored = try Binary.run(["relations", "--format", "csv"], in: folder)
      #expect(stored.output.contains("ACCUSE"), "\(stored.output)")
    }
  }

  @Test func brokenLettersAreNotedAndKept() throws {
    try Binary.withFolder { folder in
      let text = Data("Canada condemned Belarus\n\nOttawa’s minister said “no”".utf8) + Data([0xFF, 0x2E, 0x0A])
      try text.write(to: folder.appendingPathComponent("worn.txt"))
      let outcome = try Binary.run(["ingest", "worn.txt"], in: folder)
      #expect(outcome.lines.filter { $0.contains("worn.txt") && $0.contains("invalid UTF-8") }.count == 1)
      #expect(outcome.errors.contains("1 new"), "\(outcome.errors)")
    }
  }

  @Test func aHugeLineIsPassedOver() throws {
    try Binary.withFolder { folder in
      let line = "{\"id\":\"big\",\"body\":\"" + String(repeating: "a", count: 50_000_000) + "\"}\n"
      try (line + good).write(to: folder.appendingPathComponent("big.jsonl"), atomically: true, encoding: .utf8)
      let outcome = try Binary.run(["ingest", "big.jsonl"], in: folder)
      #expect(outcome.code == 1)
      #expect(outcome.lines.filter { $0.contains("big.jsonl:1") }.count == 1, "\(outcome.errors)")
      #expect(outcome.errors.contains("1 new"), "\(outcome.errors)")
    }
  }

  @Test func aFolderWithoutArticles() throws {
    try Binary.withFolder { folder in
      let outcome = try Binary.run(["ingest", folder.path, "--db", "x.sqlite"], in: folder)
      #expect(outcome.code == 1)
      #expect(outcome.errors.contains(folder.lastPathComponent), "\(outcome.errors)")
    }
  }

  @Test func storesThatAreNone() throws {
    try Binary.withFolder { folder in
      try Data("no database at all, just words\n".utf8).write(to: folder.appendingPathComponent("x.sqlite"))
      try good.write(to: folder.appendingPathComponent("good.jsonl"), atomically: true, encoding: .utf8)
      for arguments in [
        ["relations", "--db", "x.sqlite"], ["ingest", "good.jsonl", "--db", "x.sqlite"],
        ["relations", "--db", "missing.sqlite"], ["ingest", "good.jsonl", "--db", "no/such/folder.sqlite"],
        ["diagram", "--db", "missing.sqlite", "-o", "x.svg"], ["export", "--db", "missing.sqlite"],
      ] {
        let outcome = try Binary.run(arguments, in: folder)
        #expect(outcome.code == 1, "\(arguments)")
        #expect(
          outcome.lines.count == 1 && (outcome.errors.contains("sqlite") || outcome.errors.contains("no/such")),
          "\(arguments): \(outcome.errors)")
        #expect(outcome.output.isEmpty)
      }
    }
  }

  @Test func unknownActorsGetSuggestions() throws {
    try Binary.withFolder { folder in
      _ = try Binary.run(["ingest", "-"], input: good, in: folder)
      let outcome = try Binary.run(["relations", "--from", "Belar"], in: folder)
      #expect(outcome.code == 0 || outcome.errors.contains("Belarus"), "\(outcome.errors)")
      let nobody = try Binary.run(["relations", "--from", "Atlantis"], in: folder)
      #expect(nobody.code == 1 && nobody.errors.contains("no actor of the graph is called 'Atlantis'"))
    }
  }

  @Test(arguments: [
    ["relations", "--type", "HUG"], ["relations", "--since", "yesterday"], ["relations", "--limit", "0"],
    ["diagram", "-o", "x.jpeg"], ["extract", "x", "--jobs", "0"], ["relations", "--between", "A"], ["fly"],
    ["extract"], ["export", "--format", "gold"], ["relations", "--quiet", "--verbose"],
  ])
  func wrongUsageEndsWith64(arguments: [String]) throws {
    let outcome = try Binary.run(arguments)
    #expect(outcome.code == 64, "\(arguments): \(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test func aMissingModelIsNamed() throws {
    let outcome = try Binary.run(["extract", "-"], input: good, environment: ["ENTENTE_MODEL": "/no/such/model"])
    #expect(outcome.code == 1)
    #expect(outcome.lines.count == 1 && outcome.errors.contains("/no/such/model"), "\(outcome.errors)")
  }

  @Test func exportTakesNothingAway() throws {
    try Binary.withFolder { folder in
      _ = try Binary.run(["ingest", "-", "--db", "g.sqlite"], input: good, in: folder)
      let victim = folder.appendingPathComponent("victim")
      try FileManager.default.createDirectory(at: victim, withIntermediateDirectories: true)
      try Data("x".utf8).write(to: victim.appendingPathComponent("file"))
      for (target, said) in [
        ("victim", "is a folder"), ("g.sqlite", "is the store itself"), ("no/x", "does not exist"),
      ] {
        let outcome = try Binary.run(["export", "--db", "g.sqlite", "-o", target], in: folder)
        #expect(outcome.code == 1 && outcome.lines.count == 1 && outcome.errors.contains(said), "\(outcome.errors)")
      }
      #expect(FileManager.default.fileExists(atPath: victim.appendingPathComponent("file").path))
      #expect(try Binary.run(["relations", "--db", "g.sqlite"], in: folder).output.contains("ACCUSE"))
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path).allSatisfy { !$0.hasPrefix("g.sqlite.") })
      if FileManager.default.fileExists(atPath: "/dev/full") {
        let full = try Binary.run(["export", "--db", "g.sqlite", "-o", "/dev/full"], in: folder)
        #expect(full.code == 1 && full.errors.contains("the disk is full"), "\(full.errors)")
      }
    }
  }

  /// "RUS" is Russia, though the graph knows only Belarus, in whose name it stands.
  @Test(arguments: ["RUS", "rus"])
  func aCodeIsNoPartOfAnotherName(code: String) throws {
    try Binary.withFolder { folder in
      _ = try Binary.run(["ingest", "-"], input: good, in: folder)
      let outcome = try Binary.run(["relations", "--to", code], in: folder)
      #expect(outcome.code == 0 && outcome.output.isEmpty, "\(outcome.output)")
    }
  }

  /// So is a whole name of the registry: "Niger" is not Nigeria, and "Nigeri" is part of Nigeria alone.
  @Test(arguments: [("Niger", 0), ("niger", 0), ("NER", 0), ("Niamey", 0), ("Nigeri", 1), ("Nigeria", 1)])
  func aNameIsNoPartOfAnotherName(name: String, relations: Int) throws {
    try Binary.withFolder { folder in
      let article = #"{"id":"n","title":"Chile condemned Nigeria","date":"2023-01-30"}"# + "\n"
      _ = try Binary.run(["ingest", "-"], input: article, in: folder)
      let outcome = try Binary.run(["relations", "--to", name, "--triples", "--format", "jsonl"], in: folder)
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(outcome.output.split(separator: "\n").count == relations, "\(outcome.output)")
    }
  }

  @Test func aKnownActorWithoutRelationsIsNoMistake() throws {
    try Binary.withFolder { folder in
      _ = try Binary.run(["ingest", "-"], input: good, in: folder)
      let outcome = try Binary.run(["relations", "--from", "Bhutan"], in: folder)
      #expect(outcome.code == 0 && outcome.output.isEmpty && outcome.errors.contains("No events match"))
    }
  }
}
