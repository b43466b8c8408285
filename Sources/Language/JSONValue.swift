/// The little JSON that the model's files hold. Crafted input gives nil, never more.
indirect enum JSONValue {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case list([JSONValue])
  case object([String: JSONValue])

  /// Reads a whole text; nil where it is no JSON or nested deeper than 32.
  init?(_ text: String) {
    var reader = Reader(bytes: Array(text.utf8))
    guard let value = reader.read(depth: 0), reader.isAtEnd else { return nil }
    self = value
  }

  private struct Reader {
    let bytes: [UInt8]
    var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool {
      mutating get {
        skipSpace()
        return position == bytes.count
      }
    }

    private mutating func skipSpace() {
      while position < bytes.count, [0x20, 0x09, 0x0a, 0x0d].contains(bytes[position]) { position += 1 }
    }

    private mutating func accept(_ byte: UInt8) -> Bool {
      skipSpace()
      guard position < bytes.count, bytes[position] == byte else { return false }
      position += 1
      return true
    }

    private mutating func accept(word: String) -> Bool {
      guard bytes[position...].starts(with: word.utf8) else { return false }
      position += word.utf8.count
      return true
    }

    mutating func read(depth: Int) -> JSONValue? {
      skipSpace()
      guard depth < 32, position < bytes.count else { return nil }
      switch bytes[position] {
      case UInt8(ascii: "{"): return readObject(depth)
      case UInt8(ascii: "["): return readList(depth)
      case UInt8(ascii: "\""): return readString().map { .string($0) }
      case UInt8(ascii: "t"): return accept(word: "true") ? .bool(true) : nil
      case UInt8(ascii: "f"): return accept(word: "false") ? .bool(false) : nil
      case UInt8(ascii: "n"): return accept(word: "null") ? .null : nil
      default:
        let digits = bytes[position...].prefix { "+-.eE0123456789".utf8.contains($0) }
        position += digits.count
        return Double(String(decoding: digits, as: UTF8.self)).map { .number($0) }
      }
    }

    private mutating func readObject(_ depth: Int) -> JSONValue? {
      guard accept(0x7b) else { return nil }
      var result: [String: JSONValue] = [:]
      if accept(0x7d) { return .object(result) }
      repeat {
        skipSpace()
        guard let key = readString(), accept(0x3a), let value = read(depth: depth + 1) else { return nil }
        result[key] = value
      } while accept(0x2c)
      return accept(0x7d) ? .object(result) : nil
    }

    private mutating func readList(_ depth: Int) -> JSONValue? {
      guard accept(0x5b) else { return nil }
      var result: [JSONValue] = []
      if accept(0x5d) { return .list(result) }
      repeat {
        guard let value = read(depth: depth + 1) else { return nil }
        result.append(value)
      } while accept(0x2c)
      return accept(0x5d) ? .list(result) : nil
    }

    private mutating func readString() -> String? {
      guard accept(0x22) else { return nil }
      var result: [UInt8] = []
      while position < bytes.count {
        let byte = bytes[position]
        position += 1
        if byte == 0x22 { return String(decoding: result, as: UTF8.self) }
        guard byte == 0x5c else {
          result.append(byte)
          continue
        }
        guard position < bytes.count else { return nil }
        let escape = bytes[position]
        position += 1
        switch escape {
        case UInt8(ascii: "n"): result.append(0x0a)
        case UInt8(ascii: "t"): result.append(0x09)
        case UInt8(ascii: "r"): result.append(0x0d)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(escape)
        case UInt8(ascii: "u"):
          let digits = bytes[position...].prefix(4)
          guard digits.count == 4, let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
            let scalar = Unicode.Scalar(code)
          else { return nil }
          position += 4
          result += Array(String(Character(scalar)).utf8)
        default: return nil
        }
      }
      return nil
    }
  }
}
