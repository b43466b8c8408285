import Vocabulary

/// Fingerprints: two FNV-1a hashes of 64 bits with different seeds, as 32 hexadecimal digits.
enum ContentDigest {
  /// Of an article's content and of what extracts it (`knowledge`): equal means that nothing has changed.
  static func of(_ article: Article, knowledge: String) -> String {
    of([
      knowledge, article.title, article.date?.description ?? "", article.body, article.url ?? "",
      article.publisher ?? "", article.language ?? "",
    ])
  }

  /// Of several texts.
  static func of(_ parts: [String]) -> String {
    var low: UInt64 = 0xcbf2_9ce4_8422_2325
    var high: UInt64 = 0x8422_2325_cbf2_9ce4
    for part in parts {
      for byte in part.utf8 {
        low = (low ^ UInt64(byte)) &* 0x100_0000_01b3
        high = (high ^ UInt64(byte &+ 0x55)) &* 0x100_0000_01b3
      }
      // A mark that no UTF-8 text contains keeps the parts apart.
      low = (low ^ 0xff) &* 0x100_0000_01b3
      high = (high ^ 0xff) &* 0x100_0000_01b3
    }
    return hex(high) + hex(low)
  }

  private static func hex(_ value: UInt64) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}

/// The version of the project.
public enum EntenteVersion {
  /// As in CHANGELOG.md.
  public static let current = "0.1.0"

  /// Grows whenever the rules give other triples for the same text and tables.
  static let extraction = 4
}
