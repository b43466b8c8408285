import Vocabulary

/// A parse as a tree drawn with lines: each word stands under the one that governs it, with its tag and dependency.
///
///     word             tag  dependency
///     urges            VBZ  ROOT
///     ├─ NATO          NNP  nsubj
///     └─ Korea         NNP  dobj
///        └─ South      NNP  compound
enum ParseTreeText {
  /// Deeper words stand in this column, so that no parse makes lines without end.
  private static let deepest = 24

  /// The words as rows of a table. Words that no root leads to begin a tree of their own.
  static func table(_ words: [SentenceExplanation.Word]) -> TextTable {
    var table = TextTable(columns: [.init("word", minimumWidth: 12), .init("tag"), .init("dependency")])
    var children = [[Int]](repeating: [], count: words.count)
    for (index, word) in words.enumerated() {
      if let head = word.head, words.indices.contains(head), head != index { children[head].append(index) }
    }
    let roots = words.indices.filter { words[$0].head.map { !words.indices.contains($0) } ?? true }
    var drawn = Set<Int>()
    // The rest is empty but for heads that go round in a circle.
    for root in Array(roots) + Array(words.indices) {
      // What is still to draw, the next at the end: a word, what stands before it, what stands before its children.
      var open = [(word: root, before: "", below: "", depth: 0)]
      while let (index, before, below, depth) = open.popLast() {
        guard drawn.insert(index).inserted else { continue }
        let word = words[index]
        table.rows.append([before + word.text, word.tag, word.dependency])
        for (place, child) in children[index].enumerated().reversed() {
          let isLast = place == children[index].count - 1
          let isDeep = depth >= deepest
          open.append(
            (
              child, isDeep ? before : below + (isLast ? "└─ " : "├─ "),
              isDeep ? below : below + (isLast ? "   " : "│  "), depth + 1
            ))
        }
      }
    }
    return table
  }
}
