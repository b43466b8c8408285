import Foundation

/// Letters without their accents and typographic marks in their plain form, one scalar for one scalar.
///
/// A folded text has as many scalars as the text itself, so offsets stay what they are.
enum Folding {
  /// The plain form of a scalar; the scalar itself where it has none.
  static func fold(_ scalar: Unicode.Scalar) -> UInt32 { fold(scalar.value) }

  /// The plain form of the scalar of this value.
  static func fold(_ value: UInt32) -> UInt32 {
    if value < 0x80 { return value }
    switch value {
    case 0x2018, 0x2019, 0x02BC, 0x00B4, 0x0060: return 0x27
    case 0x2010, 0x2011, 0x2013: return 0x2D
    case 0x00A0: return 0x20
    default: break
    }
    guard value < 0x250 || (0x1E00..<0x1F00).contains(value) else { return value }
    return latin[value] ?? value
  }

  /// The scalars of a text, folded.
  static func fold(_ text: String) -> [UInt32] { text.unicodeScalars.map(fold) }

  /// Latin letters with a mark and the letter under it, from the canonical decompositions, besides those without one.
  private static let latin: [UInt32: UInt32] = {
    var table: [UInt32: UInt32] = [
      0x131: 0x69, 0x141: 0x4C, 0x142: 0x6C, 0xD8: 0x4F, 0xF8: 0x6F, 0x110: 0x44, 0x111: 0x64, 0x18F: 0x41, 0x259: 0x61,
    ]
    for value in Array(UInt32(0xC0)..<0x250) + Array(UInt32(0x1E00)..<0x1F00) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let parts = Array(String(Character(scalar)).decomposedStringWithCanonicalMapping.unicodeScalars)
      if parts.count > 1, let base = parts.first, base.value < 0x80 { table[value] = base.value }
    }
    return table
  }()

  /// Whether a folded scalar is a letter or digit.
  static func isWord(_ value: UInt32) -> Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case ..<0x80: false
    default: Unicode.Scalar(value)?.properties.isAlphabetic ?? false
    }
  }
}
