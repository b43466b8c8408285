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
    guard !proposals.isEmpty else { return }
    let document = finder.context.reader.analyzed.document
    let width = Document.vectorWidth
    func vector(_ token: Int?) -> ArraySlice<Float> {
      guard let token, document.vectors.count >= (token + 1) * width else { return [] }
      return document.vectors[token * width..<(token + 1) * width]
    }
    let none = [Float](repeating: 0, count: network.hidden)
    var sources = [[Float]](repeating: none, count: finder.mentions.count)
    var targets = sources
    var hidden = none
    var best = BestScores(actors: finder.actors)
    for word in proposals {
      var base = network.start
      network.add(word.names[word.own], to: &base)
      for (place, token) in [word.trigger, word.object, word.governor].enumerated() {
        network.add(vector(token), place: place, to: &base)
      }
      for index in sources.indices {
        network.sum(base, none, into: &sources[index])
        network.add(word.names[word.sources[index]], to: &sources[index])
        network.sum(none, none, into: &targets[index])
        network.add(word.names[word.targets[index]], to: &targets[index])
      }
      for pair in word.pairs {
        network.sum(sources[pair.source], targets[pair.target], into: &hidden)
        network.add(word.names[pair.features], to: &hidden)
        best.note(network.probabilities(hidden, hints: pair.hints), pair, word.trigger)
      }
    }
    for (type, entry) in best.all {
      guard let source = finder.mentions[entry.source].principal?.code,
        let target = finder.mentions[entry.target].principal?.code
      else { continue }
      byKey[PairKey(source: source, target: target, type: type)] = Found(
        trigger: entry.trigger, source: entry.source, target: entry.target, type: type,
        probability: Double(entry.probability))
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

/// The likeliest word and mentions of each pair of actors and type.
private struct BestScores {
  struct Entry {
    let probability: Float
    let trigger: Int
    let source: Int
    let target: Int
  }

  /// The actor of each mention as a small number.
  private let actors: [Int]
  private let count: Int
  private var entries: [Entry?]

  init(actors: [Int]) {
    self.actors = actors
    count = (actors.max() ?? 0) + 1
    entries = Array(repeating: nil, count: count * count * ScorerNetwork.types)
  }

  mutating func note(_ probabilities: SIMD16<Float>, _ pair: Proposals.Pair, _ trigger: Int) {
    let first = (actors[pair.source] * count + actors[pair.target]) * ScorerNetwork.types
    for lane in 0..<ScorerNetwork.types where probabilities[lane] > 0.01 {
      let probability = probabilities[lane]
      if let known = entries[first + lane], known.probability >= probability { continue }
      entries[first + lane] = Entry(
        probability: probability, trigger: trigger, source: pair.source, target: pair.target)
    }
  }

  var all: [(EventType, Entry)] {
    let types = EventType.allCases
    return entries.enumerated().compactMap { place, entry in
      entry.map { (types[place % ScorerNetwork.types], $0) }
    }
  }
}
