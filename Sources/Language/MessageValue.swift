/// One value of a msgpack file. Texts and binaries are ranges of the file's bytes, so that reading copies nothing.
enum MessageValue: Sendable {
  case null
  case bool(Bool)
  case signed(Int64)
  case unsigned(UInt64)
  case real(Double)
  case text(Range<Int>)
  case binary(Range<Int>)
  case list([MessageValue])
  case map([(key: MessageValue, value: MessageValue)])
}

/// A msgpack file read into values, with the questions that the loaders ask of it.
///
/// Every question throws ``LanguageError/damaged(file:reason:)`` with the file's name where the answer has another form.
struct MessageFile: Sendable {
  let name: String
  let bytes: [UInt8]
  let root: MessageValue

  /// Reads all of `bytes`; O(bytes).
  init(_ bytes: [UInt8], name: String) throws(LanguageError) {
    self.bytes = bytes
    self.name = name
    var reader = MessageReader(bytes, range: 0..<bytes.count, name: name)
    root = try reader.readAll()
  }

  func damaged(_ reason: String) -> LanguageError { .damaged(file: name, reason: reason) }

  func string(_ value: MessageValue?, _ what: String) throws(LanguageError) -> String {
    switch value {
    case .text(let range), .binary(let range): return String(decoding: bytes[range], as: UTF8.self)
    default: throw damaged("\(what) is no text")
    }
  }

  func range(_ value: MessageValue?, _ what: String) throws(LanguageError) -> Range<Int> {
    switch value {
    case .text(let range), .binary(let range): return range
    default: throw damaged("\(what) is no text")
    }
  }

  func list(_ value: MessageValue?, _ what: String) throws(LanguageError) -> [MessageValue] {
    guard case .list(let items) = value else { throw damaged("\(what) is no list") }
    return items
  }

  func map(_ value: MessageValue?, _ what: String) throws(LanguageError) -> [(key: MessageValue, value: MessageValue)] {
    guard case .map(let items) = value else { throw damaged("\(what) is no map") }
    return items
  }

  func integer(_ value: MessageValue?, _ what: String) throws(LanguageError) -> Int {
    switch value {
    case .signed(let number): return Int(number)
    case .unsigned(let number) where number <= UInt64(Int.max): return Int(number)
    default: throw damaged("\(what) is no integer")
    }
  }

  func unsigned(_ value: MessageValue, _ what: String) throws(LanguageError) -> UInt64 {
    guard case .unsigned(let number) = value else { throw damaged("\(what) is no unsigned integer") }
    return number
  }

  /// The value under a textual key, nil where the map has no such key or `value` is no map. O(keys).
  func field(_ key: String, of value: MessageValue?) -> MessageValue? {
    guard case .map(let items) = value else { return nil }
    return items.first { item in
      switch item.key {
      case .text(let range), .binary(let range): bytes[range].elementsEqual(key.utf8)
      default: false
      }
    }?.value
  }

  /// The value under a numeric key.
  func field(_ key: UInt64, of value: MessageValue?) -> MessageValue? {
    guard case .map(let items) = value else { return nil }
    return items.first { if case .unsigned(key) = $0.key { true } else { false } }?.value
  }

  /// Reads a msgpack value that is packed inside a binary of this file.
  func nested(_ value: MessageValue?, _ what: String) throws(LanguageError) -> MessageValue {
    guard case .binary(let range) = value else { throw damaged("\(what) is no binary") }
    var reader = MessageReader(bytes, range: range, name: name)
    return try reader.readAll()
  }
}
