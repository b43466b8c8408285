/// UTF-8 that was read as Windows-1252 or ISO 8859-1.
enum LatinMojibake {
  private enum Judgement {
    case certain
    case likely
    /// A letter of another script: only where several stand in a row.
    case script
    case no
  }

  /// What the letters that begin at a place should be; empty where they stay.
  static func findings(at start: Int, in bytes: [UInt8]) -> [Mojibake.Finding] {
    var found: [(Mojibake.Finding, Judgement)] = []
    var index = start
    // A row: one letter decoded wrongly behind the other.
    while index < bytes.count, bytes[index] == 0xC3 {
      guard let (finding, judgement) = letter(at: index, in: bytes) ?? lossy(at: index, in: bytes),
        judgement != .no
      else { break }
      found.append((finding, judgement))
      index = finding.range.upperBound
    }
    let isScript = found.filter { $0.1 == .script }.count >= 2
    var findings: [Mojibake.Finding] = []
    for (finding, judgement) in found {
      if judgement == .script, !isScript { break }
      var finding = finding
      finding.isCertain = judgement == .certain || judgement == .script
      findings.append(finding)
    }
    return findings
  }

  /// One letter of UTF-8, taken as bytes of Windows-1252.
  private static func letter(at start: Int, in bytes: [UInt8]) -> (Mojibake.Finding, Judgement)? {
    let (first, width) = UTF8Text.scalar(at: start, in: bytes)
    guard let lead = Windows1252.byte(of: first), (0xC2...0xF4).contains(lead) else { return nil }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    var text = [lead]
    var index = start + width
    var isAmbiguous = false
    while text.count < length, index < bytes.count, bytes[index] >= 0x80 {
      let (scalar, width) = UTF8Text.scalar(at: index, in: bytes)
      guard let byte = Windows1252.byte(of: scalar), Bytes.isContinuation(byte) else { return nil }
      text.append(byte)
      index += width
      isAmbiguous = isPunctuation(scalar)
    }
    guard text.count == length, Bytes.invalidUTF8(in: text) == nil else { return nil }
    let scalar = UTF8Text.scalar(at: 0, in: text).0
    let judgement = judge(scalar, length, isAmbiguous, start..<index, bytes)
    return (Mojibake.Finding(range: start..<index, text: text, isCertain: false), judgement)
  }

  /// How sure it is that a scalar was meant, of which the last byte may be a sign that ends words.
  private static func judge(
    _ scalar: UInt32, _ length: Int, _ isAmbiguous: Bool, _ range: Range<Int>, _ bytes: [UInt8]
  ) -> Judgement {
    switch scalar {
    // Signs: their bytes begin with â€, â‚, â„, which no word ends with.
    case 0x2010...0x2044, 0x2070...0x20BF, 0x2100...0x214F: return .certain
    case 0xFEFF, 0xFFFD, 0xFB00...0xFB06, 0x1F300...0x1FAFF: return .certain
    case 0x80..<0xA0: return .likely
    case 0xA0..<0xC0: return isAmbiguous ? beside(range, bytes) : .certain
    case 0xC0..<0x180, 0x192, 0x218...0x21B, 0x2C6, 0x2DC, 0x1E00..<0x1F00:
      return isAmbiguous ? beside(range, bytes) : .certain
    case 0x370..<0x600, 0x600..<0x700, 0x900..<0x1000, 0x3000..<0xA000, 0xAC00..<0xD800, 0xFF00..<0xFFF0: return .script
    default: return .no
    }
  }

  /// Certain where lower case goes on before or behind: no word has a capital and a sign in its middle.
  private static func beside(_ range: Range<Int>, _ bytes: [UInt8]) -> Judgement {
    let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : Bytes.space
    let behind = range.upperBound < bytes.count ? bytes[range.upperBound] : Bytes.space
    // A no-break space stands behind a word too, but not right behind a capital that is none of it.
    if bytes[range.upperBound - 1] == 0xA0, bytes[range.upperBound - 2] == 0xC2 {
      return before < 0x80 && !Bytes.isUpper(before) ? .certain : .likely
    }
    if UTF8Text.scalar(at: range.lowerBound, in: bytes).0 >= 0xE0 { return .likely }
    return Bytes.isLower(before) || (Bytes.isLower(behind) && !Bytes.isUpper(before)) ? .certain : .likely
  }

  /// Quotation marks, dashes and brackets, which may follow any word.
  private static func isPunctuation(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2018...0x201E, 0x2013, 0x2014, 0x2026, 0x2022, 0x2039, 0x203A, 0x2122, 0xAB, 0xBB, 0xA0, 0xB7, 0xAE, 0xB0,
      0xB9, 0xB2,
      0xB3, 0xBA, 0xAA:
      true
    default: false
    }
  }

  /// Letters whose last byte was lost or became a space on the way.
  private static func lossy(at start: Int, in bytes: [UInt8]) -> (Mojibake.Finding, Judgement)? {
    func found(_ count: Int, _ text: String, _ judgement: Judgement) -> (Mojibake.Finding, Judgement) {
      (Mojibake.Finding(range: start..<(start + count), text: Array(text.utf8), isCertain: false), judgement)
    }
    let rest = bytes[start...]
    let before = UTF8Text.scalar(before: start, in: bytes)
    // The closing quotation mark: its last byte has no letter in Windows-1252.
    if rest.starts(with: "â€".utf8) {
      let end = start + "â€".utf8.count
      guard end < bytes.count else { return found(end - start, "”", .certain) }
      if rest.starts(with: "â€Â".utf8) { return found("â€Â".utf8.count, "”", .certain) }
      if bytes[end] == UInt8(ascii: "?") { return found(end + 1 - start, "”", .certain) }
      return bytes[end] < 0x80 ? found(end - start, "”", .certain) : nil
    }
    let end = start + 2
    let next = end < bytes.count ? bytes[end] : Bytes.space
    guard Bytes.isSpace(next) || (next < 0x80 && !Bytes.isWord(next)) else { return nil }
    // A no-break space, of which the sign before it stays: "said.Â It".
    if rest.starts(with: "Â".utf8) {
      let isInside = before < 0x80 && before > 0x20 && !Bytes.isUpper(UInt8(before))
      return found(2, "", isInside && Bytes.isSpace(next) ? .certain : .likely)
    }
    // à, whose second byte is a no-break space.
    if rest.starts(with: "Ã".utf8), Bytes.isSpace(next) {
      let isDouble = end + 1 < bytes.count && Bytes.isSpace(bytes[end + 1])
      return found(isDouble ? 3 : 2, "à", before < 0x80 && Bytes.isLower(UInt8(before)) ? .certain : .likely)
    }
    return nil
  }
}
