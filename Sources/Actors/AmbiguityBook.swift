public import Vocabulary

/// Names that mean several things, of data/actors/ambiguities.tsv, and the words that tell the meanings apart.
public struct AmbiguityBook: Sendable {
  /// One thing that a name can mean: the actor's code, nil for something that is no actor, and the words whose
  /// presence in the article speaks for it.
  public typealias Meaning = (code: String?, cues: [String])

  private let book: [[UInt32]: [Meaning]]

  /// Reads the table.
  /// - Throws: `DataError` with file and line where a name or code is missing or a meaning stands twice.
  public init(_ data: DataFolder) throws(DataError) {
    var book: [[UInt32]: [Meaning]] = [:]
    for row in try data.table("actors/ambiguities.tsv", columns: ["name", "code", "cues"]).rows {
      guard !row["name"].isEmpty, !row["code"].isEmpty else { throw row.error("name or code is empty") }
      let code = row["code"] == "-" ? nil : row["code"]
      let name = Folding.fold(row["name"])
      guard book[name]?.contains(where: { $0.code == code }) != true else {
        throw row.error("'\(row["name"])' as '\(row["code"])' stands here a second time")
      }
      book[name, default: []].append((code: code, cues: row.list("cues")))
    }
    self.book = book
  }

  /// The meanings of a name, in the order of the table: the first is meant where cues don't decide.
  ///
  /// Names are compared as the registry compares them: case counts, accents don't. Nil for a name with one meaning.
  public func meanings(of name: String) -> [Meaning]? { meanings(ofFolded: Folding.fold(name)) }

  /// The meanings of a name that is folded already.
  func meanings(ofFolded name: [UInt32]) -> [Meaning]? { book[name] }
}
