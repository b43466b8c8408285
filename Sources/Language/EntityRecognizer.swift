/// Finds names: walks over the tokens once and takes the best allowed of begin, inside, last, unit, outside.
///
/// Outside a name a state shows the token alone, so all tokens are scored for that case at once.
final class EntityRecognizer {
  private let scorer: TransitionScorer
  private let actions: [EntityAction]
  private let outsideActions: [Int]
  private let outsideScorer: PackedWeights
  /// The actions that go on with a name and those that end it, by label.
  private let insideActions: [EntityLabel: (inside: Int, last: Int)]
  private let hidden = FloatBuffer()
  private let outsideScores = FloatBuffer()

  private static let block = 96

  /// For tests: what happened at each token.
  var onStep: ((_ action: Int, _ state: [Int], _ score: Float) -> Void)?

  init(weights: TransitionWeights, actions: [EntityAction]) {
    self.actions = actions
    scorer = TransitionScorer(weights: weights, eager: 1)
    let size = TransitionWeights.hidden
    let outside = actions.indices.filter {
      switch actions[$0].kind {
      case .begin, .unit: actions[$0].label != nil
      case .outside: true
      case .inside, .last: false
      }
    }
    outsideActions = outside
    outsideScorer = PackedWeights(
      outside.flatMap { weights.upperRows[($0 * size)..<(($0 + 1) * size)] },
      bias: outside.map { weights.upperBias[$0] }, outputs: outside.count, inner: size)
    var insideActions: [EntityLabel: (inside: Int, last: Int)] = [:]
    for (index, action) in actions.enumerated() {
      guard let label = action.label else { continue }
      if action.kind == .inside { insideActions[label, default: (index, index)].inside = index }
      if action.kind == .last { insideActions[label, default: (index, index)].last = index }
    }
    self.insideActions = insideActions
  }

  /// Takes the vectors of a batch, tokens × 96 floats, and scores every token as one outside a name.
  func prepare(_ vectors: UnsafePointer<Float>, tokens: Int) {
    scorer.prepare(vectors, tokens: tokens)
    let size = TransitionWeights.hidden
    let layer = hidden.reserve(Self.block * size)
    let scores = outsideScores.reserve(tokens * outsideScorer.columns)
    scorer.set(1, -1)
    scorer.set(2, -1)
    for start in stride(from: 0, to: tokens, by: Self.block) {
      let count = min(Self.block, tokens - start)
      for token in 0..<count {
        scorer.set(0, start + token)
        scorer.computeHidden(into: layer + token * size)
      }
      outsideScorer.multiply(layer, stride: size, rows: count, into: scores + start * outsideScorer.columns)
    }
  }

  /// The names of the text of `count` tokens that begins at token `offset` of the prepared batch.
  func recognize(
    offset: Int, count: Int, startsSentence: [Bool], isSpace: (Int) -> Bool, into entities: inout [Entity]
  ) {
    entities.removeAll(keepingCapacity: true)
    var start = 0
    var open: EntityLabel?
    for token in 0..<count {
      let mayGoOn = token + 1 < count && !startsSentence[token + 1]
      let action: Int
      if let label = open {
        action = chooseInside(label, token, start, offset, mayGoOn)
      } else {
        action = chooseOutside(token, offset, mayBegin: mayGoOn, isSpace: isSpace(token))
      }
      let label = actions[action].label
      switch (actions[action].kind, label) {
      case (.begin, let label?): (start, open) = (token, label)
      case (.unit, let label?): entities.append(Entity(tokens: token..<(token + 1), label: label))
      case (.last, let label?):
        entities.append(Entity(tokens: start..<(token + 1), label: label))
        open = nil
      default: break
      }
    }
  }

  /// The best of begin, unit and outside, the first of equals.
  private func chooseOutside(_ token: Int, _ offset: Int, mayBegin: Bool, isSpace: Bool) -> Int {
    let scores = outsideScores.base + (offset + token) * outsideScorer.columns
    var best: Int?
    for (place, index) in outsideActions.enumerated() {
      switch actions[index].kind {
      case .begin: if isSpace || !mayBegin { continue }
      case .unit: if isSpace { continue }
      case .inside, .last, .outside: break
      }
      if best.map({ scores[place] > scores[$0] }) ?? true { best = place }
    }
    let place = best ?? outsideActions.count - 1
    onStep?(outsideActions[place], [token, -1, -1], scores[place])
    return outsideActions[place]
  }

  /// Whether the open name goes on or ends here.
  private func chooseInside(_ label: EntityLabel, _ token: Int, _ start: Int, _ offset: Int, _ mayGoOn: Bool) -> Int {
    guard let (inside, last) = insideActions[label] else { return 0 }
    if !mayGoOn && onStep == nil { return last }
    scorer.set(0, offset + token)
    scorer.set(1, offset + start)
    scorer.set(2, offset + token - 1)
    let scores = scorer.scoreAll()
    let action = mayGoOn && scores[inside] >= scores[last] ? inside : last
    onStep?(action, [token, start, token - 1], scores[action])
    return action
  }
}
