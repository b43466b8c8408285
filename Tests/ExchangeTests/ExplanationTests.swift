import Foundation
import Testing
import Vocabulary

@testable import Exchange

@Suite struct ExplanationTests {
  @Test(arguments: ExplanationSamples.all)
  func foundationReadsWhatWasWritten(explanation: SentenceExplanation) throws {
    let line = Output.bytes { ExplanationJSON.append(explanation, to: &$0) }
    #expect(line.filter { $0 == UInt8(ascii: "\n") }.count == 1)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
    #expect(object["text"] as? String == explanation.text)
    #expect(object["read"] as? Bool == explanation.isRead)
    #expect((object["words"] as? [[String: Any]])?.map { $0["head"] as? Int } == explanation.words.map(\.head))
    let proposals = try #require(object["proposals"] as? [[String: Any]])
    #expect(proposals.map { $0["kept"] as? Bool } == explanation.proposals.map { $0.refusal == nil })
    #expect(
      proposals.map { ($0["refusal"] as? [String: Any])?["code"] as? String }
        == explanation.proposals.map { $0.refusal?.code })
  }

  @Test func noTextSteersTheTerminal() {
    let text = String(
      decoding: Output.bytes { ExplanationText.append(ExplanationSamples.title, to: &$0) }, as: UTF8.self)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test func withoutWordsThereIsNoParse() {
    var explanation = ExplanationSamples.title
    explanation.words = []
    let text = String(decoding: Output.bytes { ExplanationText.append(explanation, to: &$0) }, as: UTF8.self)
    #expect(!text.contains("Parse") && text.contains("Mentions") && text.contains("Relations"))
  }
}

/// Whatever the heads are, each word is drawn once.
@Suite struct ParseTreeTests {
  private func rows(_ heads: [Int?]) -> [String] {
    let words = heads.enumerated().map { index, head in
      SentenceExplanation.Word(
        text: "w\(index).", lemma: "", tag: "NN", pos: "NOUN", dependency: "dep", head: head, range: index..<index + 1)
    }
    return ParseTreeText.table(words).rows.map { $0.first ?? "" }
  }

  @Test func childrenStandBelowTheirHeads() {
    #expect(
      rows([1, nil, 4, 4, 1, 1]) == ["w1.", "├─ w0.", "├─ w4.", "│  ├─ w2.", "│  └─ w3.", "└─ w5."])
  }

  @Test func severalRootsAreSeveralTrees() {
    #expect(rows([nil, 0, nil, 2]) == ["w0.", "└─ w1.", "w2.", "└─ w3."])
  }

  @Test(arguments: [[1, 0], [0], [7, -1], [1, 2, 0, 2], [nil, 3, 1, 2]])
  func brokenHeadsLoseNoWord(heads: [Int?]) {
    let rows = rows(heads)
    #expect(rows.count == heads.count)
    for index in heads.indices { #expect(rows.filter { $0.hasSuffix("w\(index).") }.count == 1, "\(rows)") }
  }

  @Test func aLongChainStaysNarrow() {
    let rows = rows([nil] + (0..<5000).map { $0 })
    #expect(rows.count == 5001 && rows.allSatisfy { $0.count < 100 })
  }

  @Test(arguments: UInt64(1)...300)
  func anyHeadsDrawEachWordOnce(seed: UInt64) {
    // The same heads in every run.
    var state = seed
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let count = next(40)
    let heads: [Int?] = (0..<count).map { _ in next(3) == 0 ? nil : next(count + 2) - 1 }
    let rows = rows(heads)
    #expect(rows.count == count && Set(rows.compactMap { $0.split(separator: "w").last }).count == count, "\(heads)")
  }
}
