public import Vocabulary

/// General nouns that take up an actor named before ("the country", "the group"), of data/actors/descriptions.tsv.
public struct DescriptionBook: Sendable {
  private let kinds: [String: Set<ActorKind>]
  private let own: Set<String>
  private let others: Set<String>

  /// Reads the table.
  public init(_ data: DataFolder) throws(DataError) {
    var kinds: [String: Set<ActorKind>] = [:]
    var own: Set<String> = []
    var others: Set<String> = []
    for row in try data.table("actors/descriptions.tsv", columns: ["noun", "kinds", "owned"]).rows {
      var set: Set<ActorKind> = []
      for text in row.list("kinds") {
        guard let kind = ActorKind(rawValue: text) else { throw row.error("'\(text)' is no kind of actor") }
        set.insert(kind)
      }
      guard kinds.updateValue(set, forKey: row["noun"]) == nil else {
        throw row.error("'\(row["noun"])' stands here a second time")
      }
      switch row["owned"] {
      case "self": own.insert(row["noun"])
      case "other": others.insert(row["noun"])
      case "": break
      default: throw row.error("'owned' must be self, other or empty")
      }
    }
    self.own = own
    self.others = others
    self.kinds = kinds
  }

  /// Whether the noun with an owner is the owner's state: "his country".
  func isSelf(_ noun: String) -> Bool { own.contains(noun) }

  /// Whether the noun with an owner is another state: "its neighbour".
  func isOther(_ noun: String) -> Bool { others.contains(noun) }

  /// The kinds of actor that this noun can take up.
  subscript(_ noun: String) -> Set<ActorKind>? { kinds[noun] }
}
