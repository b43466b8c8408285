/// Who depends on whom in a document: the children of every token, in the order of the text.
///
/// Built once a document in O(n); lookups cost nothing.
public struct DependencyTree: Sendable {
  private let starts: [Int32]
  private let flat: [Int32]

  /// Reads the heads of a document.
  public init(_ document: Document) {
    let tokens = document.tokens
    var counts = [Int32](repeating: 0, count: tokens.count + 1)
    for (index, token) in tokens.enumerated() where token.head != index { counts[token.head + 1] += 1 }
    for index in counts.indices.dropFirst() { counts[index] += counts[index - 1] }
    var next = counts
    var flat = [Int32](repeating: 0, count: Int(counts.last ?? 0))
    for (index, token) in tokens.enumerated() where token.head != index {
      flat[Int(next[token.head])] = Int32(index)
      next[token.head] += 1
    }
    starts = counts
    self.flat = flat
  }

  /// The tokens that depend directly on this one, in the order of the text.
  public func children(of token: Int) -> some RandomAccessCollection<Int> {
    flat[Int(starts[token])..<Int(starts[token + 1])].lazy.map { Int($0) }
  }
}
