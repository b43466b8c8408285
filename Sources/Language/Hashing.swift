/// The two hashes that the model was trained with. Both wrap around at 64 bits.
enum Hashing {
  /// MurmurHash64A with seed 1: the id of a string that is not in the symbol table. O(bytes).
  @inline(__always)
  static func murmur64A(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let multiplier: UInt64 = 0xc6a4_a793_5bd1_e995
    let count = bytes.count
    var hash = 1 ^ (UInt64(truncatingIfNeeded: count) &* multiplier)
    guard let base = bytes.baseAddress else { return finish(hash, multiplier) }
    let raw = UnsafeRawPointer(base)
    let blocks = count >> 3
    for index in 0..<blocks {
      // The block lies inside the buffer: index * 8 + 8 <= count.
      var block = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index << 3, as: UInt64.self))
      block = block &* multiplier
      block ^= block >> 47
      hash = (hash ^ (block &* multiplier)) &* multiplier
    }
    let tail = count & 7
    if tail > 0 {
      var rest: UInt64 = 0
      for index in 0..<tail { rest |= UInt64(base[(blocks << 3) + index]) << UInt64(index << 3) }
      hash = (hash ^ rest) &* multiplier
    }
    return finish(hash, multiplier)
  }

  @inline(__always)
  private static func finish(_ value: UInt64, _ multiplier: UInt64) -> UInt64 {
    var hash = value
    hash ^= hash >> 47
    hash = hash &* multiplier
    return hash ^ (hash >> 47)
  }

  static func murmur64A(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { murmur64A($0) }
  }

  /// The four rows of a hashed embedding for one feature value, before the remainder by the number of rows.
  static func embeddingKeys(_ value: UInt64, seed: UInt32) -> (UInt32, UInt32, UInt32, UInt32) {
    var first = value &* 0x87c3_7b91_1142_53d5
    first = first << 31 | first >> 33
    first = first &* 0x4cf5_ad43_2745_937f
    first ^= UInt64(seed) ^ 8
    var second = UInt64(seed) ^ 8
    first = first &+ second
    second = second &+ first
    first = mix(first)
    second = mix(second)
    first = first &+ second
    second = second &+ first
    return (
      UInt32(truncatingIfNeeded: first), UInt32(truncatingIfNeeded: first >> 32),
      UInt32(truncatingIfNeeded: second), UInt32(truncatingIfNeeded: second >> 32)
    )
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var hash = value
    hash ^= hash >> 33
    hash = hash &* 0xff51_afd7_ed55_8ccd
    hash ^= hash >> 33
    hash = hash &* 0xc4ce_b9fe_1a85_ec53
    return hash ^ (hash >> 33)
  }
}
