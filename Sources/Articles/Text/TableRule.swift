/// Finds rows of tables: mostly numbers, or several cells with tabs or bars between them.
enum TableRule {
  /// The longest row, in bytes.
  static let longest = 300

  /// Whether a line is a row of numbers.
  static func applies(_ line: [UInt8]) -> Bool {
    guard line.count <= longest, line.contains(where: Bytes.isDigit), !Bytes.endsSentence(line[...]) else {
      return false
    }
    let words = line.split { Bytes.isSpace($0) || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ";") }
    let numbers = words.filter(isNumber).count
    return words.count >= 3 && (numbers > 2 ? numbers * 2 >= words.count : numbers == 2 && words.count == 3)
  }

  /// Whether a line has three cells or more: what stands above or between rows of numbers.
  static func hasCells(_ line: [UInt8]) -> Bool {
    guard line.count <= longest else { return false }
    let tabs = line.filter { $0 == 9 }.count
    let bars = line.filter { $0 == UInt8(ascii: "|") }.count
    return tabs >= 2 || bars >= 2 || Bytes.text(line).split(separator: "   ").count >= 3
  }

  private static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    for byte in word {
      if Bytes.isDigit(byte) {
        digits += 1
      } else if !"+-.,:/%$()".utf8.contains(byte), byte < 0x80 {
        return false
      }
    }
    return digits > 0 || (word.count == 1 && (word.first == UInt8(ascii: "-") || word.first == UInt8(ascii: "%")))
  }
}
