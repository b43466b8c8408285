import Foundation
import GRDB
import Vocabulary

/// Writes the actors of one batch, each once, and tells their numbers.
struct ActorWriter {
  /// An actor as the database has it.
  private struct Known {
    var number: Int64
    var actor: Actor
    /// No description without a name can be better.
    var isNamed: Bool { actor.name != actor.code }
  }

  private let db: Database
  /// The best that the record in hand says of each code.
  private var offers: [ExactText: Actor] = [:]
  /// The actors that have a part in the record in hand.
  private var parts: Set<Int64> = []
  /// What the database has by now.
  private var known: [ExactText: Known] = [:]
  private var codes: [Int64: String] = [:]
  private let find: DirectStatement

  init(_ db: Database) throws {
    self.db = db
    find = try DirectStatement(db, "SELECT number, name, kind FROM actor WHERE code = ?")
  }

  /// Begins a record; what one record says must not reach another, or batches would matter.
  mutating func begin() {
    offers.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
  }

  /// Takes note of a name, which goes into the database when a triple needs the actor.
  mutating func offer(_ actor: Actor) {
    let key = ExactText(actor.code.storable)
    if let known = known[key], known.isNamed, known.actor == actor { return }
    if let other = offers[key] {
      offers[key] = Self.better(other, actor)
    } else {
      offers[key] = actor
    }
  }

  /// The number of an actor of the record in hand: makes sure that it has a row, and a name as good as is known.
  mutating func number(of code: String) throws -> Int64 {
    let key = ExactText(code.storable)
    let offer = offers.isEmpty ? nil : offers[key]
    if let known = known[key] {
      let isNew = parts.insert(known.number).inserted
      if !isNew || (offer == nil && known.isNamed) { return known.number }
    }
    let best = offer ?? Actor(code: code, name: code, kind: .organization)
    let number = try write(best, key)
    parts.insert(number)
    return number
  }

  private mutating func write(_ offer: Actor, _ key: ExactText) throws -> Int64 {
    var stored = known[key]
    if stored == nil {
      find.bind(1, key.text)
      stored = try find.first { row in
        Known(
          number: row.int(0),
          actor: Actor(
            code: offer.code, name: row.text(1) ?? "", kind: ActorKind(rawValue: row.text(2) ?? "") ?? offer.kind))
      }
    }
    guard var stored else {
      try Self.insert(offer, in: db)
      remember(Known(number: db.lastInsertedRowID, actor: offer), key)
      return db.lastInsertedRowID
    }
    let best = Self.better(stored.actor, offer)
    if best != stored.actor { try Self.update(best, in: db) }
    stored.actor = best
    remember(stored, key)
    return stored.number
  }

  private mutating func remember(_ actor: Known, _ key: ExactText) {
    known[key] = actor
    codes[actor.number] = key.text
  }

  /// The code of an actor of the graph.
  mutating func code(of number: Int64) throws -> String {
    if let code = codes[number] { return code }
    let statement = try DirectStatement(db, "SELECT code FROM actor WHERE number = ?")
    statement.bind(1, number)
    guard let code = try statement.first({ $0.text(0) }) ?? nil else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "no actor \(number)")
    }
    codes[number] = code
    return code
  }

  /// Adds further names of the actors that have a part in the record in hand.
  func writeAliases(_ aliases: [String: [String]]) throws {
    for (code, names) in aliases {
      guard let actor = known[ExactText(code.storable)], parts.contains(actor.number) else { continue }
      for name in names { try Self.write(alias: name, of: code, origin: "registry", in: db) }
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

  /// The number of a code, nil where the graph has no such actor.
  static func number(of code: String, in db: Database) throws -> Int64? {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT number FROM actor WHERE code = ?"), arguments: [code])
  }

  /// Removes an actor that has no part in any triple or event, and of which nobody has decided anything.
  static func removeOrphan(_ number: Int64, in db: Database) throws {
    try db.cachedStatement(
      sql: """
        DELETE FROM actor WHERE number = ?1
          AND NOT EXISTS (SELECT 1 FROM event_row WHERE source = ?1)
          AND NOT EXISTS (SELECT 1 FROM event_row WHERE target = ?1)
          AND NOT EXISTS (SELECT 1 FROM triple_row WHERE source_actor = ?1)
          AND NOT EXISTS (SELECT 1 FROM triple_row WHERE target_actor = ?1)
          AND NOT EXISTS (SELECT 1 FROM triple_row WHERE attributed_to = ?1)
          AND NOT EXISTS (SELECT 1 FROM merged_triple WHERE source = ?1)
          AND NOT EXISTS (SELECT 1 FROM merged_triple WHERE target = ?1)
          AND NOT EXISTS (SELECT 1 FROM merged_triple WHERE source_actor = ?1)
          AND NOT EXISTS (SELECT 1 FROM merged_triple WHERE target_actor = ?1)
          AND NOT EXISTS (SELECT 1 FROM merged_triple WHERE attributed_to = ?1)
          AND NOT EXISTS (SELECT 1 FROM merge WHERE merge.code = actor.code OR merge.target = actor.code)
          AND NOT EXISTS (SELECT 1 FROM alias WHERE alias.actor = actor.code AND origin = 'user')
        """
    ).execute(arguments: [number])
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
    let hasZero =
      utf8.withContiguousStorageIfAvailable { bytes in
        bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
      } ?? utf8.contains(0)
    return hasZero ? replacing("\0", with: "\u{FFFD}") : self
  }

  /// What searches compare: no case, no accents.
  var folded: String {
    storable.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
  }
}
