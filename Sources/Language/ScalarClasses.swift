/// The classes of characters as the model's training saw them; they differ from Swift's own in small ways.
enum ScalarClasses {
  /// White space: with the separators 28 to 31, without the zero-width space.
  @inline(__always)
  static func isSpace(_ code: UInt32) -> Bool {
    if code < 0x80 { return code == 32 || (code >= 9 && code <= 13) || (code >= 28 && code <= 31) }
    switch code {
    case 0x85, 0xa0, 0x1680, 0x2000...0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000: return true
    default: return false
    }
  }

  /// Letters of the categories Lu, Ll, Lt, Lm, Lo.
  static func isAlphabetic(_ code: UInt32) -> Bool {
    if code < 0x80 { return (code | 32) >= 97 && (code | 32) <= 122 }
    switch Unicode.Scalar(code)?.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
    default: return false
    }
  }

  static func isUpper(_ code: UInt32) -> Bool {
    if code < 0x80 { return code >= 65 && code <= 90 }
    return Unicode.Scalar(code)?.properties.isUppercase ?? false
  }

  /// Decimal and other digits ("²", "①"), no fractions.
  static func isDigit(_ code: UInt32) -> Bool {
    if code < 0x80 { return isASCIIDigit(code) }
    switch Unicode.Scalar(code)?.properties.numericType {
    case .decimal, .digit: return true
    default: return false
    }
  }

  static func isDecimal(_ code: UInt32) -> Bool {
    code < 0x80 ? isASCIIDigit(code) : Unicode.Scalar(code)?.properties.numericType == .decimal
  }

  /// Letters and everything that has a numeric value.
  static func isAlphanumeric(_ code: UInt32) -> Bool {
    isAlphabetic(code) || (code < 0x80 ? isASCIIDigit(code) : Unicode.Scalar(code)?.properties.numericType != nil)
  }

  @inline(__always)
  static func isASCIIDigit(_ code: UInt32) -> Bool { code >= 48 && code <= 57 }

  /// Full lower-casing with the rule of the final sigma.
  static func lowercased(_ scalars: ArraySlice<UInt32>) -> String {
    var result = String.UnicodeScalarView()
    for index in scalars.indices {
      let code = scalars[index]
      if code < 0x80 {
        result.append(Unicode.Scalar(UInt8(isUpper(code) ? code + 32 : code)))
      } else if code == 0x3a3 {
        result.append(isFinalSigma(scalars, index) ? "\u{3c2}" : "\u{3c3}")
      } else if let scalar = Unicode.Scalar(code) {
        result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(result)
  }

  /// A sigma ends a word when a cased letter stands before it and none after it, case-ignorable ones skipped.
  private static func isFinalSigma(_ scalars: ArraySlice<UInt32>, _ index: Int) -> Bool {
    func nextIsCased(_ codes: some Sequence<UInt32>) -> Bool {
      for code in codes {
        guard let properties = Unicode.Scalar(code)?.properties else { return false }
        if !properties.isCaseIgnorable { return properties.isCased }
      }
      return false
    }
    return nextIsCased(scalars[scalars.startIndex..<index].reversed())
      && !nextIsCased(scalars[(index + 1)..<scalars.endIndex])
  }

  /// The shape of a word: "Xxxxx", "dd,ddd", with at most four of a kind in a row; "LONG" from a hundred scalars on.
  static func shape(_ scalars: ArraySlice<UInt32>) -> String {
    guard scalars.count < 100 else { return "LONG" }
    var result = String.UnicodeScalarView()
    var last: UInt32 = 0
    var run = 0
    for code in scalars {
      let mark: UInt32 =
        isAlphabetic(code) ? (isUpper(code) ? 88 : 120) : isDigit(code) ? 100 : code
      run = mark == last && !result.isEmpty ? run + 1 : 0
      last = mark
      if run < 4, let scalar = Unicode.Scalar(mark) { result.append(scalar) }
    }
    return String(result)
  }
}
