/// Finds lines that belong to the page and not to the article: "Leave a Comment", "Read more: …".
struct BoilerplateRule {
  /// The longest line that is looked at, in bytes.
  static let longest = 200

  let data: ReadingData

  /// Whether the line is boilerplate.
  func applies(_ line: [UInt8]) -> Bool {
    guard !line.isEmpty, line.count <= Self.longest else { return false }
    if !line.contains(where: Bytes.isWord) { return true }
    // Signs before the words and spaces between them make a line longer than its key, but not by much.
    if line.count > data.longestPhrase + 40, !data.boilerplateOpenings.contains(Bytes.firstWord(line)) { return false }
    let key = Self.key(of: line)
    if data.boilerplate[key] != nil { return true }
    var phrase = ""
    let words = key.split(separator: " ")
    for (index, word) in words.prefix(data.longestOpening).enumerated() {
      let bare = word.trimmingSuffix { $0 == ":" || $0 == "|" || $0 == "," }
      phrase += (index > 0 ? " " : "") + bare
      switch data.boilerplate[phrase] {
      case .start: return true
      case .label:
        if bare.count < word.count && !word.hasSuffix(",") { return true }
        if index + 1 < words.count, ["-", "–", "—", "|", ":"].contains(words[index + 1]) { return true }
      case .line, nil: break
      }
      if bare.count < word.count { return false }
    }
    return false
  }

  /// A line to compare: lower case, one space between words, no punctuation at its ends, each number a `#`.
  static func key(of line: [UInt8]) -> String {
    var key: [UInt8] = []
    for byte in line {
      if Bytes.isSpace(byte) {
        if key.last != Bytes.space { key.append(Bytes.space) }
      } else if Bytes.isDigit(byte) {
        if key.last != UInt8(ascii: "#") { key.append(UInt8(ascii: "#")) }
      } else {
        key.append(Bytes.isUpper(byte) ? byte + 32 : byte)
      }
    }
    // Only the ends are looked at scalar by scalar.
    let text = Bytes.text(key).replacingTypographicApostrophes.unicodeScalars
    guard let first = text.firstIndex(where: stays), let last = text.lastIndex(where: stays) else { return "" }
    return String(text[first...last])
  }

  private static func stays(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 128 { return scalar == "#" || Bytes.isWord(UInt8(scalar.value)) }
    return scalar == "©" || scalar.properties.isAlphabetic
  }
}

extension String {
  /// The text with straight apostrophes.
  var replacingTypographicApostrophes: String {
    guard utf8.contains(0xE2) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\u{2019}" ? "'" : $0 }))
  }
}

extension Substring {
  /// The text without the characters at its end for which the condition holds.
  func trimmingSuffix(while condition: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, condition(last) { rest.removeLast() }
    return rest
  }
}
