import Foundation

/// Mends what became of a text on its way: letters decoded wrongly, character references, tags and invisible
/// characters left in it.
///
/// In this order: character references (also escaped twice), letters that were decoded wrongly once or several times
/// (`Mojibake`), tags and scripts, spaces and invisible characters, ligatures, canonical composition (NFC). Typographic
/// quotation marks and dashes stay. Each repair is made only where nothing else can be meant; what is not mended stays.
struct TextRepair {
  let data: ReadingData

  /// What a text may need.
  struct Needs: OptionSet {
    let rawValue: UInt8
    static let references = Needs(rawValue: 1)
    static let mojibake = Needs(rawValue: 2)
    static let tags = Needs(rawValue: 4)
    static let characters = Needs(rawValue: 8)
    static let composition = Needs(rawValue: 16)
  }

  /// The text mended; nil where there is nothing to mend, which costs one pass and copies nothing.
  ///
  /// - Parameter bytes: Valid UTF-8.
  /// - Complexity: O(n) in the bytes.
  func mended(_ bytes: [UInt8]) -> [UInt8]? {
    var needs = Self.needs(of: bytes)
    guard !needs.isEmpty else { return nil }
    var text = bytes
    if needs.contains(.references), let decoded = CharacterReferences(data: data).decoded(text) {
      text = decoded
      needs.formUnion(Self.needs(of: text))
    }
    if needs.contains(.mojibake), let repaired = Mojibake.repaired(text) {
      text = repaired
      needs.formUnion(Self.needs(of: text))
    }
    if needs.contains(.tags), let bare = TagRemoval.removed(from: text) { text = bare }
    if needs.contains(.characters) { text = CharacterRepair.repaired(text) }
    if needs.contains(.composition) {
      text = Array(Bytes.text(text).precomposedStringWithCanonicalMapping.utf8)
    }
    return text == bytes ? nil : text
  }

  /// A text of one line mended.
  func mended(_ text: String) -> String {
    mended(Array(text.utf8)).map { TextLayout.singleLine(Bytes.text($0)) } ?? text
  }

  /// A draft mended; marks stay with their lines.
  func mended(_ draft: Draft) -> Draft {
    var draft = draft
    draft.title = mended(draft.title)
    guard !draft.marks.isEmpty else {
      if let body = mended(draft.body) { draft.body = body }
      return draft
    }
    guard !Self.needs(of: draft.body).isEmpty else { return draft }
    var body: [UInt8] = []
    var marks: [Int: Block.Kind] = [:]
    let starts = [0] + draft.marks.keys.filter { $0 > 0 && $0 < draft.body.count }.sorted()
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : draft.body.count
      if let mark = draft.marks[start] { marks[body.count] = mark }
      let part = Array(draft.body[start..<end])
      body += mended(part) ?? part
    }
    draft.body = body
    draft.marks = marks
    return draft
  }

  /// What a text may need, by one pass over its bytes. Wrong only in that it may say too much.
  static func needs(of bytes: [UInt8]) -> Needs {
    var needs: Needs = []
    bytes.withUnsafeBytes { raw in
      let count = raw.count
      var index = 0
      while index < count {
        // Eight letters of ASCII at once, as long as none is & or <.
        while index + 8 <= count {
          let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          let high: UInt64 = 0x8080_8080_8080_8080
          let low: UInt64 = 0x0101_0101_0101_0101
          let and = word ^ (low &* 0x26)
          let less = word ^ (low &* 0x3C)
          if (word | ((and &- low) & ~and) | ((less &- low) & ~less)) & high != 0 { break }
          index += 8
        }
        guard index < count else { return }
        let byte = raw[index]
        let next = index + 1 < count ? raw[index + 1] : 0
        switch byte {
        case UInt8(ascii: "&"):
          if next == UInt8(ascii: "#") || Bytes.isLower(next) || Bytes.isUpper(next) { needs.insert(.references) }
          index += 1
        case UInt8(ascii: "<"):
          if next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || Bytes.isLower(next) || Bytes.isUpper(next) {
            needs.insert(.tags)
          }
          index += 1
        case 0..<0x80: index += 1
        default:
          let third = index + 2 < count ? raw[index + 2] : 0
          needs.formUnion(needsBeyondASCII(byte, next, third))
          index += byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        }
      }
    }
    return needs
  }

  /// What a character beyond ASCII may need, by its first byte, the byte behind that, and one more.
  @inline(__always)
  private static func needsBeyondASCII(_ lead: UInt8, _ next: UInt8, _ third: UInt8) -> Needs {
    switch lead {
    case 0xC2:
      if next <= 0xA0 || next == 0xAD { return .characters }
      return next == 0xA1 && third == 0xC2 ? .mojibake : []
    case 0xC3:
      // A Latin letter and a sign that Windows-1252 has at 80 to BF.
      if [0xC2, 0xC5, 0xC6, 0xCB, 0xE2].contains(third) { return .mojibake }
      return (next == 0x82 || next == 0x83) && !Bytes.isUpper(third) ? .mojibake : []
    case 0xC4...0xCB: return []
    case 0xCC, 0xCD, 0xD6...0xE1:
      return lead == 0xE1 && (0xB8...0xBB).contains(next) ? [] : [.composition, .characters]
    case 0xD0:
      let isLead = next == 0x93 || next == 0xA0 || next == 0xA1 || next == 0xB2
      return isLead && (third == 0xC2 || third == 0xE2 || third == 0xD0 || third == 0xD1 || third == 0xD2)
        ? .mojibake : []
    case 0xCE: return next == 0x87 ? .composition : []
    case 0xCF, 0xD1...0xD5: return []
    case 0xE2:
      if next == 0x80 {
        if (0x90...0xA7).contains(third) { return third == 0x9A ? .mojibake : [] }
        return third <= 0x8F || (0xA8...0xAF).contains(third) ? .characters : []
      }
      if next == 0x81 { return third >= 0x9F ? .characters : [] }
      return next == 0x82 || (next == 0x84 && third < 0xA6) ? [] : .composition
    case 0xE3: return next == 0x80 && third == 0x80 ? .characters : next == 0x82 && third >= 0x99 ? .composition : []
    case 0xE9: return next == 0x88 && third == 0xA5 ? .mojibake : []
    case 0xE4...0xED: return []
    case 0xEE: return .characters
    case 0xEF: return next < 0xBC || next == 0xBF ? [.characters, .composition] : []
    case 0xF0: return next == 0x9F && third != 0xBF ? [] : [.characters, .composition]
    default: return [.characters, .composition]
    }
  }
}
