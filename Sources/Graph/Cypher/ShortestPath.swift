import GRDB
import Vocabulary

/// Finds a shortest path between two actors in what `tally` keeps of the dyads.
///
/// From both ends at once, always on from the side that has fewer actors to go on from (Pohl's bidirectional search),
/// so that even in a graph in which everybody is near everybody little of it is read.
struct ShortestPath {
  /// Which way events lead along the path.
  enum Direction: Int64 {
    case right, left, either
  }

  private let forward: [DirectStatement]
  private let backward: [DirectStatement]
  private let exists: [DirectStatement]

  /// - Parameters:
  ///   - types: the columns of the types that make steps.
  init(_ db: Database, _ direction: Direction, types: [String]) throws {
    let test =
      types.count == Schema.typeColumns.count
      ? "" : " AND \(types.isEmpty ? "0" : types.joined(separator: " + ")) > 0"
    let targets = try DirectStatement(db, "SELECT target FROM tally WHERE source = ? AND target > 0" + test)
    let sources = try DirectStatement(db, "SELECT source FROM tally WHERE target = ? AND source > 0" + test)
    switch direction {
    case .right: (forward, backward) = ([targets], [sources])
    case .left: (forward, backward) = ([sources], [targets])
    case .either: (forward, backward) = ([targets, sources], [targets, sources])
    }
    exists = [
      try DirectStatement(db, "SELECT 1 FROM tally WHERE source = ? AND target = 0 LIMIT 1"),
      try DirectStatement(db, "SELECT 1 FROM tally WHERE target = ? AND source = 0 LIMIT 1"),
    ]
  }

  /// The actors of a path from one to another, both among them; nil where there is none of so few steps.
  func find(from: Int64, to: Int64, most: Int) throws -> [Int64]? {
    // Who has no events at all is reached by nobody; otherwise the whole graph might be read to find that out.
    guard try hasEvents(from), try hasEvents(to) else { return nil }
    // By whom each was reached.
    var (ahead, behind): ([Int64: Int64], [Int64: Int64]) = ([from: from], [to: to])
    var (front, back) = ([from], [to])
    for _ in 0..<most where !front.isEmpty && !back.isEmpty {
      let isAhead = front.count <= back.count
      let meeting =
        isAhead
        ? try step(&front, &ahead, forward, until: behind) : try step(&back, &behind, backward, until: ahead)
      guard let meeting else { continue }
      return Self.way(from: meeting, ahead).reversed() + Self.way(from: meeting, behind).dropFirst()
    }
    return nil
  }

  private func hasEvents(_ actor: Int64) throws -> Bool {
    for statement in exists {
      statement.bind(1, actor)
      if try statement.first({ _ in true }) == true { return true }
    }
    return false
  }

  /// Goes one step on; gives an actor that the other side has reached, the one of the least number.
  private func step(
    _ front: inout [Int64], _ reached: inout [Int64: Int64], _ statements: [DirectStatement],
    until other: [Int64: Int64]
  ) throws -> Int64? {
    var next: [Int64] = []
    var meeting: Int64?
    for actor in front {
      for statement in statements {
        statement.bind(1, actor)
        try statement.forEach { row in
          let neighbour = row.int(0)
          guard reached[neighbour] == nil else { return }
          reached[neighbour] = actor
          next.append(neighbour)
          if other[neighbour] != nil { meeting = min(meeting ?? neighbour, neighbour) }
        }
      }
      // All that one more step reaches is at the same distance, so the first is as good as any.
      if meeting != nil { return meeting }
    }
    front = next
    return nil
  }

  private static func way(from actor: Int64, _ reached: [Int64: Int64]) -> [Int64] {
    var way = [actor]
    while let last = way.last, let before = reached[last], before != last { way.append(before) }
    return way
  }
}

extension ShortestPath {
  /// The SQL function of a query: from, to, the most steps, the direction, the columns of types between commas; gives a
  /// JSON list of the steps, each a list of its two actors, or NULL.
  static func function(_ name: String, _ db: Database) -> DatabaseFunction {
    // SQLite calls the function only while a statement of this very connection runs, where the connection may be used.
    nonisolated(unsafe) let db = db
    return DatabaseFunction(name, argumentCount: 5) { values in
      guard let from = Int64.fromDatabaseValue(values[0]), let to = Int64.fromDatabaseValue(values[1]),
        let most = Int.fromDatabaseValue(values[2]),
        let direction = Int64.fromDatabaseValue(values[3]).flatMap(Direction.init(rawValue:)),
        let types = String.fromDatabaseValue(values[4])?.split(separator: ",").map(String.init), from != to,
        // What becomes part of the SQL is a name of a column.
        types.allSatisfy(Schema.typeColumns.contains)
      else { return nil }
      let path = try ShortestPath(db, direction, types: types).find(from: from, to: to, most: most)
      return path.map { path in
        "[" + zip(path, path.dropFirst()).map { "[\($0),\($1)]" }.joined(separator: ",") + "]"
      }
    }
  }
}
