/// One token of a query.
struct CypherToken: Hashable {
  enum Kind: Hashable {
    /// A name or keyword as it is written; in backticks it is never a keyword.
    case word(String, isQuoted: Bool)
    case parameter(String)
    case integer(Int64)
    case double(Double)
    case string(String)
    /// An operator or bracket.
    case symbol(String)
    case end
  }

  var kind: Kind
  /// Scalars from the start of the query.
  var place: Int
  /// Where it ends.
  var end: Int
}

extension CypherToken {
  /// How messages name it.
  var text: String {
    switch kind {
    case .word(let word, _): "'\(word)'"
    case .parameter(let name): "'$\(name)'"
    case .integer(let number): "'\(number)'"
    case .double(let number): "'\(number)'"
    case .string: "a string"
    case .symbol(let symbol): "'\(symbol)'"
    case .end: "the end of the query"
    }
  }
}

/// Cuts a query into tokens.
struct CypherLexer {
  private let scalars: [Unicode.Scalar]
  private var index = 0

  private static let symbols = [
    "<>", "<=", ">=", "=~", "..", "(", ")", "[", "]", "{", "}", ",", ".", ":", ";", "|", "+", "-", "*", "/", "%", "^",
    "=", "<", ">", "&", "!",
  ].map { Array($0.unicodeScalars) }

  /// All tokens, the last of kind `end`. O(n).
  static func tokens(of text: String) throws(CypherFault) -> [CypherToken] {
    var lexer = CypherLexer(text)
    var list: [CypherToken] = []
    while true {
      let token = try lexer.next()
      list.append(token)
      if token.kind == .end { return list }
    }
  }

  private init(_ text: String) { scalars = Array(text.unicodeScalars) }

  private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private func peek(_ distance: Int) -> Unicode.Scalar? {
    index + distance < scalars.count ? scalars[index + distance] : nil
  }

  private mutating func next() throws(CypherFault) -> CypherToken {
    try skipSpace()
    let start = index
    let kind = try kind()
    return CypherToken(kind: kind, place: start, end: index)
  }

  private mutating func kind() throws(CypherFault) -> CypherToken.Kind {
    guard let scalar = current else { return .end }
    if Self.startsWord(scalar) { return .word(word(), isQuoted: false) }
    if scalar == "`" { return .word(try quoted("`", "a name in backticks"), isQuoted: true) }
    if scalar == "'" || scalar == "\"" { return .string(try quoted(scalar, "a string")) }
    if Self.isDigit(scalar) { return try number() }
    if scalar == ".", let after = peek(1), Self.isDigit(after) { return try number() }
    if scalar == "$" { return try parameter() }
    for symbol in Self.symbols where scalars[index...].starts(with: symbol) {
      index += symbol.count
      return .symbol(String(String.UnicodeScalarView(symbol)))
    }
    throw CypherFault(.syntax, "the character '\(scalar)' has no meaning here", at: index)
  }

  private mutating func skipSpace() throws(CypherFault) {
    while let scalar = current {
      if scalar.properties.isWhitespace {
        index += 1
      } else if scalar == "/", peek(1) == "/" {
        while let scalar = current, scalar != "\n", scalar != "\r" { index += 1 }
      } else if scalar == "/", peek(1) == "*" {
        let start = index
        index += 2
        while !(current == "*" && peek(1) == "/") {
          guard current != nil else { throw CypherFault(.syntax, "the comment is not closed by '*/'", at: start) }
          index += 1
        }
        index += 2
      } else {
        return
      }
    }
  }

  private mutating func word() -> String {
    var word = String.UnicodeScalarView()
    while let scalar = current, Self.startsWord(scalar) || Self.isDigit(scalar) || scalar.properties.isIDContinue {
      word.append(scalar)
      index += 1
    }
    return String(word)
  }

  private mutating func parameter() throws(CypherFault) -> CypherToken.Kind {
    let start = index
    index += 1
    if current == "`" { return .parameter(try quoted("`", "a name in backticks")) }
    guard let scalar = current, Self.startsWord(scalar) || Self.isDigit(scalar) else {
      throw CypherFault(.syntax, "'$' must be followed by a parameter's name", at: start)
    }
    return .parameter(word())
  }

  private mutating func quoted(_ mark: Unicode.Scalar, _ what: String) throws(CypherFault) -> String {
    let start = index
    index += 1
    var text = String.UnicodeScalarView()
    while let scalar = current {
      index += 1
      if scalar == mark {
        // Two backticks are one.
        guard mark == "`", current == "`" else { return String(text) }
        index += 1
        text.append(scalar)
      } else if scalar == "\\", mark != "`" {
        text.append(try escaped())
      } else {
        text.append(scalar)
      }
    }
    throw CypherFault(.syntax, "\(what) that begins here is not closed by \(mark)", at: start)
  }

  private mutating func escaped() throws(CypherFault) -> Unicode.Scalar {
    let start = index - 1
    guard let scalar = current else { throw CypherFault(.syntax, "the string is not closed", at: start) }
    index += 1
    switch scalar {
    case "\\", "'", "\"", "`", "/": return scalar
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "u", "U":
      let length = scalar == "u" ? 4 : 8
      var value: UInt32 = 0
      for _ in 0..<length {
        guard let digit = current.flatMap({ Character($0).hexDigitValue }), current?.isASCII == true else {
          throw CypherFault(.syntax, "\\\(scalar) needs \(length) hexadecimal digits", at: start)
        }
        value = value << 4 | UInt32(digit)
        index += 1
      }
      guard let result = Unicode.Scalar(value) else {
        throw CypherFault(.syntax, "the escape names no Unicode character", at: start)
      }
      return result
    default: throw CypherFault(.syntax, "'\\\(scalar)' is no escape; write '\\\\' for a backslash", at: start)
    }
  }

  private mutating func number() throws(CypherFault) -> CypherToken.Kind {
    let start = index
    var text = ""
    func isHex(_ scalar: Unicode.Scalar) -> Bool { scalar.isASCII && Character(scalar).isHexDigit }
    if current == "0", peek(1) == "x" || peek(1) == "X" {
      index += 2
      while let scalar = current, isHex(scalar) {
        text.unicodeScalars.append(scalar)
        index += 1
      }
      guard let value = Int64(text, radix: 16) else { throw CypherFault(.syntax, "this is no number", at: start) }
      return .integer(value)
    }
    var isDouble = false
    func takeDigits(_ lexer: inout CypherLexer) {
      while let scalar = lexer.current, Self.isDigit(scalar) {
        text.unicodeScalars.append(scalar)
        lexer.index += 1
      }
    }
    takeDigits(&self)
    // `1..3` is a range, not a number with a point.
    if current == ".", let after = peek(1), Self.isDigit(after) {
      isDouble = true
      text += "."
      index += 1
      takeDigits(&self)
    }
    if current == "e" || current == "E" {
      let sign = peek(1) == "-" || peek(1) == "+"
      if let after = peek(sign ? 2 : 1), Self.isDigit(after) {
        isDouble = true
        text += "e"
        if sign, let scalar = peek(1) { text.unicodeScalars.append(scalar) }
        index += sign ? 2 : 1
        takeDigits(&self)
      }
    }
    if let scalar = current, Self.startsWord(scalar) {
      throw CypherFault(.syntax, "a number must not be followed by a letter", at: index)
    }
    if isDouble, let value = Double(text.hasPrefix(".") ? "0" + text : text), value.isFinite { return .double(value) }
    if !isDouble, let value = Int64(text) { return .integer(value) }
    throw CypherFault(.syntax, "the number is too large", at: start)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func startsWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isIDStart
  }
}
