/// Finds a caption that says again, nearly word by word, what an earlier one said, and a title that is repeated.
struct RepeatRule {
  /// What share of the words of both together must be common to both.
  static let likeness = 0.75
  /// How many earlier texts are compared, so that time stays linear.
  static let memory = 8

  private var earlier: [Set<UInt64>] = []

  /// Whether the text repeats one of those that were told before; if not, it is told now.
  mutating func repeats(_ text: [UInt8]) -> Bool {
    let words = Self.words(text)
    guard words.count >= 3 else { return false }
    if earlier.contains(where: { Self.likeness(words, $0) >= Self.likeness }) { return true }
    earlier.append(words)
    if earlier.count > Self.memory { earlier.removeFirst() }
    return false
  }

  /// Whether the text repeats one of those that were told before; it is not told.
  func wouldRepeat(_ text: [UInt8]) -> Bool {
    guard !earlier.isEmpty else { return false }
    let words = Self.words(text)
    return words.count >= 3 && earlier.contains { Self.likeness(words, $0) >= Self.likeness }
  }

  /// The share of common words, 0 to 1.
  static func likeness(_ left: Set<UInt64>, _ right: Set<UInt64>) -> Double {
    let common = left.intersection(right).count
    let all = left.count + right.count - common
    return all == 0 ? 0 : Double(common) / Double(all)
  }

  /// The words of a text without regard to case, each as a number made of its letters (FNV-1a).
  static func words(_ text: [UInt8]) -> Set<UInt64> {
    var words: Set<UInt64> = []
    let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    var word = seed
    for byte in text {
      if Bytes.isWord(byte) {
        word = (word ^ UInt64(Bytes.isUpper(byte) ? byte + 32 : byte)) &* 0x0000_0100_0000_01B3
      } else if word != seed {
        words.insert(word)
        word = seed
      }
    }
    if word != seed { words.insert(word) }
    return words
  }
}
