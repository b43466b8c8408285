import Foundation

/// What the reader knows of the manners of news: phrases of page furniture, labels, agencies, names of months.
public struct ReadingData: Sendable {
  /// How a phrase of boilerplate is compared with a line.
  enum Match: String {
    /// The line is the phrase.
    case line
    /// The line is the phrase, or goes on after a colon, dash or bar.
    case label
    /// The line begins with the phrase.
    case start
  }

  /// What a label announces.
  enum Role: String, CaseIterable {
    /// Before the name of an author.
    case byline
    /// A small word between the names of a byline.
    case joiner
    /// Before the name of somebody who helped, or of a source.
    case credit
    /// Anywhere in a line that names those who helped.
    case contribution
    /// Before the name of an agency in parentheses.
    case via
    /// Before the owner of a picture.
    case photo
    /// Before the words below a picture.
    case caption
    /// In parentheses, where somebody stands in a picture.
    case position
    /// Before the day of publication.
    case published
    /// Before the day of a change.
    case updated
    /// In capitals before a text, and no place.
    case kicker
  }

  /// Phrases of boilerplate in lower case, numbers as `#`, with how they are compared.
  var boilerplate: [String: Match] = [:]
  /// The length of the longest of them that may begin a line, in words.
  var longestOpening = 0
  /// The words that such phrases begin with, where more may follow.
  var boilerplateOpenings: Set<String> = []
  /// The length of the longest phrase that must be a whole line, in bytes.
  var longestPhrase = 0
  /// The first words of labels by role.
  var openings: [Role: Set<String>] = [:]
  /// Labels in lower case by role.
  var labels: [Role: Set<String>] = [:]
  /// Agencies: their names and aliases in lower case, and the name to show.
  var agencies: [String: String] = [:]
  /// The first words of their names in lower case.
  var agencyOpenings: Set<String> = []
  /// Months, 1 to 12, by their names and abbreviations in lower case.
  var months: [String: Int] = [:]
  /// Names and abbreviations of the days of the week in lower case.
  var weekdays: Set<String> = []
  /// The labels of pictures as bytes, the longest first.
  var photoLabels: [[UInt8]] = []
  /// By byte, whether one of them begins with it.
  var photoOpenings = [Bool](repeating: false, count: 256)
  /// Under which names articles hold their parts.
  var fields = FieldNames()
  /// What is known of pages.
  var pages = Pages()
  /// What a line that names those who helped says somewhere, as bytes.
  var contributions: [[UInt8]] = []
  /// What named character references stand for, by their names.
  var entities: [String: Unicode.Scalar] = [:]

  /// Loads the tables of `reading` below the project's data folder, and the names of media where they are there.
  public static func load(from folder: String) throws(ArticlesError) -> ReadingData {
    var data = ReadingData()
    try data.loadBoilerplate(folder + "/reading/boilerplate.tsv")
    try data.loadBoilerplate(folder + "/reading/page-phrases.tsv")
    data.pages = try loadPages(from: folder)
    try data.loadLabels(folder + "/reading/labels.tsv")
    try data.loadCalendar(folder + "/reading/calendar.tsv")
    try data.loadAgencies(folder + "/reading/agencies.tsv")
    data.fields = try FieldNames(file: folder + "/reading/fields.tsv")
    try data.loadEntities(folder + "/reading/entities.tsv")
    let media = folder + "/actors/media.tsv"
    if FileManager.default.fileExists(atPath: media) { try data.loadAgencies(media) }
    return data
  }

  /// Whether a label has a role; in lower case.
  func has(_ role: Role, _ label: some StringProtocol) -> Bool { labels[role]?.contains(String(label)) ?? false }

  /// Whether a line's first word is one that a label of a role begins with.
  func opens(_ role: Role, _ line: [UInt8]) -> Bool { openings[role]?.contains(Bytes.firstWord(line)) ?? false }

  private mutating func loadBoilerplate(_ file: String) throws(ArticlesError) {
    let table = try DataTable(file: file, columns: ["phrase", "match"])
    for row in table.rows {
      guard let match = Match(rawValue: row["match"]) else {
        throw table.malformed(row, "'\(row["match"])' is none of line, label, start")
      }
      let phrase = BoilerplateRule.key(of: Array(row["phrase"].utf8))
      boilerplate[phrase] = match
      longestPhrase = max(longestPhrase, phrase.utf8.count)
      guard match != .line else { continue }
      longestOpening = max(longestOpening, phrase.split(separator: " ").count)
      boilerplateOpenings.insert(Bytes.firstWord(Array(phrase.utf8)))
    }
  }

  private mutating func loadLabels(_ file: String) throws(ArticlesError) {
    let table = try DataTable(file: file, columns: ["label", "role"])
    for row in table.rows {
      guard let role = Role(rawValue: row["role"]) else {
        let roles = Role.allCases.map(\.rawValue).joined(separator: ", ")
        throw table.malformed(row, "'\(row["role"])' is none of \(roles)")
      }
      let label = row["label"].lowercased()
      labels[role, default: []].insert(label)
      openings[role, default: []].insert(Bytes.firstWord(Array(label.utf8)))
    }
    contributions = (labels[.contribution] ?? []).map { Array($0.utf8) }
    for label in labels[.photo] ?? [] { label.utf8.first.map { photoOpenings[Int($0)] = true } }
    photoLabels = (labels[.photo] ?? []).map { Array($0.utf8) }
      .filter { !$0.isEmpty }.sorted { $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1) }
  }

  private mutating func loadCalendar(_ file: String) throws(ArticlesError) {
    let table = try DataTable(file: file, columns: ["name", "unit", "number"])
    for row in table.rows {
      let name = row["name"].lowercased()
      switch row["unit"] {
      case "month":
        guard let number = Int(row["number"]), (1...12).contains(number) else {
          throw table.malformed(row, "'\(row["number"])' is no month from 1 to 12")
        }
        months[name] = number
      case "weekday": weekdays.insert(name)
      default: throw table.malformed(row, "'\(row["unit"])' is none of month, weekday")
      }
    }
  }

  private mutating func loadAgencies(_ file: String) throws(ArticlesError) {
    for row in try DataTable(file: file, columns: ["name"]).rows {
      for alias in [row["name"]] + row.list("aliases") where agencies[alias.lowercased()] == nil {
        agencyOpenings.insert(Bytes.firstWord(Array(alias.lowercased().utf8)))
        agencies[alias.lowercased()] = row["name"]
      }
    }
  }
}
