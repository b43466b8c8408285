import Vocabulary

/// Names of features as numbers: FNV-1a over words, mixed into the row of a table.
///
/// Feature hashing keeps the table small; see Weinberger et al., "Feature Hashing for Large Scale Multitask Learning"
/// (2009).
enum FeatureHash {
  /// The hash of a word.
  static func word(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 {
      hash ^= UInt64(byte)
      hash &*= 0x0100_0000_01b3
    }
    return hash
  }

  /// The hash of a type's name.
  static func type(_ type: EventType) -> UInt64 { types[type] ?? 0 }

  private static let types = Dictionary(uniqueKeysWithValues: EventType.allCases.map { ($0, word($0.rawValue)) })

  /// Two hashes as one; the order counts.
  @inline(__always)
  static func join(_ left: UInt64, _ right: UInt64) -> UInt64 {
    var hash = left &* 0x9e37_79b9_7f4a_7c15 ^ (right &+ 0x7f4a_7c15_9e37_79b9)
    hash ^= hash >> 29
    hash &*= 0xbf58_476d_1ce4_e5b9
    return hash ^ (hash >> 32)
  }

  /// Three hashes as one.
  @inline(__always)
  static func join(_ one: UInt64, _ two: UInt64, _ three: UInt64) -> UInt64 { join(join(one, two), three) }

  /// Four hashes as one.
  @inline(__always)
  static func join(_ one: UInt64, _ two: UInt64, _ three: UInt64, _ four: UInt64) -> UInt64 {
    join(join(one, two, three), four)
  }

  /// Five hashes as one.
  @inline(__always)
  static func join(_ one: UInt64, _ two: UInt64, _ three: UInt64, _ four: UInt64, _ five: UInt64) -> UInt64 {
    join(join(one, two, three, four), five)
  }

  /// The 32-bit name of a feature; odd where it names words of the text, so that training can tell these apart.
  @inline(__always)
  static func name(_ hash: UInt64, isLexical: Bool) -> UInt32 {
    let mixed = UInt32(truncatingIfNeeded: join(hash, 0x5bd1_e995) >> 32)
    return isLexical ? mixed | 1 : mixed & ~1
  }
}
