import Vocabulary

extension LintRun {
  /// The tables whose rows are actors, in the order in which the program loads them.
  static let actorTables = ["states.tsv", "organizations.tsv", "groups.tsv"]

  /// Checks that each actor has its own code and that no table speaks of a code that isn't there.
  mutating func checkCodes() {
    var places: [String: String] = [:]
    for row in Self.actorTables.flatMap({ rows($0) }) where !row["code"].isEmpty {
      if let first = places[row["code"]] {
        report(row, "code '\(row["code"])' stands in \(first) already: give each actor its own")
      } else {
        places[row["code"]] = row.place
      }
    }
    for row in rows("states.tsv") where !Self.isStateCode(row["code"], name: row["name"]) {
      report(row, "code '\(row["code"])' is neither three capital letters nor the state's name: write one of them")
    }
    let states = Set(rows("states.tsv").map { $0["code"] })
    let organizations = Set(rows("organizations.tsv").map { $0["code"] })
    let actors = Set(places.keys)
    checkCodes("organizations.tsv", "seat", among: states, of: "state")
    checkCodes("groups.tsv", "country", among: states, of: "state")
    checkCodes("offices.tsv", "principal", among: actors, of: "actor")
    checkCodes("roles.tsv", "principal", among: actors, of: "actor")
    checkCodes("memberships.tsv", "organization", among: organizations, of: "organization")
    checkCodes("memberships.tsv", "member", among: states, of: "state")
    checkCodes("joint-offices.tsv", "principal", among: actors.union(["*"]), of: "actor")
    checkCodes("ambiguities.tsv", "code", among: actors.union(["-"]), of: "actor")
    for row in rows("state-nouns.tsv") {
      for value in row.list("states") {
        let code = String(value.prefix { $0 != "@" })
        guard !code.isEmpty, !states.contains(code) else { continue }
        report(row, "'\(code)' in 'states' is the code of no state: correct it, or add the state")
      }
    }
  }

  private mutating func checkCodes(_ table: String, _ column: String, among codes: Set<String>, of what: String) {
    for row in rows(table) where !row[column].isEmpty && !codes.contains(row[column]) {
      report(row, "\(column) '\(row[column])' is the code of no \(what): correct it, or add the \(what)")
    }
  }

  /// The header of states.tsv allows the short name of a state that has no code of three letters.
  private static func isStateCode(_ code: String, name: String) -> Bool {
    code.isEmpty || code == name || (code.utf8.count == 3 && code.utf8.allSatisfy { (65...90).contains($0) })
  }
}
