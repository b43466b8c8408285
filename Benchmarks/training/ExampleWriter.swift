import Actors
import Entente
import Foundation
import Language
import Relations
import Vocabulary

/// Writes the examples of articles one after another into three files of a folder.
struct ExampleWriter {
  private let articles: FileHandle
  private let examples: FileHandle
  private let vectors: FileHandle
  private let encoder = JSONEncoder()
  /// How many tokens have been written; the words of an example are numbered through all articles.
  private var tokens = 0

  /// Two actors of a sentence, with all examples that could relate them.
  private struct Pair: Encodable {
    let sentence: Int
    /// Where the first of its triggers stands in the article's text, in Unicode scalars.
    let offset: Int
    let source: String
    let target: String
  }

  private struct Line: Encodable {
    let id: String
    let text: String
    var pairs: [Pair] = []
    /// The lemma of each example's trigger.
    var lemmas: [String] = []
  }

  /// Makes the folder and begins the files anew.
  init(folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    func file(_ name: String) throws -> FileHandle {
      let url = folder.appendingPathComponent(name)
      try Data().write(to: url)
      return try FileHandle(forWritingTo: url)
    }
    articles = try file("articles.jsonl")
    examples = try file("examples.bin")
    vectors = try file("vectors.bin")
  }

  /// Adds the examples of an article.
  mutating func add(_ article: Article, _ blocks: [BlockAnalysis], _ relations: RelationExtractor) throws {
    var line = Line(id: article.id, text: article.text)
    var numbers: [Int32] = []
    for block in blocks {
      let analyzed = block.actors.analyzed
      var places: [String: Int] = [:]
      for example in relations.examples(in: block.actors) {
        guard let source = example.source.principal?.code, let target = example.target.principal?.code else { continue }
        let sentence = analyzed.sentenceOf[example.trigger]
        let key = "\(sentence)\t\(source)\t\(target)"
        let place = places[key] ?? line.pairs.count
        if place == line.pairs.count {
          places[key] = place
          line.pairs.append(
            Pair(
              // A headline is one sentence, whatever the parser makes of it.
              sentence: block.firstSentence + (block.sentences.count == 1 ? 0 : sentence),
              offset: block.block.range.lowerBound + analyzed.tokens[example.trigger].start,
              source: source, target: target))
        }
        numbers.append(Int32(place))
        numbers += example.words.map { $0 < 0 ? -1 : Int32(tokens) + $0 }
        numbers += example.hints.map { Int32($0) }
        numbers.append(Int32(example.features.count))
        numbers += example.features.map { Int32(bitPattern: $0) }
        line.lemmas.append(analyzed.tokens[example.trigger].lemma.lowercased())
      }
      tokens += analyzed.tokens.count
      try Self.write(analyzed.document.vectors, to: vectors)
    }
    try Self.write(numbers, to: examples)
    try articles.write(contentsOf: try encoder.encode(line) + Data("\n".utf8))
  }

  /// Ends the files.
  func close() throws {
    for file in [articles, examples, vectors] { try file.close() }
  }

  private static func write<Number>(_ numbers: [Number], to file: FileHandle) throws {
    try file.write(contentsOf: numbers.withUnsafeBytes { Data($0) })
  }
}
