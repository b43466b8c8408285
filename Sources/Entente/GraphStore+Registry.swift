public import Actors
public import Graph
import Vocabulary

extension GraphStore {
  /// Gives the actors of the store the names that the registry knows, so that people find them by any of these.
  /// - Throws: `GraphError`.
  public func describeActors(_ registry: ActorRegistry) throws(GraphError) {
    var aliases: [String: [String]] = [:]
    for actor in try actors() {
      let names = registry.names(code: actor.code).filter { $0 != actor.name }
      if !names.isEmpty { aliases[actor.code] = names }
    }
    try describe([], aliases: aliases)
  }
}
