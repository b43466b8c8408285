/// Mends UTF-8 that was read as Windows-1252, ISO 8859-1, Windows-1251, GBK or Mac Roman, once or several times.
///
/// The idea is that of ftfy (R. Speer): letters that, taken as bytes of the wrong charset, are valid UTF-8 again were
/// most likely that before. Here each place is judged alone, by what it would become and what stands around it:
/// - *certain* where the letters never stand together in a language (â€™, Ã©),
/// - *likely* where they could, as an accented capital before a quotation mark ("AMANHÃ…"): mended only in a text that
///   has certain places,
/// - letters of another script only in rows of two or more.
enum Mojibake {
  /// A place and what it should be.
  struct Finding {
    var range: Range<Int>
    var text: [UInt8]
    var isCertain: Bool
  }

  /// How often a text can have been decoded wrongly.
  private static let rounds = 3

  /// The text mended; nil where nothing is certain.
  ///
  /// - Complexity: O(n) in the bytes.
  static func repaired(_ bytes: [UInt8]) -> [UInt8]? {
    var text: [UInt8]?
    for _ in 0..<rounds {
      let current = text ?? bytes
      let findings = findings(in: current)
      guard findings.contains(where: \.isCertain) else { break }
      var output: [UInt8] = []
      output.reserveCapacity(current.count)
      var start = 0
      for finding in findings {
        output += current[start..<finding.range.lowerBound]
        output += finding.text
        start = finding.range.upperBound
      }
      text = output + current[start...]
    }
    return text
  }

  private static func findings(in bytes: [UInt8]) -> [Finding] {
    var findings: [Finding] = []
    var chinese = ChineseMojibake(bytes)
    let cyrillic = CyrillicMojibake()
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0xC2 {
        index += 1
        continue
      }
      let found: [Finding]
      switch lead {
      case 0xC2: found = pairs(at: index, in: bytes)
      case 0xC3: found = LatinMojibake.findings(at: index, in: bytes)
      case 0xD0: found = cyrillic.findings(at: index, in: bytes)
      case 0xE2: found = pairs(at: index, in: bytes)
      case 0xE4...0xE9: found = chinese.findings(at: index, in: bytes)
      default: found = []
      }
      if let end = found.last?.range.upperBound, end > index {
        findings += found
        index = end
      } else {
        index += UTF8Text.scalar(at: index, in: bytes).1
      }
    }
    return findings
  }

  /// Quotation marks of GBK read as Windows-1252 (¡¯) and of UTF-8 read as Mac Roman (‚Äô).
  private static func pairs(at index: Int, in bytes: [UInt8]) -> [Finding] {
    for (wrong, right) in signs where bytes[index...].starts(with: wrong) {
      return [Finding(range: index..<(index + wrong.count), text: right, isCertain: true)]
    }
    return []
  }

  private static let signs: [([UInt8], [UInt8])] = [
    ("¡ª¡ª", "—"), ("¡¯", "’"), ("¡®", "‘"), ("¡°", "“"), ("¡±", "”"), ("¡ª", "—"), ("¡\u{AD}¡\u{AD}", "…"),
    ("¡\u{AD}", "…"),
    ("‚Äô", "’"), ("‚Äò", "‘"), ("‚Äú", "“"), ("‚Äù", "”"), ("‚Äî", "—"), ("‚Äì", "–"), ("‚Ä¶", "…"), ("‚Ä¢", "•"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
}
