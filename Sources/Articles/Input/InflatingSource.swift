internal import CZlib

/// Bytes that gzip or zlib packed, unpacked on the way: several gzip members one behind the other are one text.
///
/// What could be unpacked before damage comes out; the error follows.
final class InflatingSource: ByteSource {
  /// How the packed data is wrapped.
  enum Wrapping: Int32 {
    /// With the header of gzip or zlib, whichever is there.
    case header = 47
    /// Without any.
    case none = -15
  }

  private var base: any ByteSource
  private let limits: ReadingLimits
  private let wrapping: Wrapping
  /// zlib keeps the stream's address, so it stays at one place.
  private let stream: UnsafeMutablePointer<z_stream>
  private let isReady: Bool
  private var input: [UInt8] = []
  private var position = 0
  private var packed = 0
  private var unpacked = 0
  private var isInside = true
  private var failure: SourceError?
  private var isEnded = false

  init(_ base: any ByteSource, limits: ReadingLimits, wrapping: Wrapping = .header) {
    self.base = base
    self.limits = limits
    self.wrapping = wrapping
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    isReady = inflateInit2_(stream, wrapping.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    if isReady { inflateEnd(stream) }
    stream.deallocate()
  }

  func read(atMost count: Int) throws(SourceError) -> [UInt8] {
    guard isReady else { throw SourceError(kind: .unreadable("no memory to unpack it")) }
    if let failure { throw failure }
    var output = [UInt8](repeating: 0, count: max(count, 1))
    var filled = 0
    while filled == 0, !isEnded {
      if position == input.count {
        input = try base.read(atMost: 1 << 16)
        position = 0
        if input.isEmpty {
          isEnded = true
          if isInside { failure = SourceError(kind: .packedDataDamaged) }
          break
        }
      }
      if !isInside, !begins() { break }
      filled = step(into: &output)
    }
    unpacked += filled
    if unpacked > limits.ratioFrom, unpacked / limits.ratio > packed {
      failure = SourceError(kind: .packedTooWell(ratio: limits.ratio))
    }
    if filled == 0, let failure { throw failure }
    output.removeLast(output.count - filled)
    return output
  }

  /// Whether another member begins behind the one that ended; what else follows is padding.
  private func begins() -> Bool {
    while position < input.count, input[position] == 0 { position += 1 }
    guard position < input.count else { return true }
    guard wrapping == .header, input[position] == 0x1F, inflateReset(stream) == Z_OK else {
      isEnded = true
      return false
    }
    isInside = true
    return true
  }

  /// Unpacks what is there; how many bytes came out.
  private func step(into output: inout [UInt8]) -> Int {
    guard position < input.count else { return 0 }
    let length = output.count
    let available = input.count - position
    var status = Z_OK
    let left: Int = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        guard let from = source.baseAddress, let to = target.baseAddress else { return length }
        stream.pointee.next_in = from + position
        stream.pointee.avail_in = UInt32(clamping: available)
        stream.pointee.next_out = to
        stream.pointee.avail_out = UInt32(clamping: length)
        status = inflate(stream, Z_NO_FLUSH)
        return Int(stream.pointee.avail_out)
      }
    }
    let taken = available - Int(stream.pointee.avail_in)
    position += taken
    packed += taken
    switch status {
    case Z_STREAM_END: isInside = false
    case Z_OK: break
    case Z_BUF_ERROR where taken > 0 || left < length || available == 0: break
    default:
      failure = SourceError(kind: .packedDataDamaged)
      isEnded = true
    }
    return length - left
  }
}
