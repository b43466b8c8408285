import GRDB
public import Vocabulary

extension GraphStore {
  /// The actor of a code, nil where it has no part in the graph.
  public func actor(code: String) throws(GraphError) -> Actor? {
    try reading { db in
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT code, name, kind FROM actor WHERE code = ?"), arguments: [code.storable])
      return row.flatMap { Self.actor($0) }
    }
  }

  /// All actors by code.
  public func actors() throws(GraphError) -> [Actor] {
    try reading { db in
      try Row.fetchAll(db, sql: "SELECT code, name, kind FROM actor ORDER BY code").compactMap { Self.actor($0) }
    }
  }

  /// The further names of an actor, in the order of the alphabet.
  public func aliases(of code: String) throws(GraphError) -> [String] {
    try reading { db in
      try String.fetchAll(
        db.cachedStatement(sql: "SELECT name FROM alias WHERE actor = ? ORDER BY name"), arguments: [code.storable])
    }
  }

  /// The actors whose code, name or alias is this one, without regard to case and accents.
  ///
  /// Where none is, those one of whose names begins with the text, then those that contain it, by name.
  /// The first step is answered by an index; the rest looks at every actor once.
  public func actors(matching name: String, limit: Int = 50) throws(GraphError) -> [Actor] {
    let folded = name.folded
    if folded.isEmpty { return [] }
    return try reading { db in
      let exact = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT code, name, kind FROM actor WHERE code IN (
              SELECT code FROM actor WHERE folded = ?1
              UNION SELECT actor FROM alias WHERE folded = ?1
              UNION SELECT code FROM actor WHERE code IN (?2, ?4))
            ORDER BY code NOT IN (?2, ?4), folded <> ?1, name, code LIMIT ?3
            """), arguments: [folded, name.storable, limit, name.storable.uppercased()])
      if !exact.isEmpty { return exact.compactMap { Self.actor($0) } }
      return try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT actor.code, actor.name, actor.kind FROM (
              SELECT code, instr(folded, ?1) AS place FROM actor WHERE instr(folded, ?1) > 0
              UNION ALL SELECT actor, instr(folded, ?1) FROM alias WHERE instr(folded, ?1) > 0
            ) AS found
            JOIN actor ON actor.code = found.code
            GROUP BY actor.code ORDER BY min(found.place) > 1, actor.name, actor.code LIMIT ?2
            """), arguments: [folded, limit]
      ).compactMap { Self.actor($0) }
    }
  }

  private static func actor(_ row: Row) -> Actor? {
    guard let kind = ActorKind(rawValue: row[2]) else { return nil }
    return Actor(code: row[0], name: row[1], kind: kind)
  }
}
