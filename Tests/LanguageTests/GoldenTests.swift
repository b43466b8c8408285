import Foundation
import Testing

@testable import Language

/// The analysis equals the reference in every field of every token.
@Suite struct GoldenTests {
  @Test func everyFieldOfTheOwnTexts() throws {
    let texts = try Fixtures.goldenTexts(try Fixtures.golden("golden.jsonl"))
    #expect(texts.count >= 60)
    try compare(texts)
  }

  @Test func everyFieldOfTheLargerSet() throws {
    guard let url = Fixtures.shared("golden.jsonl") else { return }
    try compare(try Fixtures.goldenTexts(url))
  }

  /// A text alone, and the same text among others, give the same.
  @Test func batchesDoNotMatter() throws {
    let texts = try Fixtures.goldenTexts(try Fixtures.golden("golden.jsonl"))
    let pipeline = try Fixtures.pipeline()
    for golden in texts {
      let document = try #require(pipeline.analyze([golden.text]).first)
      #expect(document.tokens.map(\.fields) == golden.tokens.map(\.fields))
    }
  }

  private func compare(_ texts: [Fixtures.GoldenText]) throws {
    let documents = try Fixtures.pipeline().analyze(texts.map(\.text))
    #expect(documents.count == texts.count)
    for (document, golden) in zip(documents, texts) {
      #expect(document.text == golden.text)
      #expect(document.tokens.map(\.text) == golden.tokens.map(\.text))
      for (token, expected) in zip(document.tokens, golden.tokens) { #expect(token.fields == expected.fields) }
      #expect(document.sentences.map(\.lowerBound) == golden.sent_starts)
      #expect(document.tokens.indices.filter { document.tokens[$0].startsSentence } == golden.sent_starts)
      #expect(
        document.entities.map { "\($0.tokens) \($0.label.rawValue)" }
          == golden.ents.map {
            "\($0.start..<$0.end) \($0.label)"
          })
    }
  }
}
