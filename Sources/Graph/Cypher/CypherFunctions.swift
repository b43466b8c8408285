import Foundation
import GRDB
import Synchronization
import Vocabulary

/// The functions that a query may call, and those that SQLite lacks for them.
enum CypherFunctions {
  static let aggregates: Set<String> = ["count", "collect", "sum", "avg", "min", "max", "stdev", "stdevp"]
  static func isAggregate(_ name: String) -> Bool { aggregates.contains(name.lowercased()) }

  /// How many arguments each takes, by name in lower case.
  static let arities: [String: ClosedRange<Int>] = {
    var arities: [String: ClosedRange<Int>] = [:]
    for name in names {
      let key = name.lowercased()
      arities[key] =
        switch key {
        case "pi", "e": 0...0
        case "date": 0...1
        case "round": 1...2
        case "left", "right", "split", "nullif", "atan2", "date.truncate", "duration.indays": 2...2
        case "substring", "range": 2...3
        case "replace": 3...3
        case "coalesce": 1...100
        default: 1...1
        }
    }
    return arities
  }()

  /// All names as messages show them.
  static let names = [
    "count", "collect", "sum", "avg", "min", "max", "stDev", "stDevP", "id", "elementId", "type", "labels",
    "properties",
    "keys", "startNode", "endNode", "nodes", "relationships", "rels", "length", "size", "exists", "coalesce", "nullIf",
    "toInteger", "toFloat", "toString", "toBoolean", "toLower", "toUpper", "lower", "upper", "trim", "ltrim", "rtrim",
    "replace", "substring", "left", "right", "split", "reverse", "head", "last", "tail", "range", "abs", "sign", "ceil",
    "floor", "round", "sqrt", "exp", "log", "log10", "pi", "e", "sin", "cos", "tan", "asin", "acos", "atan", "atan2",
    "degrees", "radians", "date", "date.truncate", "duration", "duration.inDays",
  ]

  static func count(_ arity: ClosedRange<Int>) -> String {
    let most = arity.upperBound
    if arity.lowerBound == most { return "\(most) argument\(most == 1 ? "" : "s")" }
    return "\(arity.lowerBound) to \(most) arguments"
  }

  // MARK: functions of the connection

  /// What an error of these functions begins with.
  static let fault = "cypher: "
  static let matches = "cypher_matches"
  static let reversed = "cypher_reverse"
  static let date = "cypher_date"
  static let search = "cypher_search"
  static let visit = "cypher_visit"
  static let isOpen = "cypher_is_open"
  static let path = "cypher_path"

  /// What is wrong with a regular expression; nil where nothing is.
  static func problem(of pattern: String) -> String? {
    (try? NSRegularExpression(pattern: pattern)) == nil ? "'\(pattern)' cannot be read" : nil
  }

  /// Gives a connection the functions for one query.
  static func add(to db: Database, deadline: ContinuousClock.Instant) {
    let searches = SearchState()
    let expressions = ExpressionCache(deadline: deadline)
    db.add(function: DatabaseFunction(matches, argumentCount: 2, pure: true) { try expressions.matches($0) })
    db.add(
      function: DatabaseFunction(reversed, argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0]).map { String($0.reversed()) }
      })
    db.add(
      function: DatabaseFunction(date, argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0]).flatMap { CalendarDate($0)?.description }
      })
    db.add(function: ShortestPath.function(path, db))
    db.add(function: DatabaseFunction(search, argumentCount: 2) { searches.begin(at: $0[0], to: $0[1]) })
    db.add(
      function: DatabaseFunction(isOpen, argumentCount: 1) { values in
        searches.isOpen(Int64.fromDatabaseValue(values[0]) ?? 0)
      })
    db.add(
      function: DatabaseFunction(visit, argumentCount: 2) { values in
        searches.visit(Int64.fromDatabaseValue(values[0]) ?? 0, values[1])
      })
  }

  static func remove(from db: Database) {
    for (name, count) in [(matches, 2), (reversed, 1), (date, 1), (search, 2), (visit, 2), (isOpen, 1), (path, 5)] {
      db.remove(function: DatabaseFunction(name, argumentCount: count) { _ in nil })
    }
  }
}

/// Which nodes a search has seen, so that it takes each once.
private final class SearchState: Sendable {
  private struct Search {
    var seen: Set<DatabaseValue>
    var target: DatabaseValue
    var isOpen = true
  }
  private struct Searches {
    var last: Int64 = 0
    var open: [Int64: Search] = [:]
  }
  private let searches = Mutex(Searches())

  func begin(at node: DatabaseValue, to target: DatabaseValue) -> Int64 {
    searches.withLock { searches in
      searches.last += 1
      // Searches follow each other; those long past hold memory only.
      searches.open[searches.last - 8] = nil
      searches.open[searches.last] = Search(seen: [node], target: target)
      return searches.last
    }
  }

  func visit(_ search: Int64, _ node: DatabaseValue) -> Bool {
    searches.withLock { searches in
      guard let isOpen = searches.open[search]?.isOpen, isOpen else { return false }
      if searches.open[search]?.target == node { searches.open[search]?.isOpen = false }
      return searches.open[search]?.seen.insert(node).inserted ?? false
    }
  }

  /// Whether the search has not come to its end yet; what is left of the queue need not be followed then.
  func isOpen(_ search: Int64) -> Bool {
    searches.withLock { $0.open[search]?.isOpen ?? false }
  }
}

/// Regular expressions of a query, each read once.
private final class ExpressionCache: Sendable {
  private let cache = Mutex<[String: NSRegularExpression]>([:])
  private let deadline: ContinuousClock.Instant

  init(deadline: ContinuousClock.Instant) { self.deadline = deadline }

  /// Whether the whole text matches; nil where one of them is null.
  func matches(_ values: [DatabaseValue]) throws -> Bool? {
    guard let text = String.fromDatabaseValue(values[0]), let pattern = String.fromDatabaseValue(values[1]) else {
      return nil
    }
    let expression = try cache.withLock { cache in
      if let known = cache[pattern] { return known }
      guard let expression = try? NSRegularExpression(pattern: "^(?:\(pattern))$") else {
        throw DatabaseError(message: CypherFunctions.fault + "'\(pattern)' is no regular expression")
      }
      if cache.count >= 100 { cache.removeAll() }
      cache[pattern] = expression
      return expression
    }
    let range = NSRange(text.startIndex..., in: text)
    var isMatch = false
    // Some expressions take for ever on some texts: the block is called meanwhile and looks at the clock.
    expression.enumerateMatches(in: text, options: [.reportProgress, .anchored], range: range) { result, _, stop in
      if let result, result.range == range { isMatch = true }
      if isMatch || ContinuousClock.now > self.deadline { stop.pointee = true }
    }
    if !isMatch, ContinuousClock.now > deadline { throw DatabaseError(resultCode: .SQLITE_INTERRUPT) }
    return isMatch
  }
}
