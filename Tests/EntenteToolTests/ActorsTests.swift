import Foundation
import Testing

/// Who somebody is, and care of the graph's actors, as a user does it.
@Suite(.serialized)
struct ActorsTests {
  private let articles = """
    {"id":"a1","title":"NATO urges South Korea to send weapons to Ukraine","date":"2023-01-30","body":"NATO Secretary General Jens Stoltenberg thanked South Korea."}
    {"id":"a2","title":"Canada condemned Belarus","date":"2023-02-01"}
    {"id":"a3","title":"Belarus condemned Russia","date":"2023-02-01"}
    {"id":"a4","title":"Russia condemned Canada","date":"2023-02-02"}

    """

  private func withGraph(_ work: (URL) throws -> Void) throws {
    try Binary.withFolder { folder in
      let outcome = try Binary.run(["ingest", "-"], input: articles, in: folder)
      #expect(outcome.code == 0, "\(outcome.errors)")
      try work(folder)
    }
  }

  @Test func mergeAndSplitGiveBackTheVerySameExport() throws {
    try withGraph { folder in
      func export() throws -> String { try Binary.run(["export"], in: folder).output }
      let before = try export()
      let merge = try Binary.run(["actors", "merge", "Belarus", "russia", "--note", "a test"], in: folder)
      #expect(merge.code == 0 && merge.output.isEmpty && merge.lines.count == 1)
      #expect(merge.errors.contains("Belarus (BLR) is now shown as Russia (RUS): 2 triples, 1 of them kept"))
      let merged = try export()
      #expect(
        !merged.contains("BLR")
          && merged.contains(#""principal":"RUS","code":"RUS","kind":"state","mention":"Belarus""#))
      // The merged actor's names lead to the other.
      let found = try Binary.run(["relations", "--to", "Belarus", "--format", "jsonl"], in: folder)
      #expect(found.output.contains(#""target":{"code":"RUS""#), "\(found.output)")
      // A new article and the old ones again change nothing of it.
      let more = #"{"id":"a5","title":"Canada thanked Belarus","date":"2023-02-03"}"# + "\n"
      _ = try Binary.run(["ingest", "-"], input: articles + more, in: folder)
      #expect(try !export().contains("BLR"))

      let list = try Binary.run(["actors", "merges"], in: folder)
      #expect(list.output.contains("Belarus (BLR)") && list.output.contains("a test"), "\(list.output)")
      #expect(try Binary.run(["actors", "merges", "--format", "jsonl"], in: folder).output.hasPrefix(#"{"number":1,"#))
      let split = try Binary.run(["actors", "split", "belarus"], in: folder)
      #expect(split.code == 0 && split.errors.contains("Belarus (BLR) is no longer merged into Russia (RUS)"))
      #expect(try export().split(separator: "\n").filter { !$0.contains(#""a5""#) } == before.split(separator: "\n"))
      let none = try Binary.run(["actors", "merges"], in: folder)
      #expect(none.code == 0 && none.output.isEmpty && none.errors.contains("No actors are merged."))
    }
  }

  @Test func mergesThatCantBeAreRefusedInOneLine() throws {
    try withGraph { folder in
      _ = try Binary.run(["actors", "merge", "BLR", "RUS", "--quiet"], in: folder)
      for (arguments, said) in [
        (["merge", "BLR", "CAN"], "'BLR' is merged into 'RUS' already"),
        (["merge", "RUS", "BLR"], "'BLR' is merged into 'RUS', so 'RUS' cannot"),
        (["merge", "CAN", "CAN"], "cannot be merged into itself"),
        (["merge", "Atlantis", "CAN"], "no actor is called 'Atlantis'"),
        (["merge", "CAN", "Atlantis"], "no actor is called 'Atlantis'"),
        (["merge", "Canad", "RUS"], "did you mean Canada?"),
        (["split", "Canada"], "'CAN' is not merged"), (["remove-alias", "CAN", "Maple"], "'CAN' has no name 'Maple'"),
        (["list", "--db", "none.sqlite"], "none.sqlite: no such file"),
        (["merge", "a", "b", "--db", "none.sqlite"], "none.sqlite: no such file"),
      ] {
        let outcome = try Binary.run(["actors"] + arguments, in: folder)
        #expect(
          outcome.code == 1 && outcome.lines.count == 1 && outcome.output.isEmpty, "\(arguments): \(outcome.errors)")
        #expect(outcome.errors.contains(said), "\(outcome.errors)")
      }
      #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("none.sqlite").path))
    }
  }

  @Test func aTargetMayComeFromTheRegistry() throws {
    try withGraph { folder in
      let merge = try Binary.run(["actors", "merge", "Belarus", "bhutan"], in: folder)
      #expect(merge.code == 0 && merge.errors.contains("Bhutan (BTN)"), "\(merge.errors)")
      #expect(
        try Binary.run(["actors", "list", "bhutan", "--format", "csv"], in: folder).output.contains(
          "BTN,Bhutan,state,1,1"))
      _ = try Binary.run(["actors", "split", "Belarus"], in: folder)
      #expect(try Binary.run(["actors", "list", "bhutan"], in: folder).output.isEmpty)
    }
  }

  @Test func aliasesByHand() throws {
    try withGraph { folder in
      let added = try Binary.run(["actors", "add-alias", "CAN", "The Maple Leaf"], in: folder)
      #expect(added.code == 0 && added.errors == "Canada (CAN) is now called 'The Maple Leaf' too\n")
      let shared = try Binary.run(["actors", "add-alias", "Russia", "the maple leaf"], in: folder)
      #expect(shared.errors.contains("as is Canada (CAN)"), "\(shared.errors)")
      let two = try Binary.run(["actors", "merge", "The Maple Leaf", "Belarus"], in: folder)
      #expect(two.code == 1 && two.lines.count == 1)
      #expect(two.errors.contains("may be CAN (Canada) or RUS (Russia); give the code"), "\(two.errors)")
      _ = try Binary.run(["actors", "remove-alias", "RUS", "The Maple Leaf"], in: folder)
      // It outlives ingest, and all commands know it.
      _ = try Binary.run(["ingest", "-"], input: articles.replacing("condemned", with: "thanked"), in: folder)
      let from = try Binary.run(["relations", "--from", "maple leaf"], in: folder)
      #expect(from.output.contains("Canada"), "\(from.output)\(from.errors)")
      let actor = try Binary.run(["actor", "the maple leaf"], in: folder)
      #expect(actor.output.contains("'The Maple Leaf' is a name of Canada, added by hand"), "\(actor.output)")
      #expect(actor.output.contains("by hand     The Maple Leaf"), "\(actor.output)")
    }
  }

  @Test func listsOfActors() throws {
    try withGraph { folder in
      let table = try Binary.run(["actors", "list"], in: folder)
      #expect(table.output.hasPrefix("code"), "\(table.output)")
      #expect(table.output.contains("South Korea") && table.output.contains("Jens Stoltenberg"))
      let persons = try Binary.run(["actors", "list", "--kind", "person", "--format", "csv"], in: folder)
      #expect(
        persons.output.split(whereSeparator: \.isNewline)
          == ["code,name,kind,events_as_source,events_as_target", "Jens Stoltenberg,Jens Stoltenberg,person,1,0"])
      let one = try Binary.run(["actors", "list", "--limit", "1", "--format", "jsonl"], in: folder)
      #expect(one.output.split(separator: "\n").count == 1)
    }
  }

  @Test func whoSomebodyIs() throws {
    try withGraph { folder in
      let korea = try Binary.run(["actor", "seoul"], in: folder)
      #expect(korea.code == 0 && korea.errors.isEmpty)
      for part in [
        "South Korea  KOR  state, Asia", "'Seoul' is the capital of South Korea", "adjectives  South Korean",
        "Offices on 2023-02-02", "Yoon Suk-yeol", "NATO          2  SUPPORT 1, REQUEST 1", "2023-01",
      ] { #expect(korea.output.contains(part), "\(part): \(korea.output)") }
      let person = try Binary.run(["actor", "Stoltenberg", "--date", "2023-01-30"], in: folder)
      #expect(person.output.contains("acts for NATO on 2023-01-30"), "\(person.output)")
      #expect(person.output.contains("acts for NATO in 1 report; 2023-01-30"), "\(person.output)")
      let earlier = try Binary.run(["actor", "Jens Stoltenberg", "--date", "2012"], in: folder)
      #expect(earlier.output.contains("acts for Norway on 2012"), "\(earlier.output)")

      let line = try Binary.run(["actor", "Kremlin", "--format", "jsonl"], in: folder)
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.output.utf8)) as? [String: Any], "\(line.output)")
      #expect((object["actor"] as? [String: Any])?["code"] as? String == "RUS")
      #expect(object["graph"] is [String: Any])
    }
  }

  @Test func theRegistryAloneAnswersToo() throws {
    try Binary.withFolder { folder in
      let kremlin = try Binary.run(["actor", "Kremlin", "--date", "1985"], in: folder)
      #expect(kremlin.code == 0 && kremlin.output.contains("'Kremlin' is a metonym of Soviet Union"))
      #expect(kremlin.errors == "No graph at entente.sqlite; the registry alone answers.\n")
      #expect(try Binary.run(["actor", "Kremlin", "-q"], in: folder).errors.isEmpty)
      let named = try Binary.run(["actor", "Kremlin", "--db", "none.sqlite"], in: folder)
      #expect(named.code == 1 && named.lines.count == 1 && named.errors.contains("none.sqlite"))
      let json = try Binary.run(["actor", "NATO", "--format", "jsonl"], in: folder)
      #expect(json.output.hasSuffix(#""graph":null}"# + "\n"), "\(json.output)")
    }
  }

  @Test func misspeltNamesGetSuggestions() throws {
    try Binary.withFolder { folder in
      let outcome = try Binary.run(["actor", "Germny", "--quiet"], in: folder)
      #expect(outcome.code == 1 && outcome.output.isEmpty && outcome.lines.count == 1)
      #expect(outcome.errors.contains("no actor is called 'Germny'; did you mean Germany"), "\(outcome.errors)")
    }
  }

  @Test(arguments: [
    ["actor"], ["actor", "..."], ["actor", "NATO", "--date", "yesterday"], ["actor", "NATO", "--format", "csv"],
    ["actors", "merge", "A"], ["actors", "merge", "A", "--"], ["actors", "add-alias", "RUS", " - "],
    ["actors", "list", "--kind", "club"], ["actors", "list", "--limit", "0"], ["actors", "fly"],
  ])
  func wrongUsageEndsWith64(arguments: [String]) throws {
    let outcome = try Binary.run(arguments)
    #expect(outcome.code == 64, "\(arguments): \(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }
}
