public import Vocabulary

/// General nouns that take up an actor named before ("the country", "the group"), of data/actors/descriptions.tsv.
public struct DescriptionBook: Sendable {
  private let kinds: [String: Set<ActorKind>]

  /// Reads the table.
  public init(_ data: DataFolder) throws(DataError) {
    var kinds: [String: Set<ActorKind>] = [:]
    for row in try data.table("actors/descriptions.tsv", columns: ["noun", "kinds"]).rows {
      var set: Set<ActorKind> = []
      for text in row.list("kinds") {
        guard let kind = ActorKind(rawValue: text) else { throw row.error("'\(text)' is no kind of actor") }
        set.insert(kind)
      }
      guard kinds.updateValue(set, forKey: row["noun"]) == nil else {
        throw row.error("'\(row["noun"])' stands here a second time")
      }
    }
    self.kinds = kinds
  }

  /// The kinds of actor that this noun can take up.
  subscript(_ noun: String) -> Set<ActorKind>? { kinds[noun] }
}
