import Foundation
import Testing

@testable import Evaluation

/// What counts as right, wrong and missed.
struct TripleScoresTests {
  /// An annotated triple, a found one, and what they count by typed-actual, dyad-actual, quad-actual and typed-all.
  @Test(arguments: [
    ("A>B AID 1 actual", "A>B AID 1 actual", "100 100 100 100"),
    // Another sentence is no harm where the type agrees; where it does not, it is another triple.
    ("A>B AID 1 actual", "A>B AID 2 actual", "100 100 100 100"),
    ("A>B AID 1 actual", "A>B COOPERATE 1 actual", "011 100 100 011"),
    ("A>B AID 1 actual", "A>B COOPERATE 2 actual", "011 011 011 011"),
    ("A>B AID 1 actual", "A>B ASSAULT 1 actual", "011 100 011 011"),
    ("A>B AID 1 actual", "A>B HUG 1 actual", "011 100 011 011"),
    ("A>B AID 1 actual", "A>C AID 1 actual", "011 011 011 011"),
    // Directions count but for symmetric annotations.
    ("A>B AID 1 actual", "B>A AID 1 actual", "011 011 011 011"),
    ("A>B AID 1 actual =", "B>A AID 1 actual", "100 100 100 100"),
    ("A>B CONSULT 1 actual", "B>A CONSULT 1 actual", "011 011 011 011"),
    // Realis.
    ("A>B AID 1 actual", "A>B AID 1 planned", "001 001 001 100"),
    ("A>B AID 1 planned", "A>B AID 1 actual", "010 010 010 100"),
    ("A>B AID 1 planned", "A>B AID 1 possible", "000 000 000 100"),
    ("A>B AID 1 actual", "A>B AID 1", "100 100 100 100"),
    // Optional ones count neither way, found or not.
    ("A>B AID 1 actual ?", "A>B AID 1 actual", "000 000 000 000"),
    ("A>B AID 1 planned ?", "A>B AID 1 actual", "000 000 000 000"),
    ("A>B AID 1 actual ?", "C>D AID 1 actual", "010 010 010 010"),
    // Relations within one principal are left out.
    ("A>B AID 1 actual", "A>a. AID 1 actual", "001 001 001 001"),
    ("The-League>B AID 1 actual", "league>b AID 1 actual", "100 100 100 100"),
  ])
  func pairs(gold: String, system: String, expected: String) throws {
    let set = try Made.gold(gold)
    let scores = TripleScores(gold: set, triples: try Made.system(system, gold: set))
    let found = TripleMeasure.allCases.map { scores.counts($0).map(String.init).joined() }.joined(separator: " ")
    #expect(found == expected)
  }

  @Test func eachIsUsedOnce() throws {
    let gold = try Made.gold("A>B AID 1 actual", "A>B AID 1 actual")
    let one = TripleScores(gold: gold, triples: try Made.system("A>B AID 1 actual", gold: gold))
    #expect(one.counts(.typedActual) == [1, 0, 1])
    let gold2 = try Made.gold("A>B AID 1 actual")
    let two = TripleScores(
      gold: gold2, triples: try Made.system("A>B AID 1 actual", "A>B SANCTION 1 actual", gold: gold2))
    #expect(two.counts(.typedActual) == [1, 1, 0] && two.counts(.dyadActual) == [1, 1, 0])
  }

  /// Saying again in another sentence what a matched triple says is not wrong; a repeat of what is wrong is.
  @Test func repeatsAreNotWrong() throws {
    let gold = try Made.gold("A>B AID 1 actual", "C>D CONSULT 2 actual", "E>F ASSAULT 2 actual =")
    let system = try Made.system(
      "A>B AID 1 actual", "A>B AID 3 actual", "B>A AID 3 actual", "C>D CONSULT 2 actual", "D>C CONSULT 5 actual",
      "E>F ASSAULT 2 actual", "F>E ASSAULT 3 actual", "X>Y AID 1 actual", "X>Y AID 2 actual", gold: gold)
    let scores = TripleScores(gold: gold, triples: system)
    #expect(scores.counts(.typedActual) == [3, 4, 0])
    #expect(
      scores.wrong.map { "\($0.triple.source.principal)\($0.triple.target.principal)\($0.triple.sentence ?? -1)" }
        == ["BA3", "FE3", "XY1", "XY2"])
  }

  /// What must be found goes before what may be, then type, sentence, quad class and realis decide, then the order.
  @Test(
    arguments: [
      (["A>B AID 1 actual ?", "A>B AID 2 actual"], ["A>B AID 1 actual"], [[1, 0]]),
      (["A>B AID 1 actual"], ["A>B SANCTION 1 actual", "A>B AID 2 actual"], [[0, 1]]),
      (["A>B AID 1 actual"], ["A>B AID 2 actual", "A>B AID 1 possible"], [[0, 1]]),
      (["A>B AID 1 actual"], ["A>B SANCTION 1 actual", "A>B RETREAT 1 possible"], [[0, 1]]),
      (["A>B AID 1 planned"], ["A>B AID 1 actual", "A>B AID 1 planned"], [[0, 1]]),
      (["A>B AID 1 actual", "A>B AID 1 actual"], ["A>B AID 1 actual", "A>B AID 1 actual"], [[0, 0], [1, 1]]),
      (["A>B AID 1 actual", "A>B AID 2 actual"], ["A>B AID 2 actual", "A>B AID 3 actual"], [[1, 0], [0, 1]]),
    ] as [([String], [String], [[Int]])])
  func theBestAgreementGoesFirst(gold: [String], system: [String], expected: [[Int]]) throws {
    let set = try GoldFile.with(Made.article("a", gold)) { try GoldSet(contentsOf: $0) }
    let found = try system.flatMap { try Made.system($0, gold: set) }
    let matching = TripleMatching(gold: set.articles.flatMap(\.triples), system: found, measure: .dyadActual)
    #expect(matching.pairs.map { [$0.gold, $0.system] } == expected)
  }

  @Test func typesHaveTheirFigures() throws {
    let gold = try Made.gold("A>B AID 1 actual", "A>C AID 1 actual", "A>D AID 1 actual ?", "E>F ACCUSE 2 actual")
    let system = try Made.system(
      "A>B AID 1 actual", "A>D AID 1 actual", "X>Y SANCTION 1 actual", "X>Z AID 1 actual", gold: gold)
    let scores = TripleScores(gold: gold, triples: system)
    #expect(scores.types.keys.sorted() == ["ACCUSE", "AID", "SANCTION"])
    let aid = try #require(scores.types["AID"])
    #expect(aid.figures.right == 1 && aid.figures.wrong == 1 && aid.figures.missed == 1)
    // The optional one is met, and does not count.
    #expect(aid.met == 2 && aid.sought == 3)
    #expect(scores.types["SANCTION"]?.figures.wrong == 1 && scores.types["ACCUSE"]?.figures.missed == 1)
    #expect(scores.types.values.reduce(TripleFigures()) { $0 + $1.figures } == scores[.typedActual])
  }

  @Test func whatElseIsRightOfMatchedOnes() throws {
    let gold = try Made.gold(
      "A/Ada>B/Bo AID 1 actual @the-Times", "C/Cy>D/Di AID 1 planned", "E/Ed>F/Fa AGREE 1 actual =")
    let system = try Made.system(
      "A/ADA>B/Bob AID 1 actual @Times", "C/Cy>D/Di AID 1 actual @X", "F/f>E/e AGREE 1 actual", gold: gold)
    let scores = TripleScores(gold: gold, triples: system)
    let matched = scores.onMatched
    #expect(matched.count == 3 && matched.realis == 2 && matched.attribution == 2)
    #expect(matched.parties == 4 && matched.actors == 3)
  }

  @Test func eventCodersKnowNoRealis() throws {
    let gold = try Made.gold("A>B AID 1 actual", "A>C AID 1 actual", "A>D AID 1 actual", "A>E AID 1 actual")
    let system = try Made.system(
      "A>B AID 1 planned", "A>C AID 1 negated", "A>D AID 1 requested", "A>E AID 1 possible", gold: gold)
    #expect(TripleScores(gold: gold, triples: system).counts(.typedActual) == [0, 0, 4])
    #expect(TripleScores(gold: gold, triples: system, asEvents: true).counts(.typedActual) == [2, 0, 2])
    #expect(TripleScores(gold: gold, triples: system, asEvents: true).onMatched.realis == 2)
  }

  @Test(arguments: [
    (#"{"source":"A","target":"B","realis":"actual"}"#, 1), (#"{"source":"*","target":"the b","realis":null}"#, 3),
    (#"{"source":"A","target":"*","realis":"planned"}"#, 1), (#"{"source":null,"target":null}"#, 4),
    (#"{"source":"B","target":"A"}"#, 0), (#"{"source":"A","target":"B","realis":"negated"}"#, 0),
  ])
  func forbiddenOnesAreCounted(rule: String, expected: Int) throws {
    let gold = try Made.gold("A>B AID 1 actual", forbidden: "[\(rule)]")
    let system = try Made.system(
      "A>B AID 1 actual", "A>B AID 1 planned", "C>B AID 1 possible", "C>D AID 1 actual", gold: gold)
    #expect(TripleScores(gold: gold, triples: system).forbidden?.count == expected)
  }

  @Test func whereNothingIsForbiddenNothingIsSaid() throws {
    let gold = try Made.gold("A>B AID 1 actual")
    #expect(TripleScores(gold: gold, triples: []).forbidden == nil)
    let empty = try Made.gold("A>B AID 1 actual", forbidden: "[]")
    #expect(TripleScores(gold: empty, triples: []).forbidden?.count == 0)
  }

  @Test func nothingGivesNoFigures() throws {
    let gold = try Made.gold()
    let scores = TripleScores(gold: gold, triples: [])
    for measure in TripleMeasure.allCases {
      #expect([scores[measure].precision, scores[measure].recall, scores[measure].f1] == [0, 0, 0])
    }
  }

  @Test func theReport() throws {
    let gold = try Made.gold(
      "A>B AID 1 actual", "A/Ada>C AID 2 actual", "A>D ASSAULT 2 planned", forbidden: #"[{"source":"X"}]"#)
    let system = try Made.system("A>B AID 1 actual", "A>D ASSAULT 2 actual", "X/Xi>Y AID 1 actual", gold: gold)
    let scores = TripleScores(
      gold: gold, triples: system, sentences: ["a": [1: "A helped B.", 2: "A\u{7} did more."]])
    #expect(
      TripleReport.text(scores, errors: 1) == """
                          P      R     F1  right  wrong  missed
        typed-actual  0.333  0.500  0.400      1      2       1
        dyad-actual   0.333  0.500  0.400      1      2       1
        quad-actual   0.333  0.500  0.400      1      2       1
        typed-all     0.667  0.667  0.667      2      1       1

        on matched triples: realis 0.5000, actor 1.0000, attribution 1.0000
        forbidden triples: 1

        type         P      R     F1  right  wrong  missed  met
        AID      0.500  0.500  0.500      1      1       1  1/2
        ASSAULT  0.000  0.000  0.000      0      1       0  1/1

        missed: a, sentence 2: A [Ada] → C  AID do (actual)
          A  did more.

        wrong: a, sentence 2: A → D  ASSAULT do (actual); annotated as planned
          A  did more.

        forbidden: a, sentence 1: X [Xi] → Y  AID do (actual)
          A helped B.

        """)
    #expect(!TripleReport.text(scores).contains("missed:"))
  }
}
