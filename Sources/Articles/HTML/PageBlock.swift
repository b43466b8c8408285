/// A paragraph, heading, list item or table row of a page.
struct PageBlock {
  /// What it is by its elements.
  enum Kind: Hashable {
    case text
    case heading(level: Int)
    case item
    case row
  }

  /// Its words, one space between them; not empty.
  var text: [UInt8]
  var kind: Kind
  /// The place of its first text in the tree.
  var node: Int
  /// The innermost block element that it stands in.
  var element: Int
  /// What its surroundings say that it is.
  var roles: PageHints.Roles
  /// How many of its bytes are links.
  var linked: Int
  /// Whether it stands in a quotation.
  var isQuoted = false
  /// Whether it stands in a paragraph element.
  var isParagraph = false
  /// Its words.
  let words: Int
  /// Whether it ends like a sentence.
  let endsSentence: Bool

  init(
    text: [UInt8], kind: Kind, node: Int, element: Int, roles: PageHints.Roles, linked: Int, isQuoted: Bool,
    isParagraph: Bool
  ) {
    self.text = text
    self.kind = kind
    self.node = node
    self.element = element
    self.roles = roles
    self.linked = linked
    self.isQuoted = isQuoted
    self.isParagraph = isParagraph
    words = Self.words(in: text)
    endsSentence = Self.endsSentence(text)
  }

  /// The share of links in it, 0 to 1.
  var linkDensity: Double { text.isEmpty ? 0 : min(1, Double(linked) / Double(text.count)) }

  var isHeading: Bool { if case .heading = kind { true } else { false } }

  /// Whether it looks like running text: some words that are no link and end in a stop, or many.
  var isGood: Bool {
    !isHeading && linkDensity < 0.4 && (words >= 25 || (words >= 8 && endsSentence))
  }

  /// What it counts for the main text, in words; below zero where it counts against it.
  var weight: Double {
    if isGood { return Double(words) * (1 - linkDensity) }
    if isHeading { return linkDensity > 0.5 ? -Double(words) : 0 }
    if linkDensity >= 0.4 { return -0.7 * Double(min(words, 40)) }
    return endsSentence ? 0.3 * Double(words) : -0.3 * Double(words)
  }

  /// How many words: runs of letters; of scripts without spaces two signs are a word.
  static func words(in text: [UInt8]) -> Int {
    var words = 0
    var signs = 0
    var isInside = false
    for (index, byte) in text.enumerated() {
      // E3 to E9 lead the kana and the Chinese signs, EA to ED most of the Korean ones.
      if (0xE3...0xE9).contains(byte), !(byte == 0xE3 && index + 1 < text.count && text[index + 1] == 0x80) {
        signs += 1
        isInside = false
      } else if Bytes.isContinuation(byte) {
        continue
      } else if byte == 0xE2 || byte == 0xE3 || byte == 0xEF {
        // Quotes, dashes, full-width signs.
        isInside = false
      } else if Bytes.isWord(byte) {
        if !isInside { words += 1 }
        isInside = true
      } else if byte != UInt8(ascii: "'") && byte != UInt8(ascii: "-") {
        isInside = false
      }
    }
    return words + (signs + 1) / 2
  }

  /// Stops of other scripts, and signs that may stand behind a stop.
  private static let stops: [[UInt8]] = ["。", "！", "？", "؟", "۔", "।", "။", "።", "…"].map { Array($0.utf8) }
  private static let closers: [[UInt8]] = ["」", "』", "”", "’", "»", "›", "）", "“", "\u{A0}"].map { Array($0.utf8) }

  /// Whether the text ends with a stop, perhaps with quotes or brackets behind it.
  static func endsSentence(_ text: [UInt8]) -> Bool {
    var rest = text[...]
    for _ in 0..<4 {
      if Bytes.endsSentence(rest) { return true }
      if stops.contains(where: { rest.suffix($0.count).elementsEqual($0) }) { return true }
      guard let closer = closers.first(where: { rest.suffix($0.count).elementsEqual($0) }) else { return false }
      rest = rest.dropLast(closer.count)
    }
    return false
  }
}
