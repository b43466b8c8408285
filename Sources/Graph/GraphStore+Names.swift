import GRDB
public import Vocabulary

/// An actor that has a name, and how it has it.
public struct NameBearer: Hashable, Sendable {
  /// Where the name comes from.
  public enum Origin: String, Hashable, Sendable {
    /// It is the actor's code.
    case code
    /// It is its usual name.
    case name
    /// Ingest brought it as a further name.
    case registry
    /// Somebody added it by hand.
    case user
  }

  /// The actor that has the name, which may be merged into another.
  public var actor: Actor
  /// The code of the actor as which it is shown.
  public var shownAs: String
  /// The name as the graph has it.
  public var name: String
  /// Where it comes from.
  public var origin: Origin

  /// Whether the actor is merged into another.
  public var isMerged: Bool { shownAs != actor.code }
}

extension GraphStore {
  /// The actors that have this code, name or alias, without regard to case and accents, merged ones included: those
  /// called so by code first, then by name, by hand, by alias.
  public func bearers(of name: String) throws(GraphError) -> [NameBearer] {
    let folded = name.folded
    if folded.isEmpty { return [] }
    return try reading { db in
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT code, name, kind, coalesce(merged_into, code), code AS text, 'code' AS origin, 0 AS rank
              FROM actor WHERE code IN (?2, ?3)
            UNION ALL SELECT code, name, kind, coalesce(merged_into, code), name, 'name', 1 FROM actor
              WHERE folded = ?1
            UNION ALL SELECT a.code, a.name, a.kind, coalesce(a.merged_into, a.code), alias.name, alias.origin,
                CASE alias.origin WHEN 'user' THEN 2 ELSE 3 END
              FROM alias JOIN actor AS a ON a.code = alias.actor WHERE alias.folded = ?1
            ORDER BY rank, 1, text
            """), arguments: [folded, name.storable, name.storable.uppercased()])
      return rows.compactMap { row in
        guard let actor = Self.actor(row), let origin = NameBearer.Origin(rawValue: row[5]) else { return nil }
        return NameBearer(actor: actor, shownAs: row[3], name: row[4], origin: origin)
      }
    }
  }

  /// The one actor that somebody means by a name or code.
  ///
  /// A code wins over names, a usual name over further ones, and an actor that is shown over one that is merged. A
  /// part of a name is not enough.
  ///
  /// - Parameters:
  ///   - name: the name or code.
  ///   - isMerged: whether only actors are meant that are merged into others.
  /// - Throws: `GraphError`: `noActor` with names that come near, `ambiguousActor`, or what is wrong with the file.
  public func actor(called name: String, isMerged: Bool = false) throws(GraphError) -> Actor {
    var found = try bearers(of: name)
    if isMerged, !found.isEmpty {
      guard found.contains(where: \.isMerged) else {
        throw .notMerged(path, code: found.first?.actor.code ?? name)
      }
      found.removeAll { !$0.isMerged }
    } else if found.contains(where: { !$0.isMerged && $0.origin != .code }) {
      found.removeAll { $0.isMerged && $0.origin != .code }
    }
    if let exact = found.first(where: { $0.actor.code == name }) ?? found.first(where: { $0.origin == .code }) {
      return exact.actor
    }
    // "Russia" is Russia's usual name, though the Soviet Union was called so too.
    let named = Set(found.filter { $0.origin == .name }.map(\.actor))
    if named.count == 1, let actor = named.first { return actor }
    var actors: [Actor] = []
    for bearer in found where !actors.contains(bearer.actor) { actors.append(bearer.actor) }
    guard let actor = actors.first else {
      throw .noActor(path, name: name, near: try self.actors(matching: name, limit: 5).map(\.name))
    }
    guard actors.count == 1 else {
      throw .ambiguousActor(path, name: name, candidates: actors.map { "\($0.code) (\($0.name))" })
    }
    return actor
  }
}
