/// How a text stands on a terminal.
public enum TerminalText {
  /// The text with each control character made a space, so that no article can steer the terminal.
  public static func clean(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var cleaned = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { cleaned.append(isControl(scalar) ? " " : scalar) }
    return String(cleaned)
  }

  /// How many columns the text takes: two for wide characters and emoji, none for combining marks.
  public static func width(_ text: String) -> Int {
    // A fast answer for the usual case.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.reduce(0) { $0 + width($1) }
  }

  /// The text cut to at most so many columns, with `…` where something is left out.
  public static func truncated(_ text: String, to width: Int) -> String {
    if Self.width(text) <= width { return text }
    if width <= 0 { return "" }
    var kept = ""
    var used = 0
    for character in text {
      let next = Self.width(character)
      // One column is for the ellipsis.
      if used + next > width - 1 { break }
      kept.append(character)
      used += next
    }
    return kept + "…"
  }

  static func width(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    if character.isASCII { return isControl(first) ? 0 : 1 }
    // U+FE0F asks for the picture of a sign; two regional indicators are a flag.
    if character.unicodeScalars.contains(where: { $0.value == 0xFE0F || $0.properties.isEmojiPresentation }) {
      return 2
    }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return wide.contains { $0.contains(first.value) } ? 2 : 1
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || isReordering(scalar.value)
  }

  /// The marks that change the direction of what follows.
  private static func isReordering(_ value: UInt32) -> Bool {
    (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
  }

  /// The blocks that Unicode's East Asian Width (UAX 11) calls wide or fullwidth.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x17000...0x18AFF, 0x1B000...0x1B2FF, 0x20000...0x3FFFD,
  ]
}
