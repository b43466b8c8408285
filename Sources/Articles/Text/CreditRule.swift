/// Finds whose report it is: "(Reuters, Yonhap)", "Source: Reuters", "(Reporting by …; Editing by …)".
struct CreditRule {
  /// The longest credit, in bytes.
  static let longest = 240

  let data: ReadingData

  /// Whether the whole line is a credit.
  func applies(_ line: [UInt8]) -> Bool {
    guard (2...Self.longest).contains(line.count) else { return false }
    let text = Bytes.text(line)
    if namesContribution(line) { return true }
    guard line.count <= 60 || data.opens(.credit, line) else { return false }
    let inner = Substring(text).drop { "([—–- ".contains($0) }.trimmingSuffix { ")].".contains($0) }
    if let label = creditLabel(of: inner) {
      // "Source" and the like need a colon or names: "Sources said …" is a sentence.
      let rest = inner.dropFirst(label.count).drop { $0 == " " }
      return rest.hasPrefix(":") || label.hasSuffix(" by") || !agencies(String(rest)).isEmpty
        || (rest.isEmpty && data.agencies[label] != nil)
    }
    return inner.utf8.count <= 60 && !agencies(String(inner)).isEmpty
  }

  /// Whether a line is one sentence such as "Agency staff in Kyiv contributed to this report."
  private func namesContribution(_ line: [UInt8]) -> Bool {
    let lower = Bytes.lowercased(line)
    // One sentence alone: an end of a sentence before the phrase shows that there is another.
    return data.contributions.contains { phrase in
      Bytes.find(phrase, in: lower).map { !Bytes.hasSentenceBreak(Array(line[..<$0])) } ?? false
    }
  }

  /// Where agencies in parentheses at the end of a line begin; nil where there are none.
  func trailing(in line: [UInt8]) -> Int? {
    var end = line.count
    if line.last == UInt8(ascii: ".") { end -= 1 }
    guard end > 3, line[end - 1] == UInt8(ascii: ")") else { return nil }
    let lowest = max(1, end - Self.longest)
    guard let open = line[lowest..<end].lastIndex(of: UInt8(ascii: "(")) else { return nil }
    let inner = Bytes.text(line[(open + 1)..<(end - 1)])
    let startsSentence = Bytes.endsSentence(Bytes.trimEnd(line[..<open]))
    guard startsSentence, creditLabel(of: Substring(inner)) != nil || !agencies(inner).isEmpty else { return nil }
    return open
  }

  /// The agencies of a list such as "Theo Reuters, Yonhap"; empty where a part of it is none.
  func agencies(_ list: String) -> [String] {
    var found: [String] = []
    for part in list.split(whereSeparator: { ",;/&|".contains($0) }) {
      for name in String(part).splitAtAnd {
        guard let agency = agency(name) else { return [] }
        if !found.contains(agency) { found.append(agency) }
      }
    }
    return found
  }

  /// The agencies that a line names anywhere, each word sequence of up to four words looked up.
  func agenciesNamed(in text: String) -> [String] {
    let words = text.split { !($0.isLetter || $0.isNumber || $0 == "-") }
    var found: [String] = []
    var index = 0
    while index < words.count {
      var step = 1
      guard data.agencyOpenings.contains(Bytes.firstWord(Array(words[index].utf8))) else {
        index += 1
        continue
      }
      for length in stride(from: min(4, words.count - index), through: 1, by: -1) {
        let phrase = words[index..<(index + length)].joined(separator: " ")
        guard let agency = data.agencies[phrase.lowercased()], phrase.first?.isUppercase == true else { continue }
        if !found.contains(agency) { found.append(agency) }
        step = length
        break
      }
      index += step
    }
    return found
  }

  private func agency(_ name: String) -> String? {
    let words = name.split(separator: " ").map { String($0.trimmingSuffix { $0 == "." || $0 == ":" }) }
    for skipped in 0...2 where skipped < words.count {
      let label = words.prefix(skipped).joined(separator: " ").lowercased()
      guard skipped == 0 || data.has(.via, label) else { continue }
      if let agency = data.agencies[words.dropFirst(skipped).joined(separator: " ").lowercased()] { return agency }
    }
    return nil
  }

  private func creditLabel(of text: Substring) -> String? {
    let words = text.prefix(40).split(separator: " ", maxSplits: 4)
    for count in stride(from: min(4, words.count), through: 1, by: -1) {
      let label = words.prefix(count).joined(separator: " ").lowercased().trimmingColon
      if data.has(.credit, label) { return label }
    }
    return nil
  }
}

extension String {
  /// The parts between the word "and".
  fileprivate var splitAtAnd: [String] {
    var parts: [String] = [""]
    for word in split(whereSeparator: \.isWhitespace) {
      if word == "and" {
        parts.append("")
      } else {
        parts[parts.count - 1] += (parts[parts.count - 1].isEmpty ? "" : " ") + word
      }
    }
    return parts.filter { !$0.isEmpty }
  }
}
