/// Finds lines that name the author: "By Jane Doe in Darwin", "Huyen Le (Theo Reuters, Yonhap)".
struct BylineRule {
  /// The longest byline, in bytes.
  static let longest = 140

  let data: ReadingData

  /// Whether the line is a byline.
  func applies(_ line: [UInt8]) -> Bool {
    guard (4...Self.longest).contains(line.count) else { return false }
    return opensWithLabel(line) || namesBeforeAgencies(line)
  }

  /// "By …" and then names, capitalised, with small words between them.
  private func opensWithLabel(_ line: [UInt8]) -> Bool {
    guard data.opens(.byline, line) else { return false }
    let words = Bytes.text(line).split { $0.isWhitespace || $0 == "|" || $0 == "," || $0 == ";" || $0 == "&" }
    for count in 1...3 where count < words.count {
      let label = words.prefix(count).joined(separator: " ").lowercased().trimmingColon
      guard data.has(.byline, label) else { continue }
      let names = words.dropFirst(count)
      guard names.count <= 16 else { return false }
      return names.first.map(isName) == true && names.allSatisfy { isName($0) || data.has(.joiner, bare($0)) }
    }
    return false
  }

  /// Two to five names, then agencies in parentheses, and nothing else.
  private func namesBeforeAgencies(_ line: [UInt8]) -> Bool {
    guard line.last == UInt8(ascii: ")"), let open = line.firstIndex(of: UInt8(ascii: "(")), open > 2 else {
      return false
    }
    let names = Bytes.text(line[..<open]).split { $0.isWhitespace || $0 == "," }
    guard (2...6).contains(names.count), names.allSatisfy({ isName($0) || data.has(.joiner, bare($0)) }) else {
      return false
    }
    return !CreditRule(data: data).agencies(Bytes.text(line[(open + 1)...].dropLast())).isEmpty
  }

  private func isName(_ word: Substring) -> Bool {
    guard let first = word.unicodeScalars.first(where: { $0 != "(" && $0 != "\"" && $0 != "@" }) else { return false }
    return first.properties.isUppercase || word.hasPrefix("@")
  }

  private func bare(_ word: Substring) -> String {
    word.trimmingSuffix { $0 == "." || $0 == ":" }.lowercased()
  }
}

extension String {
  /// The text without a colon at its end.
  var trimmingColon: String { hasSuffix(":") ? String(dropLast()) : self }
}
