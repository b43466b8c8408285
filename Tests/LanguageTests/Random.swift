/// Repeatable random numbers (SplitMix64), so that a failing input can be made again from its seed.
struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
    return value ^ value >> 31
  }

  mutating func choose<Item>(_ items: [Item]) -> Item { items[Int(next() % UInt64(items.count))] }

  mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) } }

  /// Any scalar, small ones more often.
  mutating func scalar() -> Unicode.Scalar {
    let limit: UInt64 = choose([0x80, 0x800, 0x3100, 0x10000, 0x20000])
    return Unicode.Scalar(UInt32(next() % limit)) ?? "x"
  }
}
