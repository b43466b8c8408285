public import Actors
public import Graph
public import Vocabulary

/// Who is meant by a name, and all that the registry and a graph tell of that actor.
///
/// ```swift
/// let lookup = ActorLookup(directory: ActorDirectory(registry: registry), store: store)
/// for profile in try lookup.profiles(named: "Kremlin") { print(profile.actor.name) }
/// ```
public struct ActorLookup {
  private let directory: ActorDirectory
  private let store: GraphStore?
  /// More actors of one name than this are a question back to whoever asks.
  private static let maximumProfiles = 5

  /// Makes a lookup; without a store only the registry answers.
  public init(directory: ActorDirectory, store: GraphStore? = nil) {
    self.directory = directory
    self.store = store
  }

  /// Somebody who may be meant.
  private struct Candidate {
    var actor: Actor
    var match: NameMatch
    var rank: Int
  }

  /// The profiles of those whom the name means: one as a rule, several where it means several alike.
  ///
  /// - Parameters:
  ///   - name: A code or any name.
  ///   - date: The day for which offices are told; where none is given, that of the graph's last article, else today.
  /// - Throws: `ActorLookupError`, `GraphError`.
  public func profiles(named name: String, at date: CalendarDate? = nil) throws -> [ActorProfile] {
    let date = try date ?? store?.lastArticleDate() ?? .today
    let candidates = try self.candidates(name, date)
    guard let best = candidates.first?.rank else {
      throw ActorLookupError.unknown(name, suggestions: try suggestions(for: name))
    }
    let meant = candidates.filter { $0.rank == best }
    guard meant.count <= Self.maximumProfiles else {
      throw ActorLookupError.ambiguous(name, candidates: meant.map(\.actor.name))
    }
    // Somebody of whose name it is only a part is no other bearer of the name.
    let others = candidates.filter { $0.rank > best && $0.match.name.use != .part }.prefix(Self.maximumProfiles)
    return try meant.map { candidate in
      var profile = try self.profile(of: candidate.actor, at: date)
      profile.match = candidate.match
      profile.others = others.map { ActorProfile.Other(actor: $0.actor, match: $0.match) }
      return profile
    }
  }

  /// Everybody whom the name can mean, each once, the likeliest first.
  private func candidates(_ name: String, _ date: CalendarDate) throws -> [Candidate] {
    var found: [Candidate] = []
    for match in directory.matches(name, at: date) {
      // An actor that has a part in the graph is likelier meant by a part of its name.
      let shown = try store?.actor(code: match.actor.code)
      let isLikelier = !match.isCurrent && match.name.use == .part && shown != nil
      var candidate = Candidate(
        actor: match.actor, match: NameMatch(match.name), rank: match.rank - (isLikelier ? 100 : 0))
      if let shown, shown.code != match.actor.code {
        candidate = Candidate(actor: shown, match: Self.merged(match.name, of: match.actor), rank: match.rank)
      }
      found.append(candidate)
    }
    for bearer in try store?.bearers(of: name) ?? [] {
      let use: NameUse =
        switch bearer.origin {
        case .code: .code
        case .name: .name
        case .registry: .alias
        case .user: .byHand
        }
      // What the registry brought it explains better itself.
      if use != .byHand, directory.knows(code: bearer.actor.code) { continue }
      let known = KnownName(text: bearer.name, use: use)
      guard let shown = try store?.actor(code: bearer.shownAs) else { continue }
      found.append(
        Candidate(
          actor: shown, match: bearer.isMerged ? Self.merged(known, of: bearer.actor) : NameMatch(known),
          rank: use.rank))
    }
    if found.isEmpty, let store {
      // A part of one actor's name means that actor, as in the filters of relations.
      let actors = try store.actors(matching: name, limit: 2)
      if actors.count == 1, let actor = actors.first {
        found.append(
          Candidate(actor: actor, match: NameMatch(KnownName(text: actor.name, use: .part)), rank: NameUse.part.rank))
      }
    }
    var seen: Set<String> = []
    return found.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element).filter { seen.insert($0.actor.code).inserted }
  }

  private static func merged(_ name: KnownName, of actor: Actor) -> NameMatch {
    var name = name
    name.use = .merged
    return NameMatch(name, bearer: actor)
  }

  private func profile(of actor: Actor, at date: CalendarDate) throws -> ActorProfile {
    var profile = directory.profile(code: actor.code, at: date) ?? ActorProfile(actor: actor, date: date)
    guard let store, try store.actor(code: actor.code) != nil else { return profile }
    if !directory.knows(code: actor.code) {
      profile.names = try store.aliases(of: actor.code).map { KnownName(text: $0, use: .alias) }
    }
    let merges = try store.merges().filter { $0.shownAs == actor.code }
    profile.merged = merges.map(\.merged)
    let codes = Set([actor.code] + merges.map(\.merged.code))
    let byHand = try store.userAliases().filter { codes.contains($0.actor.code) }.map(\.name)
    profile.names.removeAll { $0.use == .alias && byHand.contains($0.text) }
    profile.names += byHand.map { KnownName(text: $0, use: .byHand) }
    profile.standing = try store.standing(of: actor.code)
    return profile
  }

  private func suggestions(for name: String) throws -> [String] {
    let actors = try store?.actors() ?? []
    let aliases = try store?.userAliases().map(\.name) ?? []
    let near = try store?.actors(matching: name, limit: 3).map(\.name) ?? []
    let similar = directory.suggestions(for: name, among: actors.map(\.name) + aliases)
    return Array((similar + near.filter { !similar.contains($0) }).prefix(5))
  }
}

/// A name that leads to nobody, or to too many.
public enum ActorLookupError: Error, Hashable, CustomStringConvertible {
  /// Nobody has the name; some names come near.
  case unknown(String, suggestions: [String])
  /// Too many have it alike.
  case ambiguous(String, candidates: [String])

  /// One line: what, and what to do.
  public var description: String {
    switch self {
    case .unknown(let name, let suggestions):
      "no actor is called '\(name)'"
        + (suggestions.isEmpty ? "" : "; did you mean \(suggestions.joined(separator: ", "))?")
    case .ambiguous(let name, let candidates):
      "'\(name)' may be \(candidates.prefix(8).joined(separator: ", "))"
        + (candidates.count > 8 ? " or \(candidates.count - 8) others" : "") + "; write more of the name, or the code"
    }
  }
}
