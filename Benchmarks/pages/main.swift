import Articles
import Foundation
import Vocabulary

// Prints what is found in each page as a line of JSON: page, title, text (without captions and bylines), seconds.

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
let clock = ContinuousClock()
for path in CommandLine.arguments.dropFirst() {
  let html = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  var read: ReadArticle?
  let time = clock.measure { read = analyser.read(html: html, id: path) }
  let text = read.map { read in
    read.blocks.filter { [.paragraph, .heading, .dateline].contains($0.kind) }.map { read.text(of: $0) }
      .joined(separator: "\n\n")
  }
  let found = Found(
    page: URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent, title: read?.article.title ?? "",
    text: text ?? "", seconds: Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds))
  print(String(decoding: try encoder.encode(found), as: UTF8.self))
}
