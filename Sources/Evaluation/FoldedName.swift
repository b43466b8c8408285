import Foundation

/// A principal's name as names are compared: case, accents, punctuation, spaces and a leading "the" do not count.
///
/// "The Red Cross", "red-cross" and "RED CROSS" are one name.
public struct FoldedName: Hashable, Sendable {
  /// What is left of the name. Compared scalar by scalar.
  private let scalars: [Unicode.Scalar]

  /// Folds a name; nobody's name (nil) is the empty one.
  public init(_ name: String?) {
    var words: [[Unicode.Scalar]] = [[]]
    for scalar in (name ?? "").decomposedStringWithCompatibilityMapping.unicodeScalars.flatMap(Self.folded) {
      if scalar.properties.canonicalCombiningClass != .notReordered { continue }
      if Self.isWord(scalar) {
        words[words.count - 1].append(scalar)
      } else if words.last?.isEmpty == false {
        words.append([])
      }
    }
    if words.first.map({ $0 == Array("the".unicodeScalars) }) == true { words.removeFirst() }
    scalars = words.flatMap { $0 }
  }

  /// Whether nothing is left.
  public var isEmpty: Bool { scalars.isEmpty }

  /// A scalar without its case. Unicode's full case folding is what lower case makes of upper case, so "ß" is "ss"
  /// and both small sigmas are one; the dotless i alone stays what it is.
  private static func folded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    if scalar.isASCII {
      return [("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar]
    }
    if scalar.value == 0x131 { return [scalar] }
    return scalar.properties.lowercaseMapping.unicodeScalars.flatMap(\.properties.uppercaseMapping.unicodeScalars)
      .flatMap(\.properties.lowercaseMapping.unicodeScalars)
  }

  /// Letters, and whatever means a number.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: scalar.properties.numericType != nil
    }
  }
}
