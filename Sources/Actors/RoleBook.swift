public import Vocabulary

/// What sort of thing acts under a role noun.
public enum RoleKind: String, Sendable, CaseIterable {
  /// One human being in an office: "president".
  case person
  /// A body: "ministry".
  case body
  /// Armed force: "troops", "warplanes".
  case force
  /// A part of the people: "students".
  case population
  /// A business: "bank".
  case business
  /// Armed opponents of a state: "rebels".
  case rebel
}

/// A noun that makes somebody act for the state or body whose name stands with it.
public struct Role: Sendable {
  /// The noun, singular, in lower case.
  public let noun: String
  /// What sort of thing acts.
  public let kind: RoleKind
  /// The sector of event coding: "government", "military".
  public let sector: String
  /// Whether it stands for the state ("president") or not ("rebels").
  public let acts: Bool
  /// Whether it works abroad ("ambassador"): a place behind "in" or "to" is not for whom it acts.
  public let isPosted: Bool
  /// The code of the only actor that has the role ("pope"); nil for all others.
  public let principal: String?
}

/// The role nouns of data/actors/roles.tsv, with the words that go with them (former.tsv, post-verbs.tsv).
public struct RoleBook: Sendable {
  private let roles: [String: Role]
  private let former: Set<String>
  private let posts: [String: Set<String>]

  /// Reads the tables.
  public init(_ data: DataFolder) throws(DataError) {
    var roles: [String: Role] = [:]
    for row in try data.table("actors/roles.tsv", columns: ["noun", "kind", "sector", "acts", "posted", "principal"])
      .rows
    {
      guard let kind = RoleKind(rawValue: row["kind"]) else {
        throw row.error("'\(row["kind"])' is no kind of role")
      }
      guard row["acts"] == "yes" || row["acts"] == "no" else { throw row.error("'acts' must be yes or no") }
      guard row["posted"] == "yes" || row["posted"].isEmpty else { throw row.error("'posted' must be yes or empty") }
      let role = Role(
        noun: row["noun"], kind: kind, sector: row["sector"], acts: row["acts"] == "yes",
        isPosted: row["posted"] == "yes", principal: row["principal"].isEmpty ? nil : row["principal"])
      guard roles.updateValue(role, forKey: role.noun) == nil else {
        throw row.error("'\(role.noun)' stands here a second time")
      }
    }
    self.roles = roles
    former = Set(try data.table("actors/former.tsv", columns: ["word"]).rows.map { $0["word"] })
    var posts: [String: Set<String>] = [:]
    for row in try data.table("actors/post-verbs.tsv", columns: ["verb", "link"]).rows {
      posts[row["verb"], default: []].insert(row["link"])
    }
    self.posts = posts
  }

  /// The role that this noun names.
  public subscript(_ noun: String) -> Role? { roles[noun] }

  /// Whether the word before a role says that it is past: "former".
  func isFormer(_ word: String) -> Bool { former.contains(word) }

  /// By what a verb names the body for which its subject acts: "object", or prepositions; empty for other verbs.
  func links(ofPost verb: String) -> Set<String> { posts[verb] ?? [] }
}
