import CCLD2
import Vocabulary

/// The language that a text is written in, as it was found.
public struct DetectedLanguage: Hashable, Sendable, Codable {
  /// ISO 639-1 code, longer where that list has none ("zh-Hant").
  public var code: String
  /// The share of the text in that language, 0 to 1.
  public var share: Double
  /// Whether the detector is sure.
  public var isReliable: Bool

  /// Makes one.
  public init(code: String, share: Double, isReliable: Bool) {
    self.code = code
    self.share = share
    self.isReliable = isReliable
  }
}

/// Finds the language of a text by the Compact Language Detector 2 (D. Sites): groups of letters of every language and
/// their frequency.
enum LanguageDetector {
  /// Texts with fewer bytes of letters are not judged.
  static let shortest = 200
  /// No more than this much of a text is looked at, in bytes.
  static let longest = 1 << 16
  /// A text that has at least so much English is English, whatever else it quotes.
  static let enoughEnglish = 40

  /// The language of a text in UTF-8; nil where it is too short or none is found.
  ///
  /// - Complexity: O(n) in the first 64 kB.
  static func language(of text: [UInt8]) -> DetectedLanguage? {
    guard text.count >= shortest else { return nil }
    let part = Bytes.prefix(0..<text.count, longest, of: text)
    let plain = interchangeable(text[part])
    let found = plain.withUnsafeBytes { bytes in
      entente_detect_languages(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
    }
    guard found.bytes >= Int32(shortest) else { return nil }
    let codes = [found.codes.0, found.codes.1, found.codes.2].map { code in
      withUnsafeBytes(of: code) { Bytes.text($0.prefix { $0 != 0 }) }
    }
    let shares = [found.percents.0, found.percents.1, found.percents.2].map(Int.init)
    let languages = zip(codes, shares).filter { $0.0 != "un" }
    let english = languages.first { $0.0 == "en" && $0.1 >= enoughEnglish }
    guard let (code, share) = english ?? languages.first else { return nil }
    return DetectedLanguage(code: code, share: Double(share) / 100, isReliable: found.is_reliable != 0)
  }

  /// The text without characters that are not for interchange, which the detector must not see.
  private static func interchangeable(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let bytes = Array(text)
    var isPlain = true
    for byte in bytes where byte == 0xEF || byte >= 0xF0 || (byte < 32 && !Bytes.isSpace(byte)) || byte == 127 {
      isPlain = false
      break
    }
    if isPlain { return bytes }
    let scalars = Bytes.text(bytes).unicodeScalars.map { scalar -> Unicode.Scalar in
      let isOdd =
        scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value) || scalar.value >= 0xE0000
        || (scalar.value < 32 && !Bytes.isSpace(UInt8(scalar.value))) || scalar.value == 127
      return isOdd ? " " : scalar
    }
    return Array(String(String.UnicodeScalarView(scalars)).utf8)
  }

  /// The language of an article that is not English, and so not understood; nil where it is English.
  ///
  /// What is detected with certainty counts; what the input declares counts where the text is too short for that.
  static func foreign(_ detected: DetectedLanguage?, declared: String?) -> String? {
    if let detected, detected.isReliable { return detected.code == "en" ? nil : detected.code }
    guard let declared = declared.flatMap(code), declared != "en" else { return nil }
    return declared
  }

  /// The code of a language tag: "en-GB" and "eng" are "en"; nil where it is none.
  static func code(_ tag: String) -> String? {
    let code = tag.lowercased().prefix { $0.isLetter }
    guard (2...8).contains(code.utf8.count), !["und", "mul", "zxx", "unknown"].contains(String(code)) else {
      return nil
    }
    return code == "eng" || code == "english" ? "en" : String(code)
  }
}
