/// Signs that part what stands in one line: "By Jane Doe | Published January 30, 2023".
enum LineSigns {
  /// The signs, each between spaces.
  private static let signs = ["|", "•", "·", "/", "—", "–"].map { Array(" \($0) ".utf8) }

  /// The first of the signs that stands in a line.
  static func separator(in line: [UInt8]) -> [UInt8]? {
    signs.first { Bytes.find($0, in: line) != nil }
  }

  /// What stands between a sign, without spaces; nothing empty.
  static func parts(of line: [UInt8], at sign: [UInt8]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    while start <= line.count {
      let end = Bytes.find(sign, in: line, from: start) ?? line.count
      let part = Bytes.trimmed(start..<end, of: line)
      if !part.isEmpty { parts.append(part) }
      start = end + sign.count
    }
    return parts
  }
}
