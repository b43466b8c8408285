import Vocabulary

/// Parts of names that are spelt in several ways ("Mohammed", "Mohamed", "Muhammad"), of data/actors/spellings.tsv.
struct SpellingBook: Sendable {
  private var usual: [WordKey: WordKey] = [:]

  /// Reads the table.
  init(_ data: DataFolder) throws(DataError) {
    for row in try data.table("actors/spellings.tsv", columns: ["form", "others"]).rows {
      let form = WordKey(row["form"])
      for other in row.list("others") {
        guard usual.updateValue(form, forKey: WordKey(other)) == nil else {
          throw row.error("'\(other)' stands here a second time")
        }
      }
    }
  }

  /// The key of a word, the same for all its spellings.
  func key(_ word: some StringProtocol) -> WordKey {
    let key = WordKey(word)
    return usual[key] ?? key
  }

  /// The keys of the words of a name; a hyphen parts words as a space does.
  func keys(_ name: String) -> [WordKey] { keys(Array(name.utf8)[...]) }

  /// The same for a name in UTF-8.
  func keys(_ name: ArraySlice<UInt8>) -> [WordKey] { WordKey.keys(name).map { usual[$0] ?? $0 } }
}
