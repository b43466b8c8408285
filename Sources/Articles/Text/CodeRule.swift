/// Finds program text that a page left among its words: JavaScript, style sheets, JSON, markup.
enum CodeRule {
  /// What only code has.
  private static let signs = [
    "{", "}", "=>", "==", "!=", "();", "')", "\")", "&&", "||", "</", "/>", "=\"", "='", "\":", "px;", "!important",
    "function(",
    "function (", "var ", "const ", "window.", "document.", "@media", "/*", "*/", "$(", "://", "[0]", "+=", ");", "%;",
  ].map { Array($0.utf8) }

  /// By byte, the signs that begin with it.
  private static let byFirst: [[[UInt8]]] = {
    var table = [[[UInt8]]](repeating: [], count: 256)
    for sign in signs { sign.first.map { table[Int($0)].append(sign) } }
    return table
  }()

  /// Bytes without one of which no line is code.
  private static let telling: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in "{}=<>&|$@*;[]".utf8 { table[Int(byte)] = true }
    return table
  }()

  /// Whether a paragraph or line is code: it has several of the signs, one in every thirty bytes.
  ///
  /// - Complexity: O(n) in the bytes.
  static func applies(_ line: ArraySlice<UInt8>) -> Bool {
    guard let last = line.last, line.contains(where: { telling[Int($0)] }) else { return false }
    let count = count(line)
    // A bracket alone on its line, a rule's or function's opening, a call's end.
    if line.count <= 80, last == UInt8(ascii: "{") || line.allSatisfy({ "{}[]();, ".utf8.contains($0) }) {
      return true
    }
    if line.count <= 200, line.suffix(2).elementsEqual(");".utf8), hasCall(line) { return true }
    return count >= 2 && count * 30 >= line.count && line.contains { "=:;(<".utf8.contains($0) }
  }

  /// Whether a line goes on with code that is open: a declaration, a key with its value.
  static func goesOn(_ line: ArraySlice<UInt8>) -> Bool {
    guard let last = line.last, line.count <= 200 else { return false }
    if "{};,[(".utf8.contains(last) { return true }
    return line.first == UInt8(ascii: "\"") && Bytes.find(Array("\":".utf8), in: Array(line)) != nil
  }

  /// How many brackets a line leaves open.
  static func depth(_ line: ArraySlice<UInt8>) -> Int {
    line.reduce(0) {
      $1 == UInt8(ascii: "{") || $1 == UInt8(ascii: "[")
        ? $0 + 1 : $1 == UInt8(ascii: "}") || $1 == UInt8(ascii: "]") ? $0 - 1 : $0
    }
  }

  /// Whether a bracket opens right behind a word.
  private static func hasCall(_ line: ArraySlice<UInt8>) -> Bool {
    zip(line, line.dropFirst()).contains { Bytes.isWord($0) && $1 == UInt8(ascii: "(") }
  }

  private static func count(_ line: ArraySlice<UInt8>) -> Int {
    var count = 0
    var index = line.startIndex
    while index < line.endIndex {
      let found = byFirst[Int(line[index])].first { line[index...].starts(with: $0) }
      if found != nil { count += 1 }
      index += found?.count ?? 1
    }
    return count
  }
}
