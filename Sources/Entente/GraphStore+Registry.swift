public import Actors
public import Graph
public import Vocabulary

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
    let names = known.map { actor in
      // Names by hand have rows of their own in the store: a second one would stay when somebody takes them back.
      (actor.code, registry.aliases(code: actor.code).filter { !$0.isByHand }.map(\.name).filter { $0 != actor.name })
    }
    try store.describe(known, aliases: Dictionary(names) { first, _ in first })
  }
}

extension GraphStore {
  /// The one actor that somebody means by a name or code, of the graph, or where it has none, of the registry.
  ///
  /// - Returns: who it is; of the registry's actors the graph may know nothing yet.
  /// - Throws: `GraphError`: `noActor`, `ambiguousActor`, or what is wrong with the file.
  public func actor(called name: String, or directory: ActorDirectory) throws(GraphError) -> Actor {
    do {
      return try actor(called: name)
    } catch {
      guard case .noActor = error else { throw error }
      let matches = directory.matches(name, at: nil).filter { $0.name.use != .part }
      guard let best = matches.first?.rank else { throw error }
      let meant = matches.filter { $0.rank == best }.map(\.actor)
      guard meant.count == 1, let actor = meant.first else {
        throw .ambiguousActor(path, name: name, candidates: meant.map { "\($0.code) (\($0.name))" })
      }
      return actor
    }
  }
}
