/// An actor as a list of actors shows it.
public struct ActorSummary: Hashable, Sendable {
  /// Who it is.
  public var actor: Actor
  /// In how many events it is the source, as principal or as the one who acts for a principal.
  public var eventsAsSource: Int
  /// In how many events it is the target.
  public var eventsAsTarget: Int

  /// Makes a summary of its parts.
  public init(actor: Actor, eventsAsSource: Int, eventsAsTarget: Int) {
    self.actor = actor
    self.eventsAsSource = eventsAsSource
    self.eventsAsTarget = eventsAsTarget
  }
}

/// What somebody decided: one actor of the graph is shown as another.
public struct ActorMerge: Hashable, Sendable {
  /// Merges are numbered in the order in which they were made.
  public var number: Int64
  /// The actor that is not shown by itself.
  public var merged: Actor
  /// The actor into which it was merged, which may be merged further.
  public var target: Actor
  /// The code of the actor as which it is shown in the end.
  public var shownAs: String
  /// The day of the merge.
  public var date: String
  /// Why, in the words of the one who merged; empty where none were given.
  public var note: String

  /// Makes a merge of its parts.
  public init(number: Int64, merged: Actor, target: Actor, shownAs: String, date: String, note: String) {
    self.number = number
    self.merged = merged
    self.target = target
    self.shownAs = shownAs
    self.date = date
    self.note = note
  }
}

/// A name that somebody gave to an actor of a graph by hand.
public struct UserAlias: Hashable, Sendable {
  /// Whose name it is.
  public var actor: Actor
  /// The name.
  public var name: String

  /// Makes an alias of its parts.
  public init(actor: Actor, name: String) {
    self.actor = actor
    self.name = name
  }
}
