import Evaluation
import Testing

/// Triples of a file are read line by line; what is none is told with its line.
struct SystemTripleTests {
  private func message(_ text: String) throws -> String? {
    let gold = try Made.gold("A>B AID 1 actual")
    return try GoldFile.with(text) { path in
      let error = #expect(throws: EvaluationError.self) { try SystemTriple.read(from: path, gold: gold) }
      return error?.description.replacing(path, with: "PATH")
    }
  }

  private let triple = #"{"article":"a","source":{"principal":"A"},"target":{"principal":"B"}}"#

  @Test func keysThatScoringDoesNotNeedMayBeMissing() throws {
    let gold = try Made.gold("A>B AID 1 actual")
    let read = try GoldFile.with(triple + "\r\n\n" + triple) { try SystemTriple.read(from: $0, gold: gold) }
    #expect(read.map(\.source.principal) == ["A", "A"] && read.first?.sentence == nil)
    #expect(try GoldFile.with("") { try SystemTriple.read(from: $0, gold: gold) }.isEmpty)
  }

  @Test(arguments: [
    "[]", "x", "{\"article\":\"a\"}", #"{"article":"a","source":{"actor":"A"},"target":{"principal":"B"}}"#,
    #"{"article":1,"source":{"principal":"A"},"target":{"principal":"B"}}"#, "{\"article\":\"\u{0}",
  ])
  func linesThatAreNoneAreTold(text: String) throws {
    #expect(
      try message(triple + "\n\n" + text + "\n")
        == "PATH:3: no triple; it needs 'article', 'source' and 'target', both with 'principal'")
  }

  @Test func anUnknownArticleIsTold() throws {
    #expect(
      try message(triple.replacing("\"a\"", with: "\"b\""))
        == "PATH:1: no annotated article has the id 'b'; give the triples of the annotated articles alone")
  }

  @Test func whatIsNoFileIsTold() throws {
    let gold = try Made.gold("A>B AID 1 actual")
    let error = #expect(throws: EvaluationError.self) { try SystemTriple.read(from: "/no/such", gold: gold) }
    #expect(
      error?.description
        == "/no/such: cannot be read; give a file of triples as 'entente extract --format jsonl' writes them")
  }
}
