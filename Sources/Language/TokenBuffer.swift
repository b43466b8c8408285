/// The tokens of a batch of texts, one behind the other, as parallel columns.
struct TokenBuffer {
  /// Which form each token is, in the worker's store.
  var lexemes: [Int32] = []
  /// Where each begins in its text, in scalars.
  var starts: [Int32] = []
  /// Whether one plain space follows.
  var spaces: [Bool] = []
  /// The tokens of each text.
  var documents: [Range<Int>] = []

  var count: Int { lexemes.count }

  mutating func removeAll() {
    lexemes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    spaces.removeAll(keepingCapacity: true)
    documents.removeAll(keepingCapacity: true)
  }
}
