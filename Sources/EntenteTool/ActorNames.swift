import ArgumentParser
import Entente
import Foundation

/// Turns what a person types into codes of the store.
enum ActorNames {
  /// The codes of the actors of this name.
  /// - Throws: `ToolError.noActor` with names that come near.
  static func codes(of name: String, in store: GraphStore) throws -> [String] {
    let found = try store.actors(matching: name, limit: 8)
    let names = try found.filter { actor in try isCalled(actor, name, store) }
    if !names.isEmpty { return names.map(\.code) }
    // "RUS" is Russia where the store has only Belarus, in whose name it stands. An actor that the registry knows and
    // the store does not have is no mistake: nothing matches.
    let known = registered(name)
    if !known.isEmpty { return try known.map { try store.actor(code: $0)?.code ?? $0 } }
    // A part of one actor's name means that actor: "Stoltenberg".
    if found.count == 1 { return found.map(\.code) }
    throw ToolError.noActor(name, suggestions: try suggestions(for: name, found, store))
  }

  /// Refuses what is no name before any file is opened.
  static func check(_ names: [String]) throws {
    for name in names where !name.contains(where: { $0.isLetter || $0.isNumber }) {
      throw ValidationError("'\(name)' is no name; it needs a letter or digit")
    }
  }

  /// The code of the one actor of this name.
  /// - Throws: `ToolError.noActor`, or `GraphError.ambiguousActor` where the name means several alike.
  static func code(of name: String, in store: GraphStore) throws -> String {
    let codes = try codes(of: name, in: store)
    if let only = codes.first, codes.count == 1 { return only }
    if let exact = codes.first(where: { $0.lowercased() == name.lowercased() }) { return exact }
    // Its own name comes before another's further name: Russia is not the Soviet Union.
    let owners = try codes.filter { code in try store.actor(code: code).map { isSame($0.name, name) } ?? false }
    if let owner = owners.first, owners.count == 1 { return owner }
    let candidates = try codes.map { code in try store.actor(code: code).map { "\(code) (\($0.name))" } ?? code }
    throw GraphError.ambiguousActor(store.path, name: name, candidates: candidates)
  }

  /// Actors whose names contain the word, else those whose names are spelled alike.
  private static func suggestions(for name: String, _ found: [Actor], _ store: GraphStore) throws -> [String] {
    if !found.isEmpty { return found.prefix(5).map(\.name) }
    guard let data = try? Resources.data(), let registry = try? ActorRegistry.load(from: data) else { return [] }
    let names = try store.actors().map(\.name)
    return ActorDirectory(registry: registry).suggestions(for: name, among: names)
  }

  /// The codes of those whose code or whole name this is, as the registry knows them.
  private static func registered(_ name: String) -> [String] {
    guard let data = try? Resources.data(), let registry = try? ActorRegistry.load(from: data) else { return [] }
    return ActorDirectory(registry: registry).matches(name, at: nil).filter { $0.name.use != .part }.map(\.actor.code)
  }

  private static func isCalled(_ actor: Actor, _ name: String, _ store: GraphStore) throws -> Bool {
    try ([actor.code, actor.name] + store.aliases(of: actor.code)).contains { isSame($0, name) }
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    one.compare(other, options: [.caseInsensitive, .diacriticInsensitive]) == .orderedSame
  }
}
