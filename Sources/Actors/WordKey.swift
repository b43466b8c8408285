/// A word as persons' names are compared by it: without case, accents and differences of transliteration.
///
/// A key is a hash of 64 bits (FNV-1a) of the folded word, or that of its usual spelling.
struct WordKey: Sendable, Hashable, Comparable {
  let value: UInt64

  /// The key of a word by its letters alone.
  init(_ word: some StringProtocol) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for scalar in word.unicodeScalars {
      var folded = Folding.fold(scalar)
      if (0x41...0x5A).contains(folded) { folded += 0x20 }
      hash = (hash ^ UInt64(folded)) &* 0x100_0000_01b3
    }
    value = hash
  }

  static func < (left: WordKey, right: WordKey) -> Bool { left.value < right.value }
}
