import Foundation
public import Vocabulary

extension ActorRegistry {
  /// Loads the tables of data/actors.
  /// - Throws: `DataError` with file and line for anything that does not fit.
  public static func load(from data: DataFolder) throws(DataError) -> ActorRegistry {
    var registry = ActorRegistry(roles: try RoleBook(data))
    try registry.addStates(
      data.table(
        "actors/states.tsv",
        columns: [
          "code", "name", "from", "until", "aliases", "adjectives", "people", "capital", "metonyms", "region",
        ]))
    try registry.addOrganizations(
      data.table(
        "actors/organizations.tsv",
        columns: ["code", "name", "from", "until", "aliases", "nouns", "metonyms", "organs", "seat"]))
    try registry.addGroups(
      data.table(
        "actors/groups.tsv",
        columns: ["code", "name", "kind", "country", "from", "until", "aliases", "adjectives", "nouns"]))
    try registry.addOffices(
      data.table("actors/offices.tsv", columns: ["person", "office", "principal", "from", "until", "variants"]))
    for row in try data.table("actors/media.tsv", columns: ["name", "aliases"]).rows {
      for name in [row["name"]] + row.list("aliases") {
        registry.names.insert(name, meaning: .medium, form: .name, period: .always)
      }
    }
    for row in try data.table("actors/titles.tsv", columns: ["title"]).rows { registry.titles.insert(row["title"]) }
    registry.names.seal()
    return registry
  }

  private mutating func addStates(_ table: DataTable) throws(DataError) {
    for row in table.rows {
      let number = try add(row, kind: .state, nouns: [], region: row["region"])
      try addNames(row.list("aliases"), of: number, form: .name, row)
      try addNames(row.list("adjectives"), of: number, form: .adjective, row)
      try addNames(row.list("people"), of: number, form: .people, row)
      try addNames(row["capital"].isEmpty ? [] : [row["capital"]], of: number, form: .capital, row)
      try addNames(row.list("metonyms"), of: number, form: .metonym, row)
    }
  }

  private mutating func addOrganizations(_ table: DataTable) throws(DataError) {
    for row in table.rows {
      let number = try add(row, kind: .organization, nouns: row.list("nouns"), region: "")
      try addNames(row.list("aliases"), of: number, form: .name, row)
      try addNames(row.list("metonyms"), of: number, form: .metonym, row)
      try addNames(row.list("organs"), of: number, form: .metonym, row)
    }
  }

  private mutating func addGroups(_ table: DataTable) throws(DataError) {
    for row in table.rows {
      guard let kind = ActorKind(rawValue: row["kind"]), kind != .state, kind != .person else {
        throw row.error("'\(row["kind"])' is no kind of group")
      }
      let number = try add(row, kind: kind, nouns: row.list("nouns"), region: "")
      try addNames(row.list("aliases"), of: number, form: .name, row)
      try addNames(row.list("adjectives"), of: number, form: .adjective, row)
    }
  }

  private mutating func add(
    _ row: DataTable.Row, kind: ActorKind, nouns: [String], region: String
  ) throws(DataError) -> Int {
    let actor = Actor(code: row["code"], name: row["name"], kind: kind)
    guard !actor.code.isEmpty, !actor.name.isEmpty else { throw row.error("code or name is empty") }
    guard byCode[actor.code] == nil else { throw row.error("code '\(actor.code)' stands here a second time") }
    guard let period = Period(from: row["from"], until: row["until"]) else {
      throw row.error("'\(row["from"])' to '\(row["until"])' is no period")
    }
    let number = entries.count
    entries.append(RegistryEntry(actor: actor, period: period, nouns: nouns, region: region))
    byCode[actor.code] = number
    for noun in nouns { byNoun[noun, default: []].append(number) }
    try addNames(
      [actor.name] + (kind == .state || actor.code == actor.name ? [] : [actor.code]), of: number, form: .name, row)
    return number
  }

  /// Adds names, each valid while its actor exists, or as `Name@from..until` says.
  private mutating func addNames(
    _ list: [String], of number: Int, form: NameForm, _ row: DataTable.Row
  ) throws(DataError) {
    for text in list {
      let parts = text.split(separator: "@", maxSplits: 1)
      guard let name = parts.first.map(String.init), name == name.trimmingSpaces else {
        throw row.error("'\(text)' is no name")
      }
      var period = entries[number].period
      if parts.count == 2 {
        let ends = String(parts[1]).components(separatedBy: "..")
        guard ends.count == 2, let own = Period(from: ends[0], until: ends[1]) else {
          throw row.error("'\(text)': the years after @ must read from..until")
        }
        period = own
      }
      names.insert(name, meaning: .actor(number), form: form, period: period)
      if name != entries[number].actor.name { aliases[number, default: []].append(name) }
    }
  }

  private mutating func addOffices(_ table: DataTable) throws(DataError) {
    var byName: [String: Int] = [:]
    for row in table.rows {
      guard let principal = byCode[row["principal"]] else {
        throw row.error("principal '\(row["principal"])' is in no table of actors")
      }
      guard let period = Period(from: row["from"], until: row["until"]) else {
        throw row.error("'\(row["from"])' to '\(row["until"])' is no period")
      }
      let term = OfficeHolder.Term(office: row["office"], principal: principal, period: period)
      let person = row["person"]
      if let known = byName[person] {
        holders[known].terms.append(term)
        continue
      }
      let number = holders.count
      byName[person] = number
      holders.append(OfficeHolder(name: person, terms: [term]))
      for name in [person] + row.list("variants") {
        let words = name.split(separator: " ").map(String.init)
        guard words.count > 1 else {
          // One word alone ("Lula", "Xi") means somebody only while in office.
          holdersByShortName[name, default: []].append(number)
          continue
        }
        names.insert(name, meaning: .person(number), form: .name, period: .always)
        for word in words where holdersByWord[word]?.last != number {
          holdersByWord[word, default: []].append(number)
        }
      }
    }
  }
}

extension String {
  /// The text without spaces at its ends.
  var trimmingSpaces: String { trimmingCharacters(in: .whitespaces) }
}
