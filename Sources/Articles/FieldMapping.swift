/// What an article has, where its format names its parts.
public enum ArticleField: String, CaseIterable, Hashable, Sendable {
  /// Its name among all others.
  case id
  /// The headline.
  case title
  /// The text.
  case body
  /// What stands in for the text where there is none.
  case summary
  /// When it was published.
  case date
  /// Where it was published.
  case url
  /// Who published it.
  case publisher
  /// The language of the text.
  case language
}

/// Under which other names JSON keys and CSV columns hold the parts of articles.
///
///     let mapping = try FieldMapping(parsing: ["body=maintext", "publisher=outlet.name"])
///     let reader = ArticleReader(paths: ["export.csv"], data: data, mapping: mapping)
///
/// A part that is mapped is read from the given names only, in their order; the others have their usual names
/// (data/reading/fields.tsv). Case, spaces, `_` and `-` make no difference; a dot leads into an object inside.
public struct FieldMapping: Hashable, Sendable {
  /// Names by part, the first that has a value wins.
  public private(set) var names: [ArticleField: [String]] = [:]

  /// No other names.
  public init() {}

  /// Reads settings of the form `PART=NAME`; a part may come more than once.
  ///
  /// - Throws: What is wrong with the first setting that cannot be read.
  public init(parsing settings: [String]) throws(FieldMappingError) {
    for setting in settings {
      guard let sign = setting.firstIndex(of: "=") else { throw .noEqualsSign(setting) }
      let part = FieldNames.trimmed(setting[..<sign])
      let name = FieldNames.trimmed(setting[setting.index(after: sign)...])
      guard let field = ArticleField(rawValue: part.lowercased()) else { throw .unknownPart(part) }
      guard !FieldNames.key(name).isEmpty else { throw .noName(part) }
      add(name, for: field)
    }
  }

  /// Adds a name for a part.
  public mutating func add(_ name: String, for field: ArticleField) { names[field, default: []].append(name) }
}

/// Why a setting of a mapping cannot be read.
public enum FieldMappingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The setting has no `=`.
  case noEqualsSign(String)
  /// What stands before the `=` is no part of an article.
  case unknownPart(String)
  /// Nothing stands behind the `=` of this part.
  case noName(String)

  /// One line: what, and what to do.
  public var description: String {
    switch self {
    case .noEqualsSign(let setting):
      "'\(setting)' maps nothing; write PART=NAME, for example body=maintext"
    case .unknownPart(let part):
      "'\(part)' is no part of an article; one of \(ArticleField.allCases.map(\.rawValue).joined(separator: ", "))"
        + " is mapped, for example body=maintext"
    case .noName(let part):
      "no name stands behind '\(part)='; write the name that the file has, for example \(part)=maintext"
    }
  }
}
