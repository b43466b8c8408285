import Glibc

/// Turns bytes of one charset into UTF-8, a chunk at a time. What makes no sense becomes U+FFFD and is counted.
final class CharsetConverter {
  private let handle: iconv_t
  private let unit: Int
  /// What the last chunk left: the beginning of a character.
  private var carried: [UInt8] = []
  /// How many places were no characters.
  private(set) var replaced = 0

  /// Makes a converter; nil where the system has no table for the charset.
  convenience init?(_ charset: Charset) { self.init(from: charset.name, to: Charset.utf8.name, unit: charset.unit) }

  /// Makes a converter between charsets by iconv's names. `unit` bytes are passed over where they make no sense.
  init?(from source: String, to target: String, unit: Int = 1) {
    // iconv_open gives -1 as a pointer where it fails.
    guard let handle = iconv_open(target, source), Int(bitPattern: handle) != -1 else { return nil }
    self.handle = handle
    self.unit = unit
  }

  deinit { iconv_close(handle) }

  /// The text of the next chunk.
  ///
  /// - Complexity: O(n) in the bytes.
  func convert(_ chunk: some Collection<UInt8>, isLast: Bool) -> [UInt8] {
    var input = carried + Array(chunk)
    carried = []
    var output: [UInt8] = []
    output.reserveCapacity(input.count + input.count / 2 + 16)
    var buffer = [UInt8](repeating: 0, count: min(1 << 16, input.count * 4 + 16))
    var place = 0
    while place < input.count {
      let (written, failure) = step(&input, &place, &buffer)
      output += buffer[..<written]
      switch failure {
      case 0, E2BIG: continue
      case EINVAL where !isLast:
        carried = Array(input[place...])
        return output
      default:
        output += UTF8.encodedReplacementCharacter
        replaced += 1
        place += unit
      }
    }
    return output
  }

  /// Converts as much as the buffer takes: how many bytes were written, and why it stopped, 0 where all is done.
  private func step(_ input: inout [UInt8], _ place: inout Int, _ buffer: inout [UInt8]) -> (Int, Int32) {
    input.withUnsafeMutableBytes { source in
      buffer.withUnsafeMutableBytes { target in
        var from = source.baseAddress?.advanced(by: place).assumingMemoryBound(to: CChar.self)
        var fromCount = source.count - place
        var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var toCount = target.count
        let result = iconv(handle, &from, &fromCount, &to, &toCount)
        let failure = result == -1 ? errno : 0
        place = source.count - fromCount
        return (target.count - toCount, failure)
      }
    }
  }
}
