/// Whether a text that begins with a bracket is JSON, and of which sort.
enum JSONHead {
  /// The format by the beginning of a text, whose first byte is `{` or `[`; nil where it looks like no JSON.
  ///
  /// - Parameter isNamedText: Whether the file's name says that it is text.
  static func format(of head: ArraySlice<UInt8>, isNamedText: Bool) -> Format? {
    let second = head.dropFirst().first { !Bytes.isSpace($0) }
    if head.first == UInt8(ascii: "[") {
      let isList = second == UInt8(ascii: "{") || (!isNamedText && (second == nil || "[]\"".utf8.contains(second ?? 0)))
      return isList ? .json : nil
    }
    guard second == nil || second == UInt8(ascii: "\"") || second == UInt8(ascii: "}") || !isNamedText else {
      return nil
    }
    return isSpread(head) ? .json : .jsonLines
  }

  /// Whether the first object has a line end inside, or a list of objects on a line that does not end here.
  private static func isSpread(_ head: ArraySlice<UInt8>) -> Bool {
    var depth = 0
    var inString = false
    var isEscaped = false
    var opensList = false
    var hasList = false
    for byte in head {
      if inString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          inString = false
        } else if byte == Bytes.newline {
          // A string does not go on over lines: the line is broken, not the object spread.
          return false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): inString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if byte == UInt8(ascii: "{"), opensList, depth <= 3 { hasList = true }
        depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return false }
      case Bytes.newline: return true
      default: break
      }
      if !Bytes.isSpace(byte) { opensList = byte == UInt8(ascii: "[") }
    }
    return hasList
  }
}
