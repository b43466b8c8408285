/// Whether a text's lines were broken to a width, and which of them belong together.
///
/// A text counts as wrapped when its lines are at most `widest` long, most of them could not have taken the first
/// word of the next line, few of them end a sentence, and many go on in lower case.
struct Wrapping {
  /// The widest line of a wrapped text, in scalars.
  static let widest = 100
  /// The narrowest.
  static let narrowest = 35

  private let width: Int

  /// The wrapping of a text, by its groups of lines without an empty line between them; nil where it has none.
  init?(groups: [[[UInt8]]]) {
    var counts = [Int](repeating: 0, count: 256)
    var followed = 0
    for group in groups {
      for line in group.dropLast() {
        counts[min(255, Bytes.scalars(line))] += 1
        followed += 1
      }
    }
    guard followed >= 2 else { return nil }
    // The width is what nineteen of twenty lines keep to.
    var width = 0
    var seen = 0
    for (length, count) in counts.enumerated() where seen < followed - followed / 20 {
      seen += count
      if count > 0 { width = length }
    }
    guard (Self.narrowest...Self.widest).contains(width) else { return nil }
    self.width = width
    var full = 0
    var open = 0
    var lower = 0
    for group in groups {
      for (line, next) in zip(group, group.dropFirst()) {
        if joins(line, next) { full += 1 }
        if !Bytes.endsSentence(line[...]) { open += 1 }
        if let first = next.first(where: { !Bytes.isSpace($0) }), Bytes.isLower(first) || first >= 128 { lower += 1 }
      }
    }
    guard full * 5 >= followed * 3, open * 2 >= followed, lower * 5 >= followed * 2 else { return nil }
  }

  /// Whether the next line goes on with the line's paragraph.
  func joins(_ line: [UInt8], _ next: [UInt8]) -> Bool {
    guard let first = next.first, !Bytes.isSpace(first), !Self.isListItem(next) else { return false }
    let word = next.prefix { !Bytes.isSpace($0) }
    // One line in a ragged text is shorter than it could be; a quarter of the width is let pass.
    return Bytes.scalars(line) + 1 + Bytes.scalars(word) > width * 3 / 4
  }

  private static func isListItem(_ line: [UInt8]) -> Bool {
    guard let first = line.first else { return false }
    if [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(first) {
      return line.count > 1 && line[1] == Bytes.space
    }
    if line.starts(with: "•".utf8) { return true }
    let digits = line.prefix(while: Bytes.isDigit).count
    return (1...3).contains(digits) && line.count > digits + 1 && line[digits + 1] == Bytes.space
      && (line[digits] == UInt8(ascii: ".") || line[digits] == UInt8(ascii: ")"))
  }
}
