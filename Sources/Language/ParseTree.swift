/// The tree over one text's tokens while it is being finished: heads, labels, and the edges of every subtree.
///
/// The parser lifts arcs that would cross others and notes so in the label; `restore` puts them back.
struct ParseTree {
  /// The head of each token, its own number for a root.
  var heads: [Int] = []
  var labels: [Dependency] = []
  /// For a lifted arc the label of its true head.
  var headLabels: [Dependency?] = []
  private var leftEdges: [Int] = []
  private var rightEdges: [Int] = []

  /// Empties the tree and makes room for `count` tokens, each its own head.
  mutating func reset(_ count: Int) {
    heads.removeAll(keepingCapacity: true)
    heads.append(contentsOf: 0..<count)
    labels.removeAll(keepingCapacity: true)
    labels.append(contentsOf: repeatElement(.root, count: count))
    headLabels.removeAll(keepingCapacity: true)
    headLabels.append(contentsOf: repeatElement(nil, count: count))
  }

  /// Puts lifted arcs back and finds where sentences begin. `isSpace` tells white space tokens.
  mutating func finish(isSpace: (Int) -> Bool, starts: inout [Bool]) {
    findEdges()
    if headLabels.contains(where: { $0 != nil }) {
      restore(isSpace)
      findEdges()
    }
    starts.removeAll(keepingCapacity: true)
    starts.append(contentsOf: repeatElement(false, count: heads.count))
    for token in heads.indices where heads[token] == token { starts[leftEdges[token]] = true }
  }

  /// The leftmost and rightmost token below each token; a few rounds, since heads may come in any order.
  private mutating func findEdges() {
    let count = heads.count
    leftEdges.removeAll(keepingCapacity: true)
    leftEdges.append(contentsOf: 0..<count)
    rightEdges.removeAll(keepingCapacity: true)
    rightEdges.append(contentsOf: 0..<count)
    for _ in 0..<12 {
      for token in 0..<count { widen(token) }
      for token in (0..<count).reversed() { widen(token) }
      if isConsistent() { return }
    }
  }

  private mutating func widen(_ token: Int) {
    let head = heads[token]
    leftEdges[head] = min(leftEdges[head], leftEdges[token])
    rightEdges[head] = max(rightEdges[head], rightEdges[token])
  }

  /// Whether every head lies in the sentence of its token, sentences being what the edges of roots divide.
  private func isConsistent() -> Bool {
    let count = heads.count
    var begins = [Bool](repeating: false, count: count)
    for token in 0..<count where heads[token] == token { begins[leftEdges[token]] = true }
    var start = 0
    for token in 0..<count where (token > 0 && begins[token]) || token == count - 1 {
      for inner in start..<token where heads[inner] < start || heads[inner] > token { return false }
      start = token
    }
    return true
  }

  private mutating func restore(_ isSpace: (Int) -> Bool) {
    for token in heads.indices {
      guard let label = headLabels[token] else { continue }
      heads[token] = trueHead(of: token, label, isSpace)
      headLabels[token] = nil
    }
  }

  /// The nearest token below the present head that has the wanted label, breadth first; the present head without one.
  private func trueHead(of token: Int, _ label: Dependency, _ isSpace: (Int) -> Bool) -> Int {
    var level = [heads[token]]
    // A level is no longer than the text, and no path longer; the bound only guards against a circle.
    for _ in heads.indices where !level.isEmpty {
      var below: [Int] = []
      for parent in level {
        for child in leftEdges[parent]...max(leftEdges[parent], rightEdges[parent])
        where child != parent && heads[child] == parent && child != token && !isSpace(child) {
          if labels[child] == label && headLabels[child] == nil { return child }
          below.append(child)
        }
      }
      level = below
    }
    return heads[token]
  }
}
