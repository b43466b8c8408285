import Articles
import Foundation
import Vocabulary

// Prints what is found in each page as a line of JSON: page, title, text (without captions and bylines), and the
// seconds of the processor that it took.

/// A line of the output.
struct Found: Encodable {
  var page: String
  var title: String
  var text: String
  var seconds: Double
}

let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()
let analyser = ArticleAnalyser(data: try ReadingData.load(from: root.path + "/data"))
let encoder = JSONEncoder()
for path in CommandLine.arguments.dropFirst() {
  let html = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  let start = clock()
  let read = analyser.read(html: html, id: path)
  let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
  let blocks = read?.blocks.filter { [.paragraph, .heading, .dateline].contains($0.kind) } ?? []
  let found = Found(
    page: URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent, title: read?.article.title ?? "",
    text: read.map { read in blocks.map { read.text(of: $0) }.joined(separator: "\n\n") } ?? "", seconds: seconds)
  print(String(decoding: try encoder.encode(found), as: UTF8.self))
}
