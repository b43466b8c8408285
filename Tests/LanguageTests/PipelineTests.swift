import Foundation
import Testing

@testable import Language

@Suite struct PipelineTests {
  @Test func emptyTextsHaveNoTokens() throws {
    let documents = try Fixtures.pipeline().analyze(["", "A word.", ""])
    #expect(documents.map(\.tokens.count) == [0, 3, 0])
    #expect(documents.map(\.sentences.count) == [0, 1, 0])
    #expect(try Fixtures.pipeline().analyze([]).isEmpty)
  }

  /// Two workers on two threads share the model and say the same as one.
  @Test func workersShareTheModel() async throws {
    let model = try Fixtures.model.get()
    let texts = try Fixtures.goldenTexts(try Fixtures.golden("golden.jsonl")).map(\.text)
    let results = await withTaskGroup(of: [[String]].self) { group in
      for _ in 0..<4 {
        group.addTask { Pipeline(model: model).analyze(texts).flatMap { $0.tokens.map(\.fields) } }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    let expected = Pipeline(model: model).analyze(texts).flatMap { $0.tokens.map(\.fields) }
    for result in results { #expect(result == expected) }
  }

  /// More different words than the caches hold leave the results as they are.
  @Test func fullCachesChangeNothing() throws {
    let pipeline = try Fixtures.pipeline()
    let text = "Peru recalled its ambassador from Quito on Friday."
    let before = pipeline.analyze([text]).map { $0.tokens.map(\.fields) }
    var random = Random(seed: 3)
    let words = (0..<VectorCache.capacity + 500).map { _ in "w" + String(random.next(), radix: 36) }
    let long = pipeline.analyze([words.joined(separator: " ") + ". " + text])
    #expect(long.first.map { $0.tokens.suffix(9).map(\.lemma) } == before.first.map { $0.map { $0[7] } })
    #expect(pipeline.analyze([text]).map { $0.tokens.map(\.fields) } == before)
  }
}
