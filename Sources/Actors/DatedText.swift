import Vocabulary

/// A value of a table that may hold for some years only: `Name`, or `Name@from..until`; either end may be missing.
struct DatedText {
  /// The value.
  let text: String
  /// When it holds; nil where the value has no years of its own.
  let period: Period?

  /// Reads a value in UTF-8.
  /// - Throws: the error of the row, where the value is empty, has spaces at its edges or years that are none.
  init(_ value: ArraySlice<UInt8>, _ row: DataTable.Row) throws(DataError) {
    let mark = value.firstIndex(of: UInt8(ascii: "@")) ?? value.endIndex
    guard let first = value.first, first != 32, mark > value.startIndex, value[mark - 1] != 32 else {
      throw row.error("'\(String(decoding: value, as: UTF8.self))' is no name")
    }
    text = String(decoding: value[..<mark], as: UTF8.self)
    guard mark < value.endIndex else {
      period = nil
      return
    }
    let years = value[(mark + 1)...]
    let dot = UInt8(ascii: ".")
    guard let dots = years.firstIndex(of: dot), dots + 1 < years.endIndex, years[dots + 1] == dot,
      let own = Period(from: years[..<dots], until: years[(dots + 2)...])
    else {
      throw row.error("'\(String(decoding: value, as: UTF8.self))': the years after @ must read from..until")
    }
    period = own
  }
}
