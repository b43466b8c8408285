/// What people type into a search box, as an FTS5 expression that can never be a syntax error.
enum SearchText {
  /// Words and "phrases" joined by AND, each quoted; nil where there is no word.
  static func expression(_ text: String) -> String? {
    var terms: [String] = []
    var current = ""
    var isQuoted = false
    func close() {
      let isPrefix = !isQuoted && current.hasSuffix("*")
      let word = isPrefix ? String(current.dropLast()) : current
      current = ""
      // A term without a letter or digit has no token and would match nothing.
      guard word.contains(where: { $0.isLetter || $0.isNumber }) else { return }
      terms.append("\"\(word)\"" + (isPrefix ? "*" : ""))
    }
    for character in text.storable {
      if character == "\"" || character == "“" || character == "”" {
        close()
        isQuoted.toggle()
      } else if character.isWhitespace, !isQuoted {
        close()
      } else {
        current.append(character)
      }
    }
    close()
    return terms.isEmpty ? nil : terms.joined(separator: " AND ")
  }
}
