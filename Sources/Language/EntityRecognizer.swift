/// Finds names: walks over the tokens once and takes the best allowed of begin, inside, last, unit, outside.
final class EntityRecognizer {
  private let weights: TransitionWeights
  private let actions: [EntityAction]
  private let inputs = FloatBuffer()
  private let summands = FloatBuffer()
  private let scratch = FloatBuffer(1024)
  /// For tests: what happened at each token.
  var onStep: ((_ action: Int, _ state: [Int], _ score: Float) -> Void)?

  init(weights: TransitionWeights, actions: [EntityAction]) {
    self.weights = weights
    self.actions = actions
  }

  /// Computes what every token of a batch adds to a state; `vectors` holds tokens × 96 floats.
  func prepare(_ vectors: UnsafePointer<Float>, tokens: Int) {
    let hidden = TransitionWeights.hidden
    let input = inputs.reserve(tokens * hidden)
    Matrix.multiply(vectors, rows: tokens, weights.input, outputs: hidden, inner: TransitionWeights.inputs, into: input)
    for token in 0..<tokens {
      for index in 0..<hidden { input[token * hidden + index] += weights.inputBias[index] }
    }
    let summed = weights.slots * TransitionWeights.summed
    Matrix.multiply(
      input, rows: tokens, weights.affine, outputs: summed, inner: hidden, into: summands.reserve(tokens * summed))
  }

  /// The names of the text of `count` tokens that begins at token `offset` of the prepared batch.
  func recognize(
    offset: Int, count: Int, startsSentence: [Bool], isSpace: (Int) -> Bool, into entities: inout [Entity]
  ) {
    entities.removeAll(keepingCapacity: true)
    var start = -1
    var open: EntityLabel?
    for token in 0..<count {
      let state = [token, open == nil ? -1 : start, open == nil ? -1 : token - 1]
      let scores = score(state, offset)
      let mayGoOn = token + 1 < count && !startsSentence[token + 1]
      let space = isSpace(token)
      var best = -1
      for (index, action) in actions.enumerated() {
        let allowed: Bool
        switch action.kind {
        case .begin: allowed = open == nil && mayGoOn && !space
        case .inside: allowed = open != nil && action.label == open && mayGoOn
        case .last: allowed = open != nil && action.label == open
        case .unit: allowed = open == nil && action.label != nil && !space
        case .outside: allowed = open == nil
        }
        if allowed && (best < 0 || scores[index] > scores[best]) { best = index }
      }
      guard best >= 0 else { continue }
      onStep?(best, state, scores[best])
      switch actions[best].kind {
      case .begin:
        start = token
        open = actions[best].label
      case .last:
        if let label = open { entities.append(Entity(tokens: start..<(token + 1), label: label)) }
        open = nil
      case .unit:
        if let label = actions[best].label { entities.append(Entity(tokens: token..<(token + 1), label: label)) }
      case .inside, .outside: break
      }
    }
  }

  private func score(_ state: [Int], _ offset: Int) -> UnsafeMutablePointer<Float> {
    let summed = TransitionWeights.summed
    let hidden = TransitionWeights.hidden
    let sums = scratch.base
    let scores = scratch.base + summed
    sums.update(from: weights.affineBias, count: summed)
    for (slot, token) in state.enumerated() {
      if token >= 0 {
        let source = summands.base + (offset + token) * weights.slots * summed + slot * summed
        for index in 0..<summed { sums[index] += source[index] }
      } else {
        for index in 0..<summed { sums[index] += weights.empty[slot * summed + index] }
      }
    }
    for index in 0..<hidden { sums[index] = max(sums[index], sums[hidden + index]) }
    Matrix.apply(weights.upper, outputs: weights.actions, inner: hidden, to: sums, into: scores)
    for index in 0..<weights.actions { scores[index] += weights.upperBias[index] }
    return scores
  }
}
