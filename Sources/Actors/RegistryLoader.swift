import Foundation
import Vocabulary

/// Adds the rows of tables to a registry.
struct RegistryLoader {
  private var holderByName: [String: Int] = [:]

  private static let forms: [(column: String, form: NameForm)] = [
    ("aliases", .name), ("adjectives", .adjective), ("people", .people), ("capital", .capital),
    ("metonyms", .metonym), ("organs", .metonym),
  ]
  /// An organization's adjectives ("European") take it up where the article has named it; they are no names.
  private static let classing = "adjectives"

  /// Adds a table of actors.
  /// - Parameter kind: The kind of all rows; nil where each row has its own.
  mutating func addActors(_ table: DataTable, kind: ActorKind?, to registry: inout ActorRegistry) throws(DataError) {
    for row in table.rows {
      let kind = if let kind { kind } else { try Self.kind(of: row) }
      let actor = Actor(code: row["code"], name: row["name"], kind: kind)
      guard !actor.code.isEmpty, !actor.name.isEmpty else { throw row.error("code or name is empty") }
      guard registry.byCode[actor.code] == nil else {
        throw row.error("code '\(actor.code)' stands here a second time")
      }
      let number = Self.append(actor, try Self.period(of: row), row, to: &registry)
      try Self.addNames(of: row, number, isOwn: false, to: &registry)
    }
  }

  /// Adds a user's dictionary: what it says of a name wins over the tables before it.
  mutating func add(_ dictionary: ActorDictionary, to registry: inout ActorRegistry) throws(DataError) {
    switch dictionary {
    case .aliases(let list):
      for (code, name) in list {
        if let number = registry.byCode[code] {
          registry.names.insert(
            name, meaning: .actor(number), form: .name, period: registry.entries[number].period, isOwn: true)
          registry.aliases[number].append(.init(name: name, form: .name, period: .always, isByHand: true))
        } else if let holder = holderByName[code] {
          // A person's code is his or her usual name.
          Self.addName(Array(name.utf8)[...], holder: holder, to: &registry)
        }
      }
    case .table(let url):
      let table = try DataFolder.table(at: url, named: url.relativePath, columns: [])
      if table.columns.contains("person") {
        try addOffices(
          DataFolder.table(at: url, named: url.relativePath, columns: ["person", "office", "principal"]),
          isOwn: true, to: &registry)
      } else {
        try addOwnActors(
          DataFolder.table(at: url, named: url.relativePath, columns: ["code", "name"]), to: &registry)
      }
    }
  }

  private mutating func addOwnActors(_ table: DataTable, to registry: inout ActorRegistry) throws(DataError) {
    for row in table.rows {
      let code = row["code"]
      guard !code.isEmpty else { throw row.error("the code is empty") }
      let number: Int
      if let known = registry.byCode[code] {
        number = known
        registry.entries[known] = try Self.overridden(registry.entries[known], by: row)
        Self.addNouns(row.list("nouns"), known, to: &registry)
      } else {
        guard !row["name"].isEmpty else { throw row.error("the new actor '\(code)' needs a name") }
        let kind = row["kind"].isEmpty ? .organization : try Self.kind(of: row)
        number = Self.append(
          Actor(code: code, name: row["name"], kind: kind), try Self.period(of: row), row, to: &registry)
      }
      try Self.addNames(of: row, number, isOwn: true, to: &registry)
    }
  }

  /// A known actor with what a row says of it; empty cells leave it as it is.
  private static func overridden(_ entry: RegistryEntry, by row: DataTable.Row) throws(DataError) -> RegistryEntry {
    let actor = Actor(
      code: entry.actor.code, name: row["name"].isEmpty ? entry.actor.name : row["name"],
      kind: row["kind"].isEmpty ? entry.actor.kind : try kind(of: row))
    let period = row["from"].isEmpty && row["until"].isEmpty ? entry.period : try Self.period(of: row)
    return RegistryEntry(
      actor: actor, period: period, nouns: entry.nouns + row.list("nouns"),
      region: row["region"].isEmpty ? entry.region : row["region"],
      country: row["country"].isEmpty ? entry.country : row["country"])
  }

  private static func kind(of row: DataTable.Row) throws(DataError) -> ActorKind {
    guard let kind = ActorKind(rawValue: row["kind"]), kind != .person else {
      throw row.error("'\(row["kind"])' is no kind of actor: state, organization, armed group, company or population")
    }
    return kind
  }

  private static func period(of row: DataTable.Row) throws(DataError) -> Period {
    guard let period = Period(from: row.bytes("from"), until: row.bytes("until")) else {
      throw row.error("'\(row["from"])' to '\(row["until"])' is no period")
    }
    return period
  }

  private static func append(
    _ actor: Actor, _ period: Period, _ row: DataTable.Row, to registry: inout ActorRegistry
  ) -> Int {
    let number = registry.entries.count
    let nouns = row.list("nouns")
    registry.entries.append(
      RegistryEntry(actor: actor, period: period, nouns: nouns, region: row["region"], country: row["country"]))
    registry.aliases.append([])
    registry.byCode[actor.code] = number
    addNouns(nouns, number, to: &registry)
    return number
  }

  /// Makes nouns take up an actor.
  private static func addNouns(_ nouns: [String], _ number: Int, to registry: inout ActorRegistry) {
    for noun in nouns { registry.byNoun[noun, default: []].append(number) }
  }

  /// Adds all names of a row, each valid while its actor exists, or as `Name@from..until` says.
  private static func addNames(
    of row: DataTable.Row, _ number: Int, isOwn: Bool, to registry: inout ActorRegistry
  ) throws(DataError) {
    let entry = registry.entries[number]
    let isCodeName = entry.actor.kind != .state && entry.actor.code != entry.actor.name
    for name in [entry.actor.name] + (isCodeName ? [entry.actor.code] : []) {
      registry.names.insert(name, meaning: .actor(number), form: .name, period: entry.period, isOwn: isOwn)
    }
    if isCodeName {
      registry.aliases[number].append(.init(name: entry.actor.code, form: .name, period: entry.period))
    }
    if entry.actor.kind == .organization {
      for word in row.list(classing) { registry.byAdjective[word, default: []].append(number) }
    }
    for (column, form) in forms where column != classing || entry.actor.kind != .organization {
      for text in row.bytes(column).split(separator: UInt8(ascii: "|")) {
        let dated = try DatedText(text, row)
        let period = dated.period ?? entry.period
        registry.names.insert(dated.text, meaning: .actor(number), form: form, period: period, isOwn: isOwn)
        registry.aliases[number].append(.init(name: dated.text, form: form, period: period))
      }
    }
  }

  /// Adds a table of offices. A user's rows for an office that the person is known to hold replace its terms.
  mutating func addOffices(
    _ table: DataTable, isOwn: Bool = false, to registry: inout ActorRegistry
  ) throws(DataError) {
    holderByName.reserveCapacity(holderByName.count + table.rows.count)
    registry.holders.reserveCapacity(registry.holders.count + table.rows.count)
    // The offices that this table has told of, by holder: their further rows are further terms.
    var told: Set<[String]> = []
    for row in table.rows {
      guard let principal = registry.byCode[row["principal"]] else {
        throw row.error("principal '\(row["principal"])' is in no table of actors")
      }
      let person = row["person"]
      let term = OfficeHolder.Term(office: row["office"], principal: principal, period: try Self.period(of: row))
      let replaces = isOwn && told.insert([person, term.office, row["principal"]]).inserted
      let number: Int
      if let known = holderByName[person] {
        number = known
        if replaces {
          registry.holders[known].terms.removeAll { $0.office == term.office && $0.principal == principal }
        }
        registry.holders[known].terms.append(term)
      } else {
        number = registry.holders.count
        holderByName[person] = number
        registry.holders.append(OfficeHolder(name: person, terms: [term]))
        Self.addName(row.bytes("person"), holder: number, to: &registry)
      }
      for name in row.bytes("variants").split(separator: UInt8(ascii: "|")) {
        Self.addName(name, holder: number, to: &registry)
      }
    }
  }

  private static func addName(_ name: ArraySlice<UInt8>, holder: Int, to registry: inout ActorRegistry) {
    let keys = registry.spellings.keys(name)
    if keys.count > 1 {
      registry.people.insert(keys, holder: holder)
    } else if let key = keys.first {
      // One word alone ("Lula", "Xi") means somebody only while in office.
      registry.people.insert(short: key, holder: holder)
    }
  }
}
