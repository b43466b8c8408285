import Actors
import Foundation
import Language
import Vocabulary

/// A text with marked mentions: `[words|CODE]`, several codes with commas, `-` where nobody acts; a question mark behind
/// the codes of what the resolver does not understand yet.
struct MarkedCase: Sendable {
  /// A mark: the paragraph, the words' place in it (scalars, half open), the codes.
  struct Mark: Sendable {
    let paragraph: Int
    let range: Range<Int>
    let words: String
    let codes: Set<String>
    /// Whether the resolver is known to understand it otherwise.
    let isOpen: Bool
  }

  let file: String
  let line: Int
  var date = ""
  var paragraphs: [String] = []
  var marks: [Mark] = []

  /// Takes the marks out of a line and adds it as a paragraph.
  mutating func add(_ line: String) {
    var plain = ""
    var rest = Substring(line)
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]"),
      let bar = rest[open..<close].lastIndex(of: "|")
    {
      plain += rest[..<open]
      let words = String(rest[rest.index(after: open)..<bar])
      let start = plain.unicodeScalars.count
      plain += words
      var list = rest[rest.index(after: bar)..<close]
      let isOpen = list.hasSuffix("?")
      if isOpen { list.removeLast() }
      let codes = list.split(separator: ",").map { String($0) }.filter { $0 != "-" }
      marks.append(
        Mark(
          paragraph: paragraphs.count, range: start..<plain.unicodeScalars.count, words: words, codes: Set(codes),
          isOpen: isOpen))
      rest = rest[rest.index(after: close)...]
    }
    paragraphs.append(plain + rest)
  }

  /// The cases of a file of the folder Phenomena.
  static func read(_ url: URL) throws -> [MarkedCase] {
    var cases: [MarkedCase] = []
    var current: MarkedCase?
    let lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
    for (number, line) in (lines + [""]).enumerated() {
      if line.isEmpty {
        if let done = current, !done.paragraphs.isEmpty { cases.append(done) }
        current = nil
      } else if !line.hasPrefix("#") {
        var open = current ?? MarkedCase(file: url.lastPathComponent, line: number + 1)
        if line.hasPrefix("date: ") {
          open.date = String(line.dropFirst(6))
        } else {
          open.add(line.hasPrefix("title: ") ? String(line.dropFirst(7)) : line)
        }
        current = open
      }
    }
    return cases
  }

  /// The marks that the resolver understands otherwise, and the open ones that it understands by now, each as one line.
  func errors() throws -> [String] {
    let found = try Resolution.documents(paragraphs, date: date)
    return marks.compactMap { mark in
      let codes = found[mark.paragraph].principals(within: mark.range)
      if (codes == mark.codes) != mark.isOpen { return nil }
      if mark.isOpen { return "\(file):\(line): '\(mark.words)' is understood: take away its question mark" }
      let names = { (set: Set<String>) in set.isEmpty ? "nobody" : set.sorted().joined(separator: ",") }
      return "\(file):\(line): '\(mark.words)' is \(names(mark.codes)), found \(names(codes))"
    }
  }
}

extension DocumentActors {
  /// The principals of the mention that the words within a range name: that of the word which governs them; where it
  /// names none, those of the nouns among them, else of the adjectives.
  fileprivate func principals(within range: Range<Int>) -> Set<String> {
    let tokens = analyzed.tokens
    let inside = tokens.indices.filter { range.contains(tokens[$0].start) }
    guard let first = inside.first, let last = inside.last else { return [] }
    let roots = inside.filter { !(first...last).contains(tokens[$0].head) || tokens[$0].head == $0 }
    for heads in [roots, inside.filter { byHead[$0] != nil }, inside.filter { modifiers[$0] != nil }] {
      // Of several the last: "his Polish" is Polish.
      let mentions = heads.last { byHead[$0] != nil || modifiers[$0] != nil }.map { byHead[$0] ?? modifiers[$0] ?? [] }
      if let mentions { return Self.codes(mentions) }
    }
    // "UN" in "UN peacekeepers", where the whole is a name.
    return Self.codes(all.filter { $0.tokens.overlaps(first..<last + 1) })
  }

  private static func codes(_ mentions: [Mention]) -> Set<String> {
    // Who acts only for himself makes no state act.
    Set(mentions.filter { !$0.isPlace }.compactMap(\.principal).filter { $0.kind != .person }.map(\.code))
  }
}
