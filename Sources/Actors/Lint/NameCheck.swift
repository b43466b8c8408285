import Foundation
import Vocabulary

/// One actor or medium that bears a name for some time.
private struct NameUse {
  let row: DataTable.Row
  /// The actor's code; "-" for a medium, as in data/actors/ambiguities.tsv.
  let code: String
  let period: Period

  var words: String { code == "-" ? "the medium \(row["name"])" : code }
}

extension LintRun {
  /// Checks that a name means one thing at a time, unless data/actors/ambiguities.tsv tells the meanings apart.
  mutating func checkNames() {
    let uses = nameUses()
    var listed: [[UInt32]: Set<String>] = [:]
    for row in rows("ambiguities.tsv") { listed[Folding.fold(row["name"]), default: []].insert(row["code"]) }
    for (name, uses) in uses { checkShared(name, uses, listed: listed[name] ?? []) }
    checkStale(uses, listed)
    checkPersons(uses)
  }

  private mutating func checkShared(_ name: [UInt32], _ uses: [NameUse], listed: Set<String>) {
    var told: Set<[String]> = []
    for (index, use) in uses.enumerated() {
      for earlier in uses[..<index]
      where earlier.code != use.code && earlier.period.intersection(use.period) != nil
        && !(listed.contains(use.code) && listed.contains(earlier.code))
        && told.insert([earlier.code, use.code]).inserted
      {
        report(
          use.row,
          "'\(Self.text(name))' means \(use.words) here and \(earlier.words) in \(earlier.row.place) at one time: "
            + "list both for this name in data/actors/ambiguities.tsv, or give them years (name@from..until)")
      }
    }
  }

  private mutating func checkStale(_ uses: [[UInt32]: [NameUse]], _ listed: [[UInt32]: Set<String>]) {
    let codes = Set(uses.values.joined().map(\.code))
    for row in rows("ambiguities.tsv") where codes.contains(row["code"]) && row["code"] != "-" {
      let name = Folding.fold(row["name"])
      let bearers = Set((uses[name] ?? []).map(\.code))
      if !bearers.contains(row["code"]) {
        report(row, "'\(row["name"])' is no name of \(row["code"]): take the row out, or give the actor the name")
      } else if bearers.union((listed[name] ?? []).intersection(["-"])).count == 1 {
        report(row, "'\(row["name"])' means nothing but \(row["code"]): take the row out")
      }
    }
  }

  private mutating func checkPersons(_ uses: [[UInt32]: [NameUse]]) {
    var told: Set<String> = []
    for row in rows("offices.tsv") {
      for name in [row["person"]] + row.list("variants").filter({ $0.contains(" ") }) {
        guard let use = uses[Folding.fold(name)]?.first(where: { $0.code != "-" }), told.insert(name).inserted else {
          continue
        }
        report(
          row,
          "'\(name)' is a name of \(use.code) too (\(use.row.place)): take one out, or write the person's name in full")
      }
    }
  }

  /// All names of actors and media, as the program compares them, in the order in which it loads them.
  private func nameUses() -> [[UInt32]: [NameUse]] {
    var uses: [[UInt32]: [NameUse]] = [:]
    for table in Self.actorTables {
      for row in rows(table) {
        let own = Period(from: row["from"], until: row["until"]) ?? .always
        let code = table == "states.tsv" ? [] : [row["code"]]
        let columns = shapes.first { $0.name == table }?.named ?? []
        for text in [row["name"]] + code + columns.flatMap({ row.list($0) }) {
          let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
          guard let name = parts.first else { continue }
          let ends = parts.dropFirst().joined().components(separatedBy: "..")
          let period = ends.count == 2 ? Period(from: ends[0], until: ends[1]) ?? own : own
          uses[Folding.fold(name), default: []].append(NameUse(row: row, code: row["code"], period: period))
        }
      }
    }
    for row in rows("media.tsv") {
      for name in [row["name"]] + row.list("aliases") {
        uses[Folding.fold(name), default: []].append(NameUse(row: row, code: "-", period: .always))
      }
    }
    return uses
  }

  private static func text(_ folded: [UInt32]) -> String {
    String(String.UnicodeScalarView(folded.compactMap { Unicode.Scalar($0) }))
  }
}
