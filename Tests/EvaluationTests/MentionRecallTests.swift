import Foundation
import Testing

@testable import Evaluation

/// Recall counts each actor of an annotated sentence once, and tells what was not found.
struct MentionRecallTests {
  /// Two articles, and what a careful reader finds in them.
  private static let articles = """
    {"id": "harbour", "title": "Peru urges Chile to open its ports", "date": "2023-01-30", \
    "body": "The Peruvian president praised Norway. Nobody answered.", "triples": [\
    \(GoldFile.triple(0, ("Peru", "PER"), ("Chile", "CHL"))), \
    \(GoldFile.triple(1, ("Peruvian president", "PER"), ("Norway", "NOR"), isOptional: true)), \
    \(GoldFile.triple(2, ("Nobody", "Martians"), ("Chile", "CHL")))]}
    {"id": "a-much-longer-name", "title": "NATO thanks Japan", "date": "2023-01-30", "triples": [\
    \(GoldFile.triple(0, ("NATO", "NATO"), ("Japan", "JPN"))), \
    \(GoldFile.triple(0, ("NATO", "NATO"), ("Sweden", "SWE"))), \
    \(GoldFile.triple(9, ("NATO", "NATO"), ("Japan", "JPN")))]}
    {"id": "quiet", "title": "The weather was fine", "triples": []}

    """

  @Test func nothing() {
    let recall = MentionRecall()
    #expect(recall.recall == 1 && recall.total == 0 && recall.found == 0)
    #expect(
      MentionReport.text(recall, misses: true) == "article   found  total recall\nall           0      0      -\n")
  }

  @Test func countsAndMisses() throws {
    let recall = try GoldFile.recall(Self.articles)
    #expect(recall.counts.map(\.article) == ["harbour", "a-much-longer-name", "quiet"])
    #expect(recall.counts.map(\.found) == [2, 2, 0])
    #expect(recall.counts.map(\.total) == [4, 5, 0])
    #expect(recall.found == 4 && recall.total == 9)
    #expect(abs(recall.recall - 4.0 / 9) < 1e-9)
    #expect(
      recall.misses.map { "\($0.article) \($0.sentence) \($0.actor) \($0.principal) '\($0.text)'" } == [
        "harbour 2 Nobody Martians 'Nobody answered.'", "harbour 2 Chile CHL 'Nobody answered.'",
        "a-much-longer-name 0 Sweden SWE 'NATO thanks Japan'", "a-much-longer-name 9 NATO NATO ''",
        "a-much-longer-name 9 Japan JPN ''",
      ])
  }

  @Test func theReportIsATable() throws {
    let recall = try GoldFile.recall(Self.articles)
    let table = """
      article             found  total recall
      harbour                 2      4  0.500
      a-much-longer-name      2      5  0.400
      all                     4      9  0.444

      """
    #expect(MentionReport.text(recall, misses: false) == table)
    #expect(
      MentionReport.text(recall, misses: true) == table + """

        not found: harbour, sentence 2: Nobody (Martians)
          Nobody answered.

        not found: harbour, sentence 2: Chile (CHL)
          Nobody answered.

        not found: a-much-longer-name, sentence 0: Sweden (SWE)
          NATO thanks Japan

        not found: a-much-longer-name, sentence 9: NATO (NATO)
          \("")

        not found: a-much-longer-name, sentence 9: Japan (JPN)
          \("")

        """)
  }

  /// The sentence of a miss is that of the article: in its own case and without the mark that helps the parser.
  @Test(arguments: [
    ("NATO thanks Japan", "", 0, "NATO thanks Japan"),
    ("NATO THANKS JAPAN FOR HELP", "", 0, "NATO THANKS JAPAN FOR HELP"),
    ("Is NATO ready?", "", 0, "Is NATO ready?"),
    ("News", "NATO thanked  Japan\u{2019}s  army. It left.", 1, "NATO thanked Japan\u{2019}s army."),
    ("News", "NATO thanked Japan. It left", 2, "It left"),
  ])
  func missesQuoteTheArticle(title: String, body: String, sentence: Int, expected: String) throws {
    let triple = GoldFile.triple(sentence, ("Sweden", "SWE"), ("Sweden", "SWE"))
    let recall = try GoldFile.recall(
      #"{"id": "a", "title": "\#(title)", "body": "\#(body)", "triples": [\#(triple)]}"#)
    #expect(recall.misses.map(\.text) == [expected])
  }

  /// Careful annotators differ on optional triples, so they ask for nobody.
  @Test(arguments: [(nil, 2), (false, 2), (true, 0)] as [(Bool?, Int)])
  func optionalTriplesAskForNobody(isOptional: Bool?, total: Int) throws {
    let triple = GoldFile.triple(0, ("Peru", "PER"), ("Atlantis", "ATL"), isOptional: isOptional)
    let recall = try GoldFile.recall(#"{"id": "a", "title": "Peru warns Chile", "triples": [\#(triple)]}"#)
    #expect(recall.found == total / 2 && recall.total == total)
    #expect(recall.misses.map(\.principal) == (total == 0 ? [] : ["ATL"]))
  }

  /// One actor of a sentence counts once, in however many triples it stands.
  @Test func actorsCountOnce() throws {
    let triples = [("Chile", "CHL"), ("Norway", "NOR"), ("Chile", "CHL")].map {
      GoldFile.triple(0, ("Peru", "PER"), $0)
    }.joined(separator: ", ")
    let recall = try GoldFile.recall(
      #"{"id": "a", "title": "Peru warns Chile and Norway", "triples": [\#(triples)]}"#)
    #expect(recall.found == 3 && recall.total == 3 && recall.misses.isEmpty)
  }

  /// Where all sentences of an article are numbered one too high, both ways of counting are told.
  @Test func numbersMayBeShifted() throws {
    let parties = [
      (("Peru", "PER"), ("Chile", "CHL")), (("Norway", "NOR"), ("Japan", "JPN")), (("Kenya", "KEN"), ("Ghana", "GHA")),
    ]
    let triples = parties.enumerated().map { GoldFile.triple($0 + 2, $1.0, $1.1) }.joined(separator: ", ")
    let body = "Peru warned Chile. Norway called on Japan. Kenya praised Ghana."
    let recall = try GoldFile.recall(
      #"{"id": "a", "title": "Quarrel over water", "body": "\#(body)", "triples": [\#(triples)]}"#)
    #expect(recall.counts.map(\.shift) == [1] && recall.found == 6 && recall.foundUnshifted == 0)
    #expect(MentionReport.text(recall, misses: false).contains("shifted by one in a\n"))
  }

  @Test func anArticleWithoutWordsMissesAll() throws {
    let gold = try JSONDecoder().decode(
      [GoldTriple].self, from: Data("[\(GoldFile.triple(0, ("Peru", "PER"), ("Chile", "CHL")))]".utf8))
    var recall = MentionRecall()
    recall.add([], article: "a", gold: gold)
    #expect(recall.recall == 0 && recall.misses.map(\.text) == ["", ""])
  }
}
