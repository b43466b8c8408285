import Vocabulary

/// The words of data/relations/time-words.tsv, and the months and days of data/reading/calendar.tsv.
struct TimeWords: Sendable {
  /// What a preposition before a time says of the deed.
  enum Preposition: String {
    case at, from, deadline
  }

  /// What a word can mean.
  enum Word: Hashable, Sendable {
    case month(Int)
    case weekday(Int)
    case unit(TimeExpression.Unit, count: Int)
    case number(Int)
    case vague(Int)
    case shift(Int)
    case anaphor(Int)
    case day(Int)
    case back(TimeExpression.Origin)
    case ahead
    case season(Int)
    case daytime
    case ordinal(Int)
  }

  private let words: [String: [Word]]
  private let prepositions: [String: Preposition]
  private let clauses: Set<String>

  /// Reads both tables.
  /// - Throws: `DataError` for an unknown kind or a value that does not fit its kind.
  init(_ data: DataFolder) throws(DataError) {
    var words: [String: [Word]] = [:]
    var prepositions: [String: Preposition] = [:]
    var clauses: Set<String> = []
    for row in try data.table("reading/calendar.tsv", columns: ["name", "unit", "number"]).rows {
      guard let number = Int(row["number"]), (0...12).contains(number) else {
        throw row.error("'\(row["number"])' is no number of a month or day")
      }
      words[row["name"], default: []].append(row["unit"] == "month" ? .month(number) : .weekday(number))
    }
    for row in try data.table("relations/time-words.tsv", columns: ["word", "kind", "value", "count"]).rows {
      let name = row["word"]
      guard !name.isEmpty else { throw row.error("the word is empty") }
      switch row["kind"] {
      case "preposition":
        guard let use = Preposition(rawValue: row["value"]) else { throw Self.misfit(row) }
        guard prepositions.updateValue(use, forKey: name) == nil else { throw row.error("'\(name)' stands twice") }
      case "clause": clauses.insert(name)
      default:
        guard let word = Self.word(row) else { throw Self.misfit(row) }
        words[name, default: []].append(word)
      }
    }
    self.words = words
    self.prepositions = prepositions
    self.clauses = clauses
  }

  private static func misfit(_ row: DataTable.Row) -> DataError {
    row.error("kind '\(row["kind"])' with value '\(row["value"])' and count '\(row["count"])' says nothing")
  }

  private static func word(_ row: DataTable.Row) -> Word? {
    let value = row["value"]
    let number = Int(value).flatMap { (-100...100).contains($0) ? $0 : nil }
    switch row["kind"] {
    case "unit":
      guard let unit = TimeExpression.Unit(rawValue: value), let count = Int(row["count"]), (0...10).contains(count)
      else { return nil }
      return .unit(unit, count: count)
    case "number": return number.map(Word.number)
    case "vague": return number.map(Word.vague)
    case "shift": return number.map(Word.shift)
    case "anaphor": return number.map(Word.anaphor)
    case "day": return number.map(Word.day)
    case "season": return number.flatMap { (1...12).contains($0) ? .season($0) : nil }
    case "ordinal": return number.flatMap { (1...31).contains($0) ? .ordinal($0) : nil }
    case "back": return TimeExpression.Origin(rawValue: value).map(Word.back)
    case "ahead": return .ahead
    case "daytime": return .daytime
    default: return nil
    }
  }

  /// What a word in lower case can mean, the full stop of an abbreviation not counted.
  func meanings(_ lower: String) -> [Word] {
    if let found = words[lower] { return found }
    guard lower.utf8.last == UInt8(ascii: "."), lower.utf8.count > 1 else { return [] }
    return words[String(lower.dropLast())] ?? []
  }

  /// What a preposition says; nil where it makes no date of what stands behind it.
  func preposition(_ lower: String) -> Preposition? { prepositions[lower] }

  /// Whether a clause that opens with this word tells the date of the deed above it.
  func opensClause(_ lower: String) -> Bool { clauses.contains(lower) }
}
