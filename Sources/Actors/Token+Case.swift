import Language

extension Token {
  /// Whether it begins with a capital letter.
  var isCapitalized: Bool {
    guard let first = text.utf8.first else { return false }
    if first < 0x80 { return (0x41...0x5A).contains(first) }
    return text.unicodeScalars.first?.properties.isUppercase ?? false
  }

  /// Whether it begins with a capital letter or a digit.
  var isCapitalizedOrNumber: Bool {
    guard let first = text.utf8.first else { return false }
    return (0x30...0x39).contains(first) || isCapitalized
  }
}
