import Foundation
import GRDB
private import GRDBSQLite
public import Vocabulary

extension GraphStore {
  /// Answers a query in Cypher.
  ///
  /// ```swift
  /// let result = try store.query(
  ///   cypher: "MATCH (a)-[r:REQUEST]->(b:Country {code: $code}) RETURN a.name, count(*) AS requests",
  ///   parameters: ["code": .string("KOR")])
  /// ```
  ///
  /// docs/cypher.md tells the language. The query becomes one SQL statement that only reads; it sees one unchanging
  /// state of the graph.
  ///
  /// - Parameters:
  ///   - cypher: the query.
  ///   - parameters: values for `$name`.
  ///   - limits: how many rows, how much time and memory it may take.
  /// - Throws: `CypherError` where the query is at fault or takes too much, `GraphError` where the file is.
  public func query(
    cypher: String, parameters: [String: CypherValue] = [:], limits: CypherLimits = CypherLimits()
  ) throws -> CypherResult {
    let statement = try Self.statement(cypher, parameters)
    return try answering(limits) { db in
      let rows = try Row.fetchCursor(
        db, sql: statement.sql, arguments: StatementArguments(statement.arguments.map(\.databaseValue)))
      var result = CypherResult(columns: statement.columns.map(\.name), rows: [], isTruncated: false)
      while let row = try rows.next() {
        if result.rows.count >= limits.rows {
          result.isTruncated = true
          break
        }
        result.rows.append(
          try statement.columns.enumerated().map { index, column in
            try CypherReader.value(row[index] as DatabaseValue, column.type)
          })
      }
      return result
    }
  }

  /// How SQLite answers a query: the statement, then a line for each loop, as EXPLAIN QUERY PLAN tells them.
  ///
  /// - Throws: as `query(cypher:parameters:limits:)`.
  public func plan(
    cypher: String, parameters: [String: CypherValue] = [:]
  ) throws -> (sql: String, steps: [String]) {
    let statement = try Self.statement(cypher, parameters)
    return try answering(CypherLimits()) { db in
      let rows = try Row.fetchAll(
        db, sql: "EXPLAIN QUERY PLAN " + statement.sql,
        arguments: StatementArguments(statement.arguments.map(\.databaseValue)))
      return (statement.sql, rows.map { $0["detail"] })
    }
  }

  private static func statement(
    _ cypher: String, _ parameters: [String: CypherValue]
  ) throws(CypherError) -> CypherCompiler.Statement {
    do throws(CypherFault) {
      return try CypherCompiler.statement(try CypherParser.query(cypher), parameters: parameters)
    } catch {
      throw error.error(in: cypher)
    }
  }

  /// Reads within limits, with the functions that queries need.
  private func answering<Value>(_ limits: CypherLimits, _ body: (Database) throws -> Value) throws -> Value {
    let watch = QueryWatch(limits)
    do {
      return try snapshot { db in
        CypherFunctions.add(to: db, deadline: watch.deadline)
        sqlite3_progress_handler(
          db.sqliteConnection, 1000,
          { context in
            guard let context else { return 0 }
            return Unmanaged<QueryWatch>.fromOpaque(context).takeUnretainedValue().isOver ? 1 : 0
          }, Unmanaged.passUnretained(watch).toOpaque())
        defer {
          sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil)
          CypherFunctions.remove(from: db)
        }
        return try withExtendedLifetime(watch) { try body(db) }
      }
    } catch let error as CypherError {
      throw error
    } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
      throw watch.error
    } catch let error as DatabaseError where error.resultCode == .SQLITE_TOOBIG || error.resultCode == .SQLITE_NOMEM {
      throw CypherError(.memory, "a value of the query grew too large; narrow the pattern or the hops")
    } catch let error as DatabaseError where error.message?.hasPrefix(CypherFunctions.fault) == true {
      throw CypherError(.type, String((error.message ?? "").dropFirst(CypherFunctions.fault.count)))
    } catch let error as DatabaseError where Self.isTooComplex(error) {
      throw CypherError(.unsupported, "the query is too complex for SQLite; use fewer patterns, or split it with WITH")
    } catch {
      throw GraphError(error, path: path)
    }
  }

  /// Whether SQLite refused the statement for its size: the depth of expressions, or more than 64 tables in one join.
  private static func isTooComplex(_ error: DatabaseError) -> Bool {
    guard error.resultCode == .SQLITE_ERROR, let message = error.message else { return false }
    return ["stack overflow", "too large", "too many", "at most 64 tables"].contains { message.contains($0) }
  }
}

/// Looks while a query runs whether it has used up its time or memory.
private final class QueryWatch {
  let deadline: ContinuousClock.Instant
  private let limits: CypherLimits
  private var isOverMemory = false

  init(_ limits: CypherLimits) {
    self.limits = limits
    // More than a year is no limit.
    deadline = .now + .seconds(min(max(0, limits.seconds), 40_000_000))
  }

  var isOver: Bool {
    if sqlite3_memory_used() > limits.bytes {
      isOverMemory = true
      return true
    }
    return ContinuousClock.now > deadline
  }

  var error: CypherError {
    if isOverMemory {
      return CypherError(
        .memory, "the query needs more than \(limits.bytes >> 20) MB of memory; narrow the pattern or the hops")
    }
    return CypherError(
      .time, "the query took longer than \(limits.seconds.formatted()) seconds; narrow it, or allow more time")
  }
}
