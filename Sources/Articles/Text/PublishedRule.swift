import Vocabulary

/// Finds lines that say when an article was published: "Published: 30 January 2023", or a date alone.
struct PublishedRule {
  /// The longest line that is looked at, in bytes.
  static let longest = 120

  let data: ReadingData

  /// What such a line says.
  struct Found: Hashable {
    /// The day.
    var date: CalendarDate
    /// Whether it is the day of a change.
    var isUpdate: Bool
  }

  /// Whether the line is one.
  func applies(_ line: [UInt8]) -> Bool { find(in: line) != nil }

  /// The day that the line names; nil where it is no such line. Of several, as in "Published … | Updated …", the
  /// first that is no change.
  func find(in line: [UInt8]) -> Found? {
    guard (8...Self.longest).contains(line.count), line.contains(where: Bytes.isDigit) else { return nil }
    if let found = findOne(in: line) { return found }
    guard let sign = LineSigns.separator(in: line) else { return nil }
    let parts = LineSigns.parts(of: line, at: sign).map { Array(line[$0]) }
    let found = parts.compactMap(findOne)
    guard found.count == parts.count else { return nil }
    return found.first { !$0.isUpdate } ?? found.first
  }

  private func findOne(in line: [UInt8]) -> Found? {
    let reader = DateReader(data: data)
    let text = Bytes.text(line)
    if let date = fullDate(text, reader) { return Found(date: date, isUpdate: false) }
    // A label of up to three words, with or without a colon.
    var label = ""
    var rest = Substring(text)
    for _ in 0..<3 {
      rest = rest.drop { $0 == " " }
      let word = rest.prefix { $0 != " " && $0 != ":" }
      guard !word.isEmpty else { return nil }
      label += (label.isEmpty ? "" : " ") + word.lowercased()
      rest = rest.dropFirst(word.count)
      let behind = rest.drop { $0 == ":" || $0 == " " }
      let isUpdate = data.has(.updated, label)
      if isUpdate || data.has(.published, label), let date = fullDate(String(behind), reader) {
        return Found(date: date, isUpdate: isUpdate)
      }
      if rest.hasPrefix(":") { return nil }
    }
    return nil
  }

  /// A date with its day.
  private func fullDate(_ text: String, _ reader: DateReader) -> CalendarDate? {
    // A long number in a text is a telephone's, not the seconds since 1970.
    guard text.utf8.prefix(9).contains(where: { !Bytes.isDigit($0) }) || text.utf8.count == 8 else { return nil }
    guard let date = reader.date(text), date.day != nil else { return nil }
    return date
  }
}
