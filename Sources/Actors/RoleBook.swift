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
}

/// The role nouns of data/actors/roles.tsv.
public struct RoleBook: Sendable {
  private let roles: [String: Role]

  /// Reads the table.
  public init(_ data: DataFolder) throws(DataError) {
    var roles: [String: Role] = [:]
    for row in try data.table("actors/roles.tsv", columns: ["noun", "kind", "sector", "acts"]).rows {
      guard let kind = RoleKind(rawValue: row["kind"]) else {
        throw row.error("'\(row["kind"])' is no kind of role")
      }
      guard row["acts"] == "yes" || row["acts"] == "no" else { throw row.error("'acts' must be yes or no") }
      let role = Role(noun: row["noun"], kind: kind, sector: row["sector"], acts: row["acts"] == "yes")
      guard roles.updateValue(role, forKey: role.noun) == nil else {
        throw row.error("'\(role.noun)' stands here a second time")
      }
    }
    self.roles = roles
  }

  /// The role that this noun names.
  public subscript(_ noun: String) -> Role? { roles[noun] }
}
