public import Actors
public import Graph
import Vocabulary

extension GraphStore {
  /// Gives the actors of the store the names that the registry knows, so that people find them by any of these.
  /// - Throws: `GraphError`.
  public func describeActors(_ registry: ActorRegistry) throws(GraphError) {
    let known = try actors().compactMap { registry.actor(code: $0.code) }
    let names = known.map { actor in (actor.code, registry.names(code: actor.code).filter { $0 != actor.name }) }
    try describe(known, aliases: Dictionary(names) { first, _ in first })
  }
}
