import Foundation
import Testing

/// The everyday commands, run as a user runs them.
@Suite(.serialized)
struct EverydayTests {
  private let article = """
    {"id":"a1","title":"NATO urges South Korea to send weapons to Ukraine","date":"2023-01-30","body":"NATO thanked South Korea."}
    """

  @Test func extractIsAFilter() throws {
    let outcome = try Binary.run(["extract", "-", "--format", "jsonl"], input: article + "\n")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 3, "\(outcome.output)")
    let first = try #require(lines.first)
    #expect(
      first.hasPrefix(
        #"{"article":"a1","sentence":0,"source":{"actor":"NATO","principal":"NATO","code":"NATO","kind":"organization","mention":"NATO"},"relation":"urge","type":"REQUEST","#
      ), "\(first)")
    #expect(
      first.contains(#""spans":{"sentence":[0,49],"source":[0,4],"relation":[5,10],"target":[11,22]}"#), "\(first)")
    #expect(first.contains(#""date":"2023-01-30""#))
  }

  @Test func ingestQueryDrawExport() throws {
    try Binary.withFolder { folder in
      let file = folder.appendingPathComponent("articles.jsonl")
      try (article + "\n").write(to: file, atomically: true, encoding: .utf8)
      let ingest = try Binary.run(["ingest", file.path], in: folder)
      #expect(ingest.code == 0, "\(ingest.errors)")
      #expect(ingest.errors.contains("1 new"))
      // Twice changes nothing.
      let again = try Binary.run(["ingest", file.path], in: folder)
      #expect(again.errors.contains("0 new, 0 changed, 1 unchanged"), "\(again.errors)")

      let table = try Binary.run(["relations", "--from", "NATO", "--to", "South Korea"], in: folder)
      #expect(table.output.contains("REQUEST") && table.output.contains("SUPPORT"), "\(table.output)\(table.errors)")
      let named = try Binary.run(["relations", "--from", "nato", "--to", "ROK", "--format", "csv"], in: folder)
      #expect(named.output.split(whereSeparator: \.isNewline).count == 3, "\(named.output)\(named.errors)")
      let reports = try Binary.run(["relations", "--triples", "--type", "aid", "--format", "jsonl"], in: folder)
      #expect(reports.output.contains(#""realis":"requested""#), "\(reports.output)")

      for (name, magic) in [("k.svg", "<?xml"), ("k.png", "\u{FFFD}PNG"), ("k.dot", "digraph"), ("k.pdf", "%PDF")] {
        let picture = try Binary.run(["diagram", "--around", "South Korea", "-o", name], in: folder)
        #expect(picture.code == 0, "\(name): \(picture.errors)")
        let start = try Data(contentsOf: folder.appendingPathComponent(name)).prefix(40)
        #expect(String(decoding: start, as: UTF8.self).hasPrefix(magic), "\(name)")
      }
      let export = try Binary.run(["export", "--format", "jsonl", "-o", "all.jsonl"], in: folder)
      #expect(export.code == 0)
      let exported = try String(contentsOf: folder.appendingPathComponent("all.jsonl"), encoding: .utf8)
      let extracted = try Binary.run(["extract", file.path, "--format", "jsonl"]).output
      #expect(Set(exported.split(separator: "\n")) == Set(extracted.split(separator: "\n")))
    }
  }

  @Test func theResultDoesNotDependOnTheNumberOfWorkers() throws {
    let samples = Binary.root.appendingPathComponent("data/articles/samples.jsonl").path
    let one = try Binary.run(["extract", samples, "--format", "jsonl", "--jobs", "1"])
    let two = try Binary.run(["extract", samples, "--format", "jsonl", "--jobs", "3"])
    #expect(one.code == 0 && !one.output.isEmpty)
    #expect(one.output == two.output)
  }

  @Test func aHeadlineAloneIsEnough() throws {
    let outcome = try Binary.run(["extract", "-", "--format", "jsonl"], input: "Russia attacks Ukraine")
    #expect(outcome.output.contains(#""type":"ASSAULT""#), "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains(#""sentence":[0,22]"#), "\(outcome.output)")
  }

  @Test func otherTablesExtractAnew() throws {
    try Binary.withFolder { folder in
      let data = folder.appendingPathComponent("data")
      try FileManager.default.copyItem(at: Binary.root.appendingPathComponent("data"), to: data)
      let environment = ["ENTENTE_DATA": data.path]
      _ = try Binary.run(["ingest", "-"], input: article + "\n", in: folder, environment: environment)
      let verbs = data.appendingPathComponent("relations/verbs.tsv")
      let text = try String(contentsOf: verbs, encoding: .utf8)
      try text.replacing("\nthank\t", with: "\nthanx\t").write(to: verbs, atomically: true, encoding: .utf8)
      let again = try Binary.run(["ingest", "-"], input: article + "\n", in: folder, environment: environment)
      #expect(again.errors.contains("1 changed"), "\(again.errors)")
      let left = try Binary.run(["relations", "--type", "SUPPORT"], in: folder)
      #expect(left.output.isEmpty, "\(left.output)")
    }
  }
}
