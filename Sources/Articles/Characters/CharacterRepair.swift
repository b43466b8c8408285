/// Mends single characters: spaces, invisible characters, ligatures, private and forbidden ones.
enum CharacterRepair {
  /// The text mended.
  static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    let hasQuotes = hasWindowsQuotes(bytes)
    var index = 0
    var start = 0
    while index < bytes.count {
      if bytes[index] < 0xC2 {
        index += 1
        continue
      }
      let (scalar, length) = UTF8Text.scalar(at: index, in: bytes)
      if let text = replacement(scalar, bytes, index, length, hasQuotes) {
        output += bytes[start..<index]
        output += text
        start = index + length
      }
      index += length
    }
    output += bytes[start...]
    return output
  }

  /// What a character becomes; nil where it stays.
  private static func replacement(
    _ scalar: UInt32, _ bytes: [UInt8], _ index: Int, _ length: Int, _ hasQuotes: Bool
  ) -> [UInt8]? {
    switch scalar {
    case 0x85: return hasQuotes ? Array("…".utf8) : nil
    // Windows-1252 read as ISO 8859-1.
    case 0x80..<0xA0: return Windows1252.scalar(of: UInt8(scalar)).map { Array(String($0).utf8) } ?? []
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return [Bytes.space]
    // Soft hyphens; signs of direction; joiners; marks of order.
    case 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFC:
      return []
    case 0x200C, 0x200D:
      // They shape letters of other scripts and join pictures.
      let before = index > 0 && bytes[index - 1] >= 0x80
      let behind = index + length < bytes.count && bytes[index + length] >= 0xD8
      return before && behind ? nil : []
    case 0xFB00...0xFB06: return Array(ligatures[Int(scalar) - 0xFB00].utf8)
    // The bullet of old symbol fonts.
    case 0xF0B7: return Array("•".utf8)
    case 0xE000...0xF8FF, 0xFDD0...0xFDEF, 0xE0000...0xE0FFF, 0xF0000...: return []
    default: return scalar & 0xFFFE == 0xFFFE ? [] : nil
    }
  }

  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  /// Whether control characters stand where Windows-1252 has quotation marks and dashes.
  private static func hasWindowsQuotes(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while let lead = bytes[index...].firstIndex(of: 0xC2), lead + 1 < bytes.count {
      if (0x91...0x97).contains(bytes[lead + 1]) { return true }
      index = lead + 1
    }
    return false
  }
}

/// Reads scalars of UTF-8.
enum UTF8Text {
  /// The scalar that begins at a place and its length in bytes; a broken one is U+FFFD of one byte.
  @inline(__always)
  static func scalar(at index: Int, in bytes: [UInt8]) -> (UInt32, Int) {
    let lead = bytes[index]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, index + length <= bytes.count else { return (0xFFFD, 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (value, length)
  }

  /// The scalar before a place; 0 at the beginning.
  static func scalar(before index: Int, in bytes: [UInt8]) -> UInt32 {
    var start = index - 1
    while start > 0, index - start < 4, Bytes.isContinuation(bytes[start]) { start -= 1 }
    return start < 0 ? 0 : scalar(at: start, in: bytes).0
  }
}
