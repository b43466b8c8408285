import GRDB
public import Vocabulary

extension GraphStore {
  /// Stores a batch in one transaction: all of it or nothing.
  ///
  /// An article that is stored already with the same digest is left alone; with another digest, its sentences
  /// and triples are replaced, and no other article's. Events follow, and actors without a part are removed.
  /// The resulting graph does not depend on batches or their order. Batches of a few hundred articles are fast.
  @discardableResult
  public func write(batch: [ArticleRecord]) throws(GraphError) -> IngestCounts {
    if batch.isEmpty { return IngestCounts() }
    return try writing { db in
      var session = try IngestSession(db)
      for record in batch { try session.store(record) }
      return try session.finish()
    }
  }

  /// Removes an article with its sentences and triples; false where the graph has no such article.
  @discardableResult
  public func remove(article id: String) throws(GraphError) -> Bool {
    try writing { db in
      var session = try IngestSession(db)
      let isRemoved = try session.remove(article: id)
      _ = try session.finish()
      return isRemoved
    }
  }

  /// Sets names, kinds and aliases of those of the actors that the graph has, and leaves out the others.
  ///
  /// What stands here wins over what articles brought: call it at the end of an ingest with the registry. Names that
  /// were added by hand stay.
  public func describe(_ actors: [Actor], aliases: [String: [String]] = [:]) throws(GraphError) {
    try writing { db in
      for actor in actors where try ActorWriter.update(actor, in: db) {
        guard let names = aliases[actor.code] else { continue }
        try db.cachedStatement(sql: "DELETE FROM alias WHERE actor = ? AND origin = 'registry'")
          .execute(arguments: [actor.code.storable])
        for name in names { try ActorWriter.write(alias: name, of: actor.code, origin: "registry", in: db) }
      }
    }
  }
}
