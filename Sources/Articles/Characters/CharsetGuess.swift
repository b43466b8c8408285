import CUchardet

/// Finds the charset of a text by its first bytes and by what its surroundings say.
///
/// In this order: a byte order mark; the zero bytes of UTF-16 and UTF-32; UTF-8, also with a few broken bytes; the
/// declared charset, where the bytes make sense in it and uchardet does not see another alphabet; what uchardet finds,
/// where the bytes make sense in that; Windows-1252.
struct CharsetGuess {
  /// How many bytes are looked at.
  static let sample = 1 << 16

  /// The charset.
  var charset: Charset
  /// How many bytes the byte order mark has.
  var mark = 0

  /// The charset of a text that begins with the bytes; nil where they are no text.
  ///
  /// - Parameters:
  ///   - head: The first bytes, or all; more than `sample` are not looked at.
  ///   - declared: A label from the surroundings.
  ///   - isStart: Whether the text begins here, and not only what of it is beyond ASCII.
  init?(_ head: ArraySlice<UInt8>, declared: String?, isStart: Bool = true) {
    let head = head.prefix(Self.sample)
    for (mark, label) in Self.marks where isStart && head.starts(with: mark) {
      guard let charset = Charset(label: label) else { continue }
      (self.charset, self.mark) = (charset, mark.count)
      return
    }
    if isStart, head.contains(0) {
      guard let wide = Self.wide(head) else { return nil }
      charset = wide
      return
    }
    if Recognition.looksBinary(head.filter { $0 != 27 }[...]) { return nil }
    let declared = declared.flatMap { Charset(label: $0) }
    charset = Self.narrow(head, declared: declared?.unit == 1 ? declared : nil, isStart: isStart)
  }

  /// UTF-32 first: its little-endian mark begins like that of UTF-16.
  private static let marks: [([UInt8], String)] = [
    ([0xEF, 0xBB, 0xBF], "utf-8"), ([0xFF, 0xFE, 0, 0], "utf-32le"), ([0, 0, 0xFE, 0xFF], "utf-32be"),
    ([0xFF, 0xFE], "utf-16le"), ([0xFE, 0xFF], "utf-16be"),
  ]

  // MARK: Charsets of wide units

  /// Which of UTF-16 and UTF-32 makes the bytes a text with spaces or line ends; nil where none does.
  private static func wide(_ head: ArraySlice<UInt8>) -> Charset? {
    let found = ["utf-32le", "utf-32be", "utf-16le", "utf-16be"].compactMap { Charset(label: $0) }
      .map { ($0, spaces(head, in: $0)) }.max { $0.1 < $1.1 }
    guard let (charset, count) = found, count > 0 else { return nil }
    return charset
  }

  /// How many spaces and line ends the bytes hold in a charset; 0 where they make no sense in it.
  private static func spaces(_ head: ArraySlice<UInt8>, in charset: Charset) -> Int {
    guard let converter = CharsetConverter(charset) else { return 0 }
    let text = converter.convert(head, isLast: false)
    guard converter.replaced * 50 <= text.count else { return 0 }
    var spaces = 0
    var scalars = 0
    var odd = 0
    for scalar in Bytes.text(text).unicodeScalars {
      scalars += 1
      switch scalar.value {
      case 9, 10, 13, 32, 0x3000, 0x3002, 0xFF0C: spaces += 1
      case 0..<32, 127..<160, 0xE000..<0xF900, 0xFFF0...: odd += 1
      default: break
      }
    }
    return odd * 50 <= scalars ? spaces : 0
  }

  // MARK: Charsets of bytes

  private static func narrow(_ head: ArraySlice<UInt8>, declared: Charset?, isStart: Bool) -> Charset {
    let count = Characters(in: head)
    if count.beyond == 0 {
      // Charsets of seven bits switch alphabets with escapes.
      let switches = head.contains(27) && declared?.name.hasPrefix("ISO-2022") == true
      return switches ? declared ?? .utf8 : .utf8
    }
    if count.broken == 0 || count.continuing > 2 * count.broken { return .utf8 }
    if declared == .utf8, count.continuing >= count.broken { return .utf8 }
    let punctuation = asianPunctuation(head)
    let found = uchardet(head)
    let guess = isStart || found?.unit == 1 ? found : nil
    if let declared, declared != .utf8, declared.isMultibyte || punctuation == 0, makesSense(head, in: declared) {
      if let guess, guess != declared, !declared.isMultibyte {
        let isOtherAlphabet = guess.isMultibyte || (declared.isLatin && !guess.isLatin && letters(head) > 0.4)
        if isOtherAlphabet, makesSense(head, in: guess) { return guess }
      }
      return declared
    }
    if punctuation >= 2, guess?.isMultibyte != true { return .chinese }
    guard let guess, makesSense(head, in: guess) else { return .western }
    // A few letters with marks say little about which of the Latin charsets it is.
    if guess.isLatin, count.beyond < 8 || count.beyond * 100 < head.count { return .western }
    return guess == .utf8 ? .western : guess
  }

  /// How much of the bytes is UTF-8.
  private struct Characters {
    /// Bytes beyond ASCII.
    var beyond = 0
    /// Bytes that go on with a character, each where it may.
    var continuing = 0
    /// Places that are no UTF-8.
    var broken = 0

    /// A character that the end of a whole text cuts is broken; one that the end of the sample cuts may go on.
    init(in head: ArraySlice<UInt8>) {
      let isCut = head.count >= CharsetGuess.sample
      let bytes = Array(head)
      beyond = bytes.reduce(0) { $0 + Int($1 >> 7) }
      guard beyond > 0 else { return }
      var start = 0
      while start < bytes.count {
        let end = Bytes.invalidUTF8(in: bytes, from: start) ?? bytes.count
        for byte in bytes[start..<end] where Bytes.isContinuation(byte) { continuing += 1 }
        guard end < bytes.count else { break }
        let mayGoOn = UTF8Mender.mayGoOn(bytes[end...])
        if !(mayGoOn && isCut) { broken += 1 }
        if mayGoOn { break }
        start = end + 1
      }
    }
  }

  /// How many pairs are the quotation marks and dashes of GB 2312, where all bytes beyond ASCII are such pairs, as in
  /// English from East Asia.
  private static func asianPunctuation(_ head: ArraySlice<UInt8>) -> Int {
    var pairs = 0
    var index = head.startIndex
    while index < head.endIndex {
      guard head[index] >= 0x80 else {
        index += 1
        continue
      }
      if index + 1 == head.endIndex { break }
      guard head[index] == 0xA1 || head[index] == 0xA3, head[index + 1] >= 0xA1 else { return 0 }
      pairs += 1
      index += 2
    }
    return pairs
  }

  /// The share of bytes beyond ASCII among the letters.
  private static func letters(_ head: ArraySlice<UInt8>) -> Double {
    var beyond = 0
    var all = 0
    for byte in head where Bytes.isWord(byte) && !Bytes.isDigit(byte) {
      all += 1
      if byte >= 128 { beyond += 1 }
    }
    return all == 0 ? 0 : Double(beyond) / Double(all)
  }

  /// Whether the bytes are text in a charset: hardly a place without a meaning, no control characters, and
  /// characters of several bytes side by side more often than alone.
  private static func makesSense(_ head: ArraySlice<UInt8>, in charset: Charset) -> Bool {
    guard let converter = CharsetConverter(charset) else { return false }
    let text = converter.convert(head, isLast: false)
    guard converter.replaced * 50 <= text.count, converter.replaced == 0 || charset.isMultibyte else { return false }
    var beyond = 0
    var inRuns = 0
    var run = 0
    for scalar in Bytes.text(text).unicodeScalars {
      switch scalar.value {
      case 0x80..<0xA0, 0xE000..<0xF900, 0xFFFE...: return false
      case 0..<0x80: run = 0
      default:
        beyond += 1
        run += 1
        inRuns += run == 1 ? 0 : run == 2 ? 2 : 1
      }
    }
    if charset.isMultibyte, asianPunctuation(head) == 0 { return inRuns * 2 >= beyond }
    return true
  }

  /// What uchardet finds; nil where it is not sure of any.
  private static func uchardet(_ head: ArraySlice<UInt8>) -> Charset? {
    guard let detector = uchardet_new() else { return nil }
    defer { uchardet_delete(detector) }
    let failed = head.withUnsafeBytes { bytes in
      uchardet_handle_data(detector, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count) != 0
    }
    guard !failed else { return nil }
    uchardet_data_end(detector)
    guard let name = uchardet_get_charset(detector) else { return nil }
    return Charset(label: String(cString: name))
  }
}
