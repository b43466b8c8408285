import Vocabulary

/// Nouns that take up a deed told before ("the accord", "the raid"), of data/actors/event-nouns.tsv.
struct EventNounBook: Sendable {
  /// How a noun takes up a deed.
  struct Entry: Sendable {
    /// Whether it stands for all who took part alike, not only for who did it.
    let isShared: Bool
    /// The verbs that tell the deed, particles behind an underscore.
    let verbs: Set<String>
    /// The nouns that name it, itself included.
    let nouns: Set<String>
  }

  private let entries: [String: Entry]

  init(_ data: DataFolder) throws(DataError) {
    var entries: [String: Entry] = [:]
    let table = try data.table("actors/event-nouns.tsv", columns: ["noun", "takes", "verbs", "nouns"])
    for row in table.rows {
      let noun = row["noun"]
      entries[noun] = Entry(
        isShared: row["takes"] == "parties", verbs: Set(row.list("verbs")), nouns: Set(row.list("nouns") + [noun]))
    }
    self.entries = entries
  }

  /// What a noun (its singular in lower case) takes up; nil where it is no such noun.
  subscript(noun: String) -> Entry? { entries[noun] }
}
