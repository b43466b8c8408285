extension Tokenizer {
  /// Second pass: sequences of tokens that together spell a special case with affixes, such as ":" ")" for ":)".
  ///
  /// Longer matches win over shorter ones, earlier over later; every match, kept or not, takes its tokens.
  func matchSpecials(from first: Int, _ tokens: inout TokenBuffer) {
    let matches = findMatches(from: first, tokens)
    guard !matches.isEmpty else { return }
    var taken = Set<Int>()
    var kept: [Range<Int>] = []
    for match in matches.sorted(by: { ($1.count, $0.lowerBound) < ($0.count, $1.lowerBound) }) {
      if !taken.contains(match.lowerBound) && !taken.contains(match.upperBound - 1) { kept.append(match) }
      taken.formUnion(match)
    }
    // From the back, so that places in front stay right.
    for match in kept.sorted(by: { $0.lowerBound > $1.lowerBound }) { replace(match, &tokens) }
  }

  private func findMatches(from first: Int, _ tokens: TokenBuffer) -> [Range<Int>] {
    var matches: [Range<Int>] = []
    for index in first..<tokens.count where beginsPattern(tokens.lexemes[index]) {
      for pattern in rules.patterns[orth(tokens, index)] ?? [] where index + pattern.count <= tokens.count {
        if pattern.indices.allSatisfy({ orth(tokens, index + $0) == pattern[$0] }) {
          matches.append(index..<(index + pattern.count))
        }
      }
    }
    return matches
  }

  private func orth(_ tokens: TokenBuffer, _ index: Int) -> UInt64 {
    store.lexemes[Int(tokens.lexemes[index])].orth
  }

  /// Puts the tokens of the special case in place of those that spell it, if the text does spell it.
  private func replace(_ match: Range<Int>, _ tokens: inout TokenBuffer) {
    let last = match.upperBound - 1
    var text = ""
    for index in match {
      text += store.lexemes[Int(tokens.lexemes[index])].text
      if tokens.spaces[index] && index < last { text += " " }
    }
    guard let special = text.withUTF8({ rules.special($0) }) else { return }
    var start = tokens.starts[match.lowerBound]
    let forms = pieces(special)
    var starts: [Int32] = []
    for form in forms {
      starts.append(start)
      start += Int32(truncatingIfNeeded: store.lexemes[Int(form)].length)
    }
    var spaces = [Bool](repeating: false, count: forms.count)
    spaces[forms.count - 1] = tokens.spaces[last]
    tokens.lexemes.replaceSubrange(match, with: forms)
    tokens.starts.replaceSubrange(match, with: starts)
    tokens.spaces.replaceSubrange(match, with: spaces)
  }
}
