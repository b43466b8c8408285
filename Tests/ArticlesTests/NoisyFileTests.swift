import Foundation
import Testing
import Vocabulary

@testable import Articles

/// Files in the manner of scraped news, each with what must come out beside it: `Noisy/NAME.txt`, `NAME.expected`.
@Suite struct NoisyFileTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Noisy")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }()

  /// All that is found, as lines.
  static func report(_ items: some Sequence<ReadItem>) -> String {
    var lines: [String] = []
    for item in items {
      switch item {
      case .problem(let problem): lines.append("problem: \(problem.kind.text)")
      case .article(let read):
        lines.append("id: \(read.article.id)")
        if let date = read.article.date { lines.append("date: \(date) (\(read.dateOrigin.map { "\($0)" } ?? ""))") }
        if let line = read.dateline { lines.append("place: \(line.place)" + (line.date.map { ", \($0)" } ?? "")) }
        if !read.agencies.isEmpty { lines.append("agencies: \(read.agencies.joined(separator: ", "))") }
        lines += outline(read)
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  @Test(arguments: names)
  func findsAllPartsOf(_ name: String) throws {
    let items = Array(ArticleReader(paths: [Self.folder.path + "/\(name).txt"], data: try readingData()))
    let expected = try String(contentsOfFile: Self.folder.path + "/\(name).expected", encoding: .utf8)
    #expect(Self.report(items) == expected)
    for read in items.compactMap(\.article) { #expect(isSound(read) && !read.isForeign) }
  }

  @Test func areAllThere() { #expect(Self.names.count >= 12) }
}
