import Foundation

/// Under which names articles hold their parts; loaded from data/reading/fields.tsv.
struct FieldNames: Hashable, Sendable {
  /// A name, as steps into objects inside each other; each is a key without case and signs.
  typealias Path = [String]

  /// Names by part, in order.
  private(set) var paths: [ArticleField: [Path]] = [:]
  /// Where objects hold lists of articles.
  private(set) var lists: Set<Path> = []
  /// Objects in which an article's fields may lie.
  private(set) var inside: [String] = []
  /// The parts that names stand for.
  private var parts: [String: ArticleField] = [:]

  init() {}

  init(file: String) throws(ArticlesError) {
    let table = try DataTable(file: file, columns: ["field", "names"])
    for row in table.rows {
      let found = row.list("names").map(Self.path)
      switch row["field"] {
      case "list": lists.formUnion(found)
      case "inside": inside += found.compactMap(\.first)
      case let name:
        guard let field = ArticleField(rawValue: name) else {
          let known = ArticleField.allCases.map(\.rawValue) + ["list", "inside"]
          throw table.malformed(row, "'\(name)' is none of \(known.joined(separator: ", "))")
        }
        paths[field, default: []] += found
      }
    }
    index()
  }

  /// The names with those of a mapping instead of the usual ones.
  func mapped(_ mapping: FieldMapping) -> FieldNames {
    guard !mapping.names.isEmpty else { return self }
    var names = self
    for (field, given) in mapping.names {
      // A key may have a dot itself: it is looked for as it stands, too.
      names.paths[field] = given.flatMap { $0.contains(".") ? [[Self.key($0)], Self.path($0)] : [Self.path($0)] }
    }
    names.index()
    return names
  }

  /// The part of an article that a column or key of this name holds; nil where it is none.
  func part(named name: String) -> ArticleField? { parts[Self.key(name)] }

  private mutating func index() {
    parts = [:]
    for field in ArticleField.allCases {
      for path in paths[field] ?? [] {
        let name = path.joined(separator: ".")
        if parts[name] == nil { parts[name] = field }
      }
    }
  }

  /// A name as it is compared.
  static func key(_ name: some StringProtocol) -> String {
    if name.utf8.allSatisfy({ Bytes.isLower($0) || Bytes.isDigit($0) }) { return String(name) }
    // An underscore at the front tells names apart: `_source` holds an article, `source` names who published it.
    let bare = name.lowercased().unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "_" && $0 != "-" }
    return (name.hasPrefix("_") ? "_" : "") + String(String.UnicodeScalarView(bare))
  }

  static func trimmed(_ text: some StringProtocol) -> String {
    Bytes.text(Bytes.trim(Array(text.utf8)[...]))
  }

  private static func path(_ name: String) -> Path {
    name.split(separator: ".").map { key($0) }.filter { !$0.isEmpty }
  }
}
