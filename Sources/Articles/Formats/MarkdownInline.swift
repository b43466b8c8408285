/// Takes the markup out of one line of Markdown.
enum MarkdownInline {
  /// The longest link target, in bytes.
  private static let longestTarget = 2000

  /// The words of a line. `inComment` carries an HTML comment that goes on over lines.
  static func plain(_ line: ArraySlice<UInt8>, inComment: inout Bool) -> [UInt8] {
    let bytes = Array(line)
    var output: [UInt8] = []
    var brackets: [Int] = []
    var noTargetEnd = false
    var noTagEnd = false
    var index = 0
    while index < bytes.count {
      if inComment {
        guard let end = Bytes.find(Array("-->".utf8), in: bytes, from: index) else { return trimmed(output) }
        inComment = false
        index = end + 3
        continue
      }
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch byte {
      case UInt8(ascii: "\\") where isSign(next):
        output.append(next)
        index += 2
        continue
      case UInt8(ascii: "<") where bytes[index...].starts(with: "<!--".utf8):
        inComment = true
        index += 4
        continue
      case UInt8(ascii: "<") where !noTagEnd && (Bytes.isUpper(next) || Bytes.isLower(next) || next == 47):
        if let end = bytes[index...].prefix(longestTarget).firstIndex(of: UInt8(ascii: ">")) {
          index = end + 1
          continue
        }
        noTagEnd = true
        output.append(byte)
      case UInt8(ascii: "!") where next == UInt8(ascii: "["): break
      case UInt8(ascii: "["):
        brackets.append(output.count)
        // A sign that no text has; it goes if a target follows, else it becomes a bracket again.
        output.append(0)
      case UInt8(ascii: "]"):
        guard let open = brackets.popLast() else {
          output.append(byte)
          break
        }
        if next == UInt8(ascii: "(") || next == UInt8(ascii: "["), !noTargetEnd {
          let close = next == UInt8(ascii: "(") ? UInt8(ascii: ")") : byte
          if let end = bytes[(index + 2)...].prefix(longestTarget).firstIndex(of: close) {
            index = end + 1
            continue
          }
          noTargetEnd = true
        }
        output[open] = UInt8(ascii: "[")
        output.append(byte)
      case UInt8(ascii: "`"): break
      case UInt8(ascii: "~") where next == byte: index += 1
      case UInt8(ascii: "*"), UInt8(ascii: "_"):
        if isEmphasis(byte, before: output.last, bytes, index) {
          while index + 1 < bytes.count, bytes[index + 1] == byte { index += 1 }
        } else {
          output.append(byte)
        }
      default: output.append(byte)
      }
      index += 1
    }
    for open in brackets { output[open] = UInt8(ascii: "[") }
    return trimmed(output)
  }

  /// Whether stars or underscores touch a word and do not stand inside one.
  private static func isEmphasis(_ sign: UInt8, before: UInt8?, _ bytes: [UInt8], _ index: Int) -> Bool {
    var end = index
    while end < bytes.count, bytes[end] == sign { end += 1 }
    let behind = end < bytes.count ? bytes[end] : Bytes.space
    let before = before ?? Bytes.space
    if Bytes.isSpace(before), Bytes.isSpace(behind) { return false }
    if sign == UInt8(ascii: "*") { return !(Bytes.isDigit(before) && Bytes.isDigit(behind)) }
    return !(Bytes.isWord(before) && Bytes.isWord(behind))
  }

  private static func isSign(_ byte: UInt8) -> Bool { "\\`*_{}[]()#+-.!<>|~".utf8.contains(byte) }

  private static func trimmed(_ output: [UInt8]) -> [UInt8] { Array(Bytes.trim(output.filter { $0 != 0 }[...])) }
}
