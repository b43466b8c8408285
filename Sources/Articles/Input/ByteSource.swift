import Glibc

/// Where bytes come from: a file, standard input, memory, or another source that is decoded on the way.
protocol ByteSource {
  /// The next bytes, at most so many; none at the end.
  mutating func read(atMost count: Int) throws(SourceError) -> [UInt8]
}

/// Why a source cannot be read, or not to its end.
struct SourceError: Error {
  /// What to tell of it.
  var kind: InputProblem.Kind

  /// The error that the last system call left.
  static func last() -> SourceError {
    let number = errno
    return SourceError(
      kind: number == ENOENT ? .missing : .unreadable(String(cString: strerror(number)).lowercased()))
  }
}

/// An open file. Closes it when it goes.
final class FileSource: ByteSource {
  private let descriptor: Int32
  private let closes: Bool

  /// Opens a file for reading.
  init(path: String) throws(SourceError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    closes = true
    if descriptor < 0 { throw SourceError.last() }
  }

  /// Reads a descriptor that somebody else closes.
  init(descriptor: Int32) {
    self.descriptor = descriptor
    closes = false
  }

  deinit {
    if closes, descriptor >= 0 { close(descriptor) }
  }

  func read(atMost count: Int) throws(SourceError) -> [UInt8] {
    var failure: SourceError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = 0
      repeat {
        let number = Glibc.read(descriptor, buffer.baseAddress, count)
        if number >= 0 {
          filled = number
          return
        }
      } while errno == EINTR
      failure = SourceError.last()
    }
    if let failure { throw failure }
    return bytes
  }
}

/// Bytes in memory.
struct MemorySource: ByteSource {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  mutating func read(atMost count: Int) -> [UInt8] {
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }
}

/// A source whose beginning can be looked at before it is read.
struct PeekableSource: ByteSource {
  private var base: any ByteSource
  private var held: [UInt8] = []

  init(_ base: any ByteSource) { self.base = base }

  /// The first bytes, as many as asked for where the source has them; they stay to be read.
  mutating func peek(_ count: Int) throws(SourceError) -> ArraySlice<UInt8> {
    while held.count < count {
      let more = try base.read(atMost: count - held.count)
      if more.isEmpty { break }
      held += more
    }
    return held.prefix(count)
  }

  /// Leaves out the first of the bytes that were looked at.
  mutating func drop(_ count: Int) { held.removeFirst(min(count, held.count)) }

  mutating func read(atMost count: Int) throws(SourceError) -> [UInt8] {
    if held.isEmpty { return try base.read(atMost: count) }
    let first = Array(held.prefix(count))
    held.removeFirst(first.count)
    return first
  }
}

/// A part of a source that is held while somebody looks through it: what was let go is forgotten, and more is fetched
/// behind it. All places count from the first byte that is held.
struct ByteWindow {
  private var source: any ByteSource
  private let chunk: Int
  /// What is held.
  private(set) var bytes: [UInt8] = []
  /// Whether the source has no more.
  private(set) var isEnded = false

  init(_ source: any ByteSource, chunk: Int = 1 << 18) {
    self.source = source
    self.chunk = chunk
  }

  /// Fetches more; false where there is none.
  mutating func fetch() throws(SourceError) -> Bool {
    guard !isEnded else { return false }
    let more = try source.read(atMost: chunk)
    guard !more.isEmpty else {
      isEnded = true
      return false
    }
    bytes += more
    return true
  }

  /// Forgets the first bytes.
  mutating func release(_ count: Int) {
    guard count > 0 else { return }
    bytes.removeFirst(min(count, bytes.count))
  }
}
