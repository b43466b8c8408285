import Vocabulary

/// Whether "he" or "she" takes a person up.
enum Gender: String, Sendable, Hashable {
  case female = "f"
  case male = "m"
}

/// The gender of given names and titles, of data/actors/given-names.tsv and titles.tsv.
struct GenderBook: Sendable {
  private var names: [WordKey: Gender] = [:]
  private var titles: [String: Gender] = [:]

  /// Reads the tables.
  init(_ data: DataFolder) throws(DataError) {
    var both: Set<WordKey> = []
    names.reserveCapacity(16_384)
    for row in try data.table("actors/given-names.tsv", columns: ["name", "gender"]).rows {
      let gender: Gender
      switch row.bytes("gender").first {
      case UInt8(ascii: "f"): gender = .female
      case UInt8(ascii: "m"): gender = .male
      default: throw row.error("gender must be f or m")
      }
      // "Chun-ying" and "Chunying": spellings of two genders tell none.
      let key = Self.key(row.bytes("name"))
      if let other = names[key], other != gender { both.insert(key) }
      names[key] = gender
    }
    for key in both { names[key] = nil }
    for row in try data.table("actors/titles.tsv", columns: ["title", "gender"]).rows where !row["gender"].isEmpty {
      guard let gender = Gender(rawValue: row["gender"]) else { throw row.error("gender must be f, m or empty") }
      titles[row["title"]] = gender
    }
  }

  /// The key of a name without its hyphens: "Geun-hye" is "Geunhye".
  private static func key(_ name: ArraySlice<UInt8>) -> WordKey { WordKey.joined(name) }

  private static func key(_ name: String) -> WordKey { key(Array(name.utf8)[...]) }

  /// The gender of a person of this full name: by the first part that tells it, the last word left out, then by it.
  func gender(ofName name: String) -> Gender? {
    let parts = name.split(separator: " ").map(String.init)
    for part in parts.dropLast() + parts.suffix(1) {
      if let gender = names[Self.key(part)] { return gender }
    }
    return nil
  }

  /// The gender that a title before a name tells.
  func gender(ofTitle title: String) -> Gender? { titles[title] }
}
