/// UTF-8 that was read as GBK: 鈥檚 for ’s, 鈥 with nothing behind it for a sign whose last byte was lost.
///
/// The first two bytes of Latin quotation marks and dashes are 鈥, a letter that hardly any text has; where a text has
/// it before something else than Chinese, single letters inside Latin words (caf茅) are mended too.
struct ChineseMojibake {
  private static let sign = Array("鈥".utf8)
  private let isFound: Bool
  private let converter: CharsetConverter?
  private var seen = 0
  private var isOpen = false

  init(_ bytes: [UInt8]) {
    isFound = Bytes.find(Self.sign, in: bytes) != nil
    converter = isFound ? CharsetConverter(from: Charset.utf8.name, to: Charset.chinese.name) : nil
  }

  /// What the letters that begin at a place should be; empty where they stay.
  mutating func findings(at start: Int, in bytes: [UInt8]) -> [Mojibake.Finding] {
    guard isFound, let converter else { return [] }
    let isSign = bytes[start...].starts(with: Self.sign)
    let before = start > 0 ? bytes[start - 1] : Bytes.space
    guard isSign || (before < 0x80 && Bytes.isWord(before)) else { return [] }
    // As many letters as were decoded together: two bytes each, a sign of three bytes and one behind it.
    var end = start
    for _ in 0..<8 where end < bytes.count && bytes[end] >= 0x80 { end += UTF8Text.scalar(at: end, in: bytes).1 }
    let text = converter.convert(bytes[start..<end], isLast: true)
    if Bytes.invalidUTF8(in: text) == nil, Self.isLatin(text) {
      follow(to: start, bytes)
      if let mark = Bytes.text(text).first, mark == "“" || mark == "”" { isOpen = mark == "“" }
      seen = end
      return [Mojibake.Finding(range: start..<end, text: text, isCertain: isSign)]
    }
    // Chinese stands beside Chinese; a text that ends so tells nothing.
    guard isSign, end == start + Self.sign.count, end < bytes.count, !Self.isInChinese(start, bytes) else { return [] }
    return [lost(start..<end, bytes)]
  }

  /// Whether the text has letters and signs that English texts have.
  private static func isLatin(_ text: [UInt8]) -> Bool {
    Bytes.text(text).unicodeScalars.allSatisfy {
      $0.value < 0x180 || (0x2010...0x2044).contains($0.value) || $0 == "€" || $0 == "™"
    }
  }

  /// Whether the last letter before a place is Chinese.
  private static func isInChinese(_ place: Int, _ bytes: [UInt8]) -> Bool {
    var index = place
    while index > 0, place - index < 8, bytes[index - 1] == Bytes.space { index -= 1 }
    return index > 0 && UTF8Text.scalar(before: index, in: bytes) >= 0x2E80
  }

  /// A sign whose last byte is gone, with the question mark that stands for it: a dash between spaces, a closing
  /// quotation mark where one is open, an apostrophe otherwise.
  private mutating func lost(_ range: Range<Int>, _ bytes: [UInt8]) -> Mojibake.Finding {
    var end = range.upperBound
    if end < bytes.count, bytes[end] == UInt8(ascii: "?") { end += 1 }
    let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : Bytes.space
    let behind = end < bytes.count ? bytes[end] : Bytes.space
    var text: [UInt8]
    if Bytes.isSpace(before) {
      text = Array("–".utf8)
    } else {
      follow(to: range.lowerBound, bytes)
      text = Array((isOpen ? "”" : "’").utf8)
      isOpen = false
    }
    // The byte behind the sign went with it: it was a space, or there would be a letter of Chinese.
    if end > range.upperBound, Bytes.isWord(behind), behind < 0x80 { text.append(Bytes.space) }
    return Mojibake.Finding(range: range.lowerBound..<end, text: text, isCertain: true)
  }

  /// Goes on to a place and keeps in mind whether a quotation is open there; a line's end closes all.
  private mutating func follow(to place: Int, _ bytes: [UInt8]) {
    while seen < place {
      switch bytes[seen] {
      case Bytes.newline: isOpen = false
      case UInt8(ascii: "\""): isOpen.toggle()
      case 0xE2:
        if bytes[seen...].starts(with: "“".utf8) { isOpen = true }
        if bytes[seen...].starts(with: "”".utf8) { isOpen = false }
      default: break
      }
      seen += 1
    }
  }
}
