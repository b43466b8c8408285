internal import CLanguageKernels

/// Scores the states of a batch of texts: each token of a state adds its part, and the sum gives the hidden layer.
///
/// Parts are computed when a state asks for them and kept for a while, so that a text of any length needs the same room.
/// The first slots will ask for nearly every token in turn; there a block of tokens is computed at once.
final class TransitionScorer {
  private let weights: TransitionWeights
  /// How many slots are computed in blocks.
  private let eager: Int
  private let inputs = FloatBuffer()
  private var tokens = 0
  /// For each slot a ring of parts of 128 floats; a token's place is its number modulo the ring's size.
  private let parts: FloatBuffer
  /// For each place of each slot the token whose part is there, -1 for none.
  private let owners: UnsafeMutablePointer<Int>
  private let empty: FloatBuffer
  private let pointers: UnsafeMutablePointer<UnsafePointer<Float>?>
  private let slots: Int

  private static let ring = 1024
  private static let block = 48
  /// The hidden layer of the latest state, 64 floats, and the scores of its actions.
  let hidden = FloatBuffer(TransitionWeights.hidden)
  let scores: FloatBuffer

  init(weights: TransitionWeights, eager: Int) {
    self.weights = weights
    self.eager = eager
    slots = weights.slots.count
    parts = FloatBuffer(slots * Self.ring * TransitionWeights.summed)
    owners = .allocate(capacity: slots * Self.ring)
    owners.initialize(repeating: -1, count: slots * Self.ring)
    empty = FloatBuffer(weights.empty.count)
    empty.base.update(from: weights.empty, count: weights.empty.count)
    pointers = .allocate(capacity: slots)
    pointers.initialize(repeating: nil, count: slots)
    scores = FloatBuffer(weights.upper.columns)
  }

  deinit {
    pointers.deallocate()
    owners.deallocate()
  }

  /// Takes the vectors of a batch, tokens × 96 floats.
  func prepare(_ vectors: UnsafePointer<Float>, tokens: Int) {
    let input = inputs.reserve(tokens * TransitionWeights.hidden)
    weights.input.multiply(vectors, stride: TransitionWeights.inputs, rows: tokens, into: input)
    owners.update(repeating: -1, count: slots * Self.ring)
    self.tokens = tokens
  }

  /// What a token of the batch adds in a slot; token -1 is none.
  @inline(__always)
  private func part(_ slot: Int, _ token: Int) -> UnsafePointer<Float> {
    if token < 0 { return UnsafePointer(empty.base + slot * TransitionWeights.summed) }
    // The place lies inside the ring of the slot, whatever the token.
    let place = slot * Self.ring + token % Self.ring
    if owners[place] != token { fill(slot, token, place) }
    return UnsafePointer(parts.base + place * TransitionWeights.summed)
  }

  /// Computes the part of a token, and of those behind it where the slot is an eager one.
  private func fill(_ slot: Int, _ token: Int, _ place: Int) {
    let untilEnd = min(tokens - token, Self.ring - token % Self.ring)
    let count = slot < eager ? min(Self.block, untilEnd) : 1
    weights.slots[slot].multiply(
      inputs.base + token * TransitionWeights.hidden, stride: TransitionWeights.hidden, rows: count,
      into: parts.base + place * TransitionWeights.summed)
    for offset in 0..<count { owners[place + offset] = token + offset }
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
