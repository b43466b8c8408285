public import Vocabulary

/// All actors, names, offices and roles that the project knows, loaded from data/actors.
public struct ActorRegistry: Sendable {
  /// The actors; their numbers are indexes into this array.
  public internal(set) var entries: [RegistryEntry] = []
  /// The office holders; their numbers are indexes into this array.
  public internal(set) var holders: [OfficeHolder] = []
  /// The role nouns.
  public let roles: RoleBook
  var names = NameIndex()
  var byCode: [String: Int] = [:]
  var holdersByWord: [String: [Int]] = [:]
  var holdersByShortName: [String: [Int]] = [:]
  var byNoun: [String: [Int]] = [:]
  var titles: Set<String> = []
  var aliases: [Int: [String]] = [:]

  init(roles: RoleBook) { self.roles = roles }

  /// The actor of this code.
  public func actor(code: String) -> Actor? { byCode[code].map { entries[$0].actor } }

  /// All names of the actor of this code, its usual name first.
  public func names(code: String) -> [String] {
    guard let index = byCode[code] else { return [] }
    return [entries[index].actor.name] + (aliases[index] ?? [])
  }

  /// The codes of the actors that bear this name at any time.
  public func codes(named name: String) -> [String] {
    let folded = Folding.fold(name)
    guard let (length, found) = names.longest(in: folded, at: 0, isEnd: { $0 == folded.count }),
      length == folded.count
    else { return [] }
    return found.compactMap { entry in
      if case .actor(let number) = entry.meaning { entries[number].actor.code } else { nil }
    }
  }

  /// The principals that an office holder acts for at a date, with the office; those in office first.
  func principals(ofHolder holder: Int, at date: CalendarDate?) -> [OfficeHolder.Term] {
    let terms = holders[holder].terms
    let current = terms.filter { $0.period.contains(date) }
    return current.isEmpty ? terms.filter { $0.period.contains(date, slackYears: 1) } : current
  }
}
