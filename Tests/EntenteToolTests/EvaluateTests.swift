import Foundation
import Testing

/// `entente evaluate` as a user runs it.
@Suite(.serialized)
struct EvaluateTests {
  private let gold = """
    {"id":"harbour","title":"Peru urges Chile to open its ports","date":"2023-01-30","triples":[\
    {"sentence":0,"source":{"actor":"Peru","principal":"PER"},"relation":"urges",\
    "target":{"actor":"Chile","principal":"CHL"}},\
    {"sentence":0,"source":{"actor":"Peru","principal":"PER"},"relation":"urges",\
    "target":{"actor":"Atlantis","principal":"ATL"}}]}

    """

  private let table = """
    article   found  total recall
    harbour       2      3  0.667
    all           2      3  0.667

    """

  private func evaluate(_ text: String, _ arguments: String...) throws -> Binary.Outcome {
    try Binary.withFolder { folder in
      try text.write(to: folder.appendingPathComponent("gold.jsonl"), atomically: true, encoding: .utf8)
      return try Binary.run(["evaluate", "gold.jsonl"] + arguments, in: folder)
    }
  }

  @Test func figuresGoToStandardOutput() throws {
    let outcome = try evaluate(gold)
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(outcome.output == table)
  }

  @Test func missesAreListed() throws {
    let outcome = try evaluate(gold, "--misses")
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(
      outcome.output.hasPrefix(
        table + "\nnot found: harbour, sentence 0: Atlantis (ATL)\n  Peru urges Chile to open its ports"),
      "\(outcome.output)")
    #expect(outcome.output.split(separator: "\n").count == 5)
  }

  @Test(arguments: [
    (
      #"{"id":"a","title":"Peru warns Chile"}"# + "\n",
      "gold.jsonl:1: no annotated article; it needs 'id' and 'triples' as docs/evaluation.md describes them"
    ),
    (
      "Peru warns Chile\n\nNothing more.\n",
      "gold.jsonl:1: no annotated article; it needs 'id' and 'triples' as docs/evaluation.md describes them"
    ),
    ("\n", "gold.jsonl: holds no annotated articles"),
    (
      #"{"id":"a","title":"x","triples":[]}"# + "\n" + #"{"id":"a","title":"y","triples":[]}"# + "\n",
      "gold.jsonl:2: the id 'a' stands here a second time"
    ),
  ])
  func filesWithoutAnnotationsAreToldInOneLine(text: String, expected: String) throws {
    let outcome = try evaluate(text)
    #expect(outcome.code == 1 && outcome.output.isEmpty, "\(outcome.output)")
    #expect(outcome.errors == "entente: \(expected)\n")
  }

  @Test func aMissingFileIsTold() throws {
    let outcome = try Binary.run(["evaluate", "none.jsonl"])
    #expect(outcome.code == 1 && outcome.output.isEmpty)
    #expect(outcome.errors == "entente: none.jsonl: cannot be read; give a file of annotated articles in JSON Lines\n")
  }

  @Test func anAnnotatedArticleWithoutTextIsTold() throws {
    let outcome = try evaluate(gold + #"{"id":"empty","triples":[]}"# + "\n")
    #expect(outcome.code == 1 && outcome.lines.count == 1, "\(outcome.errors)")
    #expect(outcome.errors.hasPrefix("entente: gold.jsonl:2: "), "\(outcome.errors)")
    #expect(outcome.output == table)
  }

  @Test func wrongUsageEndsWith64() throws {
    for arguments in [["evaluate"], ["evaluate", "a", "b"], ["evaluate", "a", "--actors"]] {
      #expect(try Binary.run(arguments).code == 64, "\(arguments)")
    }
  }
}
