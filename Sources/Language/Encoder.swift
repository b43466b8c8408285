internal import CLanguageKernels

/// What an encoder works in and leaves nothing in; the networks of a worker run in turn and share it.
final class EncoderScratch {
  /// The rows of the batch before and after a layer.
  fileprivate let current = FloatBuffer()
  fileprivate let next = FloatBuffer()
  fileprivate let products = FloatBuffer()
  fileprivate let windows = FloatBuffer(Convolution.scratchCount)
}

/// Runs one network over a batch: a vector of 96 floats for every token.
///
/// Texts lie behind each other with four empty rows between them, which is as far as the four convolutions see; so no
/// text knows of another, and its vectors are the same to the last bit whatever stands beside it. The empty rows are computed too: after the first layer they are no longer zero, and that
/// reaches the text's ends.
final class Encoder {
  /// The rows of a batch: for each the key of its token, -1 where there is none.
  private var keys: [Int32] = []
  private let weights: EncoderWeights
  private let cache: VectorCache
  private let scratch: EncoderScratch
  /// The vectors of the latest batch.
  let output = FloatBuffer()
  private var slots: [Int32] = []

  private static let width = MaxoutLayer.width
  private static let outputs = MaxoutLayer.products
  private static let gap = 4
  /// Rows that go through a layer together; even, since they go in pairs.
  private static let block = 384

  init(weights: EncoderWeights, scratch: EncoderScratch) {
    self.weights = weights
    self.scratch = scratch
    cache = VectorCache(weights: weights)
  }

  /// Forgets the vectors of all forms; needed when keys change their meaning.
  func removeAll() { cache.removeAll() }

  /// The vectors of all tokens, `keys.count` × 96, valid until the next call.
  ///
  /// `documents` are the texts as ranges of tokens; `features` gives the value of a column for a key.
  func encode(
    _ tokenKeys: [Int32], documents: [Range<Int>], features: (Int32, Int) -> UInt64
  ) -> UnsafeMutablePointer<Float> {
    keys.removeAll(keepingCapacity: true)
    keys.append(contentsOf: repeatElement(-1, count: Self.gap + 1))
    for document in documents where !document.isEmpty {
      keys.append(contentsOf: tokenKeys[document])
      // Every text begins on an odd row, so that its rows pair up in the same way wherever it stands.
      keys.append(contentsOf: repeatElement(-1, count: Self.gap + document.count % 2))
    }
    keys.append(-1)
    // One row of zeros stands at either end and is never written; one more is read when rows come in pairs.
    let rows = keys.count + 1
    let result = output.reserve(tokenKeys.count * Self.width)
    var from = scratch.current.reserve(rows * Self.width)
    var to = scratch.next.reserve(rows * Self.width)
    for buffer in [from, to] {
      buffer.update(repeating: 0, count: Self.width)
      (buffer + (rows - 2) * Self.width).update(repeating: 0, count: 2 * Self.width)
    }
    firstLayer(into: from, features: features)
    for (linear, end) in weights.convolutions.dropLast() {
      convolve(linear, end, from, into: to, compact: false)
      swap(&from, &to)
    }
    if let (linear, end) = weights.convolutions.last { convolve(linear, end, from, into: result, compact: true) }
    return result
  }

  /// The first convolution, from the shares that the cache holds for each form.
  private func firstLayer(into target: UnsafeMutablePointer<Float>, features: (Int32, Int) -> UInt64) {
    let sums = scratch.products.reserve(Self.outputs)
    var start = 1
    while start < keys.count - 1 {
      let end = min(start + Self.block, keys.count - 1)
      // With a neighbour on either side: slots[0] belongs to row start - 1.
      cache.prepare(keys[(start - 1)..<(end + 1)], into: &slots, features: features)
      slots.withUnsafeBufferPointer { slots in
        for row in start..<end {
          let place = row - start
          let left = cache.projections.base + Int(slots[place]) * VectorCache.projected
          let middle = cache.projections.base + Int(slots[place + 1]) * VectorCache.projected + Self.outputs
          let right = cache.projections.base + Int(slots[place + 2]) * VectorCache.projected + 2 * Self.outputs
          entente_add4(left, middle, right, weights.firstBias.base, sums)
          weights.firstEnd.finish(
            sums, residual: cache.vectors.base + Int(slots[place + 1]) * Self.width, rows: 1,
            into: target + row * Self.width)
        }
      }
      start = end
    }
  }

  /// A later convolution: every row with its two neighbours, which lie side by side, times the weights.
  ///
  /// `compact` leaves the empty rows out of the result.
  private func convolve(
    _ linear: Convolution, _ layer: MaxoutLayer, _ source: UnsafeMutablePointer<Float>,
    into target: UnsafeMutablePointer<Float>, compact: Bool
  ) {
    let product = scratch.products.reserve(Self.block * Self.outputs)
    var start = 1
    var written = 0
    while start < keys.count - 1 {
      let end = min(start + Self.block, keys.count - 1)
      linear.apply(
        source + (start - 1) * Self.width, pairs: (end - start + 1) / 2, scratch: scratch.windows.base, into: product)
      if compact {
        for row in start..<end where keys[row] >= 0 {
          layer.finish(
            product + (row - start) * Self.outputs, residual: source + row * Self.width, rows: 1,
            into: target + written * Self.width)
          written += 1
        }
      } else {
        layer.finish(
          product, residual: source + start * Self.width, rows: end - start, into: target + start * Self.width)
      }
      start = end
    }
  }
}
