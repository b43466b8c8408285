/// A msgpack reader that trusts nothing: every length is checked against the bytes that are left, nesting stops at 64,
/// and no count reserves more room than the remaining bytes could fill.
struct MessageReader {
  private let bytes: [UInt8]
  private let name: String
  private let end: Int
  private var position: Int

  static let deepest = 64

  init(_ bytes: [UInt8], range: Range<Int>, name: String) {
    self.bytes = bytes
    self.name = name
    position = range.lowerBound
    end = min(range.upperBound, bytes.count)
  }

  /// Reads one value that must fill the range.
  mutating func readAll() throws(LanguageError) -> MessageValue {
    let value = try read(depth: 0)
    guard position == end else { throw damaged("\(end - position) bytes follow the value") }
    return value
  }

  private func damaged(_ reason: String) -> LanguageError {
    .damaged(file: name, reason: "\(reason) (byte \(position))")
  }

  private mutating func take(_ count: UInt64) throws(LanguageError) -> Range<Int> {
    let left = end - position
    guard count <= UInt64(left) else { throw damaged("cut short: \(count) bytes wanted, \(left) left") }
    let range = position..<(position + Int(count))
    position = range.upperBound
    return range
  }

  /// A big-endian number of 1, 2, 4 or 8 bytes.
  private mutating func number(_ width: Int) throws(LanguageError) -> UInt64 {
    var result: UInt64 = 0
    for index in try take(UInt64(width)) { result = result << 8 | UInt64(bytes[index]) }
    return result
  }

  private mutating func read(depth: Int) throws(LanguageError) -> MessageValue {
    guard depth < Self.deepest else { throw damaged("nested deeper than \(Self.deepest)") }
    guard position < end else { throw damaged("cut short") }
    let code = bytes[position]
    position += 1
    switch code {
    case 0x00...0x7f: return .unsigned(UInt64(code))
    case 0x80...0x8f: return try readMap(UInt64(code & 0x0f), depth)
    case 0x90...0x9f: return try readList(UInt64(code & 0x0f), depth)
    case 0xa0...0xbf: return .text(try take(UInt64(code & 0x1f)))
    case 0xc0: return .null
    case 0xc2: return .bool(false)
    case 0xc3: return .bool(true)
    case 0xc4...0xc6: return .binary(try take(try number(1 << Int(code - 0xc4))))
    case 0xca: return .real(Double(Float(bitPattern: UInt32(try number(4)))))
    case 0xcb: return .real(Double(bitPattern: try number(8)))
    case 0xcc...0xcf: return .unsigned(try number(1 << Int(code - 0xcc)))
    case 0xd0: return signed(Int64(Int8(truncatingIfNeeded: try number(1))))
    case 0xd1: return signed(Int64(Int16(truncatingIfNeeded: try number(2))))
    case 0xd2: return signed(Int64(Int32(truncatingIfNeeded: try number(4))))
    case 0xd3: return signed(Int64(bitPattern: try number(8)))
    case 0xd9...0xdb: return .text(try take(try number(1 << Int(code - 0xd9))))
    case 0xdc, 0xdd: return try readList(try number(2 << Int(code - 0xdc)), depth)
    case 0xde, 0xdf: return try readMap(try number(2 << Int(code - 0xde)), depth)
    case 0xe0...0xff: return .signed(Int64(Int8(bitPattern: code)))
    default: throw damaged("unknown type code \(code)")
    }
  }

  /// Numbers that are not negative have one form, whichever way they were packed.
  private func signed(_ value: Int64) -> MessageValue { value < 0 ? .signed(value) : .unsigned(UInt64(value)) }

  private mutating func readList(_ count: UInt64, _ depth: Int) throws(LanguageError) -> MessageValue {
    guard count <= UInt64(end - position) else { throw damaged("list of \(count) in \(end - position) bytes") }
    var items: [MessageValue] = []
    items.reserveCapacity(Int(count))
    for _ in 0..<count { items.append(try read(depth: depth + 1)) }
    return .list(items)
  }

  private mutating func readMap(_ count: UInt64, _ depth: Int) throws(LanguageError) -> MessageValue {
    guard count <= UInt64(end - position) / 2 else { throw damaged("map of \(count) in \(end - position) bytes") }
    var items: [(key: MessageValue, value: MessageValue)] = []
    items.reserveCapacity(Int(count))
    for _ in 0..<count {
      let key = try read(depth: depth + 1)
      items.append((key, try read(depth: depth + 1)))
    }
    return .map(items)
  }
}
