import GRDB
public import Vocabulary

extension GraphStore {
  /// Gives an actor a further name by hand, by which people find it and, where ingest is told of it, articles name it.
  ///
  /// The name outlives every ingest. Several actors may have one name; that merges nothing.
  ///
  /// - Parameters:
  ///   - code: the actor.
  ///   - name: the name.
  ///   - known: who the actor is, where the graph does not have it yet.
  /// - Returns: false where somebody added the same name before.
  /// - Throws: `GraphError`: `noActor`, `noName`, or what is wrong with the file.
  @discardableResult
  public func addAlias(code: String, name: String, known: [Actor] = []) throws(GraphError) -> Bool {
    let code = code.storable
    let name = name.storable.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return try writing { db in
      guard name.contains(where: { $0.isLetter || $0.isNumber }) else { throw GraphError.noName(path, name: name) }
      if try ActorWriter.number(of: code, in: db) == nil {
        guard let actor = known.first(where: { $0.code.storable == code }) else {
          throw GraphError.noActor(path, name: code, near: [])
        }
        try ActorWriter.insert(actor, in: db)
      }
      try ActorWriter.write(alias: name, of: code, origin: "user", in: db)
      return db.changesCount > 0
    }
  }

  /// Takes back a name that was added by hand; names from elsewhere stay.
  ///
  /// - Throws: `GraphError`: `noUserAlias`, or what is wrong with the file.
  public func removeAlias(code: String, name: String) throws(GraphError) {
    let code = code.storable
    try writing { db in
      let name = name.storable.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      try db.execute(
        sql: "DELETE FROM alias WHERE actor = ? AND origin = 'user' AND (name = ? OR folded = ?)",
        arguments: [code, name, name.folded])
      guard db.changesCount > 0 else { throw GraphError.noUserAlias(path, code: code, name: name) }
      if let number = try ActorWriter.number(of: code, in: db) { try ActorWriter.removeOrphan(number, in: db) }
    }
  }

  /// All names that were added by hand, by actor's code and name: ingest can look for them in articles.
  ///
  /// The actor is the one that got the name, even where it is merged into another.
  public func userAliases() throws(GraphError) -> [UserAlias] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT actor.code, actor.name, actor.kind, alias.name FROM alias JOIN actor ON actor.code = alias.actor
          WHERE alias.origin = 'user' ORDER BY actor.code, alias.name
          """
      ).compactMap { row in Self.actor(row).map { UserAlias(actor: $0, name: row[3]) } }
    }
  }
}
