/// Finds headlines between paragraphs: short, alone between empty lines, without a full stop.
enum HeadingRule {
  /// The longest heading, in bytes.
  static let longest = 80

  /// Whether a line that stands alone is a heading of what follows.
  static func applies(_ line: [UInt8]) -> Bool {
    guard (3...longest).contains(line.count), let first = line.first, let last = line.last else { return false }
    guard Bytes.isUpper(first) || Bytes.isDigit(first) || first >= 0x80 else { return false }
    if [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":")].contains(last) { return false }
    return last == UInt8(ascii: "?") || !Bytes.endsSentence(line[...])
  }
}
