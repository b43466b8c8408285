/// A value of JSON.
enum JSONValue: Hashable {
  case null
  case bool(Bool)
  /// A number, as it was written.
  case number(String)
  case string(String)
  case list([JSONValue])
  case object([String: JSONValue])

  /// The text, where it is one.
  var string: String? { if case .string(let text) = self { text } else { nil } }
  /// The values, where it is a list.
  var list: [JSONValue]? { if case .list(let values) = self { values } else { nil } }
  /// The members, where it is an object.
  var object: [String: JSONValue]? { if case .object(let members) = self { members } else { nil } }
}

/// Why a text is no JSON.
struct JSONFault: Error, Hashable {
  /// Where, in bytes.
  var offset: Int
  /// What was expected.
  var reason: String
  /// Whether lists and objects lie too deep in each other.
  var isTooDeep = false
}

/// Reads one JSON value.
///
/// What programs write although RFC 8259 does not allow it is read where it has one meaning: control characters
/// inside strings, a comma before a closing bracket, `NaN` and `Infinity` (null), half a surrogate pair (U+FFFD). Of two
/// equal keys the last counts. Foundation's decoder refuses a whole article for any of these.
struct JSONParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let nesting: Int
  private var position = 0

  /// The value that the bytes are, which are UTF-8.
  static func parse(_ bytes: [UInt8], nesting: Int = 64) throws(JSONFault) -> JSONValue {
    // Typed throws do not pass through `withUnsafeBufferPointer` by themselves.
    let result: Result<JSONValue, JSONFault> = bytes.withUnsafeBufferPointer { buffer in
      var parser = JSONParser(bytes: buffer, nesting: nesting)
      do throws(JSONFault) {
        let value = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.position == buffer.count else { throw parser.fault("the text to end") }
        return .success(value)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, nesting: Int) {
    self.bytes = bytes
    self.nesting = nesting
  }

  private func fault(_ expected: String) -> JSONFault {
    if position >= bytes.count { return JSONFault(offset: position, reason: "it ends too early") }
    return JSONFault(offset: position, reason: "expected \(expected) at column \(position + 1)")
  }

  private mutating func skipSpace() {
    while position < bytes.count, Bytes.isSpace(bytes[position]) { position += 1 }
  }

  /// The next byte that is no white space.
  private mutating func peek() -> UInt8? {
    skipSpace()
    return position < bytes.count ? bytes[position] : nil
  }

  private mutating func accept(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
    guard depth <= nesting else { throw JSONFault(offset: position, reason: "too deep", isTooDeep: true) }
    switch peek() {
    case UInt8(ascii: "{"): return .object(try object(depth))
    case UInt8(ascii: "["): return .list(try list(depth))
    case UInt8(ascii: "\""): return .string(try string())
    default: return try word()
    }
  }

  private mutating func object(_ depth: Int) throws(JSONFault) -> [String: JSONValue] {
    position += 1
    var members: [String: JSONValue] = [:]
    while !accept(UInt8(ascii: "}")) {
      guard peek() == UInt8(ascii: "\"") else { throw fault("a key in quotes") }
      let key = try string()
      guard accept(UInt8(ascii: ":")) else { throw fault("a colon") }
      members[key] = try value(depth: depth + 1)
      if !accept(UInt8(ascii: ",")), peek() != UInt8(ascii: "}") { throw fault("a comma or }") }
    }
    return members
  }

  private mutating func list(_ depth: Int) throws(JSONFault) -> [JSONValue] {
    position += 1
    var values: [JSONValue] = []
    while !accept(UInt8(ascii: "]")) {
      values.append(try value(depth: depth + 1))
      if !accept(UInt8(ascii: ",")), peek() != UInt8(ascii: "]") { throw fault("a comma or ]") }
    }
    return values
  }

  private mutating func word() throws(JSONFault) -> JSONValue {
    let start = position
    while position < bytes.count, Bytes.isWord(bytes[position]) || "+-.".utf8.contains(bytes[position]) {
      position += 1
    }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
    switch text {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null", "NaN", "Infinity", "-Infinity": return .null
    default:
      guard let first = text.utf8.first, Bytes.isDigit(first) || first == UInt8(ascii: "-"), Double(text) != nil else {
        position = start
        throw fault("a value")
      }
      return .number(text)
    }
  }

  private mutating func string() throws(JSONFault) -> String {
    position += 1
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\") {
      position += 1
    }
    guard position < bytes.count else { throw fault("a quote") }
    let plain = UnsafeBufferPointer(rebasing: bytes[start..<position])
    if bytes[position] == UInt8(ascii: "\"") {
      position += 1
      return String(decoding: plain, as: UTF8.self)
    }
    var output = Array(plain)
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: output, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &output)
      default: output.append(byte)
      }
    }
    throw fault("a quote")
  }

  private mutating func escape(into output: inout [UInt8]) throws(JSONFault) {
    guard position < bytes.count else { throw fault("a sign") }
    let sign = bytes[position]
    switch sign {
    case UInt8(ascii: "b"), UInt8(ascii: "f"): output.append(Bytes.space)
    case UInt8(ascii: "n"): output.append(10)
    case UInt8(ascii: "r"): output.append(13)
    case UInt8(ascii: "t"): output.append(9)
    case UInt8(ascii: "u"):
      guard var code = unit(at: position + 1) else { throw fault("four hexadecimal digits") }
      position += 5
      if UTF16.isLeadSurrogate(UInt16(code)), position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
        bytes[position + 1] == UInt8(ascii: "u"), let low = unit(at: position + 2), UTF16.isTrailSurrogate(UInt16(low))
      {
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        position += 6
      }
      output += UTF8.encode(Unicode.Scalar(code) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter
      return
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "'"): output.append(sign)
    default: throw fault("a sign that may follow a backslash")
    }
    position += 1
  }

  /// Four hexadecimal digits.
  private func unit(at place: Int) -> UInt32? {
    guard place + 4 <= bytes.count else { return nil }
    var code: UInt32 = 0
    for index in place..<(place + 4) {
      switch bytes[index] {
      case 48...57: code = code << 4 | UInt32(bytes[index] - 48)
      case 65...70: code = code << 4 | UInt32(bytes[index] - 55)
      case 97...102: code = code << 4 | UInt32(bytes[index] - 87)
      default: return nil
      }
    }
    return code
  }
}
