/// Cuts XML into tags and text, however broken it is: for feeds, which break the rules of XML in all ways.
///
/// Any bytes give tokens. A `<` that begins no tag and a `&` that begins no reference stand for themselves. Only the five
/// entities of XML and numbers of characters are replaced: what a document type declares is never looked at, so that
/// nothing can grow, and nothing is fetched. A parser that follows the standard has to stop at the first of these faults
/// or to guess what was meant; to lose a feed because of one ampersand helps nobody. Linear in the input.
struct FeedScanner {
  /// A tag, or text between tags.
  enum Token {
    /// The name as written in lower case, the attributes, whether it is closed at once, and the tag as it stands.
    case start(String, [(String, String)], isEmpty: Bool, raw: [UInt8])
    /// The name in lower case, and the tag as it stands.
    case end(String, raw: [UInt8])
    /// A piece of text, perhaps not all of it, with its entities replaced, and as it stands.
    case text([UInt8], raw: [UInt8])
    /// A piece of text in which no sign has a meaning.
    case literal([UInt8])
  }

  /// The longest tag, in bytes; a longer one is text.
  private static let longestTag = 1 << 16

  private enum Mode {
    case text
    case literal
    case comment
    case instruction
  }

  private var window: ByteWindow
  private var position = 0
  private var mode = Mode.text
  /// The line of the place that is read.
  private(set) var line = 1

  init(_ source: any ByteSource, chunk: Int = 1 << 16) { window = ByteWindow(source, chunk: chunk) }

  /// The next token; nil at the end.
  mutating func next() throws(SourceError) -> Token? {
    while true {
      if position > 0, position >= window.bytes.count || position > 1 << 16 {
        window.release(position)
        position = 0
      }
      guard position < window.bytes.count else {
        if try window.fetch() { continue }
        return nil
      }
      switch mode {
      case .literal:
        if let piece = try until("]]>") { return .literal(piece) }
      case .comment: _ = try until("-->")
      case .instruction: _ = try until(">")
      case .text:
        if let token = try textOrTag() { return token }
      }
    }
  }

  /// Takes what stands before an end mark, or as much of it as is there; nil where that is nothing.
  private mutating func until(_ mark: String) throws(SourceError) -> [UInt8]? {
    let sign = Array(mark.utf8)
    if let end = Bytes.find(sign, in: window.bytes, from: position) {
      mode = .text
      let piece = take(end - position)
      _ = take(sign.count)
      return piece.isEmpty ? nil : piece
    }
    let count = window.bytes.count - position - (sign.count - 1)
    if count > 0 { return take(count) }
    if try window.fetch() { return nil }
    return take(window.bytes.count - position)
  }

  private mutating func take(_ count: Int) -> [UInt8] {
    let piece = Array(window.bytes[position..<(position + count)])
    position += count
    for byte in piece where byte == Bytes.newline { line += 1 }
    return piece
  }

  private mutating func textOrTag() throws(SourceError) -> Token? {
    let end = nextMarkup()
    guard end == position else {
      if end == nil, window.bytes.count - position < 1 << 12, try window.fetch() { return nil }
      var count = (end ?? window.bytes.count) - position
      // A reference that may go on behind what is held waits for more.
      if end == nil, !window.isEnded,
        let sign = window.bytes.suffix(12).lastIndex(of: UInt8(ascii: "&")), sign > position
      {
        count = sign - position
      }
      let raw = take(count)
      return .text(Self.replaced(raw), raw: raw)
    }
    while window.bytes.count - position < 9, try window.fetch() {}
    let ahead = window.bytes[position...]
    if ahead.starts(with: "<!--".utf8) {
      _ = take(4)
      mode = .comment
      return nil
    }
    if ahead.starts(with: "<![CDATA[".utf8) {
      _ = take(9)
      mode = .literal
      return nil
    }
    if ahead.starts(with: "<?".utf8) {
      _ = take(2)
      mode = .instruction
      return nil
    }
    if ahead.starts(with: "<!".utf8) {
      try passDeclaration()
      return nil
    }
    return try tag()
  }

  /// Where the next `<` stands that may begin a tag; nil where what is held has none.
  private func nextMarkup() -> Int? {
    let isEnded = window.isEnded
    return window.bytes.withUnsafeBufferPointer { bytes in
      var index = position
      while index < bytes.count {
        if bytes[index] == UInt8(ascii: "<") {
          // The sign behind it may still have to be fetched.
          guard index + 1 < bytes.count else { return isEnded ? nil : index }
          let next = bytes[index + 1]
          if Bytes.isWord(next) || "/!?_:".utf8.contains(next) { return index }
        }
        index += 1
      }
      return nil
    }
  }

  /// Passes over a document type with what it declares.
  private mutating func passDeclaration() throws(SourceError) {
    _ = take(2)
    var inBrackets = false
    while true {
      guard let sign = window.bytes[position...].firstIndex(where: { "[]>".utf8.contains($0) }) else {
        _ = take(window.bytes.count - position)
        window.release(position)
        position = 0
        guard try window.fetch() else { return }
        continue
      }
      let byte = window.bytes[sign]
      _ = take(sign + 1 - position)
      if byte == UInt8(ascii: ">"), !inBrackets { return }
      if byte != UInt8(ascii: ">") { inBrackets = byte == UInt8(ascii: "[") }
    }
  }

  private mutating func tag() throws(SourceError) -> Token? {
    var index = position + 1
    var quote: UInt8?
    var firstClose: Int?
    while true {
      if index >= window.bytes.count {
        if index - position < Self.longestTag, try window.fetch() { continue }
        break
      }
      let byte = window.bytes[index]
      if byte == UInt8(ascii: "<") { break }
      if byte == UInt8(ascii: ">") {
        if firstClose == nil { firstClose = index }
        if quote == nil { break }
      } else if byte == quote {
        quote = nil
      } else if quote == nil, byte == 34 || byte == 39, window.bytes[index - 1] == UInt8(ascii: "=") {
        quote = byte
      }
      if index - position > Self.longestTag { break }
      index += 1
    }
    // A quote that is not closed inside the tag does not hold its end back.
    let end = index < window.bytes.count && window.bytes[index] == UInt8(ascii: ">") ? index : firstClose
    guard let end, let token = Self.token(window.bytes[position...end]) else {
      let raw = take(1)
      return .text(raw, raw: raw)
    }
    _ = take(end + 1 - position)
    return token
  }

  /// The tag that some bytes are, with their angle brackets; nil where they are none.
  private static func token(_ raw: ArraySlice<UInt8>) -> Token? {
    var inner = raw.dropFirst().dropLast()
    let isEnd = inner.first == UInt8(ascii: "/")
    if isEnd { inner = inner.dropFirst() }
    let name = inner.prefix { Bytes.isWord($0) || ":_-.".utf8.contains($0) }
    guard let first = name.first, !Bytes.isDigit(first), first != UInt8(ascii: "-"), name.count <= 128 else {
      return nil
    }
    let word = Bytes.text(Bytes.lowercased(name))
    if isEnd { return .end(word, raw: Array(raw)) }
    let rest = inner.dropFirst(name.count)
    guard rest.isEmpty || rest.first.map({ Bytes.isSpace($0) || $0 == UInt8(ascii: "/") }) == true else { return nil }
    return .start(word, attributes(of: rest), isEmpty: rest.last == UInt8(ascii: "/"), raw: Array(raw))
  }

  private static func attributes(of bytes: ArraySlice<UInt8>) -> [(String, String)] {
    var rest = bytes
    var found: [(String, String)] = []
    while found.count < 64 {
      rest = rest.drop { Bytes.isSpace($0) || $0 == UInt8(ascii: "/") }
      let name = rest.prefix { !Bytes.isSpace($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "/") }
      guard !name.isEmpty else { return found }
      rest = rest.dropFirst(name.count).drop(while: Bytes.isSpace)
      guard rest.first == UInt8(ascii: "=") else { continue }
      rest = rest.dropFirst().drop(while: Bytes.isSpace)
      let value: ArraySlice<UInt8>
      if let quote = rest.first, quote == 34 || quote == 39 {
        value = rest.dropFirst().prefix { $0 != quote }
        rest = rest.dropFirst(value.count + 2)
      } else {
        value = rest.prefix { !Bytes.isSpace($0) }
        rest = rest.dropFirst(value.count)
      }
      found.append((Bytes.text(Bytes.lowercased(name)), Bytes.text(replaced(Array(value)))))
    }
    return found
  }

  /// The bytes with the entities of XML and numbers of characters replaced; others stay for who reads HTML.
  static func replaced(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "&")) else { return bytes }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&") {
        let name = bytes[(index + 1)...].prefix(10).prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "&") }
        let end = index + 1 + name.count
        if end < bytes.count, bytes[end] == UInt8(ascii: ";"), let sign = character(name) {
          output += sign
          index = end + 1
          continue
        }
      }
      output.append(bytes[index])
      index += 1
    }
    return output
  }

  private static func character(_ name: ArraySlice<UInt8>) -> [UInt8]? {
    switch Bytes.text(name) {
    case "amp": return [UInt8(ascii: "&")]
    case "lt": return [UInt8(ascii: "<")]
    case "gt": return [UInt8(ascii: ">")]
    case "quot": return [UInt8(ascii: "\"")]
    case "apos": return [UInt8(ascii: "'")]
    case let text:
      guard text.hasPrefix("#") else { return nil }
      let digits = text.dropFirst()
      let isHexadecimal = digits.first == "x" || digits.first == "X"
      let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      guard let number, number > 0, let scalar = Unicode.Scalar(number) else { return nil }
      return UTF8.encode(scalar).map { Array($0) }
    }
  }
}
