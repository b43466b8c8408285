import Vocabulary

/// The actors of a load in memory: the same choices as those of `ActorWriter`, without a database.
struct LoadActors: Sendable {
  private struct Entry {
    /// What is known by now, nil where the actor has no part yet.
    var actor: Actor?
    /// Its number in the database, 0 where it has none yet.
    var number: Int32 = 0
    /// What a record says of it, and which.
    var offer: Actor?
    var offerRecord = 0
    /// The last record in which it has a part.
    var partRecord = 0
  }

  private var codes = TextNumbers()
  private var entries: [Entry] = []
  private var record = 0
  /// The actors that have a part, in the order of their numbers: by code's number.
  private var inOrder: [Int32] = []
  private var aliases: Set<[ExactText]> = []

  /// Begins a record; what one record says must not reach another, or batches would matter.
  mutating func begin() { record += 1 }

  /// Takes note of a name, which counts when a triple needs the actor.
  ///
  /// - Returns: its place, by which `number(at:)` finds it without its code.
  @discardableResult
  mutating func offer(_ actor: Actor) -> Int {
    let place = place(of: actor.code)
    if let known = entries[place].actor, known.name != known.code, known == actor { return place }
    if entries[place].offerRecord == record, let other = entries[place].offer {
      entries[place].offer = ActorWriter.better(other, actor)
    } else {
      entries[place].offer = actor
      entries[place].offerRecord = record
    }
    return place
  }

  /// The number of an actor that has a part in the record in hand.
  mutating func number(of code: String) -> Int32 { number(at: place(of: code), code) }

  /// The number of an actor that has a part in the record in hand, by the place that `offer` gave.
  mutating func number(at place: Int, _ code: String) -> Int32 {
    if entries[place].number > 0, entries[place].partRecord == record { return entries[place].number }
    entries[place].partRecord = record
    let offer = entries[place].offerRecord == record ? entries[place].offer : nil
    let known = entries[place].actor
    if offer == nil, let known, known.name != known.code { return entries[place].number }
    let best = offer ?? Actor(code: code, name: code, kind: .organization)
    entries[place].actor = known.map { ActorWriter.better($0, best) } ?? best
    if entries[place].number == 0 {
      inOrder.append(Int32(truncatingIfNeeded: place))
      entries[place].number = Int32(truncatingIfNeeded: inOrder.count)
    }
    return entries[place].number
  }

  /// Adds further names of the actors that have a part in the record in hand.
  mutating func add(aliases more: [String: [String]]) {
    for (code, names) in more {
      let place = place(of: code)
      guard entries[place].number > 0, entries[place].partRecord == record else { continue }
      for name in names { aliases.insert([ExactText(code.storable), ExactText(name.storable)]) }
    }
  }

  /// The code of a number that `number(of:)` gave.
  func code(of number: Int32) -> String {
    let place = Int(number) - 1
    return inOrder.indices.contains(place) ? codes[inOrder[place] + 1] : ""
  }

  /// All that have a part, in the order of their numbers.
  var all: [Actor] { inOrder.compactMap { entries[Int($0)].actor } }

  /// Further names with their actors' codes, in order.
  var allAliases: [(code: String, name: String)] {
    aliases.map { ($0[0].text, $0[1].text) }.sorted { $0 < $1 }
  }

  private mutating func place(of code: String) -> Int {
    let place = Int(codes.number(of: code.storable)) - 1
    if place == entries.count { entries.append(Entry()) }
    return place
  }
}
