import Vocabulary

/// One pass over the bytes of a table of places: where its rows and names lie, and the hash of each folded name.
struct PlaceScan: Sendable {
  let bytes: [UInt8]
  private(set) var longest = 0
  private(set) var rowStarts: [UInt32] = []
  private(set) var nameStarts: [UInt32] = []
  private(set) var nameRows: [UInt32] = []
  private(set) var hashes: [UInt32] = []
  private(set) var forms: [UInt8] = []
  private let layout: PlaceTable.Layout

  /// Reads a table. O(n).
  /// - Throws: `DataError` where the header is not the layout's or a row has too many or too few cells.
  init(_ bytes: [UInt8], layout: PlaceTable.Layout) throws(DataError) {
    self.bytes = bytes
    self.layout = layout
    try scan()
  }

  private mutating func scan() throws(DataError) {
    rowStarts.reserveCapacity(bytes.count / 22)
    nameStarts.reserveCapacity(bytes.count / 20)
    nameRows.reserveCapacity(bytes.count / 20)
    hashes.reserveCapacity(bytes.count / 20)
    forms.reserveCapacity(bytes.count / 20)
    var line = 0
    var start = 0
    var isHeaderRead = false
    while start < bytes.count {
      line += 1
      let first = bytes[start]
      if first == UInt8(ascii: "\n") {
        start += 1
      } else if first == UInt8(ascii: "#") || !isHeaderRead {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        if first != UInt8(ascii: "#") {
          guard String(decoding: bytes[start..<end], as: UTF8.self) == layout.columns.joined(separator: "\t") else {
            let asked = layout.columns.joined(separator: ", ")
            throw DataError(file: layout.file, line: line, message: "the header must have the columns \(asked)")
          }
          isHeaderRead = true
        }
        start = end + 1
      } else {
        start = try scanRow(at: start, line: line)
      }
    }
    guard isHeaderRead else { throw DataError(file: layout.file, line: line, message: "the header line is missing") }
  }

  /// Notes the names of the row that begins here; the place behind its end.
  private mutating func scanRow(at start: Int, line: Int) throws(DataError) -> Int {
    let row = UInt32(truncatingIfNeeded: rowStarts.count)
    rowStarts.append(UInt32(truncatingIfNeeded: start))
    var column = 0
    var position = start
    while true {
      if column < layout.forms.count, let form = layout.forms[column] {
        position = scanNames(at: position, form: form, row: row)
      } else {
        while position < bytes.count, bytes[position] != 9, bytes[position] != 10 { position += 1 }
      }
      guard position < bytes.count, bytes[position] == 9 else { break }
      column += 1
      position += 1
    }
    guard column + 1 == layout.columns.count else {
      throw DataError(
        file: layout.file, line: line,
        message: "\(column + 1) cells, but the header has \(layout.columns.count); check the tabs")
    }
    return position + 1
  }

  /// Notes the names of the cell that begins here; the place of the tab, line break or end behind it.
  private mutating func scanNames(at start: Int, form: PlaceTable.Form, row: UInt32) -> Int {
    var position = start
    var nameStart = start
    var hash = PlaceHash()
    while true {
      let byte = position < bytes.count ? bytes[position] : 10
      if byte == 9 || byte == 10 || byte == 0x7C {
        if position > nameStart {
          nameStarts.append(UInt32(truncatingIfNeeded: nameStart))
          nameRows.append(row)
          hashes.append(hash.value)
          forms.append(form.rawValue)
          longest = max(longest, position - nameStart)
        }
        if byte != 0x7C { return position }
        hash = PlaceHash()
        position += 1
        nameStart = position
      } else if byte < 0x80 {
        hash.add(UInt32(byte))
        position += 1
      } else {
        hash.add(nextFolded(&position))
      }
    }
  }

  /// The folded scalar at this place, which moves behind it; U+FFFD for a byte that is none of UTF-8's.
  func nextFolded(_ position: inout Int) -> UInt32 {
    let lead = bytes[position]
    position += 1
    if lead < 0x80 { return UInt32(lead) }
    let count = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1
    guard lead >= 0xC2, lead < 0xF5, position + count <= bytes.count else { return 0xFFFD }
    var value = UInt32(lead) & (0x3F >> UInt32(count))
    for offset in position..<position + count {
      guard bytes[offset] & 0xC0 == 0x80 else { return 0xFFFD }
      value = value << 6 | UInt32(bytes[offset] & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else { return 0xFFFD }
    position += count
    return Folding.fold(scalar)
  }
}
