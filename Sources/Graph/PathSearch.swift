import GRDB
import Vocabulary

/// Finds the best paths between two actors, best first.
///
/// A path is as strong as its weakest step. For each actor and number of steps left, the strength of the best way to
/// the end is found once by dynamic programming; a search that always goes on with the best beginning of a path, bound
/// by these strengths, then meets complete paths in their order and touches little else.
struct PathSearch {
  /// A way of so many actors that has come up to the last of them.
  struct Beginning {
    var actors: [Int64]
    /// Their codes, which decide between equals.
    var codes: [String]
    /// How many steps are left to the end, exactly.
    var left: Int
    /// The strength so far, and at best with the rest.
    var strength: Int
    var bound: Int

    /// How many steps the whole path has.
    var hops: Int { actors.count - 1 + left }
  }

  /// What a search looks at before it gives up.
  static let workLimit = 2_000_000

  private let from: Int64
  private let to: Int64
  private let order: PathRequest.Order
  private let graph: DyadGraph
  private let code: (Int64) throws -> String
  /// The best strength to the end in exactly so many steps, 0 where there is no way.
  private var best: [[Int64: Int]]
  private(set) var isCutShort = false

  init(
    from: Int64, to: Int64, hops: Int, order: PathRequest.Order, in graph: DyadGraph,
    code: @escaping (Int64) throws -> String
  ) {
    (self.from, self.to, self.order, self.graph, self.code) = (from, to, order, graph, code)
    best = Array(repeating: [:], count: hops + 1)
  }

  /// The best paths, at most so many, each as its actors.
  mutating func paths(limit: Int) throws -> [[Int64]] {
    var found: [[Int64]] = []
    if from == to || limit <= 0 { return found }
    let hops = best.count - 1
    // The shortest paths are complete before longer ones are looked for at all.
    let rounds = order == .shortest ? (1...hops).map { $0...$0 } : [1...hops]
    for round in rounds where found.count < limit {
      try search(round, limit, &found)
    }
    return found
  }

  private mutating func search(_ lengths: ClosedRange<Int>, _ limit: Int, _ found: inout [[Int64]]) throws {
    var queue = PriorityQueue<Beginning> { Self.goesFirst($0, $1) }
    for length in lengths {
      let bound = try strength(from, length)
      if bound > 0 {
        queue.insert(Beginning(actors: [from], codes: [""], left: length, strength: .max, bound: bound))
      }
    }
    var work = 0
    while found.count < limit, let beginning = queue.removeFirst(), let last = beginning.actors.last {
      if beginning.left == 0 {
        found.append(beginning.actors)
        continue
      }
      for (next, events) in try graph.neighbours(of: last) where !beginning.actors.contains(next) {
        work += 1
        let rest = try strength(next, beginning.left - 1)
        let bound = min(beginning.strength, events, rest)
        if bound == 0 { continue }
        queue.insert(
          Beginning(
            actors: beginning.actors + [next], codes: beginning.codes + [try code(next)], left: beginning.left - 1,
            strength: min(beginning.strength, events), bound: bound))
      }
      if work > Self.workLimit {
        isCutShort = true
        return
      }
    }
  }

  /// The best strength from an actor to the end in exactly so many steps; ways that pass either end are left out.
  private mutating func strength(_ actor: Int64, _ steps: Int) throws -> Int {
    if steps == 0 { return actor == to ? .max : 0 }
    if actor == to { return 0 }
    if steps == 1 { return try graph.origins(of: to)[actor] ?? 0 }
    if let known = best[steps][actor] { return known }
    var strongest = 0
    for (next, events) in try graph.neighbours(of: actor) where next != from && next != to && events > strongest {
      strongest = max(strongest, min(events, try strength(next, steps - 1)))
    }
    best[steps][actor] = strongest
    return strongest
  }

  /// The better bound first, then the shorter path, then the codes in the order of their bytes.
  private static func goesFirst(_ left: Beginning, _ right: Beginning) -> Bool {
    if left.bound != right.bound { return left.bound > right.bound }
    if left.hops != right.hops { return left.hops < right.hops }
    for (one, other) in zip(left.codes, right.codes) where one != other {
      return one.utf8.lexicographicallyPrecedes(other.utf8)
    }
    return left.codes.count > right.codes.count
  }
}
