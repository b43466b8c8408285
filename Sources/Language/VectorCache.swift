/// What one network makes of a form before it sees its neighbours: the mixer's vector and its share in the first
/// convolution. News repeat their words, so most tokens of a batch are found here. Bounded; emptied when full.
final class VectorCache {
  /// How many forms fit, the empty one at slot 0 included; about 4 KB each.
  static let capacity = 4096
  static let projected = 3 * MaxoutLayer.products

  private let weights: EncoderWeights
  /// Slot by key, -1 for none. Keys are small running numbers.
  private var slots: [Int32] = []
  private var count = 1
  let vectors = FloatBuffer(VectorCache.capacity * MaxoutLayer.width)
  let projections = FloatBuffer(VectorCache.capacity * VectorCache.projected)
  private let gathered = FloatBuffer()
  private let products = FloatBuffer()

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
  }

  /// Finds or computes the slots of `keys`, fewer than ``capacity``; key -1 has the empty slot 0.
  ///
  /// `features` gives the value of a column for a key.
  func prepare(_ keys: ArraySlice<Int32>, into result: inout [Int32], features: (Int32, Int) -> UInt64) {
    result.removeAll(keepingCapacity: true)
    let first = count
    var missing: [Int32] = []
    for key in keys {
      guard key >= 0 else {
        result.append(0)
        continue
      }
      let index = Int(key)
      while slots.count <= index { slots.append(contentsOf: repeatElement(-1, count: max(1024, slots.count))) }
      if slots[index] < 0 {
        if count == Self.capacity { return start(over: keys, &result, features) }
        slots[index] = Int32(truncatingIfNeeded: count)
        count += 1
        missing.append(key)
      }
      result.append(slots[index])
    }
    compute(missing, from: first, features)
  }

  private func start(over keys: ArraySlice<Int32>, _ result: inout [Int32], _ features: (Int32, Int) -> UInt64) {
    removeAll()
    prepare(keys, into: &result, features: features)
  }

  /// Fills the slots from `first` on with the vectors of `keys`.
  private func compute(_ keys: [Int32], from first: Int, _ features: (Int32, Int) -> UInt64) {
    guard !keys.isEmpty else { return }
    let width = MaxoutLayer.width
    let inputs = weights.mixer.inner
    let input = gathered.reserve(keys.count * inputs)
    for (column, embedding) in weights.embeddings.enumerated() {
      embedding.values.withUnsafeBufferPointer { table in
        for (row, key) in keys.enumerated() {
          let value = Hashing.embeddingKeys(features(key, column), seed: embedding.seed)
          let rows = UInt32(embedding.rows)
          // A remainder by `rows` times the width stays inside the table of rows × width floats.
          let (first, second) = (Int(value.0 % rows) * width, Int(value.1 % rows) * width)
          let (third, fourth) = (Int(value.2 % rows) * width, Int(value.3 % rows) * width)
          let target = input + row * inputs + column * width
          for index in 0..<width {
            target[index] = table[first + index] + table[second + index] + table[third + index] + table[fourth + index]
          }
        }
      }
    }
    let product = products.reserve(keys.count * MaxoutLayer.products)
    weights.mixer.multiply(input, stride: inputs, rows: keys.count, into: product)
    let vector = vectors.base + first * width
    weights.mixerEnd.finish(product, residual: nil, rows: keys.count, into: vector)
    weights.projection.multiply(
      vector, stride: width, rows: keys.count, into: projections.base + first * Self.projected)
  }
}
