public import Language

/// A document with what the rules ask of it again and again: its tree, its sentences, its folded text.
public struct AnalyzedDocument: Sendable {
  /// The document.
  public let document: Document
  /// Its dependency tree.
  public let tree: DependencyTree
  /// The number of the sentence that each token belongs to, from 0.
  public let sentenceOf: [Int]
  let folded: [UInt32]

  /// Prepares a document. O(n).
  public init(_ document: Document) {
    self.document = document
    tree = DependencyTree(document)
    var sentenceOf = [Int](repeating: 0, count: document.tokens.count)
    for (number, sentence) in document.sentences.enumerated() {
      for index in sentence { sentenceOf[index] = number }
    }
    self.sentenceOf = sentenceOf
    folded = document.text.unicodeScalars.map(Folding.fold)
  }

  /// The tokens.
  public var tokens: [Token] { document.tokens }

  /// Whether a token ends at this offset, looked for from a token on.
  func isTokenEnd(_ offset: Int, from token: Int) -> Bool {
    var position = token
    while position < tokens.count, tokens[position].end < offset { position += 1 }
    return position < tokens.count && tokens[position].end == offset
  }

  /// The tokens of a stretch of text that begins with a token and is so many scalars long.
  func tokens(from token: Int, length: Int) -> Range<Int> {
    let end = tokens[token].start + length
    var last = token
    while last + 1 < tokens.count, tokens[last].end < end { last += 1 }
    return token..<last + 1
  }

  /// The token of a range that governs the others: the first whose head lies outside.
  public func head(of range: Range<Int>) -> Int {
    range.last { !range.contains(tokens[$0].head) || tokens[$0].head == $0 } ?? range.upperBound - 1
  }

  /// The token at the beginning of a chain of conjuncts: "Germany" for "Norway" in "Germany, Sweden and Norway".
  public func firstConjunct(of token: Int) -> Int {
    var current = token
    var steps = 0
    while tokens[current].dep == .conj, tokens[current].head != current, steps < 32 {
      current = tokens[current].head
      steps += 1
    }
    return current
  }

  /// A token and all that is coordinated with it, in the order of the text.
  public func conjuncts(of token: Int) -> [Int] {
    var all = [token]
    var next = 0
    while next < all.count, all.count < 32 {
      for child in tree.children(of: all[next]) where tokens[child].dep == .conj { all.append(child) }
      next += 1
    }
    return all.sorted()
  }

  /// A token and what governs it, step by step up to the root, at most so many.
  public func ancestors(of token: Int, atMost limit: Int) -> [Int] {
    var all = [token]
    while all.count < limit, let last = all.last, tokens[last].head != last { all.append(tokens[last].head) }
    return all
  }

  /// A verb's lemma with its particle: "carry_out".
  public func lemma(ofVerb verb: Int) -> String {
    let lemma = tokens[verb].lemma.lowercased()
    guard let particle = tree.children(of: verb).first(where: { tokens[$0].dep == .prt }) else { return lemma }
    return lemma + "_" + tokens[particle].lower
  }

  /// The words of a range as the text has them.
  public func text(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    var text = ""
    for index in first...last {
      text += tokens[index].text
      if index < last, tokens[index].hasSpaceAfter { text += " " }
    }
    return text
  }
}
