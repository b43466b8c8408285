import Foundation
import GRDB

/// A text that equals only the text of the very same bytes, as in SQLite; Swift's own equality knows accents that are
/// written in two ways.
struct ExactText: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (left: ExactText, right: ExactText) -> Bool {
    let isSame = left.text.utf8.withContiguousStorageIfAvailable { one in
      right.text.utf8.withContiguousStorageIfAvailable { other in
        guard one.count == other.count, let start = one.baseAddress, let place = other.baseAddress else {
          return one.count == other.count
        }
        return memcmp(start, place, one.count) == 0
      }
    }
    return (isSame ?? nil) ?? left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isHashed == nil { for byte in text.utf8 { hasher.combine(byte) } }
  }
}

/// The numbers of texts that many rows share, in a table with the columns `number` and `text`.
struct StoredTexts {
  private var numbers: [ExactText: Int64] = [:]
  private let find: DirectStatement
  private let insert: DirectStatement
  private var next: Int64

  init(_ db: Database, table: String) throws {
    find = try DirectStatement(db, "SELECT number FROM \(table) WHERE text = ?")
    insert = try DirectStatement(db, "INSERT INTO \(table) (number, text) VALUES (?, ?)")
    next = try DirectStatement(db, "SELECT coalesce(max(number), 0) + 1 FROM \(table)").first { $0.int(0) } ?? 1
  }

  /// The number of a text, which gets one where it has none.
  mutating func number(of text: String) throws -> Int64 {
    let key = ExactText(text)
    if let known = numbers[key] { return known }
    find.bind(1, text)
    if let found = try find.first({ $0.int(0) }) {
      numbers[key] = found
      return found
    }
    let number = next
    insert.bind(1, number)
    insert.bind(2, text)
    try insert.run()
    next += 1
    numbers[key] = number
    return number
  }
}
