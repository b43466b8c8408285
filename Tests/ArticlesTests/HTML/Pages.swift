import Foundation
import Vocabulary

@testable import Articles

/// The pages of Benchmarks/pages.
enum Pages {
  static let folder = projectFolder.appendingPathComponent("Benchmarks/pages/set")

  static func html(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(name + ".html")))
  }

  /// The names of all pages with their groups.
  static func all() throws -> [(name: String, group: String)] {
    try String(contentsOf: folder.appendingPathComponent("pages.tsv"), encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.dropFirst().map { line in
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        return (cells[0], cells.count > 1 ? cells[1] : "")
      }
  }

  /// Word F1 of a text, as Benchmarks/pages/run.py has it: words of lines that begin with a tilde count neither way.
  static func score(_ text: String, of name: String) throws -> Double {
    let truth = try String(contentsOf: folder.appendingPathComponent(name + ".txt"), encoding: .utf8)
    let lines = truth.split(separator: "\n").dropFirst()
    let need = words(lines.filter { !$0.hasPrefix("~ ") }.joined(separator: "\n"))
    let may = words(lines.filter { $0.hasPrefix("~ ") }.map { $0.dropFirst(2) }.joined(separator: "\n"))
    let found = words(text)
    var total = 0
    var common = 0
    for (word, count) in found {
      let needed = min(count, need[word] ?? 0)
      common += needed
      total += count - min(count - needed, may[word] ?? 0)
    }
    let needed = need.values.reduce(0, +)
    return common == 0 ? 0 : 2 * Double(common) / Double(total + needed)
  }

  /// Runs of letters and digits in lower case; of Chinese each sign.
  private static func words(_ text: String) -> [String: Int] {
    var words: [String: Int] = [:]
    var word = ""
    func close() {
      if !word.isEmpty { words[word, default: 0] += 1 }
      word = ""
    }
    for scalar in text.lowercased().unicodeScalars {
      if (0x3400...0x9FFF).contains(scalar.value) {
        close()
        words[String(scalar), default: 0] += 1
      } else if isWord(scalar) {
        word.unicodeScalars.append(scalar)
      } else {
        close()
      }
    }
    close()
    return words
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  /// The text that counts: paragraphs, headings and datelines.
  static func text(of read: ReadArticle) -> String {
    read.blocks.filter { [.paragraph, .heading, .dateline].contains($0.kind) }.map { read.text(of: $0) }
      .joined(separator: "\n")
  }

  /// What the blocks are, a letter each: T title, p paragraph, h heading, d dateline, b byline, c caption, r credit,
  /// x boilerplate.
  static func kinds(of read: ReadArticle) -> String {
    read.blocks.map { block in
      switch block.kind {
      case .title: "T"
      case .paragraph: "p"
      case .heading: "h"
      case .dateline: "d"
      case .byline: "b"
      case .caption: "c"
      case .credit: "r"
      case .boilerplate: "x"
      }
    }.joined()
  }
}
