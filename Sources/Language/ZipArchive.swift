internal import CZlib

/// Reads files out of a zip archive in memory, stored or deflated. Every offset and length is checked; a file's size is
/// bounded, and its checksum is verified.
struct ZipArchive: Sendable {
  private struct Entry {
    let method: UInt16
    let checksum: UInt32
    let packedSize: Int
    let size: Int
    let headerOffset: Int
  }

  /// No file of a model is nearly as large.
  private static let largest = 1 << 28

  let name: String
  private let bytes: [UInt8]
  private var entries: [String: Entry] = [:]

  /// Reads the archive's directory.
  init(_ bytes: [UInt8], name: String) throws(LanguageError) {
    self.bytes = bytes
    self.name = name
    let end = try findEnd()
    let count = Int(try number(end + 10, 2))
    var position = Int(try number(end + 16, 4))
    for _ in 0..<count {
      guard try number(position, 4) == 0x0201_4b50 else { throw damaged("its directory is broken") }
      let nameLength = Int(try number(position + 28, 2))
      let extraLength = Int(try number(position + 30, 2))
      let commentLength = Int(try number(position + 32, 2))
      let entry = Entry(
        method: UInt16(try number(position + 10, 2)), checksum: UInt32(try number(position + 16, 4)),
        packedSize: Int(try number(position + 20, 4)), size: Int(try number(position + 24, 4)),
        headerOffset: Int(try number(position + 42, 4)))
      guard position + 46 + nameLength <= bytes.count else { throw damaged("its directory is cut short") }
      let path = String(decoding: bytes[(position + 46)..<(position + 46 + nameLength)], as: UTF8.self)
      entries[path] = entry
      position += 46 + nameLength + extraLength + commentLength
    }
  }

  /// The paths of all files.
  var paths: [String] { entries.keys.sorted() }

  private func damaged(_ reason: String) -> LanguageError { .damaged(file: name, reason: reason) }

  /// A little-endian number at an offset.
  private func number(_ offset: Int, _ width: Int) throws(LanguageError) -> UInt32 {
    guard offset >= 0 && offset <= bytes.count - width else { throw damaged("it is cut short") }
    var result: UInt32 = 0
    for index in 0..<width { result |= UInt32(bytes[offset + index]) << UInt32(8 * index) }
    return result
  }

  /// The end record stands in the last 64 KB.
  private func findEnd() throws(LanguageError) -> Int {
    var position = bytes.count - 22
    while position >= 0 && position >= bytes.count - 22 - 0xffff {
      if try number(position, 4) == 0x0605_4b50 { return position }
      position -= 1
    }
    throw damaged("it is no zip archive or cut short")
  }

  /// The contents of a file; nil where the archive has none at that path.
  func read(_ path: String) throws(LanguageError) -> [UInt8]? {
    guard let entry = entries[path] else { return nil }
    guard try number(entry.headerOffset, 4) == 0x0403_4b50 else { throw damaged("\(path) has no header") }
    let nameLength = Int(try number(entry.headerOffset + 26, 2))
    let start = entry.headerOffset + 30 + nameLength + Int(try number(entry.headerOffset + 28, 2))
    guard start <= bytes.count, entry.packedSize <= bytes.count - start else { throw damaged("\(path) is cut short") }
    // Deflate packs at most 1032 to 1, so a size beyond that is a lie.
    guard entry.size <= Self.largest && entry.size / 1040 <= entry.packedSize else {
      throw damaged("\(path) claims \(entry.size) bytes")
    }
    let packed = bytes[start..<(start + entry.packedSize)]
    let contents: [UInt8]
    switch entry.method {
    case 0: contents = Array(packed)
    case 8: contents = try inflate(packed, size: entry.size, path)
    default: throw damaged("\(path) is packed by the unknown method \(entry.method)")
    }
    let checksum = contents.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
    let isRight = contents.isEmpty || UInt32(truncatingIfNeeded: checksum) == entry.checksum
    guard contents.count == entry.size && isRight else {
      throw damaged("\(path) fails its checksum")
    }
    return contents
  }

  private func inflate(_ packed: ArraySlice<UInt8>, size: Int, _ path: String) throws(LanguageError) -> [UInt8] {
    var complete = false
    let contents = [UInt8](unsafeUninitializedCapacity: size) { target, filled in
      packed.withUnsafeBufferPointer { source in
        guard let input = source.baseAddress, let output = target.baseAddress else { return }
        complete = entente_inflate(input, UInt32(source.count), output, UInt32(size)) != 0
      }
      filled = complete ? size : 0
    }
    guard complete || size == 0 else { throw damaged("\(path) does not unpack to its \(size) bytes") }
    return contents
  }
}
