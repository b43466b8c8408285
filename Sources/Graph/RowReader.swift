import GRDB
import Vocabulary

/// Makes values of rows; keeps the actors and dates that it has seen, since few make up most rows.
struct RowReader {
  let db: Database
  private var actors: [String: Actor] = [:]
  private var dates: [String: CalendarDate] = [:]

  init(_ db: Database) { self.db = db }

  /// An event of the columns of `FilterCompiler.eventColumns`.
  mutating func event(_ row: Row) throws -> Event {
    Event(
      id: row[0], source: try actor(row[2]), target: try actor(row[3]), type: try value(row[4]),
      realis: try value(row[5]), date: date(row[1]), relation: row[6], cameo: row[7], intensity: row[8],
      confidence: row[9], reports: row[10], articles: row[11])
  }

  /// A triple of the columns of `FilterCompiler.tripleColumns`.
  mutating func triple(_ row: Row) throws -> Triple {
    Triple(
      article: row[0], sentence: row[1], source: try participant(row[2], row[3], row[4]), relation: row[5],
      type: try value(row[6]), cameo: row[7], intensity: row[8], target: try participant(row[9], row[10], row[11]),
      realis: try value(row[12]), attributedTo: row[13], date: date(row[14]),
      datePrecision: try (row[25] as String?).map { try value($0) } ?? .article, confidence: row[15],
      evidence: Evidence(
        text: row[22], sentence: span(row[23], row[24]), source: span(row[16], row[17]),
        relation: span(row[18], row[19]), target: span(row[20], row[21])))
  }

  private mutating func participant(_ principal: String, _ actor: String?, _ mention: String) throws -> Participant {
    Participant(actor: try self.actor(actor ?? principal), principal: principal, mention: mention)
  }

  private mutating func actor(_ code: String) throws -> Actor {
    if let known = actors[code] { return known }
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT name, kind FROM actor WHERE code = ?"), arguments: [code])
    guard let row else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "no actor '\(code)'") }
    let actor = Actor(code: code, name: row[0], kind: try value(row[1]))
    actors[code] = actor
    return actor
  }

  private mutating func date(_ text: String?) -> CalendarDate? {
    guard let text else { return nil }
    if let known = dates[text] { return known }
    let date = CalendarDate(text)
    dates[text] = date
    return date
  }

  private func value<Value: RawRepresentable<String>>(_ text: String) throws -> Value {
    guard let value = Value(rawValue: text) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "unknown word '\(text)'")
    }
    return value
  }
}
