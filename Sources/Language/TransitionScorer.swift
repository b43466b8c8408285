internal import CLanguageKernels

/// Scores the states of a batch of texts: each token of a state adds its part, and the sum gives the hidden layer.
///
/// Parts of the first few slots are computed for all tokens at once; those of the others are needed for less than half
/// of the tokens, so they wait until a state asks for them.
final class TransitionScorer {
  private let weights: TransitionWeights
  /// How many slots are computed for all tokens.
  private let eager: Int
  private let inputs = FloatBuffer()
  /// For each slot tokens × 128 floats.
  private let parts: [FloatBuffer]
  /// For each token the slots that are there, as bits.
  private var ready: [UInt8] = []
  private let empty: FloatBuffer
  private let pointers: UnsafeMutablePointer<UnsafePointer<Float>?>
  private let slots: Int
  /// The hidden layer of the latest state, 64 floats, and the scores of its actions.
  let hidden = FloatBuffer(TransitionWeights.hidden)
  let scores: FloatBuffer

  init(weights: TransitionWeights, eager: Int) {
    self.weights = weights
    self.eager = eager
    slots = weights.slots.count
    parts = weights.slots.map { _ in FloatBuffer() }
    empty = FloatBuffer(weights.empty.count)
    empty.base.update(from: weights.empty, count: weights.empty.count)
    pointers = .allocate(capacity: slots)
    pointers.initialize(repeating: nil, count: slots)
    scores = FloatBuffer(weights.upper.columns)
  }

  deinit { pointers.deallocate() }

  /// Computes what every token of a batch adds in the first slots; `vectors` holds tokens × 96 floats.
  func prepare(_ vectors: UnsafePointer<Float>, tokens: Int) {
    let input = inputs.reserve(tokens * TransitionWeights.hidden)
    weights.input.multiply(vectors, stride: TransitionWeights.inputs, rows: tokens, into: input)
    for slot in 0..<slots {
      let part = parts[slot].reserve(tokens * TransitionWeights.summed)
      guard slot < eager else { continue }
      weights.slots[slot].multiply(input, stride: TransitionWeights.hidden, rows: tokens, into: part)
    }
    ready.removeAll(keepingCapacity: true)
    ready.append(contentsOf: repeatElement(0, count: tokens))
  }

  /// What a token of the batch adds in a slot; token -1 is none.
  @inline(__always)
  private func part(_ slot: Int, _ token: Int) -> UnsafePointer<Float> {
    if token < 0 { return UnsafePointer(empty.base + slot * TransitionWeights.summed) }
    let result = parts[slot].base + token * TransitionWeights.summed
    if slot >= eager && ready[token] & (1 << UInt8(slot)) == 0 {
      ready[token] |= 1 << UInt8(slot)
      weights.slots[slot].multiply(
        inputs.base + token * TransitionWeights.hidden, stride: TransitionWeights.hidden, rows: 1, into: result)
    }
    return UnsafePointer(result)
  }

  /// Puts a token into a slot of the state that is scored next.
  @inline(__always)
  func set(_ slot: Int, _ token: Int) { pointers[slot] = part(slot, token) }

  /// The hidden layer of the state whose slots are all set.
  @inline(__always)
  func computeHidden(into target: UnsafeMutablePointer<Float>) { entente_hidden(pointers, slots, target) }

  /// The scores of all actions in that state.
  @inline(__always)
  func scoreAll() -> UnsafeMutablePointer<Float> {
    computeHidden(into: hidden.base)
    weights.upper.multiply(hidden.base, stride: TransitionWeights.hidden, rows: 1, into: scores.base)
    return scores.base
  }
}
