/// UTF-8 that was read as Windows-1251: вЂ™ for ’, РњРѕСЃРєРІР° for Москва.
struct CyrillicMojibake {
  /// The bytes of Windows-1251 by scalar. It has no letter at 98, which comes as a control character or U+FFFD.
  private static let table: [UInt32: UInt8] = {
    var table: [UInt32: UInt8] = [0x98: 0x98, 0xFFFD: 0x98]
    for byte in UInt8(0x80)...0xFF {
      guard let charset = Charset(label: "windows-1251"), let converter = CharsetConverter(charset) else { break }
      let text = converter.convert([byte], isLast: true)
      if converter.replaced == 0 { table[UTF8Text.scalar(at: 0, in: text).0] = byte }
    }
    return table
  }()

  /// What the letters that begin at a place should be; empty where they stay.
  func findings(at start: Int, in bytes: [UInt8]) -> [Mojibake.Finding] {
    var found: [(Mojibake.Finding, UInt32)] = []
    var index = start
    while index < bytes.count, bytes[index] == 0xD0, let (finding, scalar) = letter(at: index, in: bytes) {
      found.append((finding, scalar))
      index = finding.range.upperBound
    }
    let letters = found.filter { (0x400..<0x500).contains($0.1) }.count
    let behind = index < bytes.count ? bytes[index] : Bytes.space
    let before = start > 0 ? bytes[start - 1] : Bytes.space
    // In a row that stands in Latin text.
    let isInLatin = before < 0x80 && behind < 0x80
    var findings: [Mojibake.Finding] = []
    for (finding, scalar) in found {
      var finding = finding
      switch scalar {
      case 0x2010...0x2044, 0x20AC, 0x2116, 0x2122: break
      // A Latin letter belongs into a Latin word; a sign is one where others are certain.
      case 0xA0..<0x180 where isInLatin: finding.isCertain = Self.isLetter(before) || Self.isLetter(behind)
      case 0x400..<0x500 where letters >= 3: break
      default: return findings
      }
      findings.append(finding)
    }
    return findings
  }

  private static func isLetter(_ byte: UInt8) -> Bool { Bytes.isLower(byte) || Bytes.isUpper(byte) }

  private func letter(at start: Int, in bytes: [UInt8]) -> (Mojibake.Finding, UInt32)? {
    let (first, width) = UTF8Text.scalar(at: start, in: bytes)
    guard let lead = Self.table[first], (0xC2...0xEF).contains(lead) else { return nil }
    let length = lead >= 0xE0 ? 3 : 2
    var text = [lead]
    var index = start + width
    while text.count < length, index < bytes.count, bytes[index] >= 0x80 {
      let (scalar, width) = UTF8Text.scalar(at: index, in: bytes)
      guard let byte = Self.table[scalar], Bytes.isContinuation(byte) else { return nil }
      text.append(byte)
      index += width
    }
    guard text.count == length, Bytes.invalidUTF8(in: text) == nil else { return nil }
    return (Mojibake.Finding(range: start..<index, text: text, isCertain: true), UTF8Text.scalar(at: 0, in: text).0)
  }
}
