/// How a table of text separates its cells, and where its header is.
struct TableDialect: Hashable, Sendable {
  /// The byte between cells.
  var separator: UInt8
  /// Whether the first line only names the separator, as in `sep=;`.
  var hasSeparatorLine = false

  private static let separators = Array(",\t;|".utf8)
  /// The longest cell of a header, in bytes.
  private static let longestName = 64

  /// The dialect of a table by its beginning; nil where it is none.
  ///
  /// Its name may say that it is one. Without that, the first line must have cells that name the title or text of
  /// articles and another part of them.
  static func of(head: ArraySlice<UInt8>, fields: FieldNames, ending: String) -> TableDialect? {
    let isNamed = [".csv", ".tsv", ".tab"].contains(ending)
    if Bytes.lowercased(head.prefix(4)).elementsEqual("sep=".utf8), let separator = head.dropFirst(4).first,
      separators.contains(separator)
    {
      return TableDialect(separator: separator, hasSeparatorLine: true)
    }
    var best: (separator: UInt8, parts: Int, columns: Int)?
    for separator in separators {
      guard let (header, isSquare) = header(head, separator), isNamed || header.count > 1 else { continue }
      let parts = Set(header.compactMap { fields.part(named: $0) })
      let isArticle = parts.contains(.title) || parts.contains(.body) || parts.contains(.summary)
      let hasNames = isArticle && parts.count > 1 && header.allSatisfy { $0.utf8.count <= longestName }
      guard isNamed || (hasNames && isSquare) else { continue }
      if let best, (best.parts, best.columns) >= (parts.count, header.count) { continue }
      best = (separator, parts.count, header.count)
    }
    return best.map { TableDialect(separator: $0.separator) }
  }

  /// The cells of the first line that is not blank, and whether the row below has as many; nil where the head does not
  /// hold the first line.
  private static func header(_ head: ArraySlice<UInt8>, _ separator: UInt8) -> (cells: [String], isSquare: Bool)? {
    let isWhole = head.count < InputOpener.headLength
    var rows = TableRows(MemorySource(Array(head)), separator: separator, limits: ReadingLimits(columns: .max))
    guard case .row(let cells, _)? = try? rows.next(), rows.hasMore || isWhole else { return nil }
    let names = cells.map { FieldNames.trimmed(Bytes.text($0)) }
    switch try? rows.next() {
    case .row(let next, _): return (names, next.count == cells.count || (!isWhole && !rows.hasMore))
    default: return (names, true)
    }
  }
}
