public import Vocabulary

/// The registry as people look things up in it: by any name, however they write it, with the reason why.
///
/// The names are read from the registry when somebody asks, so a directory costs nothing until then.
public struct ActorDirectory: Sendable {
  let registry: ActorRegistry

  /// Makes a directory.
  public init(registry: ActorRegistry) { self.registry = registry }

  /// An actor or office holder that bears a name.
  public struct Match: Hashable, Sendable {
    /// Who.
    public let actor: Actor
    /// How the name stands for it.
    public let name: KnownName
    /// Whether the name means the actor on the day that was asked for.
    public let isCurrent: Bool
  }

  /// The name and its actor of a text, without case and accents and with single spaces.
  static func key(_ text: String) -> [UInt32] {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return Folding.fold(words.lowercased()).map { $0 < 0x80 ? $0 : lower($0) }
  }

  private static func lower(_ value: UInt32) -> UInt32 {
    guard let scalar = Unicode.Scalar(value) else { return value }
    return scalar.properties.lowercaseMapping.unicodeScalars.first.map(Folding.fold) ?? value
  }

  /// All names of an actor with their uses and years, its usual name and code left out.
  func names(of number: Int) -> [KnownName] {
    let entry = registry.entries[number]
    var seen: Set<KnownName> = []
    return registry.aliases[number].map { alias in
      // What holds as long as the actor exists needs no years of its own.
      alias.period == entry.period
        ? KnownName(text: alias.name, use: NameUse(alias.form, isName: false))
        : KnownName(
          text: alias.name, use: NameUse(alias.form, isName: false), from: alias.period.firstDate,
          until: alias.period.lastDate)
    }.filter { $0.text != entry.actor.code && seen.insert($0).inserted }
  }

  /// How a text that the registry knows stands for an actor, and when.
  func uses(of text: String, number: Int) -> [(NameUse, Period)] {
    let entry = registry.entries[number]
    let own = text == entry.actor.name ? [(NameUse.name, entry.period)] : []
    let others = registry.aliases[number].filter { $0.name == text }
    return own + others.map { (NameUse($0.form, isName: false), $0.period) }
  }
}

extension NameUse {
  init(_ form: NameForm, isName: Bool) {
    self =
      switch form {
      case .name: isName ? .name : .alias
      case .adjective: .adjective
      case .people: .people
      case .metonym: .metonym
      case .capital, .place: .capital
      }
  }

  /// Of several actors of one name the one with the least rank is meant.
  public var rank: Int {
    switch self {
    case .code, .name: 0
    case .byHand, .merged: 1
    case .alias: 2
    case .adjective: 3
    case .people: 4
    case .metonym: 5
    case .capital: 6
    case .part: 7
    }
  }
}
