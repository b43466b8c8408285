import Language

/// The words of a document as persons' names are compared: hyphens of all kinds part them.
struct NameWords {
  /// A word and the token that it stands in.
  private struct Word {
    let token: Int
    let text: Substring
  }

  private let spellings: SpellingBook
  private let words: [Word]
  /// For each token the number of the first word in it or behind it.
  private let position: [Int]

  /// Takes the words of a document. O(n); a word's key is made when it is asked for.
  init(_ tokens: [Token], _ spellings: SpellingBook) {
    self.spellings = spellings
    var words: [Word] = []
    var position: [Int] = []
    words.reserveCapacity(tokens.count)
    position.reserveCapacity(tokens.count)
    for (index, token) in tokens.enumerated() {
      position.append(words.count)
      if token.text == "-" { continue }
      guard Self.mayHaveHyphen(token.text) else {
        words.append(Word(token: index, text: token.text[...]))
        continue
      }
      // The tokenizer parts words at an ASCII hyphen and at a dash, but not at the hyphens of typography.
      let isDash = token.text == "\u{2013}" && token.hasSpaceAfter
      let parts = token.text.split { $0.unicodeScalars.count == 1 && Self.isHyphen($0) }
      for part in isDash ? [token.text[...]] : parts { words.append(Word(token: index, text: part)) }
    }
    self.words = words
    self.position = position
  }

  /// Whether a text has a hyphen besides the ASCII one: they all begin with these two bytes in UTF-8.
  private static func mayHaveHyphen(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if previous == 0xE2, byte == 0x80 { return true }
      previous = byte
    }
    return false
  }

  private static func isHyphen(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { $0.value >= 0x80 && Folding.fold($0) == 0x2D }
  }

  /// The key of the word so many words behind the token; nil behind the end and for a hyphen.
  func key(at token: Int, offset: Int) -> WordKey? {
    let place = position[token] + offset
    guard place < words.count, offset > 0 || words[place].token == token else { return nil }
    return spellings.key(words[place].text)
  }

  /// The token behind so many words from a token on.
  func end(from token: Int, count: Int) -> Int { words[position[token] + count - 1].token + 1 }
}
