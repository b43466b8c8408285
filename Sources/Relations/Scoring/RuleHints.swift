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
  func addFeatures(
    of source: Int, _ target: Int, at trigger: Int, to rows: inout [UInt32], _ row: (UInt64...) -> UInt32
  ) {
    let first = rows.count
    func add(_ name: UInt32) {
      if !rows[first...].contains(name) { rows.append(name) }
    }
    let (left, right) = (mentions[source], mentions[target])
    for candidate in proposed(source, target) {
      let type = FeatureHash.type(candidate.type)
      add(row(81, type))
      guard candidate.token == trigger else { continue }
      let heads: UInt64 = (candidate.source.head == left.head ? 1 : 0) + (candidate.target.head == right.head ? 2 : 0)
      add(row(82, FeatureHash.word(candidate.rule)))
      add(row(83, type))
      add(row(85, type, heads))
      add(row(86, UInt64(candidate.confidence * 10)))
      if candidate.isSymmetric { add(row(87, type, left.head < right.head ? 1 : 0)) }
    }
    for candidate in proposed(target, source) {
      let type = FeatureHash.type(candidate.type)
      add(row(84, type, candidate.isSymmetric ? 1 : 0))
      if candidate.token == trigger { add(row(88, type, candidate.isSymmetric ? 1 : 0)) }
    }
  }
}
