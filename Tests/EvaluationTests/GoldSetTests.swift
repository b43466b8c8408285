import Evaluation
import Testing

/// Annotations are read line by line; what is none is told with its line.
struct GoldSetTests {
  /// The message for a file, its path as PATH.
  private func message(_ text: String) throws -> String? {
    try GoldFile.with(text) { path in
      let error = #expect(throws: EvaluationError.self) { try GoldSet(contentsOf: path) }
      return error?.description.replacing(path, with: "PATH")
    }
  }

  @Test func triplesComeByArticle() throws {
    let text = """
      {"id": "a", "title": "ignored", "triples": [\(GoldFile.triple(0, ("Peru", "PER"), ("Chile", "CHL")))]}

      {"id": "b", "triples": [\(GoldFile.triple(3, ("The army", "PER"), ("Chile", "CHL"), isOptional: true))], "more": 1}
      {"id": "c", "triples": []}
      """
    let set = try GoldFile.with(text) { try GoldSet(contentsOf: $0) }
    #expect(set.triples.keys.sorted() == ["a", "b", "c"])
    let first = try #require(set.triples["a"]?.first)
    #expect(first.sentence == 0 && first.source.actor == "Peru" && first.target.principal == "CHL")
    #expect(first.relation == "urges" && first.optional == nil)
    #expect(set.triples["b"]?.first?.optional == true)
    #expect(set.triples["c"]?.isEmpty == true)
  }

  @Test(arguments: [
    ("{\"id\": \"a\", \"triples\": []}\n{\"id\": \"b\", \"trip", 2), ("no JSON\n", 1), ("\n\n[]\n", 3),
    ("{\"id\": \"a\", \"title\": \"Peru warns Chile\"}\n", 1), ("{\"triples\": []}\n", 1),
    ("{\"id\": 7, \"triples\": []}\n", 1), ("{\"id\": \"a\", \"triples\": [{\"sentence\": 0}]}\n", 1),
    ("{\"id\": \"a\", \"triples\": [{\"sentence\": \"0\"}]}\n", 1), ("{\"id\": \"\u{0}\n", 1),
  ])
  func linesThatAreNoneAreTold(text: String, line: Int) throws {
    #expect(
      try message(text)
        == "PATH:\(line): no annotated article; it needs 'id' and 'triples' as docs/evaluation.md describes them")
  }

  @Test func anIdStandsOnce() throws {
    let text = "{\"id\": \"a\", \"triples\": []}\n\n{\"id\": \"a\", \"triples\": []}\n"
    #expect(try message(text) == "PATH:3: the id 'a' stands here a second time")
  }

  @Test(arguments: ["", "\n", " \n\t\n\r\n"])
  func emptyFilesAreTold(text: String) throws {
    #expect(try message(text) == "PATH: holds no annotated articles")
  }

  @Test(arguments: ["/no/such/file.jsonl", "/"])
  func whatIsNoFileIsTold(path: String) {
    let error = #expect(throws: EvaluationError.self) { try GoldSet(contentsOf: path) }
    #expect(error?.description == "\(path): cannot be read; give a file of annotated articles in JSON Lines")
  }

  @Test func typesAreThereForAllOrForNone() throws {
    let (typed, untyped) = (Made.article("a", ["A>B AID 1 actual"]), Made.article("b", ["A>B AID 1"]))
    #expect(try GoldFile.with(typed) { try GoldSet(contentsOf: $0) }.isTyped)
    #expect(try !GoldFile.with(untyped) { try GoldSet(contentsOf: $0) }.isTyped)
    #expect(try GoldFile.with(Made.article("c", [])) { try GoldSet(contentsOf: $0) }.isTyped)
    for (text, line) in [(typed + untyped, 2), (untyped + typed, 1)] {
      #expect(
        try message(text) == "PATH:\(line): a triple has no 'type' or no 'realis', though others have both; "
          + "give all of them both, or none")
    }
  }

  @Test func wordsThatAreNoneAreTold() throws {
    #expect(
      try message(Made.article("a", ["A>B HUG 1 actual"]))?
        .hasPrefix("PATH:1: a triple's 'type' is none of AGREE, CONSULT, ") == true)
    #expect(
      try message("\n" + Made.article("a", ["A>B AID 1 maybe"]))
        == "PATH:2: a triple's 'realis' is none of actual, planned, requested, possible, negated")
  }

  @Test func windowsLineEndsAreRead() throws {
    let text = "{\"id\": \"a\", \"triples\": []}\r\n{\"id\": \"b\", \"triples\": []}\r\n"
    #expect(try GoldFile.with(text) { try GoldSet(contentsOf: $0) }.triples.count == 2)
  }
}
