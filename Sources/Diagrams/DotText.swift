/// Text on its way into DOT: cleaned, escaped and wrapped, so that it draws as itself.
enum DotText {
  /// The text without what no picture should carry: controls and line ends become spaces, and marks that turn the
  /// direction of writing go, since with them a name could pass for another.
  static func clean(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var spaced = true
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0xFEFF: continue
      // Not allowed in XML, even escaped.
      case 0xFFFE, 0xFFFF: continue
      case 0...0x20, 0x7F...0xA0, 0x2028, 0x2029:
        if !spaced { result.append(" ") }
        spaced = true
      default:
        result.append(scalar)
        spaced = false
      }
    }
    if result.last == " " { result.removeLast() }
    return String(result)
  }

  /// Escaped for XML.
  static func xml(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Escaped for HTML-like labels, in which Graphviz expands `\N` after it has read entities.
  static func html(_ text: String) -> String { xml(text).replacing("\\", with: "\\\\") }

  /// A DOT string in quotes for keywords and numbers that the code itself chose.
  static func quoted(_ text: String) -> String {
    "\"" + text.filter { $0 != "\"" && $0 != "\\" } + "\""
  }

  /// A DOT string in quotes for a name. A backslash becomes its full-width likeness: DOT has no way to end a name
  /// with one, and the name that people see is the label.
  static func escName(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\u{FF3C}").replacing("\"", with: "\\\"") + "\""
  }

  /// A DOT string in quotes for values in which Graphviz expands `\N` and entities: tooltips.
  static func escString(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      // Graphviz expands tooltips twice.
      case "\\": result += "\\\\\\\\"
      case "\n": result += "&#10;"
      default: result += xml(String(scalar))
      }
    }
    return result + "\""
  }

  /// The address if it is a plain http or https one, percent-encoded where needed; nil otherwise.
  static func safeURL(_ text: String?) -> String? {
    guard let text, text.utf8.count <= 2_000 else { return nil }
    let lower = text.prefix(8).lowercased()
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://") else { return nil }
    guard let colon = text.firstIndex(of: ":"),
      text[colon...].dropFirst(3).first?.isLetter == true
        || text[colon...].dropFirst(3).first?.isNumber == true || text[colon...].dropFirst(3).first == "["
    else { return nil }
    let digits = Array("0123456789ABCDEF")
    let plain = Set("-._~:/?#[]@!$&()*+,;=%".utf8)
    var result = ""
    for byte in text.utf8 {
      let isAlphanumeric = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      if isAlphanumeric || plain.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return result
  }

  /// A word that CSS and scripts can use: ASCII letters, digits, dash and underscore.
  static func slug(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_": result.unicodeScalars.append(scalar)
      default: if result.last != "-" { result += "-" }
      }
    }
    return result.isEmpty ? "x" : String(result.prefix(60))
  }

  /// The text in as few lines as `width` columns allow, of about the same length.
  static func balanced(_ text: String, width: Int, lines limit: Int) -> [String] {
    var best = wrapped(text, width: width, lines: limit)
    guard best.count > 1, best.last?.hasSuffix("…") != true else { return best }
    var narrower = width - 1
    while narrower >= width / 2 {
      let lines = wrapped(text, width: narrower, lines: limit + 1)
      guard lines.count == best.count, lines.allSatisfy({ columns($0[...]) <= narrower }) else { break }
      best = lines
      narrower -= 1
    }
    return best
  }

  /// The text in lines of about `width` columns, at most `lines` of them; what is left out shows as an ellipsis.
  ///
  /// Wide characters (Chinese, Japanese, Korean, emoji) count as two columns. A word longer than a line is cut.
  static func wrapped(_ text: String, width: Int, lines limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ") {
      for piece in pieces(of: word, width: width) {
        let columns = self.columns(piece)
        if used > 0, used + 1 + columns > width {
          lines.append(line)
          (line, used) = ("", 0)
        }
        if used > 0 {
          line += " "
          used += 1
        }
        line += piece
        used += columns
      }
    }
    if !line.isEmpty { lines.append(line) }
    guard lines.count > limit, limit > 0 else { return lines }
    var kept = Array(lines.prefix(limit))
    var last = kept.removeLast()
    while columns(last[...]) > max(1, width - 1) { last.removeLast() }
    while last.last == " " { last.removeLast() }
    return kept + [last + "…"]
  }

  private static func pieces(of word: Substring, width: Int) -> [Substring] {
    guard columns(word) > width + 4 else { return [word] }
    var pieces: [Substring] = []
    var start = word.startIndex
    var used = 0
    for index in word.indices {
      let columns = self.columns(word[index...index])
      if used + columns > width, used > 0 {
        pieces.append(word[start..<index])
        (start, used) = (index, 0)
      }
      used += columns
    }
    pieces.append(word[start...])
    return pieces
  }

  private static func columns(_ text: Substring) -> Int {
    text.reduce(0) { sum, character in
      let value = character.unicodeScalars.first?.value ?? 0
      let wide =
        (0x1100...0x115F).contains(value) || (0x2E80...0xA4CF).contains(value)
        || (0xAC00...0xD7A3).contains(value) || (0xF900...0xFAFF).contains(value)
        || (0xFF00...0xFF60).contains(value) || value >= 0x1F300
      return sum + (wide ? 2 : 1)
    }
  }
}
