/// Small numbers as words, for groups that are taken up by their size: "the three", "the pair", "both".
enum NumberWord {
  private static let values = [
    "two": 2, "both": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "quartet": 4, "five": 5, "six": 6,
    "seven": 7,
  ]

  /// The number that a word in lower case tells.
  static func value(_ word: String) -> Int? { values[word] }
}
