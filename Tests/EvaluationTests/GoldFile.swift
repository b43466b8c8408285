import Articles
import Entente
import Foundation
import Testing
import Vocabulary

@testable import Evaluation

/// Files of annotated articles, made by a test.
enum GoldFile {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let extractor = Result {
    try Extractor.load(data: DataFolder(root.appendingPathComponent("data")))
  }

  /// Writes a file that is gone after the work.
  static func with<Result>(_ text: String, _ work: (String) throws -> Result) throws -> Result {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString + ".jsonl")
    try Data(text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try work(url.path)
  }

  /// A triple of an annotation in JSON.
  static func triple(
    _ sentence: Int, _ source: (String, String), _ target: (String, String), isOptional: Bool? = nil
  ) -> String {
    let optional = isOptional.map { #", "optional": \#($0)"# } ?? ""
    return """
      {"sentence": \(sentence), "source": {"actor": "\(source.0)", "principal": "\(source.1)"}, "relation": "urges", \
      "target": {"actor": "\(target.0)", "principal": "\(target.1)"}\(optional)}
      """
  }

  /// What the extractor of the project finds of the annotations of a file.
  static func recall(_ text: String) throws -> MentionRecall {
    try with(text) { path in
      let gold = try GoldSet(contentsOf: path)
      let worker = try extractor.get().makeWorker()
      var recall = MentionRecall()
      for item in ArticleReader(paths: [path], data: try ReadingData.load(from: root.path + "/data")) {
        guard case .article(let read) = item else { continue }
        recall.add(worker.analyze(read), article: read.article.id, gold: gold.triples[read.article.id] ?? [])
      }
      return recall
    }
  }
}
