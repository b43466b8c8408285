import Foundation
import Testing

/// What `ingest` tells and keeps of its work.
@Suite(.serialized)
struct IngestCommandTests {
  private let article =
    #"{"id":"a1","title":"Russia attacks Ukraine","body":"NATO urged Turkey to ratify the accord."}"#

  private func report(_ folder: URL, _ name: String = "report.json") throws -> [String: Any] {
    let data = try Data(contentsOf: folder.appendingPathComponent(name))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func dryRunStoresNothingAndTellsWhatWouldBeNew() throws {
    try Binary.withFolder { folder in
      let outcome = try Binary.run(["ingest", "-", "--dry-run"], input: article + "\n", in: folder)
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(outcome.errors.contains("1 new") && outcome.errors.contains("nothing was stored"), "\(outcome.errors)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])

      _ = try Binary.run(["ingest", "-"], input: article + "\n", in: folder)
      let two = article + "\n" + article.replacing("a1", with: "a2") + "\n"
      let again = try Binary.run(["ingest", "-", "--dry-run"], input: two, in: folder)
      #expect(again.errors.contains("1 new, 0 changed, 1 unchanged"), "\(again.errors)")
      let changed = try Binary.run(
        ["ingest", "-", "--dry-run"], input: article.replacing("Turkey", with: "Hungary") + "\n", in: folder)
      #expect(changed.errors.contains("0 new, 1 changed"), "\(changed.errors)")
      let list = try Binary.run(["articles", "list", "--format", "csv"], in: folder)
      #expect(list.output.split(whereSeparator: \.isNewline).count == 2, "\(list.output)")
    }
  }

  @Test func reportTellsWhatWasReadAndWhatWasPassedOver() throws {
    try Binary.withFolder { folder in
      let input = article + "\n{broken\n" + #"{"id":"a1","title":"the same id"}"# + "\n"
      let outcome = try Binary.run(["ingest", "-", "--report", "report.json"], input: input, in: folder)
      #expect(outcome.code == 1)
      #expect(outcome.errors.contains("passed over: 1 broken JSON, 1 id twice"), "\(outcome.errors)")
      let report = try report(folder)
      #expect(report["read"] as? Int == 1)
      #expect(report["new"] as? Int == 1)
      #expect(report["triples"] as? Int == 2)
      #expect(report["skipped"] as? [String: Int] == ["broken JSON": 1, "id twice": 1])
      let problems = try #require(report["problems"] as? [[String: Any]])
      #expect(problems.map { $0["line"] as? Int } == [2, 3])
      #expect(problems.allSatisfy { $0["file"] as? String == "-" && $0["skipped"] as? Bool == true })
    }
  }

  @Test(arguments: [
    (["--report", "missing/report.json"], 1, "the folder does not exist"),
    (["--report", "world.sqlite", "--db", "world.sqlite"], 64, "name the same file"),
    (["--watch"], 64, "not standard input"),
    (["--watch", "--dry-run"], 64, "exclude each other"),
  ])
  func mistakesAreToldBeforeTheWork(options: [String], code: Int32, words: String) throws {
    try Binary.withFolder { folder in
      let outcome = try Binary.run(["ingest", "-"] + options, input: article + "\n", in: folder)
      #expect(outcome.code == code)
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }
  }

  /// Starts the command, waits for words on its standard error, does something, and so on; then interrupts it.
  private func interrupted(
    _ arguments: [String], in folder: URL, _ steps: [(words: String, then: () throws -> Void)]
  ) throws -> (code: Int32, errors: String) {
    let process = Binary.process(arguments, in: folder)
    let file = folder.appendingPathComponent("errors.log")
    try Data().write(to: file)
    process.standardError = try FileHandle(forWritingTo: file)
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    defer { if process.isRunning { process.terminate() } }
    func errors() -> String { (try? String(contentsOf: file, encoding: .utf8)) ?? "" }
    for (words, then) in steps {
      let end = Date() + 90
      while !errors().contains(words), Date() < end, process.isRunning { Thread.sleep(forTimeInterval: 0.05) }
      try #require(errors().contains(words), "\(errors())")
      try then()
    }
    process.interrupt()
    process.waitUntilExit()
    return (process.terminationStatus, errors())
  }

  @Test func watchReadsWhatComesUntilItIsInterrupted() throws {
    try Binary.withFolder { folder in
      let incoming = folder.appendingPathComponent("incoming")
      try FileManager.default.createDirectory(at: incoming, withIntermediateDirectories: true)
      try Data("Russia attacks Ukraine".utf8).write(to: incoming.appendingPathComponent("first.txt"))
      let outcome = try interrupted(
        ["ingest", "incoming", "--watch", "--verbose", "--report", "report.json"], in: folder,
        [
          (
            "waiting for new files",
            { try Data("NATO urges Turkey to act".utf8).write(to: incoming.appendingPathComponent("second.txt")) }
          ),
          ("incoming/second: 1 triple", {}),
        ])
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(try report(folder)["new"] as? Int == 2)
      let relations = try Binary.run(["relations", "--format", "csv"], in: folder)
      #expect(relations.output.split(whereSeparator: \.isNewline).count == 3, "\(relations.output)")
    }
  }

  @Test func anInterruptKeepsWhatWasReadAndSaysSo() throws {
    try Binary.withFolder { folder in
      let lines = (0..<20_000).map { article.replacing("a1", with: "a\($0)") }
      try Data(lines.joined(separator: "\n").utf8).write(to: folder.appendingPathComponent("many.jsonl"))
      let outcome = try interrupted(
        ["ingest", "many.jsonl", "--verbose", "--report", "report.json"], in: folder, [("a100: ", {})])
      #expect(outcome.code == 130, "\(outcome.errors.suffix(400))")
      #expect(outcome.errors.contains("interrupted"))
      let report = try report(folder)
      #expect(report["interrupted"] as? Bool == true)
      let stored = try #require(report["new"] as? Int)
      #expect(stored > 100 && stored < 20_000)
      let list = try Binary.run(["articles", "list", "--format", "csv", "--limit", "30000"], in: folder)
      #expect(list.output.split(whereSeparator: \.isNewline).count == stored + 1)
    }
  }
}
