import Foundation
import Testing

@testable import Language

/// The networks' numbers equal the reference's: vectors within 2e-5, scores within 2e-4.
@Suite struct TensorTests {
  struct Tensors: Decodable {
    let text: String
    let tok2vec: [[Float]]
    let ner_tok2vec: [[Float]]
    let tagger_logits: [[Float]]
    let action_trace: Trace?
    let parser_action_order: [String]?
    let ner_action_order: [String]?
  }

  struct Trace: Decodable {
    let parser: [Step]
    let ner: [Step]
  }

  struct Step: Decodable {
    let action: String
    let state: [Int]
    let score: Float

    init(from decoder: any Decoder) throws {
      var parts = try decoder.unkeyedContainer()
      action = try parts.decode(String.self)
      state = try parts.decode([Int].self)
      score = try parts.decode(Float.self)
    }
  }

  @Test func vectorsOfTheOwnSentence() throws {
    let data = try Data(contentsOf: try Fixtures.golden("tensors.json"))
    try compare(try JSONDecoder().decode(Tensors.self, from: data))
  }

  @Test func vectorsAndStepsOfTheLargerSet() throws {
    guard let url = Fixtures.shared("golden_tensors.json") else { return }
    for tensors in try JSONDecoder().decode([Tensors].self, from: try Data(contentsOf: url)) { try compare(tensors) }
  }

  /// The vectors of a text are the same to the last bit, alone or behind others.
  @Test func neighboursChangeNoBit() throws {
    let pipeline = try Fixtures.pipeline()
    let text = "Kenya and Tanzania agreed to reopen their frontier."
    _ = pipeline.analyze([text])
    let alone = vectors(pipeline, from: 0, count: 9)
    for neighbour in ["", "One.", "Two words.", "Three words here.", String(repeating: "many ", count: 400)] {
      let before = try #require(pipeline.analyze([neighbour]).first).tokens.count
      _ = pipeline.analyze([neighbour, text, neighbour])
      #expect(vectors(pipeline, from: before, count: 9) == alone)
    }
  }

  private func vectors(_ pipeline: Pipeline, from first: Int, count: Int) -> [UInt32] {
    [pipeline.sharedEncoder.output.base, pipeline.namesEncoder.output.base].flatMap { base in
      (first * 96..<(first + count) * 96).map { base[$0].bitPattern }
    }
  }

  private func compare(_ tensors: Tensors) throws {
    let model = try Fixtures.model.get()
    let pipeline = Pipeline(model: model)
    var parserSteps: [(action: Int, state: [Int], score: Float)] = []
    var nameSteps: [(action: Int, state: [Int], score: Float)] = []
    pipeline.parser.onStep = { parserSteps.append(($0, $1, $2)) }
    pipeline.recognizer.onStep = { nameSteps.append(($0, $1, $2)) }
    _ = pipeline.analyze([tensors.text])
    #expect(distance(pipeline.sharedEncoder.output.base, tensors.tok2vec) < 2e-5)
    #expect(distance(pipeline.namesEncoder.output.base, tensors.ner_tok2vec) < 2e-5)
    let logits = distance(pipeline.tagger.logits.base, tensors.tagger_logits, stride: pipeline.tagger.stride)
    #expect(logits < 2e-4)
    if let trace = tensors.action_trace {
      let order = try #require(tensors.parser_action_order)
      let nameOrder = try #require(tensors.ner_action_order)
      #expect(order.count == model.parserActions.count && nameOrder.count == model.recognizerActions.count)
      expectSame(parserSteps, trace.parser, order)
      expectSame(nameSteps, trace.ner, nameOrder)
    }
  }

  private func expectSame(_ steps: [(action: Int, state: [Int], score: Float)], _ expected: [Step], _ names: [String]) {
    #expect(steps.map { names[$0.action] } == expected.map(\.action))
    #expect(steps.map(\.state) == expected.map(\.state))
    for (step, wanted) in zip(steps, expected) { #expect(abs(step.score - wanted.score) < 2e-4) }
  }

  /// The largest difference of any number.
  private func distance(_ found: UnsafePointer<Float>, _ expected: [[Float]], stride: Int = 96) -> Float {
    var largest: Float = 0
    for (row, values) in expected.enumerated() {
      for (column, value) in values.enumerated() {
        largest = max(largest, abs(found[row * stride + column] - value))
      }
    }
    return largest
  }
}
