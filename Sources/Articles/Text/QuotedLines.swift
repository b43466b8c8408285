/// Takes the quotation marks of mails ("> ") off a text that is quoted as a whole.
enum QuotedLines {
  /// The lines without the marks where most of them have one.
  static func unquoted(_ lines: [TextLine]) -> [TextLine] {
    var marked = 0
    var all = 0
    for line in lines where !line.isBlank {
      all += 1
      if line.bytes.first == UInt8(ascii: ">") { marked += 1 }
    }
    guard marked >= 3, marked * 10 >= all * 6 else { return lines }
    return lines.map { line in
      var rest = line.bytes
      while rest.first == UInt8(ascii: ">") {
        rest = rest.dropFirst()
        if rest.first == Bytes.space { rest = rest.dropFirst() }
      }
      return TextLine(bytes: rest, mark: line.mark)
    }
  }
}
