/// What a web server answered, as an archive holds it (RFC 9112).
struct HTTPResponse {
  /// Why the content cannot be read.
  enum Fault: Error, Hashable {
    /// The coding has no reader here.
    case coding(String)
    /// The packed content is damaged or too long.
    case content(InputProblem.Kind)
  }

  var status: Int
  var headers: MailHeaders
  private let bytes: [UInt8]
  private let start: Int

  /// Reads the status and headers; nil where there are none.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: "HTTP/".utf8), let lineEnd = bytes.firstIndex(of: Bytes.newline) else { return nil }
    let words = bytes[..<lineEnd].prefix(64).split(separator: Bytes.space)
    guard words.count >= 2, let status = Int(FieldNames.trimmed(Bytes.text(words[1]))) else { return nil }
    self.status = status
    self.bytes = bytes
    (headers, start) = MailHeaders.read(bytes, from: lineEnd + 1, to: bytes.count)
  }

  /// The content without the codings of its transfer.
  func content(limits: ReadingLimits) throws(Fault) -> [UInt8] {
    var content = Array(bytes[start...])
    if headers.kind("transfer-encoding").contains("chunked"), let joined = Self.joined(content) { content = joined }
    for coding in (headers["content-encoding"] ?? "").split(separator: ",").reversed() {
      switch FieldNames.trimmed(coding).lowercased() {
      case "gzip", "x-gzip": content = try Self.unpacked(content, .header, limits)
      case "deflate":
        // Some servers leave the header of zlib out; its first byte names method 8.
        let hasHeader =
          content.first.map { $0 & 0x0F == 8 } == true && content.count > 1
          && (Int(content[0]) << 8 | Int(content[1])) % 31 == 0
        content = try Self.unpacked(content, hasHeader ? .header : .none, limits)
      case "identity", "": break
      case let other: throw .coding(other)
      }
    }
    return content
  }

  private static func unpacked(
    _ content: [UInt8], _ wrapping: InflatingSource.Wrapping, _ limits: ReadingLimits
  ) throws(Fault) -> [UInt8] {
    // Archives may hold content that was unpacked, under headers that say it is packed.
    if wrapping == .header, !content.starts(with: [0x1F, 0x8B]), content.first.map({ $0 & 0x0F != 8 }) ?? true {
      return content
    }
    let source = InflatingSource(MemorySource(content), limits: limits, wrapping: wrapping)
    var output: [UInt8] = []
    do throws(SourceError) {
      while true {
        let more = try source.read(atMost: 1 << 18)
        if more.isEmpty { return output }
        output += more
        if output.count > limits.member { throw SourceError(kind: .memberTooLong(limit: limits.member)) }
      }
    } catch {
      // A page that is cut short is read as far as it goes.
      if error.kind != .packedDataDamaged || output.isEmpty { throw .content(error.kind) }
      return output
    }
  }

  /// The chunks joined; nil where the content is not cut into chunks, whatever the headers say.
  private static func joined(_ content: [UInt8]) -> [UInt8]? {
    var output: [UInt8] = []
    var position = 0
    while position < content.count {
      let line = content[position...].prefix(64).prefix { $0 != Bytes.newline }
      let digits = Bytes.text(Bytes.trim(line.prefix { $0 != UInt8(ascii: ";") }))
      guard position + line.count < content.count, let size = Int(digits, radix: 16), size >= 0 else {
        return output.isEmpty ? nil : output
      }
      position += line.count + 1
      if size == 0 { return output }
      let end = size > content.count - position ? content.count : position + size
      output += content[position..<end]
      position = end
      if position < content.count, content[position] == 13 { position += 1 }
      if position < content.count, content[position] == Bytes.newline { position += 1 }
    }
    return output.isEmpty ? nil : output
  }
}
