import Foundation
import GRDB
import GRDBSQLite

/// A prepared statement whose values are bound one by one.
///
/// GRDB binds arrays of values that know their types at run time; at a million rows that is most of the work. The
/// statement comes from GRDB's cache and its connection, so use it only where the `Database` may be used, and never
/// two with the same text at once.
struct DirectStatement {
  private let db: Database
  private let statement: Statement
  private let handle: OpaquePointer

  /// Prepares a statement, or takes it from the connection's cache.
  init(_ db: Database, _ sql: String) throws {
    self.db = db
    statement = try db.cachedStatement(sql: sql)
    handle = statement.sqliteStatement
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  /// Prepares a statement with all of its values.
  init(_ db: Database, literal: SQL) throws {
    let (sql, arguments) = try literal.build(db)
    self.db = db
    statement = try db.cachedStatement(sql: sql)
    try statement.setArguments(arguments)
    handle = statement.sqliteStatement
  }

  /// Sets a parameter, counted from 1; nil is NULL.
  func bind(_ place: Int32, _ value: Int64?) {
    if let value { sqlite3_bind_int64(handle, place, value) } else { sqlite3_bind_null(handle, place) }
  }

  /// Sets a parameter, counted from 1.
  func bind(_ place: Int32, _ value: Int) { sqlite3_bind_int64(handle, place, Int64(value)) }

  /// Sets a parameter, counted from 1. A NaN would become NULL, which the columns refuse.
  func bind(_ place: Int32, _ value: Double) { sqlite3_bind_double(handle, place, value) }

  /// Sets a parameter, counted from 1; nil is NULL.
  func bind(_ place: Int32, _ value: String?) {
    guard var value else {
      sqlite3_bind_null(handle, place)
      return
    }
    // SQLite copies the text, since ours may move.
    let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    value.withUTF8 { bytes in
      if let start = bytes.baseAddress {
        start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { start in
          _ = sqlite3_bind_text(handle, place, start, Int32(clamping: bytes.count), copies)
        }
      } else {
        sqlite3_bind_text(handle, place, "", 0, copies)
      }
    }
  }

  /// Sets a parameter, counted from 1.
  func bind(_ place: Int32, _ value: Data) {
    let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    value.withUnsafeBytes { bytes in
      _ = sqlite3_bind_blob(handle, place, bytes.baseAddress, Int32(clamping: bytes.count), copies)
    }
  }

  /// Sets a parameter, counted from 1; nil is NULL.
  func bind(_ place: Int32, _ value: StoredCAMEO?) {
    switch value {
    case .number(let number): bind(place, number)
    case .text(let text): bind(place, text)
    case nil: sqlite3_bind_null(handle, place)
    }
  }

  /// Sets a parameter, counted from 1.
  func bind(_ place: Int32, _ value: StoredDecimal) {
    switch value {
    case .tenThousandths(let number): bind(place, number)
    case .real(let number): bind(place, number)
    }
  }

  /// Runs a statement that gives no rows; what is bound stays bound.
  func run() throws {
    let code = sqlite3_step(handle)
    sqlite3_reset(handle)
    if code != SQLITE_DONE, code != SQLITE_ROW { throw error(code) }
  }

  /// Runs a statement that gives no rows with one more text, which is not copied.
  func run(_ place: Int32, _ text: String) throws {
    var text = text
    let code = text.withUTF8 { bytes in
      // A null pointer would be NULL.
      let start = bytes.baseAddress ?? UnsafePointer(bitPattern: 1)
      start?.withMemoryRebound(to: CChar.self, capacity: bytes.count) { start in
        _ = sqlite3_bind_text(handle, place, start, Int32(clamping: bytes.count), nil)
      }
      let code = sqlite3_step(handle)
      sqlite3_reset(handle)
      sqlite3_bind_null(handle, place)
      return code
    }
    if code != SQLITE_DONE, code != SQLITE_ROW { throw error(code) }
  }

  /// Runs the statement and reads its first row, nil where there is none.
  func first<Value>(_ read: (DirectStatement) throws -> Value) throws -> Value? {
    defer { sqlite3_reset(handle) }
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return try read(self)
    case SQLITE_DONE: return nil
    case let code: throw error(code)
    }
  }

  /// Runs the statement and hands over each row.
  func forEach(_ body: (DirectStatement) throws -> Void) throws {
    defer { sqlite3_reset(handle) }
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_ROW: try body(self)
      case SQLITE_DONE: return
      case let code: throw error(code)
      }
    }
  }

  /// A column of the row in hand, counted from 0; NULL is 0.
  func int(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  /// A column of the row in hand, counted from 0.
  func optionalInt(_ column: Int32) -> Int64? {
    sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : sqlite3_column_int64(handle, column)
  }

  /// A column of the row in hand, counted from 0.
  func text(_ column: Int32) -> String? {
    guard let start = sqlite3_column_text(handle, column) else { return nil }
    let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Bytes in a column of the row in hand, counted from 0.
  func data(_ column: Int32) -> Data {
    guard let start = sqlite3_column_blob(handle, column) else { return Data() }
    return Data(bytes: start, count: Int(sqlite3_column_bytes(handle, column)))
  }

  /// A CAMEO code in a column of the row in hand, counted from 0.
  func cameo(_ column: Int32) -> String? { text(column).map { String($0.dropFirst()) } }

  /// A number of few decimals in a column of the row in hand, counted from 0.
  func decimal(_ column: Int32) -> Double {
    sqlite3_column_type(handle, column) == SQLITE_INTEGER
      ? Double(sqlite3_column_int64(handle, column)) / 10_000 : sqlite3_column_double(handle, column)
  }

  private func error(_ code: Int32) -> DatabaseError {
    let message = sqlite3_errmsg(db.sqliteConnection).map { String(cString: $0) }
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
  }
}
