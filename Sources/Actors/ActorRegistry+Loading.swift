import Foundation
public import Vocabulary

extension ActorRegistry {
  /// Loads the tables of data/actors, and the user's.
  /// - Throws: `DataError` with file and line for anything that does not fit.
  public static func load(
    from data: DataFolder, dictionaries: [ActorDictionary] = []
  ) throws(DataError) -> ActorRegistry {
    var registry = ActorRegistry(
      roles: try RoleBook(data), spellings: try SpellingBook(data), genders: try GenderBook(data),
      ambiguities: try AmbiguityBook(data))
    var loader = RegistryLoader()
    let common = ["code", "name", "from", "until", "aliases"]
    try loader.addActors(
      data.table(
        "actors/states.tsv", columns: common + ["adjectives", "people", "capital", "metonyms", "region"]),
      kind: .state, to: &registry)
    try loader.addActors(
      data.table("actors/organizations.tsv", columns: common + ["nouns", "metonyms", "organs", "seat"]),
      kind: .organization, to: &registry)
    try loader.addActors(
      data.table("actors/groups.tsv", columns: common + ["kind", "country", "adjectives", "nouns"]),
      kind: nil, to: &registry)
    try loader.addOffices(
      data.table("actors/offices.tsv", columns: ["person", "office", "principal", "from", "until", "variants"]),
      to: &registry)
    for row in try data.table("actors/media.tsv", columns: ["name", "aliases"]).rows {
      for name in [row["name"]] + row.list("aliases") {
        registry.names.insert(name, meaning: .medium, form: .name, period: .always)
      }
    }
    for row in try data.table("actors/shadows.tsv", columns: ["phrase", "why"]).rows {
      registry.names.insert(row["phrase"], meaning: .nothing, form: .name, period: .always)
    }
    for row in try data.table("actors/titles.tsv", columns: ["title"]).rows { registry.titles.insert(row["title"]) }
    for row in try data.table("actors/office-ranks.tsv", columns: ["office", "rank"]).rows {
      guard let rank = Int(row["rank"]) else { throw row.error("'\(row["rank"])' is no number") }
      registry.ranks[row["office"]] = rank
    }
    for dictionary in dictionaries { try loader.add(dictionary, to: &registry) }
    registry.seal()
    return registry
  }

  /// Makes what was added ready to be asked; the order in which it was added does not count.
  private mutating func seal() {
    names.seal()
    people.seal()
    for number in holders.indices {
      holders[number].terms.sort { one, other in
        (one.period.from, one.period.until, one.office, entries[one.principal].actor.code)
          < (other.period.from, other.period.until, other.office, entries[other.principal].actor.code)
      }
    }
  }
}
