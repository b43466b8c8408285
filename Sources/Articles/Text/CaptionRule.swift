/// Finds the words below a picture by their credit ("… Photo: Reuters") or a position ("(left)").
struct CaptionRule {
  /// The longest caption, in bytes.
  static let longest = 700
  /// The longest credit at its end, in bytes.
  static let longestCredit = 110
  /// The most words of a credit.
  static let mostWords = 10

  let data: ReadingData

  /// The parts of a caption, as bytes of the line.
  struct Found: Hashable {
    /// Where the words end and the credit may begin; 0 where all is credit.
    var captionEnd: Int
    /// Where the credit begins; nil where there is none.
    var creditStart: Int?
  }

  /// The parts; nil where the line is no caption and no credit of a picture.
  func find(in line: [UInt8]) -> Found? {
    guard (6...Self.longest).contains(line.count) else { return nil }
    let lower = Bytes.lowercased(line)
    if let start = creditStart(lower), start > 0 || !isLabelled(lower) {
      let end = Bytes.trimEnd(line[..<start]).endIndex
      return Found(captionEnd: end, creditStart: start)
    }
    if hasPosition(lower) || hasLabel(lower) { return Found(captionEnd: line.count, creditStart: nil) }
    return nil
  }

  /// The first place near the end where a label of a picture's owner stands after a stop, bracket, bar or dash.
  private func creditStart(_ lower: [UInt8]) -> Int? {
    let first = max(0, lower.count - Self.longestCredit)
    for place in first..<lower.count {
      // A label is a word of its own; most places are inside words.
      guard data.photoOpenings[Int(lower[place])], place == 0 || !Bytes.isWord(lower[place - 1]) else { continue }
      guard let label = data.photoLabels.first(where: { lower[place...].starts(with: $0) }) else { continue }
      let behind = place + label.count
      if let last = label.last, Bytes.isWord(last), behind < lower.count, Bytes.isWord(lower[behind]) { continue }
      guard let start = opening(before: place, lower) else { continue }
      if lower[start...].split(separator: Bytes.space).count <= Self.mostWords { return start }
    }
    return nil
  }

  /// Where the credit begins when its label stands at a place; nil where the label is part of a sentence.
  private func opening(before place: Int, _ lower: [UInt8]) -> Int? {
    var start = place
    while start > 0, lower[start - 1] == Bytes.space { start -= 1 }
    if start == 0 { return place }
    switch lower[start - 1] {
    case UInt8(ascii: "("), UInt8(ascii: "["): return start - 1
    case UInt8(ascii: "|"): return start - 1
    case UInt8(ascii: "/"):
      // "Jane Doe/Agency": the credit begins behind the sentence before it.
      let stop = lower[max(0, start - 40)..<start].lastIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ")") }
      return stop.flatMap { lower[$0 + 1] == Bytes.space ? $0 + 2 : nil }
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"),
      UInt8(ascii: "\""), UInt8(ascii: "\n"):
      return place
    default:
      // Dashes and typographic quotes are three bytes in UTF-8.
      guard start >= 3, lower[start - 3] == 0xE2, lower[start - 2] == 0x80 else { return nil }
      return place
    }
  }

  /// Whether parentheses say where somebody stands.
  private func hasPosition(_ lower: [UInt8]) -> Bool {
    var index = 0
    while let open = lower[index...].firstIndex(of: UInt8(ascii: "(")) {
      let end = min(lower.count, open + 30)
      if let close = lower[open..<end].firstIndex(of: UInt8(ascii: ")")) {
        let inner = Bytes.text(lower[(open + 1)..<close])
        // "(L) and …" could be a list's letter: a single letter at the line's start is none.
        if data.has(.position, inner), open > 0 { return true }
      }
      index = open + 1
    }
    return false
  }

  /// Whether a caption's label is followed by too many words for a name.
  private func isLabelled(_ lower: [UInt8]) -> Bool {
    hasLabel(lower) && lower.split(separator: Bytes.space).count > 5
  }

  /// Whether the line begins with a caption's label and a colon, or with "In this photo …,".
  private func hasLabel(_ lower: [UInt8]) -> Bool {
    guard data.opens(.caption, lower) else { return false }
    let head = Bytes.text(lower.prefix(40))
    if let colon = head.firstIndex(of: ":") { return data.has(.caption, head[..<colon]) }
    return data.labels[.caption]?.contains { $0.hasPrefix("in this") && head.hasPrefix($0) } ?? false
  }
}
