public import Foundation
import Vocabulary

/// A table of frames of a user's own, beside those of data/relations: its rows add to these or override them.
public struct FrameDictionary: Sendable {
  /// Where it lies: a table with the columns of verbs.tsv, nouns.tsv or adjectives.tsv.
  public let url: URL

  /// Makes a dictionary of a file.
  public init(_ url: URL) { self.url = url }

  /// What it says, for a fingerprint.
  public var text: String { (try? String(contentsOf: url, encoding: .utf8)) ?? url.path }

  /// The table and of what it is one, by its header. The word and the type must have a column; others may be left out.
  func table() throws(DataError) -> (kind: FrameKind, table: DataTable) {
    let name = url.relativePath
    let table = try DataFolder.table(at: url, named: name, columns: [])
    let kinds = FrameKind.allCases.filter { table.columns.contains($0.lemmaColumn) }
    guard let kind = kinds.first else {
      throw table.headerError("the header needs one of the columns verb, noun or adjective")
    }
    guard kinds.count == 1 else {
      throw table.headerError("the header has the columns of two tables; give verbs, nouns and adjectives a file each")
    }
    guard table.columns.contains("type") else { throw table.headerError("column 'type' is missing in the header") }
    for column in table.columns where !kind.columns.contains(column) {
      throw table.headerError(
        "column '\(column)' is unknown; a table of \(kind.rawValue)s has \(kind.columns.joined(separator: ", "))")
    }
    return (kind, table)
  }
}
