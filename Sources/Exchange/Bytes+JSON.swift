/// JSON's words (RFC 8259).
extension [UInt8] {
  /// Appends a string in quotation marks; only what JSON forbids is escaped.
  mutating func addJSON(_ text: String) {
    append(UInt8(ascii: "\""))
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { addEscaped($0) }
    if isDone == nil { Array(text.utf8).withUnsafeBufferPointer { addEscaped($0) } }
    append(UInt8(ascii: "\""))
  }

  /// Appends a string, or null.
  mutating func addJSON(_ text: String?) {
    if let text { addJSON(text) } else { add("null") }
  }

  /// Appends a number, or null where it is not finite.
  mutating func addJSON(_ number: Double) {
    if !add(number) { add("null") }
  }

  /// Appends a range as `[start,end]`.
  mutating func addJSON(_ range: Range<Int>) {
    append(UInt8(ascii: "["))
    add(range.lowerBound)
    append(UInt8(ascii: ","))
    add(range.upperBound)
    append(UInt8(ascii: "]"))
  }

  /// Copies whole stretches between the bytes that need an escape, which are rare.
  private mutating func addEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in text.indices {
      let byte = text[index]
      if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { continue }
      append(contentsOf: text[start..<index])
      start = index + 1
      switch byte {
      case UInt8(ascii: "\""): add("\\\"")
      case UInt8(ascii: "\\"): add("\\\\")
      case 0x08: add("\\b")
      case 0x09: add("\\t")
      case 0x0A: add("\\n")
      case 0x0C: add("\\f")
      case 0x0D: add("\\r")
      default:
        add("\\u00")
        append(UInt8(ascii: "0") + byte >> 4)
        let low = byte & 15
        append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
      }
    }
    append(contentsOf: text[start...])
  }
}
