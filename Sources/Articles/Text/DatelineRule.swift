/// Finds a dateline at the beginning of a paragraph.
///
/// Place in capitals, then perhaps a region, a date, an agency in parentheses, then a dash or colon:
/// "SEOUL, Jan 30 (Agency) —", "MENDOZA, Argentina - ", "DOHA/RIYADH (Agency)" alone on its line,
/// "Brussels, 30 January 2023 |", "MOSCOW, January 30. /TASS/.", "SEOUL and TOKYO (Agency) —", "(Agency) —" without any
/// place. A place that is not in capitals needs a date or an agency behind it.
struct DatelineRule {
  /// The longest dateline, in bytes.
  static let longest = 120

  let data: ReadingData

  /// A dateline, as bytes of the line.
  struct Found: Hashable {
    var place: String
    var date: DateReader.Partial?
    var agency: String?
    /// Where it ends, its dash included.
    var length: Int
    /// Where the text behind it begins; the line's length where nothing follows.
    var end: Int
    /// Where a byline begins that follows it: "ROME, by Lucia Ferri and agencies.".
    var byline: Int?
  }

  /// The dateline that the line begins with; nil where it begins with none.
  func find(in line: [UInt8]) -> Found? {
    guard let first = line.first, line.count >= 4 else { return nil }
    if first == UInt8(ascii: "(") { return agencyAlone(line) }
    guard Bytes.isUpper(first) || first >= 0xC3 else { return nil }
    if let found = withSlashes(line) { return found }
    if let found = withByline(line) { return found }
    guard let (headEnd, dashEnd, isColon) = separator(in: line) else { return wholeLine(line) }
    guard dashEnd < line.count, Self.opensSentence(line[dashEnd...]) else { return nil }
    guard var found = head(Bytes.text(line[..<headEnd])) else { return nil }
    let isPlain = found.date == nil && found.agency == nil
    if isPlain {
      guard Self.isCapitals(found.place), !data.has(.kicker, found.place.lowercased()) else { return nil }
    }
    // A colon follows headings in capitals and speakers' names too: only a short place is taken.
    if isColon, isPlain, found.place.count < 4 || found.place.split(separator: " ").count > 2 { return nil }
    found.length = Bytes.trimEnd(line[..<dashEnd]).endIndex
    found.end = dashEnd
    return found
  }

  /// The first dash between spaces, dash behind parentheses, or colon: where the head ends and the text begins.
  private func separator(in line: [UInt8]) -> (Int, Int, isColon: Bool)? {
    var index = 0
    let limit = min(line.count, Self.longest)
    while index < limit {
      let byte = line[index]
      var width = 0
      if byte == UInt8(ascii: "-") {
        width = index + 1 < line.count && line[index + 1] == byte ? 2 : 1
      } else if byte == 0xE2, index + 2 < line.count, line[index + 1] == 0x80, (0x92...0x95).contains(line[index + 2]) {
        width = 3
      }
      let spaceBefore = index > 0 && (line[index - 1] == Bytes.space || line[index - 1] == UInt8(ascii: ")"))
      let next = index + max(1, width)
      if width > 0, spaceBefore || width == 3, index > 0 {
        let spaceBehind = next < line.count && line[next] == Bytes.space
        if spaceBehind || width > 1 {
          var end = next
          while end < line.count, Bytes.isSpace(line[end]) { end += 1 }
          return (Bytes.trimEnd(line[..<index]).endIndex, end, false)
        }
      } else if byte == UInt8(ascii: "|"), spaceBefore, next < line.count, line[next] == Bytes.space {
        return (Bytes.trimEnd(line[..<index]).endIndex, next + 1, false)
      } else if byte == UInt8(ascii: ":"), index > 0, index + 1 < line.count, line[index + 1] == Bytes.space {
        return (index, index + 2, true)
      }
      index += max(1, width)
    }
    return nil
  }

  /// A line that is a dateline and nothing else; it needs a date or an agency.
  private func wholeLine(_ line: [UInt8]) -> Found? {
    guard line.count <= Self.longest, !Bytes.endsSentence(line[...]) || line.last == UInt8(ascii: ")") else {
      return nil
    }
    guard var found = head(Bytes.text(line)), found.date != nil || found.agency != nil else { return nil }
    guard Self.isCapitals(found.place) else { return nil }
    found.length = line.count
    found.end = line.count
    return found
  }

  /// "(Agency) —" or "(Agency) -" before a sentence.
  private func agencyAlone(_ line: [UInt8]) -> Found? {
    guard let close = line.prefix(44).firstIndex(of: UInt8(ascii: ")")),
      let (headEnd, dashEnd, isColon) = separator(in: line),
      !isColon, headEnd == close + 1, dashEnd < line.count, Self.opensSentence(line[dashEnd...])
    else { return nil }
    let agency = Bytes.text(line[1..<close])
    guard !CreditRule(data: data).agencies(agency).isEmpty else { return nil }
    return Found(place: "", agency: agency, length: Bytes.trimEnd(line[..<dashEnd]).endIndex, end: dashEnd)
  }

  /// Place, date, and an agency between slashes: "MOSCOW, January 30. /TASS/. ".
  private func withSlashes(_ line: [UInt8]) -> Found? {
    guard let open = line.prefix(80).firstIndex(of: UInt8(ascii: "/")), open > 4, line[open - 1] == Bytes.space,
      let close = line[(open + 1)...].prefix(30).firstIndex(of: UInt8(ascii: "/")), close + 1 < line.count
    else { return nil }
    let rest = line[(close + 1)...].drop { $0 == UInt8(ascii: ".") || Bytes.isSpace($0) || $0 == UInt8(ascii: "-") }
    let before = Bytes.text(Bytes.trimEnd(line[..<open])).trimmingStop
    guard Self.opensSentence(rest), var found = head(before) else { return nil }
    guard found.date != nil || Self.isCapitals(found.place) else { return nil }
    found.agency = Bytes.text(line[(open + 1)..<close])
    found.length = Bytes.trimEnd(line[..<rest.startIndex]).endIndex
    found.end = rest.startIndex
    return found
  }

  /// Place, comma, "by" and names.
  private func withByline(_ line: [UInt8]) -> Found? {
    guard line.count <= Self.longest, let comma = line.firstIndex(of: UInt8(ascii: ",")) else { return nil }
    let rest = line[(comma + 1)...].drop(while: Bytes.isSpace)
    let place = Bytes.text(line[..<comma])
    guard Self.isPlace(place), Self.isCapitals(place), BylineRule(data: data).applies(Array(rest)) else { return nil }
    return Found(place: place, length: comma, end: line.count, byline: rest.startIndex)
  }

  /// Reads what stands before the dash.
  private func head(_ text: String) -> Found? {
    var rest = Substring(text)
    var agency: String?
    if rest.hasSuffix(")") {
      guard let open = rest.lastIndex(of: "(") else { return nil }
      let inner = rest[rest.index(after: open)...].dropLast()
      guard !inner.isEmpty, inner.count <= 40, !inner.contains("(") else { return nil }
      agency = String(inner)
      rest = rest[..<open].trimmingSuffix { $0 == " " }
    }
    let parts = rest.split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.drop { $0 == " " }.trimmingSuffix { $0 == " " } }
    guard let place = parts.first, parts.count <= 5 else { return nil }
    let places = Self.places(place)
    guard !places.isEmpty, places.allSatisfy({ Self.isPlace($0) }) else { return nil }
    var found = Found(place: places.joined(separator: "/"), agency: agency, length: 0, end: 0)
    let reader = DateReader(data: data)
    for index in 1..<max(1, parts.count) {
      if let date = reader.partial(parts[index...].joined(separator: ", ")) {
        found.date = date
        return found
      }
      guard Self.isPlace(parts[index]) else { return nil }
    }
    return found
  }

  /// The places of "SEOUL/TOKYO", "SEOUL / TOKYO" and "SEOUL and TOKYO".
  private static func places(_ text: Substring) -> [Substring] {
    var places = text.split(separator: "/").map { $0.drop { $0 == " " }.trimmingSuffix { $0 == " " } }
    if places.count == 1 { places = text.split(separator: " and ") }
    return places
  }

  /// Whether text could be a place's name: up to four words, each capitalised but for a small word inside.
  private static func isPlace(_ text: some StringProtocol) -> Bool {
    let words = text.split(separator: " ")
    guard (1...4).contains(words.count), text.utf8.count <= 40 else { return false }
    for (index, word) in words.enumerated() {
      guard let first = word.unicodeScalars.first else { return false }
      if word.unicodeScalars.contains(where: { !$0.properties.isAlphabetic && !"'’.-/".unicodeScalars.contains($0) }) {
        return false
      }
      let isSmall = index > 0 && index < words.count - 1 && word.utf8.count <= 3
      guard first.properties.isUppercase || isSmall else { return false }
    }
    return true
  }

  /// Whether all letters are capitals, and there are at least three.
  private static func isCapitals(_ text: String) -> Bool {
    var letters = 0
    for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
      guard scalar.properties.isUppercase else { return false }
      letters += 1
    }
    return letters >= 3
  }

  /// Whether a text begins like a sentence: a capital, a number, a quote.
  private static func opensSentence(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    if Bytes.isUpper(first) || Bytes.isDigit(first) { return true }
    if [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "$")].contains(first) { return true }
    guard first >= 128, let scalar = Bytes.text(bytes.prefix(4)).unicodeScalars.first else { return false }
    return !scalar.properties.isLowercase
  }
}

extension String {
  /// The text without a stop at its end.
  fileprivate var trimmingStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
