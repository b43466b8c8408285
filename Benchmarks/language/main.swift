import Foundation
import Language

// For quick comparison: prints every token of every text as tab-separated fields.
let arguments = CommandLine.arguments
let model = try Model.load(from: arguments[1])
struct Row: Decodable { let text: String }
let lines = try String(contentsOfFile: arguments[2], encoding: .utf8).split(separator: "\n")
let texts = try lines.map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)).text }
let pipeline = Pipeline(model: model)
if arguments.count > 3 {
  let encoder = JSONEncoder()
  for document in pipeline.analyze(texts) {
    let rows = document.tokens.map { token in
      let entity: [String] =
        switch token.entity {
        case .outside: ["O", ""]
        case .begin(let label): ["B", label.rawValue]
        case .inside(let label): ["I", label.rawValue]
        }
      return [
        token.text, String(token.start), String(token.hasSpaceAfter), token.norm, token.tag, token.pos.rawValue, token.morph,
        token.lemma, String(token.head), token.dep.rawValue] + entity
    }
    print(String(decoding: try encoder.encode(rows), as: UTF8.self))
  }
} else {
  for _ in 0..<5 {
    let start = ContinuousClock.now
    let documents = pipeline.analyze(texts)
    let time = ContinuousClock.now - start
    let count = documents.reduce(0) { $0 + $1.tokens.count }
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
    print(count, seconds, Double(count) / seconds)
  }
}
