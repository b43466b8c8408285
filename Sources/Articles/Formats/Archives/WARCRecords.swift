/// Cuts a WARC file (ISO 28500, versions 1.0 and 1.1) into its records, with one of them in memory at a time.
struct WARCRecords {
  /// What is found.
  enum Item {
    /// A record that was asked for.
    case record(MailHeaders, [UInt8])
    /// A record that was passed over.
    case other(MailHeaders)
    /// A record that is longer than the limit, or is cut short.
    case bad(MailHeaders, InputProblem.Kind)
    /// Bytes between records that are none.
    case garbage
  }

  /// The longest headers of a record, in bytes.
  private static let longestHeaders = 1 << 16

  private var window: ByteWindow
  private var position = 0
  private let limit: Int

  init(_ source: any ByteSource, limits: ReadingLimits, chunk: Int = 1 << 18) {
    window = ByteWindow(source, chunk: chunk)
    limit = limits.member
  }

  /// The next record; nil at the end.
  ///
  /// - Parameter wants: Whether a record with these headers is to be held whole.
  mutating func next(wants: (MailHeaders) -> Bool) throws(SourceError) -> Item? {
    try passSpace()
    guard try fill(8) else { return nil }
    guard window.bytes[position...].starts(with: "WARC/".utf8) else { return try passGarbage() }
    var headersEnd: Int?
    while headersEnd == nil {
      headersEnd = Self.emptyLine(in: window.bytes, from: position)
      if headersEnd == nil {
        if window.bytes.count - position > Self.longestHeaders { return try passGarbage() }
        if try !window.fetch() { return try passGarbage() }
      }
    }
    guard let headersEnd, let versionEnd = window.bytes[position...].firstIndex(of: Bytes.newline) else { return nil }
    let (headers, body) = MailHeaders.read(window.bytes, from: versionEnd + 1, to: headersEnd)
    guard let length = headers["content-length"].flatMap({ Int($0) }), length >= 0 else {
      position = body
      return .bad(headers, .badRecord("a record has no Content-Length"))
    }
    position = body
    let isWanted = wants(headers)
    guard isWanted, length <= limit else {
      let isWhole = try skip(length)
      if isWanted { return .bad(headers, .memberTooLong(limit: limit)) }
      return isWhole ? .other(headers) : .bad(headers, .badRecord("the file ends inside a record"))
    }
    release()
    guard try fill(length) else {
      position = window.bytes.count
      return .bad(headers, .badRecord("the file ends inside a record"))
    }
    let content = Array(window.bytes[position..<(position + length)])
    position += length
    return .record(headers, content)
  }

  /// Where an empty line ends.
  private static func emptyLine(in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while let end = bytes[index...].firstIndex(of: Bytes.newline) {
      if bytes[index..<end].allSatisfy({ $0 == 13 }) { return end + 1 }
      index = end + 1
    }
    return nil
  }

  private mutating func release() {
    window.release(position)
    position = 0
  }

  /// Holds so many bytes behind the place; false where the source has fewer.
  private mutating func fill(_ count: Int) throws(SourceError) -> Bool {
    while window.bytes.count - position < count {
      if position > 1 << 18 { release() }
      if try !window.fetch() { return false }
    }
    return true
  }

  private mutating func passSpace() throws(SourceError) {
    while true {
      while position < window.bytes.count, Bytes.isSpace(window.bytes[position]) { position += 1 }
      if position < window.bytes.count { return }
      release()
      if try !window.fetch() { return }
    }
  }

  /// Passes over so many bytes without holding them; false where the source has fewer.
  private mutating func skip(_ count: Int) throws(SourceError) -> Bool {
    var rest = count
    while rest > window.bytes.count - position {
      rest -= window.bytes.count - position
      position = window.bytes.count
      release()
      if try !window.fetch() { return false }
    }
    position += rest
    return true
  }

  /// Passes over what is no record, to the next line that begins one.
  private mutating func passGarbage() throws(SourceError) -> Item? {
    let sign = Array("\nWARC/".utf8)
    position = min(position + 1, window.bytes.count)
    while true {
      if let found = Bytes.find(sign, in: window.bytes, from: position) {
        position = found + 1
        return .garbage
      }
      position = max(position, window.bytes.count - sign.count)
      release()
      if try !window.fetch() {
        position = window.bytes.count
        return .garbage
      }
    }
  }
}
