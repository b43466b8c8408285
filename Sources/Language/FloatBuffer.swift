/// Room for floats on a cache line's boundary that is reused from batch to batch. What it holds is undefined until it is
/// written, and is not kept when the size changes.
final class FloatBuffer {
  private(set) var base: UnsafeMutablePointer<Float>
  private var capacity: Int

  /// Four megabytes; a buffer that a huge text made larger is given back.
  private static let keptCapacity = 1 << 20

  init(_ capacity: Int = 0) {
    self.capacity = capacity
    base = Self.allocate(capacity)
  }

  deinit { base.deallocate() }

  /// A pointer to at least `count` floats, valid until the next call.
  func reserve(_ count: Int) -> UnsafeMutablePointer<Float> {
    if count > capacity || (capacity > Self.keptCapacity && count < capacity / 8) {
      base.deallocate()
      capacity = count > Self.keptCapacity ? count : count + count / 4
      base = Self.allocate(capacity)
    }
    return base
  }

  /// Memory for `count` floats, not initialised. Floats are trivial, so writing is all the initialising they need.
  static func allocate(_ count: Int) -> UnsafeMutablePointer<Float> {
    UnsafeMutableRawPointer.allocate(byteCount: max(count, 1) * MemoryLayout<Float>.stride, alignment: 64)
      .bindMemory(to: Float.self, capacity: max(count, 1))
  }
}
