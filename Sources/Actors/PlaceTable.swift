import Vocabulary

/// A table of places as bytes, with an index from the hash of each folded name to its row.
///
/// Loading makes one pass over the bytes and no strings; a row becomes a `Place` when somebody asks for it. Names lie
/// in flat arrays, those of one bucket in a chain, so that a row costs its bytes and 17 for each name. It is a class
/// so that handing it on costs one reference.
final class PlaceTable: Sendable {
  /// How a name stands for its place.
  enum Form: UInt8, Sendable {
    /// "Texas".
    case name
    /// "Texan".
    case adjective
    /// What counts only behind a city's name: "Tex.".
    case abbreviation
  }

  /// The columns of a table, in the order that they must have, with the form of the names that they hold.
  struct Layout: Sendable {
    let file: String
    let columns: [String]
    let forms: [Form?]
  }

  let layout: Layout
  private let scan: PlaceScan
  private let nexts: [Int32]
  private let buckets: [Int32]

  /// Reads a table. O(n).
  /// - Throws: `DataError` where the header is not the layout's or a row has too many or too few cells.
  init(_ bytes: [UInt8], layout: Layout) throws(DataError) {
    guard bytes.count < Int(Int32.max) else { throw DataError(file: layout.file, line: 0, message: "is too big") }
    let scan = try PlaceScan(bytes, layout: layout)
    var size = 1024
    while size < scan.hashes.count * 2 { size *= 2 }
    var buckets = [Int32](repeating: -1, count: size)
    var nexts = [Int32](repeating: -1, count: scan.hashes.count)
    for (index, hash) in scan.hashes.enumerated() {
      let bucket = Int(hash) & (size - 1)
      nexts[index] = buckets[bucket]
      buckets[bucket] = Int32(truncatingIfNeeded: index)
    }
    self.layout = layout
    self.scan = scan
    self.buckets = buckets
    self.nexts = nexts
  }

  /// The greatest number of scalars in a name, or more.
  var longest: Int { scan.longest }

  /// How many rows there are.
  var count: Int { scan.rowStarts.count }

  /// The rows of the names with this hash and form whose folded letters are those of the text, in the table's order.
  func rows(hash: UInt32, text: ArraySlice<UInt32>, form: Form) -> [Int] {
    guard !buckets.isEmpty else { return [] }
    var rows: [Int] = []
    var index = Int(buckets[Int(hash) & (buckets.count - 1)])
    while index >= 0 {
      if scan.hashes[index] == hash, scan.forms[index] == form.rawValue, isName(index, text) {
        // A chain runs backwards through the table; an alias may be the name again.
        let row = Int(scan.nameRows[index])
        if rows.last != row { rows.append(row) }
      }
      index = Int(nexts[index])
    }
    return rows.reversed()
  }

  private func isName(_ index: Int, _ text: ArraySlice<UInt32>) -> Bool {
    var position = Int(scan.nameStarts[index])
    for scalar in text {
      guard position < scan.bytes.count, scan.bytes[position] != 9, scan.bytes[position] != 10,
        scan.bytes[position] != 0x7C,
        scan.nextFolded(&position) == scalar
      else { return false }
    }
    return position >= scan.bytes.count || scan.bytes[position] == 9 || scan.bytes[position] == 10
      || scan.bytes[position] == 0x7C
  }

  /// The cells of a row.
  func cells(_ row: Int) -> [String] {
    let start = Int(scan.rowStarts[row])
    let end = scan.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? scan.bytes.count
    return scan.bytes[start..<end].split(separator: 9, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}

/// FNV-1a with 32 bits over folded scalars.
struct PlaceHash {
  private(set) var value: UInt32 = 0x811c_9dc5
  mutating func add(_ scalar: UInt32) { value = (value ^ scalar) &* 0x0100_0193 }
}
