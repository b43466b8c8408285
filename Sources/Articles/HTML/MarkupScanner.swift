/// Cuts HTML into tags and text, in one pass: time is linear in the bytes, whatever they are.
struct MarkupScanner {
  /// A piece of markup.
  enum Piece {
    case text(Range<Int>)
    /// The name is in lower case.
    case start(name: [UInt8], attributes: Range<Int>, isSelfClosing: Bool)
    case end(name: [UInt8])
  }

  /// The longest name of an element or attribute.
  private static let longestName = 40

  let bytes: [UInt8]
  private var index = 0
  private var noCommentEnd = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next piece; nil at the end. Comments and declarations are passed over.
  mutating func next() -> Piece? {
    while index < bytes.count {
      if let piece = piece() { return piece }
    }
    return nil
  }

  private func byte(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }

  private func isLetter(_ byte: UInt8) -> Bool { Bytes.isLower(byte) || Bytes.isUpper(byte) }

  private mutating func piece() -> Piece? {
    let start = index
    if bytes[start] != UInt8(ascii: "<") {
      index = find(UInt8(ascii: "<"), from: start) ?? bytes.count
      return .text(start..<index)
    }
    let next = byte(start + 1)
    if isLetter(next) { return startTag() }
    switch next {
    case UInt8(ascii: "/"):
      let isTag = isLetter(byte(start + 2))
      index = start + 2
      let name = isTag ? self.name() : []
      passTag()
      return isTag ? .end(name: name) : nil
    case UInt8(ascii: "!") where byte(start + 2) == 45 && byte(start + 3) == 45:
      passComment()
      return nil
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      index = find(UInt8(ascii: ">"), from: start).map { $0 + 1 } ?? bytes.count
      return nil
    default:
      // A sign of text: "a < b".
      index = start + 1
      return .text(start..<index)
    }
  }

  private mutating func startTag() -> Piece? {
    index += 1
    let name = self.name()
    let attributes = index
    passTag()
    guard index <= bytes.count, byte(index - 1) == UInt8(ascii: ">") else { return nil }
    let isSelfClosing = index - 2 >= attributes && bytes[index - 2] == UInt8(ascii: "/")
    return .start(name: name, attributes: attributes..<(index - 1), isSelfClosing: isSelfClosing)
  }

  private mutating func name() -> [UInt8] {
    var name: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      if Bytes.isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") { break }
      if name.count < Self.longestName { name.append(Bytes.isUpper(byte) ? byte + 32 : byte) }
      index += 1
    }
    return name
  }

  /// Goes behind the end of a tag; quoted values may hold its sign.
  private mutating func passTag() {
    var isValue = false
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: ">"): return
      case UInt8(ascii: "="): isValue = true
      case UInt8(ascii: "\"") where isValue, UInt8(ascii: "'") where isValue:
        index = find(byte, from: index).map { $0 + 1 } ?? bytes.count
        isValue = false
      default: if !Bytes.isSpace(byte) { isValue = false }
      }
    }
  }

  /// Goes behind a comment; one that is never closed ends with its tag's sign, so that no text is lost.
  private mutating func passComment() {
    var place = index + 2
    if byte(place + 2) == UInt8(ascii: ">") {
      index = place + 3
      return
    }
    place += 2
    while !noCommentEnd, let end = find(UInt8(ascii: ">"), from: place) {
      if bytes[end - 1] == 45, bytes[end - 2] == 45, end - 2 >= index + 3 {
        index = end + 1
        return
      }
      place = end + 1
    }
    noCommentEnd = true
    index = find(UInt8(ascii: ">"), from: index).map { $0 + 1 } ?? bytes.count
  }

  /// Goes behind `</name` and gives what stands before it: scripts and the like hold no markup.
  mutating func rawText(until name: [UInt8]) -> Range<Int> {
    let start = index
    while let open = find(UInt8(ascii: "<"), from: index) {
      index = open + 1
      guard byte(index) == UInt8(ascii: "/"), index + name.count < bytes.count else { continue }
      let found = bytes[(index + 1)..<(index + 1 + name.count)]
      let behind = byte(index + 1 + name.count)
      guard Bytes.lowercased(found) == name, !Bytes.isWord(behind) else { continue }
      index += 1 + name.count
      passTag()
      return start..<open
    }
    index = bytes.count
    return start..<bytes.count
  }

  private func find(_ sign: UInt8, from start: Int, before end: Int = .max) -> Int? {
    let end = min(end, bytes.count)
    guard start < end else { return nil }
    return bytes.withUnsafeBufferPointer { buffer in
      var place = start
      while place < end {
        if buffer[place] == sign { return place }
        place += 1
      }
      return nil
    }
  }

  /// The attributes of a tag that the reader looks at, values as written.
  func attributes(in range: Range<Int>) -> [(HTMLAttribute, Range<Int>)] {
    var found: [(HTMLAttribute, Range<Int>)] = []
    var place = range.lowerBound
    let end = range.upperBound
    while place < end {
      while place < end, Bytes.isSpace(bytes[place]) || bytes[place] == UInt8(ascii: "/") { place += 1 }
      let nameStart = place
      while place < end, !Bytes.isSpace(bytes[place]), bytes[place] != UInt8(ascii: "="), bytes[place] != 47 {
        place += 1
      }
      let name = Bytes.lowercased(bytes[nameStart..<min(place, nameStart + Self.longestName)])
      if place == nameStart { place += 1 }
      while place < end, Bytes.isSpace(bytes[place]) { place += 1 }
      var value = place..<place
      if place < end, bytes[place] == UInt8(ascii: "=") {
        place += 1
        while place < end, Bytes.isSpace(bytes[place]) { place += 1 }
        let quote = place < end ? bytes[place] : 0
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
          let start = place + 1
          place = find(quote, from: start, before: end) ?? end
          value = start..<max(start, place)
          place += 1
        } else {
          let start = place
          while place < end, !Bytes.isSpace(bytes[place]) { place += 1 }
          value = start..<place
        }
      }
      guard let attribute = HTMLAttribute.byName[name], !found.contains(where: { $0.0 == attribute }) else { continue }
      found.append((attribute, value))
    }
    return found
  }
}
