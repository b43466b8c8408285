import Vocabulary

/// The words around a place's name that tell which place is meant, and the names that need such words.
struct PlaceWords: Sendable {
  enum Kind: String {
    /// "city", "town".
    case place
    /// "in", "of", "the".
    case link
    /// "northern", "besieged".
    case describing
  }

  private var kinds: [[UInt32]: Kind] = [:]
  private var stopwords: Set<[UInt32]> = []

  /// Loads data/actors/place-words.tsv and place-stopwords.tsv.
  init(_ data: DataFolder) throws(DataError) {
    for row in try data.table("actors/place-words.tsv", columns: ["word", "kind"]).rows {
      guard let kind = Kind(rawValue: row["kind"]) else { throw row.error("'\(row["kind"])' is no kind of word") }
      guard kinds.updateValue(kind, forKey: Folding.fold(row["word"])) == nil else {
        throw row.error("'\(row["word"])' stands here a second time")
      }
    }
    for row in try data.table("actors/place-stopwords.tsv", columns: ["name", "why"]).rows {
      stopwords.insert(Folding.fold(row["name"]))
    }
  }

  /// What a folded word in lower case tells; nil where it tells nothing.
  func kind(of word: ArraySlice<UInt32>) -> Kind? { kinds[Array(word)] }

  /// Whether a folded name means something else more often.
  func isStopword(_ name: ArraySlice<UInt32>) -> Bool { stopwords.contains(Array(name)) }
}
