import Actors
import Language
import Vocabulary

/// What the network thinks of all pairs of one sentence.
struct SentenceScores {
  /// A relation by its likeliest word.
  struct Found {
    let trigger: Int
    let source: Int
    let target: Int
    let type: EventType
    let probability: Double
  }

  private var byKey: [PairKey: Found] = [:]

  init(finder: PairFinder, proposals: [Proposals], network: ScorerNetwork) {
    let document = finder.context.reader.analyzed.document
    let width = Document.vectorWidth
    func vector(_ token: Int?) -> ArraySlice<Float> {
      guard let token, document.vectors.count >= (token + 1) * width else { return [] }
      return document.vectors[token * width..<(token + 1) * width]
    }
    for word in proposals {
      var base = network.start
      network.add(word.own, to: &base)
      for (place, token) in [word.trigger, word.object, word.governor].enumerated() {
        network.add(vector(token), place: place, to: &base)
      }
      let sources = word.sources.map { layer($0, network) }
      let targets = word.targets.map { layer($0, network) }
      for pair in word.pairs {
        var hidden = base
        network.add(sources[pair.source], to: &hidden)
        network.add(targets[pair.target], to: &hidden)
        network.add(pair.features, to: &hidden)
        note(network.probabilities(hidden, hints: pair.hints), pair, word.trigger, finder.mentions)
      }
    }
  }

  private func layer(_ names: [UInt32], _ network: ScorerNetwork) -> [Float] {
    var layer = [Float](repeating: 0, count: network.hidden)
    network.add(names, to: &layer)
    return layer
  }

  private mutating func note(
    _ probabilities: [Float], _ pair: Proposals.Pair, _ trigger: Int, _ mentions: [Mention]
  ) {
    guard let source = mentions[pair.source].principal?.code, let target = mentions[pair.target].principal?.code else {
      return
    }
    for (lane, type) in EventType.allCases.enumerated() where probabilities[lane] > 0.01 {
      let value = probabilities[lane]
      let key = PairKey(source: source, target: target, type: type)
      let probability = Double(value)
      if byKey[key].map({ probability > $0.probability }) ?? true {
        byKey[key] = Found(
          trigger: trigger, source: pair.source, target: pair.target, type: type, probability: probability)
      }
    }
  }

  /// How likely a rule's candidate is; 0.01 and less counts as 0.
  func probability(of candidate: Candidate) -> Double {
    let key = PairKey(candidate)
    let own = byKey[key]?.probability ?? 0
    return candidate.isSymmetric ? max(own, byKey[key.mirrored]?.probability ?? 0) : own
  }

  /// The likely relations besides those that are known, the likeliest first: one a word and pair, and what both do
  /// alike once.
  func best(atLeast threshold: Double, besides known: Set<PairKey>) -> [Found] {
    var taken: Set<[Int]> = []
    var known = known
    let likely = byKey.filter { $0.value.probability >= threshold }.sorted {
      let (left, right) = ($0.value, $1.value)
      return (right.probability, left.trigger, left.source, left.target, left.type.rawValue)
        < (left.probability, right.trigger, right.source, right.target, right.type.rawValue)
    }
    return likely.compactMap { key, found in
      guard !known.contains(key), taken.insert([found.trigger, found.source, found.target]).inserted else { return nil }
      known.insert(key)
      if found.type.isMutual { known.insert(key.mirrored) }
      return found
    }
  }
}
