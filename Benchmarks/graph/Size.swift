import Foundation
import GRDB

/// How large a database is, table by table.
enum Size {
  /// Prints the bytes of each table and index, a triple.
  ///
  /// - Returns: the bytes of the whole, of texts, and of the texts' index.
  static func show(_ path: String) throws -> [String: Int] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { db in
      let triples = Double(max(1, try Int.fetchOne(db, sql: "SELECT count(*) FROM triple_row") ?? 1))
      let events = try Int.fetchOne(db, sql: "SELECT count(*) FROM event_row") ?? 0
      let sentences = try Int.fetchOne(db, sql: "SELECT count(*) FROM sentence_row") ?? 0
      let total = try Int.fetchOne(db, sql: "SELECT sum(pgsize) FROM dbstat WHERE aggregate = 1") ?? 0
      let search =
        try Int.fetchOne(
          db, sql: "SELECT sum(pgsize) FROM dbstat WHERE aggregate = 1 AND name LIKE 'sentence_search%'") ?? 0
      let text =
        try Int.fetchOne(
          db,
          sql: """
            SELECT (SELECT sum(length(CAST(text AS BLOB))) FROM sentence_row) + (SELECT sum(length(CAST(title AS BLOB))) FROM article)
            """) ?? 0
      print("events               \(events)")
      print("sentences            \(sentences)")
      print("bytes a triple       \((Double(total) / triples).text(1))")
      print("  of them text       \((Double(text) / triples).text(1))")
      print("  of them its index  \((Double(search) / triples).text(1))")
      print("  without text       \((Double(total - text) / triples).text(1))")
      print("  without these two  \((Double(total - text - search) / triples).text(1))\n")
      let rows = try Row.fetchAll(
        db, sql: "SELECT name, pgsize FROM dbstat WHERE aggregate = 1 ORDER BY 2 DESC LIMIT 16")
      for row in rows {
        let name: String = row[0]
        let bytes = (row[1] as Double) / triples
        print("  " + name.padding(toLength: 34, withPad: " ", startingAt: 0), bytes.text(1))
      }
      return ["total": total, "text": text, "search": search]
    }
  }
}
