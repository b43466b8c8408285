/// SplitMix64 (Steele, Lea, Flood): random numbers that are the same in each run and on each machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }

  /// A number from 0 to below a bound.
  mutating func below(_ bound: Int) -> Int {
    bound <= 1 ? 0 : Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// True so many times in a hundred.
  mutating func percent(_ share: Int) -> Bool { below(100) < share }
}

/// Draws from a list with given weights in constant time (Walker's alias method, as Vose has it).
struct WeightedChoice {
  private var odds: [UInt64]
  private var aliases: [Int]

  init(_ weights: [Double]) {
    let sum = weights.reduce(0, +)
    var shares = weights.map { $0 / sum * Double(weights.count) }
    odds = Array(repeating: UInt64(UInt32.max), count: weights.count)
    aliases = Array(weights.indices)
    var small = weights.indices.filter { shares[$0] < 1 }
    var large = weights.indices.filter { shares[$0] >= 1 }
    while let low = small.popLast(), let high = large.last {
      odds[low] = UInt64(shares[low] * Double(UInt32.max))
      aliases[low] = high
      shares[high] -= 1 - shares[low]
      if shares[high] < 1 {
        large.removeLast()
        small.append(high)
      }
    }
  }

  /// Zipf's law: the weight of the n-th is 1 / n^exponent.
  static func zipf(_ count: Int, exponent: Double) -> WeightedChoice {
    WeightedChoice((1...max(1, count)).map { 1 / power(Double($0), exponent) })
  }

  func callAsFunction(_ random: inout SeededGenerator) -> Int {
    let place = random.below(odds.count)
    return random.next() >> 32 <= odds[place] ? place : aliases[place]
  }
}
