import Actors
import Articles
import Graph
import Language

/// The words of one analysed block as the article has them, and where they stand in it.
struct BlockWords {
  let block: Block
  private let analyzed: AnalyzedDocument
  private let quote: Quote

  /// - Parameter text: The block's text as it stands in the article.
  init(block: Block, analyzed: AnalyzedDocument, text: String) {
    self.block = block
    self.analyzed = analyzed
    quote = Quote(text)
  }

  /// The words of some tokens.
  func text(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return quote.text(analyzed.tokens[first].start..<analyzed.tokens[last].end) ?? analyzed.text(range)
  }

  /// Where some tokens stand in the article's text.
  func place(_ range: Range<Int>) -> Range<Int> {
    let start = block.range.lowerBound
    guard let first = range.first, let last = range.last else { return start..<start }
    return start + analyzed.tokens[first].start..<start + analyzed.tokens[last].end
  }

  /// The block's sentences, numbered from `first` on.
  func sentences(from first: Int) -> [SentenceRecord] {
    SentenceNumbers.sentences(of: analyzed.document, in: block).enumerated().map { number, range in
      let (start, end, text) = trimmed(range)
      return SentenceRecord(
        number: first + number, text: text,
        range: block.range.lowerBound + start..<block.range.lowerBound + end)
    }
  }

  /// A sentence without the white space at its ends, and without what lies behind the block: where it stands in the
  /// block, and its words.
  private func trimmed(_ range: Range<Int>) -> (Int, Int, String) {
    let tokens = analyzed.tokens[range].prefix { $0.end <= block.range.count }
    guard let first = tokens.firstIndex(where: { !$0.isSpace }), let last = tokens.lastIndex(where: { !$0.isSpace })
    else { return (tokens.first?.start ?? 0, tokens.first?.start ?? 0, "") }
    var text = ""
    for token in tokens[first...last] {
      text += token.text
      if token.hasSpaceAfter, token.end < tokens[last].end { text += " " }
    }
    return (tokens[first].start, tokens[last].end, quote.text(tokens[first].start..<tokens[last].end) ?? text)
  }
}

/// The words of a block as the article has them, where they were read in another case.
private struct Quote {
  private let scalars: [Unicode.Scalar]?

  init(_ text: String) { scalars = Recasing.isCapital(text) ? Array(text.unicodeScalars) : nil }

  /// The words of a range; nil where the block was read as it stands.
  func text(_ range: Range<Int>) -> String? {
    guard let scalars, range.lowerBound >= 0, range.upperBound <= scalars.count else { return nil }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }
}
