/// Lines of a source, read in chunks: never more than one line and one chunk in memory.
struct LineSplitter {
  /// A line without its end.
  enum Line {
    /// Its number from 1 and its bytes.
    case bytes(Int, [UInt8])
    /// Its number; its bytes were passed over.
    case tooLong(Int)
  }

  private var source: any ByteSource
  private let limit: Int
  private let chunk: Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var number = 0
  private var ended = false

  init(_ source: any ByteSource, limit: Int, chunk: Int = 1 << 18) {
    self.source = source
    self.limit = limit
    self.chunk = chunk
  }

  /// The next line; nil after the last.
  mutating func next() throws(SourceError) -> Line? {
    var searched = position
    var passing = false
    while true {
      if let end = buffer[searched...].firstIndex(of: Bytes.newline) {
        number += 1
        let start = position
        position = end + 1
        if passing || end - start > limit { return .tooLong(number) }
        return .bytes(number, Array(buffer[start..<end]))
      }
      if passing || buffer.count - position > limit {
        passing = true
        buffer.removeAll(keepingCapacity: false)
      } else if position > 0 {
        buffer.removeFirst(position)
      }
      position = 0
      searched = buffer.count
      let more = ended ? [] : try source.read(atMost: chunk)
      if more.isEmpty {
        ended = true
        guard passing || !buffer.isEmpty else { return nil }
        number += 1
        defer { buffer = [] }
        return passing ? .tooLong(number) : .bytes(number, buffer)
      }
      buffer += more
    }
  }
}
