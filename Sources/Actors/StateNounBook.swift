import Vocabulary

/// Words that class states ("kingdom", "Gulf", "West African") with the states of each, of data/actors/state-nouns.tsv.
struct StateNounBook: Sendable {
  private struct Member: Sendable {
    let code: String
    let period: Period
  }

  private var nouns: [String: [Member]] = [:]
  private var adjectives: [String: [Member]] = [:]

  /// Reads the table.
  init(_ data: DataFolder) throws(DataError) {
    for row in try data.table("actors/state-nouns.tsv", columns: ["word", "kind", "states"]).rows {
      var members: [Member] = []
      for value in row.bytes("states").split(separator: UInt8(ascii: "|")) {
        let dated = try DatedText(value, row)
        members.append(Member(code: dated.text, period: dated.period ?? .always))
      }
      switch row["kind"] {
      case "noun": nouns[row["word"].lowercased()] = members
      case "adjective": adjectives[row["word"].lowercased()] = members
      default: throw row.error("'\(row["kind"])' is neither noun nor adjective")
      }
    }
  }

  /// The codes of the states that a noun can stand for at a date; nil for other nouns.
  func states(noun: String, at date: CalendarDate?) -> Set<String>? {
    nouns[noun].map { Set($0.filter { $0.period.contains(date) }.map(\.code)) }
  }

  /// The codes of the states that an adjective classes at a date; nil for other adjectives.
  func states(adjective: String, at date: CalendarDate?) -> Set<String>? {
    adjectives[adjective].map { Set($0.filter { $0.period.contains(date) }.map(\.code)) }
  }
}
