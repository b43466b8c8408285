/// A word as persons' names are compared by it: without case, accents and differences of transliteration.
///
/// A key is a hash of 64 bits (FNV-1a) of the folded word, or that of its usual spelling.
struct WordKey: Sendable, Hashable, Comparable {
  let value: UInt64

  /// The key of a word by its letters alone.
  init(_ word: some StringProtocol) {
    var hash = Self.start
    for scalar in word.unicodeScalars {
      Self.add(scalar.value < 0x80 ? scalar.value : Folding.fold(scalar), to: &hash)
    }
    value = hash
  }

  private init(value: UInt64) { self.value = value }

  /// The keys of the words of a name in UTF-8; spaces and hyphens of all kinds part words.
  static func keys(_ name: ArraySlice<UInt8>) -> [WordKey] {
    var keys: [WordKey] = []
    var hash = start
    forEachScalar(of: name) { scalar in
      if !isGap(scalar) {
        add(scalar, to: &hash)
      } else {
        if hash != start { keys.append(WordKey(value: hash)) }
        hash = start
      }
    }
    if hash != start { keys.append(WordKey(value: hash)) }
    return keys
  }

  /// The key of a name as one word, without spaces and hyphens.
  static func joined(_ name: ArraySlice<UInt8>) -> WordKey {
    var hash = start
    forEachScalar(of: name) { scalar in
      if !isGap(scalar) { add(scalar, to: &hash) }
    }
    return WordKey(value: hash)
  }

  /// Whether a folded scalar stands between words: a space or a hyphen, whichever the writer's keyboard had.
  private static func isGap(_ folded: UInt32) -> Bool { folded == 0x20 || folded == 0x2D }

  /// Gives the scalars of a text in UTF-8 one after another, folded.
  private static func forEachScalar(of name: ArraySlice<UInt8>, _ body: (UInt32) -> Void) {
    var position = name.startIndex
    while position < name.endIndex {
      var scalar = UInt32(name[position])
      position += 1
      if scalar >= 0x80 {
        // The rest of a sequence: its length is in the first byte.
        let length = scalar >= 0xF0 ? 3 : scalar >= 0xE0 ? 2 : 1
        scalar &= 0x3F >> UInt32(length)
        for _ in 0..<length where position < name.endIndex {
          scalar = scalar << 6 | UInt32(name[position] & 0x3F)
          position += 1
        }
      }
      body(scalar < 0x80 ? scalar : Folding.fold(scalar))
    }
  }

  private static let start: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Adds a folded scalar; capitals and small letters alike.
  private static func add(_ folded: UInt32, to hash: inout UInt64) {
    let small = (0x41...0x5A).contains(folded) ? folded + 0x20 : folded
    hash = (hash ^ UInt64(small)) &* 0x100_0000_01b3
  }

  static func < (left: WordKey, right: WordKey) -> Bool { left.value < right.value }
}
