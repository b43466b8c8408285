/// What one network makes of a form before it sees its neighbours: the mixer's vector and its share in the first
/// convolution. News repeat their words, so most tokens of a batch are found here.
///
/// Bounded: when it is full, forms that were met once give way first (the clock algorithm).
final class VectorCache {
  /// How many forms fit, the empty one at slot 0 included; about 4 KB each.
  static let capacity = 4096
  static let projected = 3 * MaxoutLayer.products

  private let weights: EncoderWeights
  /// Slot by key, -1 for none. Keys are small running numbers.
  private var slots: [Int32] = []
  private var count = 1
  /// By slot: its key, whether it was met again since the hand passed, and the block that needed it last.
  private var owners = [Int32](repeating: -1, count: VectorCache.capacity)
  private var isMetAgain = [Bool](repeating: false, count: VectorCache.capacity)
  private var blocks = [Int](repeating: 0, count: VectorCache.capacity)
  private var block = 0
  private var hand = 1
  private var missing: [(key: Int32, slot: Int32)] = []
  let vectors = FloatBuffer(VectorCache.capacity * MaxoutLayer.width)
  let projections = FloatBuffer(VectorCache.capacity * VectorCache.projected)
  private let gathered = FloatBuffer()
  private let products = FloatBuffer()
  private let freshVectors = FloatBuffer()
  private let freshProjections = FloatBuffer()

  init(weights: EncoderWeights) {
    self.weights = weights
    // Slot 0 stands for no token.
    vectors.base.update(repeating: 0, count: MaxoutLayer.width)
    projections.base.update(repeating: 0, count: Self.projected)
  }

  /// Forgets everything; needed when the keys change their meaning.
  func removeAll() {
    slots.removeAll(keepingCapacity: true)
    count = 1
    hand = 1
  }

  /// Finds or computes the slots of a block of `keys`, at most half of ``capacity``; key -1 has the empty slot 0.
  ///
  /// `features` gives the value of a column for a key.
  func prepare(_ keys: ArraySlice<Int32>, into result: inout [Int32], features: (Int32, Int) -> UInt64) {
    result.removeAll(keepingCapacity: true)
    missing.removeAll(keepingCapacity: true)
    block += 1
    for key in keys {
      guard key >= 0 else {
        result.append(0)
        continue
      }
      let index = Int(key)
      while slots.count <= index { slots.append(contentsOf: repeatElement(-1, count: max(1024, slots.count))) }
      var slot = slots[index]
      if slot < 0 {
        slot = Int32(truncatingIfNeeded: freeSlot())
        slots[index] = slot
        owners[Int(slot)] = key
        isMetAgain[Int(slot)] = false
        missing.append((key, slot))
      } else {
        isMetAgain[Int(slot)] = true
      }
      blocks[Int(slot)] = block
      result.append(slot)
    }
    compute(features)
  }

  /// A slot that nothing of this block needs. The block is smaller than the cache, so the search ends.
  private func freeSlot() -> Int {
    if count < Self.capacity {
      count += 1
      return count - 1
    }
    while true {
      let slot = hand
      hand = hand + 1 == Self.capacity ? 1 : hand + 1
      if blocks[slot] == block { continue }
      if isMetAgain[slot] {
        isMetAgain[slot] = false
        continue
      }
      slots[Int(owners[slot])] = -1
      return slot
    }
  }

  /// Fills the slots of the missing keys.
  private func compute(_ features: (Int32, Int) -> UInt64) {
    guard !missing.isEmpty else { return }
    let width = MaxoutLayer.width
    let inputs = weights.mixer.inner
    let rows = missing.count
    let input = gathered.reserve(rows * inputs)
    for (column, embedding) in weights.embeddings.enumerated() {
      embedding.values.withUnsafeBufferPointer { table in
        for row in 0..<missing.count {
          let value = Hashing.embeddingKeys(features(missing[row].key, column), seed: embedding.seed)
          let size = UInt32(embedding.rows)
          // A remainder by `size` times the width stays inside the table of rows × width floats.
          let (first, second) = (Int(value.0 % size) * width, Int(value.1 % size) * width)
          let (third, fourth) = (Int(value.2 % size) * width, Int(value.3 % size) * width)
          let target = input + row * inputs + column * width
          for index in 0..<width {
            target[index] = table[first + index] + table[second + index] + table[third + index] + table[fourth + index]
          }
        }
      }
    }
    let product = products.reserve(rows * MaxoutLayer.products)
    weights.mixer.multiply(input, stride: inputs, rows: rows, into: product)
    let vector = freshVectors.reserve(rows * width)
    weights.mixerEnd.finish(product, residual: nil, rows: rows, into: vector)
    let projection = freshProjections.reserve(rows * Self.projected)
    weights.projection.multiply(vector, stride: width, rows: rows, into: projection)
    for (row, entry) in missing.enumerated() {
      let slot = Int(entry.slot)
      (vectors.base + slot * width).update(from: vector + row * width, count: width)
      (projections.base + slot * Self.projected).update(
        from: projection + row * Self.projected, count: Self.projected)
    }
  }
}
