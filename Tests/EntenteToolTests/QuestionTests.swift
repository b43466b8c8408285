import Foundation
import Testing

/// Questions to a graph as a user asks them: groups, pages, timelines, paths, lists of the busiest, statistics.
@Suite(.serialized)
struct QuestionTests {
  private static let articles = """
    {"id":"a1","title":"Canada condemned Belarus","date":"2023-01-30"}
    {"id":"a2","title":"Canada condemned Belarus","date":"2023-02-01","body":"Belarus condemned Canada."}
    {"id":"a3","title":"Belarus thanked Russia","date":"2023-03-01"}
    {"id":"a4","title":"Russia attacked Ukraine","date":"2022-02-24"}
    {"id":"a5","title":"NATO Secretary General Jens Stoltenberg thanked Ukraine","date":"2023-01-30"}

    """

  private func withGraph(_ work: (URL) throws -> Void) throws {
    try Binary.withFolder { folder in
      let outcome = try Binary.run(["ingest", "-"], input: Self.articles, in: folder)
      #expect(outcome.code == 0, "\(outcome.errors)")
      try work(folder)
    }
  }

  private func lines(_ outcome: Binary.Outcome) -> [String] {
    outcome.output.split(whereSeparator: \.isNewline).map(String.init)
  }

  @Test func relationsAreGrouped() throws {
    try withGraph { folder in
      let table = try Binary.run(["relations", "--group", "dyad,year"], in: folder)
      let first = try #require(lines(table).dropFirst().first)
      #expect(first.split(separator: " ").prefix(4) == ["Canada", "Belarus", "2023", "2"], "\(table.output)")
      let csv = try Binary.run(["relations", "--group", "month", "--format", "csv", "--to", "Belarus"], in: folder)
      #expect(lines(csv).dropFirst().map { $0.prefix(11) } == ["2023-01,1,1", "2023-02,1,1"], "\(csv.output)")
      let json = try Binary.run(
        ["relations", "--group", "source", "--format", "jsonl", "--type", "SUPPORT", "--sort", "events"], in: folder)
      #expect(lines(json).count == 2 && json.errors.isEmpty)
      #expect(
        json.output.contains(#"{"source":{"code":"BLR","name":"Belarus","kind":"state"},"events":1,"reports":1,"#))
      let none = try Binary.run(["relations", "--group", "day", "--since", "2024"], in: folder)
      #expect(none.code == 0 && none.output.isEmpty && none.errors == "No events match.\n")
    }
  }

  @Test(arguments: [
    [], ["--triples"], ["--sort", "confidence"], ["--sort", "intensity", "--order", "asc", "--triples"],
    ["--group", "type"], ["--group", "dyad,realis", "--sort", "reports"],
  ])
  func pagesFollowOneAnother(options: [String]) throws {
    try withGraph { folder in
      let list = ["relations", "--format", "jsonl"] + options
      let whole = try lines(Binary.run(list, in: folder))
      #expect(whole.count > 2)
      var (paged, cursor): ([String], [String]) = ([], [])
      for _ in 0..<20 {
        let page = try Binary.run(list + ["--limit", "2"] + cursor, in: folder)
        #expect(page.code == 0, "\(page.errors)")
        paged += lines(page)
        let words = page.errors.split(separator: " ")
        guard let place = words.firstIndex(of: "--after"), place + 1 < words.count else { break }
        cursor = ["--after", String(words[place + 1])]
      }
      #expect(paged == whole)
      let quiet = try Binary.run(list + ["--limit", "2", "--quiet"], in: folder)
      #expect(quiet.errors.isEmpty && lines(quiet).count == 2)
    }
  }

  @Test func aTimelineShowsEmptyPeriods() throws {
    try withGraph { folder in
      let csv = try Binary.run(["timeline", "Canada", "belarus", "--by", "week", "--format", "csv"], in: folder)
      #expect(lines(csv).count == 2 && csv.output.contains("2023-W05,2023-01-30,3,3,0,0,3,0,"), "\(csv.output)")
      let table = try Binary.run(["timeline", "Canada", "Belarus", "--by", "day"], in: folder)
      #expect(lines(table).count == 4 && table.output.contains("│"), "\(table.output)")
      let empty = try #require(lines(table).first { $0.hasPrefix("2023-01-31") })
      #expect(empty.split(separator: " ").dropFirst().prefix(5) == ["0", "0", "0", "0", "0"])
      let json = try Binary.run(["timeline", "CAN", "BLR", "--by", "year", "--format", "jsonl"], in: folder)
      #expect(json.output.hasPrefix(#"{"period":"2023","from":"2023-01-01","events":3,"reports":3,"#))
      let none = try Binary.run(["timeline", "Canada", "Ukraine"], in: folder)
      #expect(none.code == 0 && none.output.isEmpty && none.errors == "No events match.\n")
    }
  }

  @Test func aPathHasASentenceForEachStep() throws {
    try withGraph { folder in
      let text = try Binary.run(["path", "Canada", "Ukraine"], in: folder)
      #expect(
        text.output.hasPrefix("Canada — Belarus — Russia — Ukraine  (3 steps, strength 1)\n"),
        "\(text.output)\(text.errors)")
      #expect(text.output.contains("      Russia attacked Ukraine  [a4]"))
      let json = try Binary.run(["path", "CAN", "RUS", "--strongest", "--format", "jsonl"], in: folder)
      #expect(json.output.hasPrefix(#"{"hops":2,"strength":1,"actors":[{"code":"CAN","name":"Canada""#))
      let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
      #expect((object?["steps"] as? [Any])?.count == 2)
      let short = try Binary.run(["path", "Canada", "Ukraine", "--hops", "2"], in: folder)
      #expect(short.code == 0 && short.output.isEmpty && short.errors == "No path of 2 steps or fewer.\n")
      let late = try Binary.run(["path", "Canada", "Russia", "--until", "2023-02", "--format", "csv"], in: folder)
      #expect(lines(late).count == 1)
      let directed = try Binary.run(["path", "Canada", "Ukraine", "--directed"], in: folder)
      #expect(directed.output.hasPrefix("Canada → Belarus → Russia → Ukraine  (3 steps"), "\(directed.output)")
      #expect(try Binary.run(["path", "NATO", "Canada"], in: folder).output.hasPrefix("NATO — Ukraine — Russia"))
      let against = try Binary.run(["path", "NATO", "Canada", "--directed"], in: folder)
      #expect(against.output.isEmpty && against.errors == "No path of 4 steps or fewer.\n")
      let person = try Binary.run(["path", "Stoltenberg", "Russia", "--limit", "1"], in: folder)
      #expect(person.errors == "Stoltenberg acts for NATO.\n", "\(person.errors)")
      #expect(person.output.hasPrefix("NATO — Ukraine — Russia"))
    }
  }

  /// The Soviet Union was called Russia too, but the name is another's own.
  @Test func anOwnNameComesBeforeAFurtherOne() throws {
    try Binary.withFolder { folder in
      let articles = """
        {"id":"b1","title":"The Soviet Union condemned Canada","date":"1985-03-01"}
        {"id":"b2","title":"Russia thanked Canada","date":"2005-03-01"}

        """
      _ = try Binary.run(["ingest", "-"], input: articles, in: folder)
      let path = try Binary.run(["path", "Russia", "Canada"], in: folder)
      #expect(path.output.hasPrefix("Russia — Canada  (1 step"), "\(path.output)\(path.errors)")
      let union = try Binary.run(["path", "SUN", "Canada"], in: folder)
      #expect(union.output.hasPrefix("Soviet Union — Canada  (1 step"), "\(union.output)\(union.errors)")
    }
  }

  @Test func topAndStatsCount() throws {
    try withGraph { folder in
      let dyads = try Binary.run(["top", "dyads", "--limit", "1", "--format", "csv"], in: folder)
      #expect(lines(dyads).last?.hasPrefix("CAN,Canada,BLR,Belarus,2,2,0,0,2,0,") == true, "\(dyads.output)")
      let actors = try Binary.run(["top", "actors", "--since", "2023"], in: folder)
      #expect(lines(actors).dropFirst().first?.hasPrefix("Belarus") == true, "\(actors.output)")
      let stats = try Binary.run(["stats", "--format", "jsonl"], in: folder)
      let numbers = try JSONSerialization.jsonObject(with: Data(stats.output.utf8)) as? [String: Any]
      #expect(numbers?["articles"] as? Int == 5 && numbers?["first_event"] as? String == "2022-02-24")
      #expect((numbers?["types"] as? [String: Int])?["ACCUSE"] == 3, "\(stats.output)")
      #expect(try Binary.run(["stats"], in: folder).output.contains("2022-02-24 to 2023-03-01"))
    }
  }

  @Test(arguments: [
    (["timeline", "Canada", "Ukriane"], "did you mean Ukraine"), (["path", "Canada", "Atlantis"], "'Atlantis'"),
    (["path", "Canada", "CAN"], "one actor"), (["relations", "--from", "Belarsu"], "did you mean Belarus"),
    (["stats", "--db", "missing.sqlite"], "missing.sqlite: no such file"),
    (["top", "actors", "--db", "missing.sqlite"], "missing.sqlite: no such file"),
  ])
  func mistakesAreToldInOneLine(arguments: [String], said: String) throws {
    try withGraph { folder in
      let outcome = try Binary.run(arguments, in: folder)
      #expect(outcome.code == 1 && outcome.output.isEmpty)
      #expect(outcome.lines.count == 1 && outcome.errors.contains(said), "\(outcome.errors)")
    }
  }

  @Test func aCursorOfAnotherOrderIsToldInOneLine() throws {
    try withGraph { folder in
      let page = try Binary.run(["relations", "--limit", "1", "--format", "jsonl"], in: folder)
      let words = page.errors.split(separator: " ").map(String.init)
      let cursor = try #require(words.count > 1 ? words[1] : nil)
      let outcome = try Binary.run(["relations", "--sort", "reports", "--after", cursor], in: folder)
      #expect(outcome.code == 1 && outcome.lines.count == 1 && outcome.errors.contains("another order"))
    }
  }

  @Test(arguments: [
    ["relations", "--group", "moon"], ["relations", "--group", "dyad,source"], ["relations", "--group", "year,year"],
    ["relations", "--group", ""], ["relations", "--group", "type,quad,realis,year,source"],
    ["relations", "--sort", "events"], ["relations", "--sort", "name"], ["relations", "--order", "up"],
    ["relations", "--after", "2023"], ["relations", "--group", "type", "--after", "x"], ["timeline", "A"],
    ["timeline", "A", "B", "--by", "age"], ["timeline", "A", " "], ["timeline", "A", "B", "--from", "C"],
    ["path", "A"], ["path", "A", "B", "--hops", "0"], ["path", "A", "B", "--hops", "9"],
    ["path", "A", "B", "--limit", "0"], ["path", "A", "B", "--shortest", "--strongest"], ["top"], ["top", "dogs"],
    ["top", "actors", "--limit", "0"], ["stats", "--format", "csv"],
  ])
  func wrongUsageEndsWith64(arguments: [String]) throws {
    let outcome = try Binary.run(arguments)
    #expect(outcome.code == 64 && outcome.output.isEmpty, "\(arguments): \(outcome.errors)")
  }
}
