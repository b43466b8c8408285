import GRDB
public import Vocabulary

extension GraphStore {
  /// The actor that a code is shown as, nil where it has no part in the graph.
  public func actor(code: String) throws(GraphError) -> Actor? {
    try reading { db in
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT code, name, kind FROM actor
            WHERE code = (SELECT coalesce(merged_into, code) FROM actor WHERE code = ?)
            """), arguments: [code.storable])
      return row.flatMap { Self.actor($0) }
    }
  }

  /// All actors that are shown, by code.
  public func actors() throws(GraphError) -> [Actor] {
    try reading { db in
      try Row.fetchAll(db, sql: "SELECT code, name, kind FROM actor WHERE merged_into IS NULL ORDER BY code")
        .compactMap { Self.actor($0) }
    }
  }

  /// The further names of an actor, those of the actors merged into it included, in the order of the alphabet.
  public func aliases(of code: String) throws(GraphError) -> [String] {
    try reading { db in
      try String.fetchAll(
        db.cachedStatement(
          sql: """
            WITH one (code) AS (SELECT coalesce(merged_into, code) FROM actor WHERE code = ?1),
              merged (code) AS (SELECT code FROM actor WHERE merged_into = (SELECT code FROM one))
            SELECT name FROM alias WHERE actor IN (SELECT code FROM one UNION ALL SELECT code FROM merged)
            UNION SELECT name FROM actor WHERE code IN (SELECT code FROM merged)
            UNION SELECT code FROM merged
            ORDER BY 1
            """), arguments: [code.storable])
    }
  }

  /// The actors whose code, name or alias is this one, without regard to case and accents.
  ///
  /// Where none is, those one of whose names begins with the text, then those that contain it, by name. The names of
  /// a merged actor lead to the one that it is shown as. The first step is answered by an index; the rest looks at
  /// every actor once.
  public func actors(matching name: String, limit: Int = 50) throws(GraphError) -> [Actor] {
    let folded = name.folded
    if folded.isEmpty { return [] }
    return try reading { db in
      let exact = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT code, name, kind FROM actor WHERE code IN (
              SELECT coalesce(merged_into, code) FROM actor WHERE folded = ?1
              UNION SELECT coalesce(merged_into, code) FROM actor
                WHERE code IN (SELECT actor FROM alias WHERE folded = ?1)
              UNION SELECT coalesce(merged_into, code) FROM actor WHERE code IN (?2, ?4))
            ORDER BY code NOT IN (?2, ?4), folded <> ?1, name, code LIMIT ?3
            """), arguments: [folded, name.storable, limit, name.storable.uppercased()])
      if !exact.isEmpty { return exact.compactMap { Self.actor($0) } }
      return try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT shown.code, shown.name, shown.kind FROM (
              SELECT code, instr(folded, ?1) AS place FROM actor WHERE instr(folded, ?1) > 0
              UNION ALL SELECT actor, instr(folded, ?1) FROM alias WHERE instr(folded, ?1) > 0
            ) AS found
            JOIN actor ON actor.code = found.code
            JOIN actor AS shown ON shown.code = coalesce(actor.merged_into, actor.code)
            GROUP BY shown.code ORDER BY min(found.place) > 1, shown.name, shown.code LIMIT ?2
            """), arguments: [folded, limit]
      ).compactMap { Self.actor($0) }
    }
  }

  /// An actor of the columns code, name and kind from an index on.
  static func actor(_ row: Row, from index: Int = 0) -> Actor? {
    guard let kind = ActorKind(rawValue: row[index + 2]) else { return nil }
    return Actor(code: row[index], name: row[index + 1], kind: kind)
  }
}
