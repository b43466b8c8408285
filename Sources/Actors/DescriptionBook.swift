public import Vocabulary

/// General nouns that take up an actor named before ("the country", "the group"), of data/actors/descriptions.tsv.
public struct DescriptionBook: Sendable {
  private let kinds: [String: Set<ActorKind>]
  private let own: Set<String>

  /// Reads the table.
  public init(_ data: DataFolder) throws(DataError) {
    var kinds: [String: Set<ActorKind>] = [:]
    var own: Set<String> = []
    for row in try data.table("actors/descriptions.tsv", columns: ["noun", "kinds", "own"]).rows {
      var set: Set<ActorKind> = []
      for text in row.list("kinds") {
        guard let kind = ActorKind(rawValue: text) else { throw row.error("'\(text)' is no kind of actor") }
        set.insert(kind)
      }
      guard kinds.updateValue(set, forKey: row["noun"]) == nil else {
        throw row.error("'\(row["noun"])' stands here a second time")
      }
      guard ["yes", ""].contains(row["own"]) else { throw row.error("'own' must be yes or empty") }
      if row["own"] == "yes" { own.insert(row["noun"]) }
    }
    self.own = own
    self.kinds = kinds
  }

  /// Whether the noun with an owner is the owner's state: "his country".
  func isSelf(_ noun: String) -> Bool { own.contains(noun) }

  /// The kinds of actor that this noun can take up.
  subscript(_ noun: String) -> Set<ActorKind>? { kinds[noun] }
}
