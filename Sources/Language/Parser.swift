/// The arc-eager dependency parser: reads a text once, takes the best allowed action in each state.
///
/// After Goldberg and Nivre's transition system with a step back for tokens that were left without a head.
final class Parser {
  private let scorer: TransitionScorer
  private let actions: [ParserAction]
  private let shift: Int
  private let reduce: Int
  private let sentenceBreak: Int
  private let arcs: [Range<Int>]
  private(set) var tree = ParseTree()

  // The state. `attached` says whether a token has a head; the children of a token form chains through `older`.
  private var stack: [Int] = []
  private var returned: [Int] = []
  private var next = 0
  private var count = 0
  private var attached: [Bool] = []
  private var unshiftable: [Bool] = []
  private var startsSentence: [Bool] = []
  private var lastLeft: [Int] = []
  private var lastRight: [Int] = []
  private var older: [Int] = []
  /// For tests: what happened in each step.
  var onStep: ((_ action: Int, _ state: [Int], _ score: Float) -> Void)?

  init(weights: TransitionWeights, actions: [ParserAction]) {
    scorer = TransitionScorer(weights: weights, eager: 3)
    self.actions = actions
    shift = actions.firstIndex { $0.kind == .shift } ?? 0
    reduce = actions.firstIndex { $0.kind == .reduce } ?? 0
    sentenceBreak = actions.firstIndex { $0.kind == .sentenceBreak } ?? 0
    let arc = actions.indices.filter { actions[$0].kind == .left || actions[$0].kind == .right }
    arcs = [(arc.first ?? 0)..<((arc.last ?? -1) + 1)]
  }

  /// Takes the vectors of a batch, tokens × 96 floats.
  func prepare(_ vectors: UnsafePointer<Float>, tokens: Int) { scorer.prepare(vectors, tokens: tokens) }

  /// Parses the text of `count` tokens that begins at token `offset` of the prepared batch; the result is in ``tree``.
  func parse(offset: Int, count: Int) {
    reset(count)
    // Every token is shifted at most twice and leaves the stack as often; the bound guards against odd weights.
    for _ in 0..<(8 * count + 8) {
      let remaining = count - next + returned.count
      if stack.isEmpty && remaining == 0 { break }
      let state = features()
      guard let action = choose(state, offset, remaining) else { break }
      apply(action, state)
    }
  }

  private func reset(_ count: Int) {
    self.count = count
    next = 0
    stack.removeAll(keepingCapacity: true)
    returned.removeAll(keepingCapacity: true)
    func fill<Value>(_ array: inout [Value], _ value: Value) {
      array.removeAll(keepingCapacity: true)
      array.append(contentsOf: repeatElement(value, count: count))
    }
    fill(&attached, false)
    fill(&unshiftable, false)
    fill(&startsSentence, false)
    fill(&lastLeft, -1)
    fill(&lastRight, -1)
    fill(&older, -1)
    if count > 0 { startsSentence[0] = true }
    tree.reset(count)
  }

  private func buffer(_ index: Int) -> Int {
    if index < returned.count { return returned[returned.count - 1 - index] }
    let token = next + index - returned.count
    return token < count ? token : -1
  }

  private func stacked(_ index: Int) -> Int { index < stack.count ? stack[stack.count - 1 - index] : -1 }

  /// The tokens that the scorer sees; -1 for none.
  private typealias State = (Int, Int, Int, Int, Int, Int, Int, Int)

  private func features() -> State {
    let (first, top) = (buffer(0), stacked(0))
    return (
      first, buffer(1), top, stacked(1), stacked(2), first < 0 ? -1 : lastLeft[first], top < 0 ? -1 : lastLeft[top],
      top < 0 ? -1 : lastRight[top]
    )
  }

  /// The best action among those that the state allows, the first of equals; nil where none is allowed.
  private func choose(_ state: State, _ offset: Int, _ remaining: Int) -> Int? {
    let (first, second) = (state.0, state.1)
    let begins = first >= 0 && startsSentence[first]
    let mayShift = stack.isEmpty || (remaining >= 2 && !begins && !(first >= 0 && unshiftable[first]))
    let mayReduce = !stack.isEmpty
    let mayAttach = !stack.isEmpty && remaining > 0 && !begins
    let mayBreak = remaining >= 2 && second == first + 1 && second >= 0 && !startsSentence[second]
    let scores = score(state, offset)
    var best: Int?
    var bestScore = -Float.infinity
    func consider(_ action: Int) {
      if scores[action] > bestScore {
        best = action
        bestScore = scores[action]
      }
    }
    if mayShift { consider(shift) }
    if mayReduce { consider(reduce) }
    if mayAttach { for range in arcs { for action in range { consider(action) } } }
    if mayBreak { consider(sentenceBreak) }
    if let onStep, let best {
      let tokens = [state.0, state.1, state.2, state.3, state.4, state.5, state.6, state.7]
      onStep(best, tokens, bestScore)
    }
    return best
  }

  /// The scores of all actions, valid until the next call.
  private func score(_ state: State, _ offset: Int) -> UnsafeMutablePointer<Float> {
    func set(_ slot: Int, _ token: Int) { scorer.set(slot, token < 0 ? -1 : offset + token) }
    set(0, state.0)
    set(1, state.1)
    set(2, state.2)
    set(3, state.3)
    set(4, state.4)
    set(5, state.5)
    set(6, state.6)
    set(7, state.7)
    return scorer.scoreAll()
  }

  private func push() {
    if let token = returned.popLast() {
      stack.append(token)
    } else if next < count {
      stack.append(next)
      next += 1
    }
  }

  private func apply(_ index: Int, _ state: State) {
    let action = actions[index]
    let (first, second, top) = (state.0, state.1, state.2)
    switch action.kind {
    case .shift: push()
    case .reduce:
      stack.removeLast()
      if !attached[top] && !stack.isEmpty {
        unshiftable[top] = true
        returned.append(top)
      }
    case .left:
      attach(top, to: first, action)
      unshiftable[first] = false
      stack.removeLast()
    case .right:
      attach(first, to: top, action)
      push()
    case .sentenceBreak: startsSentence[second] = true
    }
  }

  /// Attaches a token; one that has a head already leaves it, being that head's latest child.
  private func attach(_ child: Int, to head: Int, _ action: ParserAction) {
    if attached[child] {
      let old = tree.heads[child]
      if old > child { lastLeft[old] = older[child] } else { lastRight[old] = older[child] }
    }
    if head > child {
      older[child] = lastLeft[head]
      lastLeft[head] = child
    } else {
      older[child] = lastRight[head]
      lastRight[head] = child
    }
    attached[child] = true
    tree.heads[child] = head
    tree.labels[child] = action.label
    tree.headLabels[child] = action.headLabel
  }

  /// Puts lifted arcs back and finds where sentences begin.
  func finish(isSpace: (Int) -> Bool, starts: inout [Bool]) { tree.finish(isSpace: isSpace, starts: &starts) }
}
