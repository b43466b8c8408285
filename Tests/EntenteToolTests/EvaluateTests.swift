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
    mentions

    article   found  total recall
    harbour       2      3  0.667
    all           2      3  0.667

    """

  /// What is said of annotations without types.
  private let note =
    "entente: note: gold.jsonl: its triples have no 'type' and 'realis', so only mentions are measured\n"

  /// Annotations with types.
  private let typed = """
    {"id":"harbour","title":"Peru urges Chile to open its ports","date":"2023-01-30","triples":[\
    {"sentence":0,"source":{"actor":"Peru","principal":"PER"},"relation":"urge","type":"REQUEST","realis":"actual",\
    "target":{"actor":"Chile","principal":"CHL"}},\
    {"sentence":0,"source":{"actor":"Chile","principal":"CHL"},"relation":"reject","type":"REJECT","realis":"actual",\
    "target":{"actor":"Peru","principal":"PER"}}]}

    """

  private let triples = """
    {"article":"harbour","sentence":0,"source":{"principal":"PER"},"target":{"principal":"CHL"},"type":"REQUEST",\
    "realis":"actual"}
    {"article":"harbour","sentence":0,"source":{"principal":"PER"},"target":{"principal":"CHL"},"type":"AID",\
    "realis":"actual","text":"As given."}

    """

  private func evaluate(_ text: String, _ arguments: String...) throws -> Binary.Outcome {
    try Binary.withFolder { folder in
      try text.write(to: folder.appendingPathComponent("gold.jsonl"), atomically: true, encoding: .utf8)
      try triples.write(to: folder.appendingPathComponent("triples.jsonl"), atomically: true, encoding: .utf8)
      return try Binary.run(["evaluate", "gold.jsonl"] + arguments, in: folder)
    }
  }

  @Test func figuresGoToStandardOutput() throws {
    let outcome = try evaluate(gold)
    #expect(outcome.code == 0 && outcome.errors == note, "\(outcome.errors)")
    #expect(outcome.output == table)
    #expect(try evaluate(gold, "--quiet").errors.isEmpty)
  }

  @Test func missesAreListed() throws {
    let outcome = try evaluate(gold, "--misses")
    #expect(outcome.code == 0 && outcome.errors == note, "\(outcome.errors)")
    #expect(
      outcome.output.hasPrefix(
        table + "\nnot found: harbour, sentence 0: Atlantis (ATL)\n  Peru urges Chile to open its ports"),
      "\(outcome.output)")
    #expect(outcome.output.split(separator: "\n").count == 6)
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
    let outcome = try evaluate(gold + #"{"id":"empty","triples":[]}"# + "\n", "--quiet")
    #expect(outcome.code == 1 && outcome.lines.count == 1, "\(outcome.errors)")
    #expect(outcome.errors.hasPrefix("entente: gold.jsonl:2: "), "\(outcome.errors)")
    #expect(outcome.output == table)
  }

  /// Mentions and triples are a section each.
  @Test func triplesAreScored() throws {
    let outcome = try evaluate(typed, "--errors", "5")
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    let expected = """
      mentions

      article   found  total recall
      harbour       2      2  1.000
      all           2      2  1.000

      triples

                        P      R     F1  right  wrong  missed
      typed-actual  1.000  0.500  0.667      1      0       1
      dyad-actual   1.000  0.500  0.667      1      0       1
      quad-actual   1.000  0.500  0.667      1      0       1
      typed-all     0.500  0.500  0.500      1      1       1

      on matched triples: realis 1.0000, actor 1.0000, attribution 1.0000

      type         P      R     F1  right  wrong  missed  met
      REJECT   0.000  0.000  0.000      0      0       1  0/1
      REQUEST  1.000  1.000  1.000      1      0       0  1/1

      missed: harbour, sentence 0: CHL [Chile] → PER [Peru]  REJECT reject (actual)
        Peru urges Chile to open its ports

      """
    #expect(outcome.output == expected)
  }

  @Test func givenTriplesAreScoredWithoutExtracting() throws {
    let outcome = try evaluate(typed, "--system", "triples.jsonl")
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("triples\n\n"))
    #expect(outcome.output.contains("typed-actual  0.500  0.500  0.500      1      1       1\n"))
    #expect(!outcome.output.contains("missed:"))
    let listed = try evaluate(typed, "--system", "triples.jsonl", "--errors", "1").output
    #expect(listed.hasPrefix(outcome.output))
    #expect(listed.hasSuffix("wrong: harbour, sentence 0: PER → CHL  AID (actual)\n  As given.\n"), "\(listed)")
  }

  @Test func figuresComeAsJSON() throws {
    let outcome = try evaluate(typed, "--format", "json", "--errors", "3", "--misses")
    let report = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let mentions = try #require(report["mentions"] as? [String: Any])
    #expect(
      mentions["found"] as? Int == 2 && mentions["total"] as? Int == 2 && (mentions["misses"] as? [Any])?.count == 0)
    let triples = try #require(report["triples"] as? [String: Any])
    let measures = try #require(triples["measures"] as? [String: [String: Double]])
    #expect(
      measures["typed-actual"]
        == ["precision": 1, "recall": 0.5, "f1": 0.6667, "right": 1, "wrong": 0, "missed": 1])
    let errors = try #require(triples["errors"] as? [String: [[String: Any]]])
    #expect(errors["missed"]?.first?["type"] as? String == "REJECT" && errors["wrong"]?.isEmpty == true)
    #expect(errors["missed"]?.first?["text"] as? String == "Peru urges Chile to open its ports")
    // Nothing is there that was not measured.
    let given = try evaluate(typed, "--format", "json", "--system", "triples.jsonl").output
    #expect(!given.contains("mentions") && !given.contains("errors") && given.contains("\"f1\" : 0.5"))
    #expect(try !evaluate(gold, "--format", "json").output.contains("triples"))
  }

  @Test(arguments: [
    (
      "none.jsonl", "none.jsonl: cannot be read; give a file of triples as 'entente extract --format jsonl' writes them"
    ),
    ("gold.jsonl", "gold.jsonl:1: no triple; it needs 'article', 'source' and 'target', both with 'principal'"),
  ])
  func filesWithoutTriplesAreToldInOneLine(path: String, expected: String) throws {
    let outcome = try evaluate(typed, "--system", path)
    #expect(outcome.code == 1 && outcome.output.isEmpty)
    #expect(outcome.errors == "entente: \(expected)\n")
  }

  @Test func withoutTypesNoTriplesAreScored() throws {
    let outcome = try evaluate(gold, "--system", "triples.jsonl")
    #expect(outcome.code == 1 && outcome.output.isEmpty)
    #expect(
      outcome.errors == "entente: gold.jsonl: its triples have no 'type' and 'realis', so there is nothing to score "
        + "triples by\n")
  }

  @Test func wrongUsageEndsWith64() throws {
    let wrong = [
      ["evaluate"], ["evaluate", "a", "b"], ["evaluate", "a", "--actors"], ["evaluate", "a", "--errors", "-1"],
      ["evaluate", "a", "--errors", "x"], ["evaluate", "a", "--format", "csv"],
      ["evaluate", "a", "--system", "b", "--misses"],
    ]
    for arguments in wrong {
      #expect(try Binary.run(arguments).code == 64, "\(arguments)")
    }
  }
}
