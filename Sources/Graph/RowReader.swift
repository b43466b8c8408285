import GRDB
import Vocabulary

/// Makes values of rows; keeps the actors, phrases and dates that it has seen, since few make up most rows.
struct RowReader {
  /// So many words for actors are kept at most: a walk through the whole graph takes constant memory.
  private static let mentionLimit = 1 << 16

  let db: Database
  private var actors: [Int64: Actor] = [:]
  private var phrases: [Int64: String] = [:]
  private var mentions: [Int64: String] = [:]
  private var dates: [Int64: CalendarDate] = [:]

  init(_ db: Database) { self.db = db }

  /// An event of the columns of `FilterCompiler.eventColumns`.
  mutating func event(_ row: Row) throws -> Event {
    Event(
      id: row[0], source: try actor(row[2]), target: try actor(row[3]), type: try type(row[4]),
      realis: try realis(row[5]), date: date(row[1]), relation: try phrase(row[6]), cameo: StoredCAMEO.code(row[7]),
      intensity: row[8], confidence: row[9], reports: row[10], articles: row[11])
  }

  /// A triple of the columns of `FilterCompiler.tripleColumns`.
  mutating func triple(_ row: Row) throws -> Triple {
    let start: Int = row[23]
    func words(_ column: Int) -> Range<Int> {
      let first = start + (row[column] as Int)
      return span(first, first + (row[column + 1] as Int))
    }
    return Triple(
      article: row[0], sentence: row[1], source: try participant(row[2], row[3], row[4]),
      relation: try phrase(row[5]), type: try type(row[6]), cameo: StoredCAMEO.code(row[7]),
      intensity: StoredDecimal.value(row[8]), target: try participant(row[9], row[10], row[11]),
      realis: try realis(row[12]), attributedTo: try (row[13] as Int64?).map { try actor($0).code },
      date: date(row[14]), datePrecision: (row[25] as Int64?).flatMap { DatePrecision(storedNumber: $0) } ?? .article,
      confidence: StoredDecimal.value(row[15]),
      evidence: Evidence(
        text: row[22], sentence: span(start, row[24]), source: words(16), relation: words(18), target: words(20)))
  }

  private mutating func participant(_ principal: Int64, _ actor: Int64?, _ mention: Int64) throws -> Participant {
    Participant(
      actor: try self.actor(actor ?? principal), principal: try self.actor(principal).code,
      mention: try self.mention(mention))
  }

  mutating func actor(_ number: Int64) throws -> Actor {
    if let known = actors[number] { return known }
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT code, name, kind FROM actor WHERE number = ?"), arguments: [number])
    guard let row, let kind = ActorKind(rawValue: row[2]) else { throw Self.damage("no actor \(number)") }
    let actor = Actor(code: row[0], name: row[1], kind: kind)
    actors[number] = actor
    return actor
  }

  private mutating func phrase(_ number: Int64) throws -> String {
    if let known = phrases[number] { return known }
    let text = try String.fetchOne(
      db.cachedStatement(sql: "SELECT text FROM phrase WHERE number = ?"), arguments: [number])
    guard let text else { throw Self.damage("no phrase \(number)") }
    phrases[number] = text
    return text
  }

  private mutating func mention(_ number: Int64) throws -> String {
    if let known = mentions[number] { return known }
    let text = try String.fetchOne(
      db.cachedStatement(sql: "SELECT text FROM mention WHERE number = ?"), arguments: [number])
    guard let text else { throw Self.damage("no mention \(number)") }
    if mentions.count >= Self.mentionLimit { mentions.removeAll(keepingCapacity: true) }
    mentions[number] = text
    return text
  }

  private mutating func date(_ day: Int64?) -> CalendarDate? {
    guard let day else { return nil }
    if let known = dates[day] { return known }
    let date = CalendarDate(storedDay: day)
    dates[day] = date
    return date
  }

  func type(_ number: Int64) throws -> EventType {
    guard let type = EventType(storedNumber: number) else { throw Self.damage("no type \(number)") }
    return type
  }

  func realis(_ number: Int64) throws -> Realis {
    guard let realis = Realis(storedNumber: number) else { throw Self.damage("no realis \(number)") }
    return realis
  }

  private static func damage(_ message: String) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: message)
  }
}
