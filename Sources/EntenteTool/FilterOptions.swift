import ArgumentParser
import Entente
import Foundation

/// The filters that `relations`, `diagram` and `export` share.
struct FilterOptions: ParsableArguments {
  @Option(help: "Who acts: an actor's name or code, a principal or somebody who acts for it.")
  var from: String?

  @Option(help: "To whom it is done.")
  var to: String?

  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("Two actors, in either direction.", valueName: "a b"))
  var between: [String] = []

  @Option(help: "Event types, separated by commas: REQUEST,ACCUSE.")
  var type: String?

  @Option(help: "Quad class: 'verbal cooperation', 'material cooperation', 'verbal conflict' or 'material conflict'.")
  var quad: String?

  @Option(help: "Realis: actual, planned, requested, possible, negated; several separated by commas.")
  var realis: String?

  @Option(help: "Not before this day, month or year: 2023-01-30, 2023-01 or 2023.")
  var since: String?

  @Option(help: "Not after this day, month or year.")
  var until: String?

  @Option(help: "Words that the sentence contains.")
  var text: String?

  @Option(name: .customLong("min-confidence"), help: "At least this confidence, 0 to 1.")
  var minimumConfidence: Double?

  mutating func validate() throws {
    guard between.isEmpty || between.count == 2 else {
      throw ValidationError("--between takes two actors: --between NATO \"South Korea\"")
    }
    guard between.isEmpty || (from == nil && to == nil) else {
      throw ValidationError("--between excludes --from and --to")
    }
    for (option, name) in [("--from", from), ("--to", to)] + between.map({ ("--between", Optional($0)) }) {
      guard let name else { continue }
      guard name.contains(where: { !$0.isWhitespace }) else { throw ValidationError("\(option) needs a name") }
    }
    if let text, !text.contains(where: { $0.isLetter || $0.isNumber }) {
      throw ValidationError("--text needs a word to look for")
    }
    _ = try types()
    _ = try quads()
    _ = try realisValues()
    _ = try Self.date(since, "--since")
    _ = try Self.date(until, "--until")
    if let minimumConfidence, !(0...1).contains(minimumConfidence) {
      throw ValidationError("--min-confidence must be 0 to 1")
    }
  }

  /// The filter, with names turned into codes of the store.
  func filter(in store: GraphStore) throws -> RelationFilter {
    var filter = RelationFilter(
      types: try types(), quads: try quads(), realis: try realisValues(), since: try Self.date(since, "--since"),
      until: try Self.date(until, "--until"), text: text, minimumConfidence: minimumConfidence)
    if let from { filter.from = try ActorNames.codes(of: from, in: store) }
    if let to { filter.to = try ActorNames.codes(of: to, in: store) }
    if between.count == 2 {
      filter.between = RelationFilter.Pair(
        try ActorNames.codes(of: between[0], in: store), try ActorNames.codes(of: between[1], in: store))
    }
    return filter
  }

  /// The filters in words, for a picture's subtitle.
  var summary: String {
    var parts: [String] = []
    if let from { parts.append("from \(from)") }
    if let to { parts.append("to \(to)") }
    if between.count == 2 { parts.append("between \(between[0]) and \(between[1])") }
    if let type { parts.append(type.uppercased()) }
    if let quad { parts.append(quad) }
    if let realis { parts.append(realis) }
    if let since { parts.append("since \(since)") }
    if let until { parts.append("until \(until)") }
    if let text { parts.append("“\(text)”") }
    return parts.joined(separator: ", ")
  }

  private func types() throws -> Set<EventType> {
    try values(type?.uppercased(), "type", EventType.init(rawValue:), EventType.allCases.map(\.rawValue))
  }

  private func quads() throws -> Set<QuadClass> {
    try values(quad?.lowercased(), "quad class", QuadClass.init(rawValue:), QuadClass.allCases.map(\.rawValue))
  }

  private func realisValues() throws -> Set<Realis> {
    try values(realis?.lowercased(), "realis", Realis.init(rawValue:), Realis.allCases.map(\.rawValue))
  }

  private func values<Value: Hashable>(
    _ text: String?, _ what: String, _ read: (String) -> Value?, _ all: [String]
  ) throws -> Set<Value> {
    guard let text else { return [] }
    let parts = text.split(separator: ",").filter { $0.contains { !$0.isWhitespace } }
    guard !parts.isEmpty else {
      throw ValidationError("'\(text)' names no \(what); there are \(all.joined(separator: ", "))")
    }
    return Set(
      try parts.map { part in
        let name = part.trimmingCharacters(in: .whitespaces)
        guard let value = read(name) else {
          throw ValidationError("'\(name)' is no \(what); there are \(all.joined(separator: ", "))")
        }
        return value
      })
  }

  /// Reads a date of the command line; `option` is named where it is none.
  static func date(_ text: String?, _ option: String) throws -> CalendarDate? {
    guard let text else { return nil }
    guard let date = CalendarDate(text) else {
      throw ValidationError("\(option): '\(text)' is no date; write 2023-01-30, 2023-01 or 2023")
    }
    return date
  }
}

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
    throw ToolError.noActor(name, suggestions: Array(found.prefix(5).map(\.name)))
  }

  /// The codes of those whose code or whole name this is, as the registry knows them.
  private static func registered(_ name: String) -> [String] {
    guard let data = try? Resources.data(), let registry = try? ActorRegistry.load(from: data) else { return [] }
    return ActorDirectory(registry: registry).matches(name, at: nil).filter { $0.name.use != .part }.map(\.actor.code)
  }

  private static func isCalled(_ actor: Actor, _ name: String, _ store: GraphStore) throws -> Bool {
    let all = try [actor.code, actor.name] + store.aliases(of: actor.code)
    return all.contains { $0.compare(name, options: [.caseInsensitive, .diacriticInsensitive]) == .orderedSame }
  }
}
