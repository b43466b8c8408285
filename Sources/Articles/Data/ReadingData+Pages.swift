extension ReadingData {
  /// What a page says of itself.
  enum PageField: String, CaseIterable {
    case title, date, publisher, url, language
  }

  /// What the reader knows of pages.
  struct Pages: Sendable {
    /// What names of classes say.
    var hints = PageHints()
    /// Names of meta elements by what they tell, the most reliable first, in lower case.
    var metaNames: [PageField: [String]] = [:]
    /// Names of microdata in the same manner.
    var itemNames: [PageField: [String]] = [:]
  }

  /// Loads the tables about pages.
  static func loadPages(from folder: String) throws(ArticlesError) -> Pages {
    var pages = Pages()
    let hints = try DataTable(file: folder + "/reading/page-hints.tsv", columns: ["words", "match", "role"])
    for row in hints.rows {
      guard let role = PageHints.Role(name: row["role"]) else {
        let roles = PageHints.Role.allCases.map { "\($0)" }.joined(separator: ", ")
        throw hints.malformed(row, "'\(row["role"])' is none of \(roles)")
      }
      guard let match = PageHints.Match(rawValue: row["match"]) else {
        throw hints.malformed(row, "'\(row["match"])' is none of any, whole, end")
      }
      pages.hints.add(row["words"].split(separator: " ").map(String.init), match: match, role: role)
    }
    let negations = try DataTable(file: folder + "/reading/page-negations.tsv", columns: ["word", "where"])
    for row in negations.rows {
      guard ["before", "behind"].contains(row["where"]) else {
        throw negations.malformed(row, "'\(row["where"])' is none of before, behind")
      }
      pages.hints.addNegation(row["word"], isBefore: row["where"] == "before")
    }
    let fields = try DataTable(file: folder + "/reading/page-fields.tsv", columns: ["name", "kind", "field"])
    for row in fields.rows {
      guard let field = PageField(rawValue: row["field"]) else {
        let names = PageField.allCases.map(\.rawValue).joined(separator: ", ")
        throw fields.malformed(row, "'\(row["field"])' is none of \(names)")
      }
      switch row["kind"] {
      case "meta": pages.metaNames[field, default: []].append(row["name"].lowercased())
      case "item": pages.itemNames[field, default: []].append(row["name"].lowercased())
      default: throw fields.malformed(row, "'\(row["kind"])' is none of meta, item")
      }
    }
    return pages
  }
}
