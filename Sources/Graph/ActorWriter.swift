import Foundation
import GRDB
import Vocabulary

/// Writes the actors of one batch, each once.
struct ActorWriter {
  /// The best that the record in hand says of each code.
  private var offers: [String: Actor] = [:]
  /// The codes that have a part in the record in hand.
  private var parts: Set<String> = []
  /// What the database has by now.
  private var written: [String: Actor] = [:]

  /// Begins a record; what one record says must not reach another, or batches would matter.
  mutating func begin() {
    offers.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
  }

  /// Takes note of a name, which goes into the database when a triple needs the actor.
  mutating func offer(_ actor: Actor) {
    if let other = offers[actor.code] {
      offers[actor.code] = Self.better(other, actor)
    } else {
      offers[actor.code] = actor
    }
  }

  /// Makes sure that the actor has a row, and a name as good as is known.
  mutating func write(_ code: String, in db: Database) throws {
    parts.insert(code)
    let offer = offers[code] ?? Actor(code: code, name: code, kind: .organization)
    if let known = written[code], Self.better(known, offer) == known { return }
    let stored = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT name, kind FROM actor WHERE code = ?"), arguments: [code.storable])
    guard let stored else {
      try Self.insert(offer, in: db)
      written[code] = offer
      return
    }
    let known = Actor(code: code, name: stored[0], kind: ActorKind(rawValue: stored[1]) ?? offer.kind)
    let best = Self.better(known, offer)
    if best != known { try Self.update(best, in: db) }
    written[code] = best
  }

  /// Adds further names of the actors that have a part in the record in hand.
  func writeAliases(_ aliases: [String: [String]], in db: Database) throws {
    for (code, names) in aliases where parts.contains(code) {
      for name in names {
        try Self.write(alias: name, of: code, origin: "registry", in: db)
      }
    }
  }

  /// Adds a name, unless the actor has it from the same origin.
  static func write(alias name: String, of code: String, origin: String, in db: Database) throws {
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO alias (actor, name, folded, origin) VALUES (?, ?, ?, ?)")
      .execute(arguments: [code.storable, name.storable, name.folded, origin])
  }

  /// Makes a row for an actor that has none.
  static func insert(_ actor: Actor, in db: Database) throws {
    try db.cachedStatement(sql: "INSERT INTO actor (name, kind, folded, code) VALUES (?, ?, ?, ?)")
      .execute(arguments: [actor.name.storable, actor.kind.rawValue, actor.name.folded, actor.code.storable])
  }

  /// Sets name and kind; false where there is no such actor.
  @discardableResult
  static func update(_ actor: Actor, in db: Database) throws -> Bool {
    try db.cachedStatement(sql: "UPDATE actor SET name = ?, kind = ?, folded = ? WHERE code = ?")
      .execute(arguments: [actor.name.storable, actor.kind.rawValue, actor.name.folded, actor.code.storable])
    return db.changesCount > 0
  }

  /// Removes an actor that has no part in any triple or event, and of which nobody has decided anything.
  static func removeOrphan(_ code: String, in db: Database) throws {
    try db.cachedStatement(
      sql: """
        DELETE FROM actor WHERE code = ?1
          AND NOT EXISTS (SELECT 1 FROM event WHERE source = ?1)
          AND NOT EXISTS (SELECT 1 FROM event WHERE target = ?1)
          AND NOT EXISTS (SELECT 1 FROM triple WHERE source = ?1)
          AND NOT EXISTS (SELECT 1 FROM triple WHERE target = ?1)
          AND NOT EXISTS (SELECT 1 FROM triple WHERE source_actor = ?1)
          AND NOT EXISTS (SELECT 1 FROM triple WHERE target_actor = ?1)
          AND NOT EXISTS (SELECT 1 FROM triple WHERE attributed_to = ?1)
          AND NOT EXISTS (SELECT 1 FROM triple WHERE source_raw = ?1)
          AND NOT EXISTS (SELECT 1 FROM triple WHERE target_raw = ?1)
          AND NOT EXISTS (SELECT 1 FROM triple WHERE source_actor_raw = ?1)
          AND NOT EXISTS (SELECT 1 FROM triple WHERE target_actor_raw = ?1)
          AND NOT EXISTS (SELECT 1 FROM triple WHERE attributed_to_raw = ?1)
          AND NOT EXISTS (SELECT 1 FROM merge WHERE code = ?1 OR target = ?1)
          AND NOT EXISTS (SELECT 1 FROM alias WHERE actor = ?1 AND origin = 'user')
        """
    ).execute(arguments: [code])
  }

  /// Of two descriptions the one with a name besides the code, then the first in the alphabet: a choice that
  /// does not depend on which came first.
  static func better(_ one: Actor, _ other: Actor) -> Actor {
    if one == other { return one }
    let isPlain = (one.name == one.code, other.name == other.code)
    if isPlain.0 != isPlain.1 { return isPlain.0 ? other : one }
    return (one.name, one.kind.rawValue) <= (other.name, other.kind.rawValue) ? one : other
  }
}

extension String {
  /// The text as SQLite's text functions can hold it: NUL would end it early.
  var storable: String {
    utf8.contains(0) ? replacing("\0", with: "\u{FFFD}") : self
  }

  /// What searches compare: no case, no accents.
  var folded: String {
    storable.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
  }
}
