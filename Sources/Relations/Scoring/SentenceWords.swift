import Language

/// The words of a sentence as numbers, for features that need no parse.
struct SentenceWords {
  /// What stands between two words; 0 where it is too long to be told.
  struct Gap {
    /// The words themselves, at most three.
    var words: UInt64 = 0
    /// Their parts of speech, at most six.
    var parts: UInt64 = 0
  }

  private let first: Int
  private let words: [UInt64]
  private let parts: [UInt64]
  /// How many verbs stand before each word.
  private let verbs: [Int]

  private static let mostWords = 3
  private static let mostParts = 6

  init(_ sentence: Range<Int>, _ tokens: [Token]) {
    first = sentence.lowerBound
    words = tokens[sentence].map { FeatureHash.word($0.lower) }
    parts = tokens[sentence].map { UInt64(PartOfSpeech.allCases.firstIndex(of: $0.pos) ?? 0) }
    var verbs = [0]
    for token in tokens[sentence] { verbs.append((verbs.last ?? 0) + (token.pos == .verb ? 1 : 0)) }
    self.verbs = verbs
  }

  /// How many verbs stand between two words, these left out.
  func verbs(between left: Int, _ right: Int) -> Int {
    let (low, high) = (min(left, right) + 1 - first, max(left, right) - first)
    guard low >= 0, low < high, high < verbs.count else { return 0 }
    return verbs[high] - verbs[low]
  }

  /// What stands from one place up to another.
  func gap(between start: Int, _ end: Int) -> Gap {
    let (low, high) = (start - first, end - first)
    guard low >= 0, low <= high, high <= words.count, high - low <= Self.mostParts else { return Gap() }
    return Gap(
      words: high - low > Self.mostWords ? 0 : words[low..<high].reduce(1) { FeatureHash.join($0, $1) },
      parts: parts[low..<high].reduce(1) { FeatureHash.join($0, $1) })
  }
}
