import Vocabulary

extension TableShape {
  private static let groupKinds = ActorKind.allCases.filter { $0 != .state && $0 != .person }.map(\.rawValue)
  private static let roleKinds = RoleKind.allCases.map(\.rawValue)

  /// All tables of data/actors.
  static let actors: [TableShape] = [
    TableShape(
      name: "states.tsv",
      columns: [
        "code", "name", "from", "until", "aliases", "adjectives", "people", "capital", "metonyms", "region",
      ],
      filled: ["code", "name"], lists: ["aliases", "adjectives", "people", "metonyms"],
      named: ["aliases", "adjectives", "people", "capital", "metonyms"]),
    TableShape(
      name: "organizations.tsv",
      columns: ["code", "name", "from", "until", "aliases", "nouns", "metonyms", "organs", "seat"],
      optional: ["adjectives"], filled: ["code", "name"],
      lists: ["aliases", "adjectives", "nouns", "metonyms", "organs"],
      named: ["aliases", "metonyms", "organs"]),
    TableShape(
      name: "groups.tsv",
      columns: ["code", "name", "kind", "country", "from", "until", "aliases", "adjectives", "nouns"],
      filled: ["code", "name", "kind"], lists: ["aliases", "adjectives", "nouns"], named: ["aliases", "adjectives"],
      values: ["kind": groupKinds]),
    TableShape(
      name: "offices.tsv", columns: ["person", "office", "principal", "from", "until", "variants"],
      filled: ["person", "office", "principal"], lists: ["variants"], lower: ["office"]),
    TableShape(
      name: "memberships.tsv", columns: ["organization", "member", "from", "until"], needed: false,
      filled: ["organization", "member"]),
    TableShape(name: "media.tsv", columns: ["name", "aliases"], filled: ["name"], lists: ["aliases"], key: ["name"]),
    TableShape(
      name: "roles.tsv", columns: ["noun", "kind", "sector", "acts"], optional: ["posted", "principal"],
      filled: ["noun", "kind", "sector", "acts"],
      key: ["noun"], values: ["kind": roleKinds, "acts": ["yes", "no"], "posted": ["yes"]], lower: ["noun"]),
    TableShape(
      name: "descriptions.tsv", columns: ["noun", "kinds", "owned"], filled: ["noun", "kinds"], lists: ["kinds"],
      key: ["noun"], values: ["kinds": ActorKind.allCases.map(\.rawValue), "owned": ["self", "other"]], lower: ["noun"]),
    TableShape(
      name: "event-nouns.tsv", columns: ["noun", "takes", "verbs", "nouns"], needed: false, filled: ["noun", "takes"],
      lists: ["verbs", "nouns"], key: ["noun"], values: ["takes": ["doer", "parties"]], lower: ["noun"]),
    TableShape(
      name: "titles.tsv", columns: ["title"], optional: ["gender"], filled: ["title"], key: ["title"],
      values: ["gender": ["f", "m"]], capital: ["title"]),
    TableShape(
      name: "given-names.tsv", columns: ["name", "gender"], needed: false, filled: ["name", "gender"], key: ["name"],
      values: ["gender": ["f", "m"]]),
    TableShape(name: "former.tsv", columns: ["word"], needed: false, filled: ["word"], key: ["word"], lower: ["word"]),
    TableShape(
      name: "speech-verbs.tsv", columns: ["verb"], needed: false, filled: ["verb"], key: ["verb"], lower: ["verb"]),
    TableShape(
      name: "impersonal-verbs.tsv", columns: ["verb"], needed: false, filled: ["verb"], key: ["verb"], lower: ["verb"]),
    TableShape(
      name: "post-verbs.tsv", columns: ["verb", "link"], needed: false, filled: ["verb", "link"],
      key: ["verb", "link"], lower: ["verb", "link"]),
    TableShape(
      name: "office-ranks.tsv", columns: ["office", "rank"], needed: false, filled: ["office", "rank"], key: ["office"],
      values: ["rank": ["1", "2", "3"]], lower: ["office"]),
    TableShape(
      name: "spellings.tsv", columns: ["form", "others"], needed: false, filled: ["form", "others"], lists: ["others"],
      key: ["form"]),
    TableShape(
      name: "joint-offices.tsv", columns: ["principal", "office", "why"], needed: false,
      filled: ["principal", "office", "why"], key: ["principal", "office"], lower: ["office"]),
    TableShape(
      name: "ambiguities.tsv", columns: ["name", "code", "cues"], needed: false, filled: ["name", "code"],
      lists: ["cues"], key: ["name", "code"]),
    TableShape(name: "shadows.tsv", columns: ["phrase", "why"], needed: false, filled: ["phrase", "why"]),
    TableShape(
      name: "state-nouns.tsv", columns: ["word", "kind", "states"], needed: false, filled: ["word", "kind", "states"],
      lists: ["states"], named: ["states"], values: ["kind": ["noun", "adjective"]]),
  ]
}
