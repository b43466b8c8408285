import Foundation
import Testing
import Vocabulary

@testable import Evaluation

/// Annotated texts are read line by line; what does not fit is told with file and line.
struct TrainingTextTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("data/training")

  private func articles(_ text: String) throws -> [TrainingText.Article] {
    try TrainingText.articles(of: Data(text.utf8), path: "PATH")
  }

  private func message(_ text: String) -> String? {
    #expect(throws: EvaluationError.self) { try articles(text) }?.description
  }

  /// What the scorer of relations is trained on.
  @Test func theProjectsTextsFit() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".txt") }
    let text = try TrainingText(contentsOf: names.sorted().map { Self.folder.appendingPathComponent($0).path })
    #expect(text.articles.count >= 500)
    #expect(Set(text.articles.flatMap(\.triples).compactMap(\.type)) == Set(EventType.allCases))
    #expect(Set(text.articles.flatMap(\.triples).compactMap(\.realis)) == Set(Realis.allCases))
  }

  @Test func anArticleIsRead() throws {
    let text = """
      == a-007 2001-04-12 wire
      Jakarta hands back trawler
        IDN > PHL CONCEDE hand back trawler to
      PERU (Agency) - Mr. Wahid thanked "both" sides.
        IDN(Abdurrahman Wahid) > "Red Cross"(the aid men) SUPPORT planned optional by="Wagner Group" thank
        PHL = IDN CONSULT by=UN negated meet in planned talks

      It rained.

      == a-008 2001-04-13 radio
      Rain
      It rained again.
      """
    let articles = try articles(text)
    let first = try #require(articles.first)
    #expect(articles.map(\.id) == ["a-007", "a-008"] && articles.map(\.place.line) == [1, 10])
    #expect(first.date == CalendarDate("2001-04-12") && first.voice == "wire" && articles[1].triples.isEmpty)
    #expect(first.title == "Jakarta hands back trawler")
    #expect(first.paragraphs == [["PERU (Agency) - Mr. Wahid thanked \"both\" sides."], ["It rained."]])
    typealias Party = GoldTriple.Party
    #expect(
      first.triples == [
        GoldTriple(
          sentence: 0, source: Party(actor: "IDN", principal: "IDN"), target: Party(actor: "PHL", principal: "PHL"),
          relation: "hand back trawler to", type: .concede, realis: .actual, attributedTo: nil, symmetric: nil,
          optional: nil),
        GoldTriple(
          sentence: 1, source: Party(actor: "Abdurrahman Wahid", principal: "IDN"),
          target: Party(actor: "the aid men", principal: "Red Cross"), relation: "thank", type: .support,
          realis: .planned, attributedTo: "Wagner Group", symmetric: nil, optional: true),
        GoldTriple(
          sentence: 1, source: Party(actor: "PHL", principal: "PHL"), target: Party(actor: "IDN", principal: "IDN"),
          relation: "meet in planned talks", type: .consult, realis: .negated, attributedTo: "UN", symmetric: true,
          optional: nil),
      ])
    #expect(try self.articles(text.replacing("\n", with: "\r\n")) == articles)
    #expect(try self.articles("\n \n").isEmpty)
  }

  @Test(arguments: [
    ("Rain\n", 1, TrainingMistake.outside), ("\n  A > B AID help\n", 2, .outside),
    ("== a-001 2001-04-12\n", 1, .header), ("== a-001 2001-04-12 wire \n", 1, .header),
    ("== A-001 2001-04-12 wire\n", 1, .header), ("== a001 2001-04-12 wire\n", 1, .header),
    ("== a-001 2001-02-30 wire\n", 1, .header), ("== a-001 2001-04 wire\n", 1, .header), ("==\n", 1, .header),
    ("== a-001 2001-04-12 wire\n  A > B AID help\n", 2, .early),
    ("== a-001 2001-04-12 wire\nRain\n", 1, .short), ("\n== a-001 2001-04-12 wire\n== a-002", 2, .short),
    ("== a-001 2001-04-12 wire\nRain\n A > B AID help\n", 3, .indent),
    ("== a-001 2001-04-12 wire\nRain\n\tA > B AID help\n", 3, .indent),
  ])
  func linesThatDoNotFitAreTold(text: String, line: Int, mistake: TrainingMistake) {
    #expect(message(text) == "PATH:\(line): \(mistake.rawValue)")
  }

  @Test(arguments: [
    ("A B AID help", TrainingMistake.triple), ("A > B", .triple), ("> B AID help", .triple), ("A(x > B AID h", .triple),
    ("\"A > B AID help", .triple), ("\"\" > B AID help", .triple), ("A >  B AID help", .triple),
    ("A > B AID by= help", .triple), ("A > B AID by=\"C help", .triple), ("A > B HUG embrace", .type),
    ("A > B aid help", .type), ("A > A(somebody) AID help", .same), ("A > B AID", .relation),
    ("A > B AID planned optional ", .relation),
  ])
  func triplesThatDoNotFitAreTold(triple: String, mistake: TrainingMistake) {
    #expect(message("== a-001 2001-04-12 wire\nRain\n  \(triple)\n") == "PATH:3: \(mistake.rawValue)")
  }

  @Test func anIdStandsOnceInAllFiles() throws {
    let text = "== a-001 2001-04-12 wire\nRain\nIt rained.\n"
    try GoldFile.with(text) { first in
      try GoldFile.with("\n" + text) { second in
        let error = #expect(throws: EvaluationError.self) { try TrainingText(contentsOf: [first, second]) }
        #expect(error?.description == "\(second):2: the id 'a-001' stands here a second time")
      }
    }
  }

  @Test func bytesThatAreNoTextAreTold() {
    let data = Data("== a-001 2001-04-12 wire\n".utf8) + Data([0xFF, 0x0A])
    let error = #expect(throws: EvaluationError.self) { try TrainingText.articles(of: data, path: "PATH") }
    #expect(error?.description == "PATH:2: is not UTF-8")
  }

  /// Whatever stands in a file, it is read or told in one line.
  @Test(arguments: 0..<60)
  func randomTexts(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    let pieces = [
      "== a-1 2001-04-12 wire\nTitle\n", "\n", "  ", " ", "A", "\"", "(", ")", " > ", " = ", "AID", " planned", "by=",
      "é", "\u{301}", "\r", "\t", "==", "B", "\u{0}", "optional", "\nIt rained.\n",
    ]
    var text = "== b-1 2001-04-12 wire\nTitle\nIt rained.\n  A > B AID "
    for _ in 0..<80 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += pieces[Int(state >> 33) % pieces.count]
    }
    do {
      let triples = try articles(text).flatMap(\.triples)
      #expect(triples.allSatisfy { $0.source.principal != $0.target.principal && !$0.relation.isEmpty })
    } catch let error as EvaluationError {
      #expect(error.description.hasPrefix("PATH:") && !error.description.contains("\n"))
    } catch {
      Issue.record("\(error)")
    }
  }
}
