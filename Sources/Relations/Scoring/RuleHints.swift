import Actors
import Vocabulary

/// What the rules propose for the mentions of a sentence, two by two.
struct RuleHints {
  /// The actor of each mention as a small number.
  let codes: [Int]
  private let mentions: [Mention]
  private var byPair: [Int: [Candidate]] = [:]

  init(_ mentions: [Mention], _ proposed: [Candidate]) {
    self.mentions = mentions
    var numbers: [String: Int] = [:]
    codes = mentions.map { mention in
      let code = mention.principal?.code ?? ""
      return numbers[code]
        ?? {
          numbers[code] = numbers.count
          return numbers.count - 1
        }()
    }
    for candidate in proposed {
      guard let source = candidate.source.principal.flatMap({ numbers[$0.code] }),
        let target = candidate.target.principal.flatMap({ numbers[$0.code] })
      else { continue }
      byPair[Self.key(source, target), default: []].append(candidate)
    }
  }

  private static func key(_ source: Int, _ target: Int) -> Int { source << 16 | target }

  private func proposed(_ source: Int, _ target: Int) -> [Candidate] {
    byPair.isEmpty ? [] : byPair[Self.key(codes[source], codes[target])] ?? []
  }

  /// The types that the rules propose for two mentions: at a word, anywhere, and the other way round.
  func types(of source: Int, _ target: Int, at trigger: Int) -> FrameHints.Ruled {
    var sets = FrameHints.Ruled()
    guard !byPair.isEmpty else { return sets }
    for candidate in proposed(source, target) {
      sets.pair |= FrameHints.bit(candidate.type)
      if candidate.token == trigger { sets.same |= FrameHints.bit(candidate.type) }
    }
    for candidate in proposed(target, source) where candidate.token == trigger {
      sets.reverse |= FrameHints.bit(candidate.type)
    }
    return sets
  }

  /// Adds what the rules say of the same two actors as features, each once.
  func addFeatures(of source: Int, _ target: Int, at trigger: Int, to list: inout FeatureList) {
    guard !byPair.isEmpty else { return }
    let first = list.names.count
    func add(_ hash: UInt64) { list.add(hash, unlessSince: first) }
    let (left, right) = (mentions[source], mentions[target])
    for candidate in proposed(source, target) {
      let type = FeatureHash.type(candidate.type)
      add(FeatureHash.join(81, type))
      guard candidate.token == trigger else { continue }
      let heads: UInt64 = (candidate.source.head == left.head ? 1 : 0) + (candidate.target.head == right.head ? 2 : 0)
      add(FeatureHash.join(82, FeatureHash.word(candidate.rule)))
      add(FeatureHash.join(83, type))
      add(FeatureHash.join(85, type, heads))
      add(FeatureHash.join(86, UInt64(candidate.confidence * 10)))
      if candidate.isSymmetric { add(FeatureHash.join(87, type, left.head < right.head ? 1 : 0)) }
    }
    for candidate in proposed(target, source) {
      let type = FeatureHash.type(candidate.type)
      add(FeatureHash.join(84, type, candidate.isSymmetric ? 1 : 0))
      if candidate.token == trigger { add(FeatureHash.join(88, type, candidate.isSymmetric ? 1 : 0)) }
    }
  }
}
