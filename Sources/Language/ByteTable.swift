/// A hash table from byte strings to running numbers, in the order in which they came. Removal is by emptying only.
///
/// Swift's own strings compare by canonical equivalence; the model tells "é" from "e" + accent, so its keys are bytes.
struct ByteTable: Sendable {
  private var slots: [Int32]
  private var hashes: [UInt64] = []
  private var ends: [Int] = []
  private var arena: [UInt8] = []

  init(capacity: Int = 0) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    hashes.reserveCapacity(capacity)
    ends.reserveCapacity(capacity)
  }

  /// How many keys there are.
  var count: Int { hashes.count }
  /// How many bytes the keys take.
  var byteCount: Int { arena.count }

  mutating func removeAll() {
    for index in slots.indices { slots[index] = -1 }
    hashes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    arena.removeAll(keepingCapacity: true)
  }

  /// The number of a key, nil where it is not there. O(bytes) on average.
  @inline(__always)
  func find(_ key: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let index = Int(slots[slot])
      if index < 0 { return nil }
      if hashes[index] == hash && matches(index, key) { return index }
      slot = (slot + 1) & mask
    }
  }

  func find(_ key: UnsafeBufferPointer<UInt8>) -> Int? { find(key, hash: Hashing.murmur64A(key)) }

  func find(_ key: String) -> Int? {
    var key = key
    return key.withUTF8 { find($0) }
  }

  private func matches(_ index: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = index == 0 ? 0 : ends[index - 1]
    guard ends[index] - start == key.count else { return false }
    for offset in 0..<key.count where arena[start + offset] != key[offset] { return false }
    return true
  }

  /// Adds a key that is not there yet and gives its number.
  @discardableResult
  mutating func add(_ key: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    if (count + 1) * 2 > slots.count { grow() }
    let index = count
    hashes.append(hash)
    arena.append(contentsOf: key)
    ends.append(arena.count)
    place(index)
    return index
  }

  /// Adds a key unless it is there; gives its number.
  @discardableResult
  mutating func insert(_ key: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = Hashing.murmur64A(key)
    return find(key, hash: hash) ?? add(key, hash: hash)
  }

  @discardableResult
  mutating func insert(_ key: String) -> Int {
    var key = key
    return key.withUTF8 { insert($0) }
  }

  private mutating func place(_ index: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hashes[index]) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(truncatingIfNeeded: index)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for index in hashes.indices { place(index) }
  }
}
