public import Vocabulary

/// All actors, names, offices and roles that the project knows, loaded from data/actors.
public struct ActorRegistry: Sendable {
  /// A name of an actor as a table has it.
  public struct Alias: Sendable, Hashable {
    /// The name.
    public let name: String
    /// How it stands for the actor.
    public let form: NameForm
    /// When it means the actor.
    public let period: Period
    /// Whether somebody gave it to the actor by hand (`ActorDictionary.aliases`); whoever gave it can take it back.
    public internal(set) var isByHand = false
  }

  /// The actors; their numbers are indexes into this array.
  public internal(set) var entries: [RegistryEntry] = []
  /// The office holders; their numbers are indexes into this array.
  public internal(set) var holders: [OfficeHolder] = []
  /// The role nouns.
  public let roles: RoleBook
  let spellings: SpellingBook
  let genders: GenderBook
  var names = NameIndex()
  var people = PersonIndex()
  var byCode: [String: Int] = [:]
  var byNoun: [String: [Int]] = [:]
  var byAdjective: [String: [Int]] = [:]
  let ambiguities: AmbiguityBook
  var titles: Set<String> = []
  var ranks: [String: Int] = [:]
  /// Further names, by the number of the actor.
  var aliases: [[Alias]] = []

  init(roles: RoleBook, spellings: SpellingBook, genders: GenderBook, ambiguities: AmbiguityBook) {
    self.ambiguities = ambiguities
    self.roles = roles
    self.spellings = spellings
    self.genders = genders
  }

  /// The actor of this code.
  public func actor(code: String) -> Actor? { byCode[code].map { entries[$0].actor } }

  /// All names of the actor of this code, its usual name first.
  public func names(code: String) -> [String] {
    guard let index = byCode[code] else { return [] }
    return [entries[index].actor.name] + aliases[index].map(\.name)
  }

  /// All names of the actor of this code besides its usual one, with how they stand for it and when.
  public func aliases(code: String) -> [Alias] { byCode[code].map { aliases[$0] } ?? [] }

  /// The codes of the actors that bear this name at any time.
  public func codes(named name: String) -> [String] {
    let folded = Folding.fold(name)
    guard let (length, found) = names.longest(in: folded, at: 0, isEnd: { $0 == folded.count }),
      length == folded.count
    else { return [] }
    var seen: Set<String> = []
    return found.compactMap { entry in
      if case .actor(let number) = entry.meaning { entries[number].actor.code } else { nil }
    }.filter { seen.insert($0).inserted }
  }

  /// How prominent the highest office is that a holder has at a date, 1 the highest; nil where there is none.
  func rank(ofHolder holder: Int, at date: CalendarDate?) -> Int? {
    holders[holder].terms.filter { $0.period.contains(date) }.map { ranks[$0.office] ?? 4 }.min()
  }
}
