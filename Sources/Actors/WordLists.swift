import Vocabulary

/// Verbs that the resolution of pronouns asks for, of data/actors.
struct WordLists: Sendable {
  /// Lemmas of verbs whose subject speaks.
  let speech: Set<String>
  /// Lemmas of verbs with an "it" that stands for nobody.
  let impersonal: Set<String>

  /// Reads the tables.
  init(_ data: DataFolder) throws(DataError) {
    speech = Set(try data.table("actors/speech-verbs.tsv", columns: ["verb"]).rows.map { $0["verb"] })
    impersonal = Set(try data.table("actors/impersonal-verbs.tsv", columns: ["verb"]).rows.map { $0["verb"] })
  }
}
