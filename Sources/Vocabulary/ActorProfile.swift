/// Who an actor is: its names, its time, its offices, and what a graph tells of it.
public struct ActorProfile: Hashable, Sendable {
  /// Code, name and kind.
  public var actor: Actor
  /// Why the name that was asked for leads here; nil where nobody asked by a name.
  public var match: NameMatch?
  /// The part of the world that it belongs to.
  public var region: String?
  /// The first day on which its names mean it, where one is known.
  public var from: CalendarDate?
  /// The last day on which its names mean it, where there is one.
  public var until: CalendarDate?
  /// Its further names.
  public var names: [KnownName]
  /// The day for which offices are told.
  public var date: CalendarDate
  /// Who holds its offices on that day.
  public var offices: [Office]
  /// For a person: the offices that he or she has held, in the order of time.
  public var terms: [Term]
  /// For a person: for whom he or she acts on that day.
  public var actsFor: [Actor]
  /// The actors of the graph that are merged into this one.
  public var merged: [Actor]
  /// Other actors that bear the name, less likely ones.
  public var others: [Other]
  /// What the graph tells; nil where there is no graph or it does not have the actor.
  public var standing: ActorStanding?

  /// Makes a profile of its parts.
  public init(
    actor: Actor, match: NameMatch? = nil, region: String? = nil, from: CalendarDate? = nil,
    until: CalendarDate? = nil, names: [KnownName] = [], date: CalendarDate, offices: [Office] = [],
    terms: [Term] = [], actsFor: [Actor] = [], merged: [Actor] = [], others: [Other] = [],
    standing: ActorStanding? = nil
  ) {
    self.actor = actor
    self.match = match
    self.region = region
    self.from = from
    self.until = until
    self.names = names
    self.date = date
    self.offices = offices
    self.terms = terms
    self.actsFor = actsFor
    self.merged = merged
    self.others = others
    self.standing = standing
  }

  /// An office of the actor.
  public struct Office: Hashable, Sendable {
    /// "president".
    public var name: String
    /// Who holds it on the day; several in a joint office.
    public var holders: [Holder]
    /// How many terms before theirs are known.
    public var before: Int

    /// Makes an office of its parts.
    public init(name: String, holders: [Holder], before: Int) {
      self.name = name
      self.holders = holders
      self.before = before
    }
  }

  /// Somebody in an office.
  public struct Holder: Hashable, Sendable {
    /// The usual name.
    public var name: String
    /// Since when.
    public var from: CalendarDate?
    /// Until when; nil while in office.
    public var until: CalendarDate?

    /// Makes a holder of its parts.
    public init(name: String, from: CalendarDate?, until: CalendarDate?) {
      self.name = name
      self.from = from
      self.until = until
    }
  }

  /// An office that a person has held.
  public struct Term: Hashable, Sendable {
    /// "president".
    public var office: String
    /// Of whom.
    public var principal: Actor
    /// Since when.
    public var from: CalendarDate?
    /// Until when; nil while in office.
    public var until: CalendarDate?
    /// Whether the day lies in it.
    public var isCurrent: Bool

    /// Makes a term of its parts.
    public init(office: String, principal: Actor, from: CalendarDate?, until: CalendarDate?, isCurrent: Bool) {
      self.office = office
      self.principal = principal
      self.from = from
      self.until = until
      self.isCurrent = isCurrent
    }
  }

  /// Another actor that bears the name.
  public struct Other: Hashable, Sendable {
    /// Who.
    public var actor: Actor
    /// Why.
    public var match: NameMatch

    /// Makes one of its parts.
    public init(actor: Actor, match: NameMatch) {
      self.actor = actor
      self.match = match
    }
  }
}

/// How a name stands for its actor.
public enum NameUse: String, Hashable, Sendable, Codable, CaseIterable {
  /// It is the code.
  case code
  /// It is the usual name.
  case name
  /// It is a further name.
  case alias
  /// Somebody added it to the graph by hand.
  case byHand = "by hand"
  /// It is an adjective: "South Korean".
  case adjective
  /// It names the people: "Turks".
  case people
  /// It is the capital.
  case capital
  /// It is a place, building or body that stands for the actor: "Kremlin".
  case metonym
  /// It is a name of an actor that is merged into this one.
  case merged
  /// It is a part of the name: "Stoltenberg".
  case part
}

/// A name of an actor.
public struct KnownName: Hashable, Sendable {
  /// The name.
  public var text: String
  /// How it stands for the actor.
  public var use: NameUse
  /// Since when it means the actor; nil where that is not limited.
  public var from: CalendarDate?
  /// Until when it means the actor; nil where that is not limited.
  public var until: CalendarDate?

  /// Makes a name of its parts.
  public init(text: String, use: NameUse, from: CalendarDate? = nil, until: CalendarDate? = nil) {
    self.text = text
    self.use = use
    self.from = from
    self.until = until
  }
}

/// Why a name leads to an actor.
public struct NameMatch: Hashable, Sendable {
  /// The name as it is known, and how it stands for the actor.
  public var name: KnownName
  /// The merged actor whose name it is, where it is that of one.
  public var bearer: Actor?

  /// Makes a match of its parts.
  public init(_ name: KnownName, bearer: Actor? = nil) {
    self.name = name
    self.bearer = bearer
  }
}
