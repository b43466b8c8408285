import Vocabulary

/// A fingerprint of an article's content and of the extractor's version: equal means that nothing has changed.
enum ContentDigest {
  /// Two FNV-1a hashes of 64 bits with different seeds, as 32 hexadecimal digits.
  static func of(_ article: Article) -> String {
    var low: UInt64 = 0xcbf2_9ce4_8422_2325
    var high: UInt64 = 0x8422_2325_cbf2_9ce4
    let parts = [
      EntenteVersion.current, article.title, article.date?.description ?? "", article.body, article.url ?? "",
      article.publisher ?? "", article.language ?? "",
    ]
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
}
