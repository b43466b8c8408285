public import Actors
public import Graph

/// Gives the actors of a store the names that the registry knows, so that people find them by any of these.
///
/// Each actor once a run, right behind the batch that brought it: what is stored can be asked for at any time.
public struct ActorNaming: Sendable {
  private let registry: ActorRegistry
  private var done: Set<String> = []

  /// Makes one for a run.
  public init(registry: ActorRegistry) { self.registry = registry }

  /// Names the principals of a batch that was written.
  /// - Throws: `GraphError`.
  public mutating func describe(_ records: [ArticleRecord], in store: GraphStore) throws(GraphError) {
    let codes = Set(records.flatMap { $0.actors.map(\.code) }).subtracting(done)
    guard !codes.isEmpty else { return }
    done.formUnion(codes)
    let known = codes.sorted().compactMap(registry.actor)
    let names = known.map { actor in (actor.code, registry.names(code: actor.code).filter { $0 != actor.name }) }
    try store.describe(known, aliases: Dictionary(names) { first, _ in first })
  }
}
