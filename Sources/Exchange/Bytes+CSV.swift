/// CSV's words (RFC 4180), with lines that end in CR LF.
extension [UInt8] {
  /// Appends a cell, in quotation marks where it needs them; nil is an empty cell.
  ///
  /// A text that a spreadsheet would take for a formula (`=`, `+`, `-`, `@`, tab or CR in front) gets an
  /// apostrophe in front, plain numbers excepted. A text that has apostrophes there already gets one more, so
  /// that taking one away gives back what went in.
  mutating func addCell(_ text: String?) {
    guard let text, !text.isEmpty else { return }
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { addCell($0) }
    if isDone == nil { Array(text.utf8).withUnsafeBufferPointer { addCell($0) } }
  }

  /// Appends the comma and a cell.
  mutating func addNext(_ text: String?) {
    append(UInt8(ascii: ","))
    addCell(text)
  }

  /// Appends the comma and a number.
  mutating func addNext(_ number: Int) {
    append(UInt8(ascii: ","))
    add(number)
  }

  /// Appends the comma and a number; an empty cell where it is not finite.
  mutating func addNext(_ number: Double) {
    append(UInt8(ascii: ","))
    add(number)
  }

  /// Appends the commas and the two ends of a range.
  mutating func addNext(_ range: Range<Int>) {
    addNext(range.lowerBound)
    addNext(range.upperBound)
  }

  /// Ends the line.
  mutating func endLine() { add("\r\n") }

  private mutating func addCell(_ text: UnsafeBufferPointer<UInt8>) {
    let quote = UInt8(ascii: "\"")
    let isDefused = Self.isFormula(text)
    let needsQuotes = text.contains { $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D }
    if needsQuotes { append(quote) }
    if isDefused { append(UInt8(ascii: "'")) }
    if needsQuotes {
      for byte in text {
        if byte == quote { append(quote) }
        append(byte)
      }
      append(quote)
    } else {
      append(contentsOf: text)
    }
  }

  private static func isFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let rest = text.drop { $0 == UInt8(ascii: "'") }
    guard let first = rest.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): return rest.count < text.count || !isNumber(rest.dropFirst())
    default: return false
    }
  }

  /// Digits with at most one point among them.
  private static func isNumber(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var points = 0
    var digits = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "."): points += 1
      default: return false
      }
    }
    return digits > 0 && points <= 1
  }
}
