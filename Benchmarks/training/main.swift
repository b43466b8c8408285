import Articles
import Entente
import Foundation

// Writes what the relation scorer learns from: `ScorerExamples DATA ARTICLES.jsonl OUT`.
//
// OUT/articles.jsonl tells the pairs of actors of each article, OUT/examples.bin and OUT/vectors.bin hold the numbers;
// README.md describes them.

func run() throws {
  let arguments = CommandLine.arguments
  guard arguments.count == 4 else {
    print("usage: ScorerExamples DATA ARTICLES.jsonl OUT")
    exit(64)
  }
  let extractor = try Extractor.load(data: DataFolder(URL(fileURLWithPath: arguments[1])))
  let reading = try ReadingData.load(from: arguments[1])
  let worker = extractor.makeWorker()
  var writer = try ExampleWriter(folder: URL(fileURLWithPath: arguments[3]))
  for item in ArticleReader(paths: [arguments[2]], data: reading) {
    guard case .article(let read) = item else { continue }
    try writer.add(read.article, worker.analyze(read), extractor.relations)
  }
  try writer.close()
}

do {
  try run()
} catch {
  FileHandle.standardError.write(Data("ScorerExamples: \(error)\n".utf8))
  exit(1)
}
