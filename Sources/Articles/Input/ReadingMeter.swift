import Synchronization

/// Counts the bytes of files as they are read, for somebody who shows how far the work is.
public final class ReadingMeter: Sendable {
  private let count = Atomic<Int>(0)

  /// Starts at zero.
  public init() {}

  /// How many bytes were read so far, as they lie on the disk.
  public var bytes: Int { count.load(ordering: .relaxed) }

  func add(_ bytes: Int) { count.add(bytes, ordering: .relaxed) }
}

/// A source whose bytes are counted.
struct MeteredSource: ByteSource {
  private var base: any ByteSource
  private let meter: ReadingMeter

  init(_ base: any ByteSource, meter: ReadingMeter) {
    self.base = base
    self.meter = meter
  }

  mutating func read(atMost count: Int) throws(SourceError) -> [UInt8] {
    let bytes = try base.read(atMost: count)
    meter.add(bytes.count)
    return bytes
  }
}
