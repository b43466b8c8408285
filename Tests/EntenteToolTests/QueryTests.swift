import Foundation
import Testing

/// `entente query`, run as a user runs it.
@Suite(.serialized)
struct QueryTests {
  private let article = """
    {"id":"a1","title":"NATO urges South Korea to send weapons to Ukraine","date":"2023-01-30","body":"NATO thanked South Korea."}
    """

  @Test func answersInThreeFormats() throws {
    try Binary.withFolder { folder in
      _ = try Binary.run(["ingest", "-"], input: article + "\n", in: folder)
      let query = "MATCH (a)-[r:REQUEST]->(b:Country) RETURN a, b.code AS code, r.date, r.intensity LIMIT 1"
      let table = try Binary.run(["query", query], in: folder)
      #expect(table.code == 0, "\(table.errors)")
      #expect(table.output.split(separator: "\n").count == 2 && table.output.contains("NATO"), "\(table.output)")
      let lines = try Binary.run(["query", query, "--format", "jsonl"], in: folder)
      #expect(
        lines.output == #"{"a":{"code":"NATO","name":"NATO","kind":"organization"},"code":"KOR","#
          + #""r.date":"2023-01-30","r.intensity":3.0}"# + "\n", "\(lines.output)\(lines.errors)")
      let csv = try Binary.run(["query", query, "--format", "csv"], in: folder)
      #expect(csv.output == "a,code,r.date,r.intensity\r\nNATO,KOR,2023-01-30,3.0\r\n", "\(csv.output)")
      let piped = try Binary.run(["query", "-", "--format", "csv"], input: query, in: folder)
      #expect(piped.output == csv.output, "\(piped.errors)")
    }
  }

  @Test func parametersAndLimits() throws {
    try Binary.withFolder { folder in
      _ = try Binary.run(["ingest", "-"], input: article + "\n", in: folder)
      let query = "MATCH (a) WHERE a.code IN $codes AND a.code <> $other RETURN a.code AS c"
      let some = try Binary.run(
        ["query", query, "--param", #"codes=["KOR","UKR"]"#, "--param", "other=UKR", "--format", "csv"], in: folder)
      #expect(some.output == "c\r\nKOR\r\n", "\(some.output)\(some.errors)")
      let short = try Binary.run(["query", "UNWIND [1,2,3] AS x RETURN x", "--limit", "2"], in: folder)
      #expect(short.output.split(separator: "\n").count == 3 && short.errors.contains("--limit"), "\(short.errors)")
      let none = try Binary.run(["query", "MATCH (a:Company) RETURN a"], in: folder)
      #expect(none.code == 0 && none.output.isEmpty && none.errors.contains("No rows."))
    }
  }

  @Test func mistakesAreOneLine() throws {
    try Binary.withFolder { folder in
      _ = try Binary.run(["ingest", "-"], input: article + "\n", in: folder)
      for (arguments, said) in [
        (["MATCH (a:Contry) RETURN a"], "line 1, column 10: there is no label 'Contry'; did you mean Country?"),
        (["CREATE (a)"], "a query only reads"), (["RETURN $x"], "--param x="),
        (
          [
            "MATCH (a)-[*1..30]-(b), (c)-[*1..30]-(d) UNWIND range(1,100000000) AS x RETURN sum(x)", "--timeout", "0.2",
          ], "0.2 seconds"
        ),
      ] {
        let outcome = try Binary.run(["query"] + arguments, in: folder)
        #expect(outcome.code == 1 && outcome.lines.count == 1 && outcome.errors.contains(said), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
      }
      let store = try Binary.run(["query", "RETURN 1", "--db", "missing.sqlite"], in: folder)
      #expect(store.code == 1 && store.errors.contains("missing.sqlite"))
    }
  }

  @Test(arguments: [["--limit", "0"], ["--timeout", "0"], ["--param", "x"], ["--format", "xml"]])
  func wrongUsage(arguments: [String]) throws {
    #expect(try Binary.run(["query", "RETURN 1"] + arguments).code == 64)
  }
}
