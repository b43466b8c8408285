import Foundation
import GRDB
import Vocabulary

@testable import Graph

/// A folder that is gone with the object.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("graph-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }
}

/// SplitMix64 (Steele, Lea, Flood): random numbers that are the same in each run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }
}

/// Records made of a small invented world: three states, a league, its speaker.
enum Samples {
  static let avalon = Actor(code: "AVA", name: "Avalon", kind: .state)
  static let borduria = Actor(code: "BOR", name: "Borduria", kind: .state)
  static let cascara = Actor(code: "CAS", name: "Cáscara", kind: .state)
  static let league = Actor(code: "League", name: "League of Islands", kind: .organization)
  static let speaker = Actor(code: "Ada Quill", name: "Ada Quill", kind: .person)
  static let principals = [avalon, borduria, cascara, league]

  static func part(_ actor: Actor, for principal: Actor? = nil, as mention: String? = nil) -> Participant {
    Participant(actor: actor, principal: (principal ?? actor).code, mention: mention ?? actor.name)
  }

  static func triple(
    _ article: String, sentence: Int = 0, from source: Participant, _ relation: String = "urge",
    _ type: EventType = .request, to target: Participant, realis: Realis = .actual, by attribution: String? = nil,
    date: String? = "2023-01-30", precision: DatePrecision = .article, intensity: Double = -0.1,
    confidence: Double = 0.9, cameo: String? = "102",
    text: String = "The league urges Borduria to open its ports"
  ) -> Triple {
    Triple(
      article: article, sentence: sentence, source: source, relation: relation, type: type, cameo: cameo,
      intensity: intensity, target: target, realis: realis, attributedTo: attribution,
      date: date.flatMap { CalendarDate($0) }, datePrecision: precision, confidence: confidence,
      evidence: Evidence(
        text: text, sentence: 0..<text.unicodeScalars.count, source: 0..<10, relation: 11..<16, target: 17..<25))
  }

  static func record(_ id: String, digest: String = "1", _ triples: [Triple], title: String = "News") -> ArticleRecord {
    ArticleRecord(
      article: Article(id: id, title: title, date: CalendarDate("2023-01-30"), body: "Body.", publisher: "The Herald"),
      digest: digest, triples: triples, actors: principals, aliases: ["AVA": ["Isle of Apples", "Avalonia"]])
  }

  /// A record with up to six triples, each with a sentence of its own words.
  static func random(_ id: String, digest: String = "1", using random: inout SeededGenerator) -> ArticleRecord {
    let words = ["harbour", "treaty", "grain", "border", "tunnel", "fleet"]
    let dates: [String?] = ["2023-01-29", "2023-01-30", "2023-02-01", "2023-02", "2023", "2022-12-31", nil]
    let triples = (0..<Int.random(in: 0...6, using: &random)).map { number in
      let source = principals[Int.random(in: 0..<4, using: &random)]
      let target = principals[Int.random(in: 0..<4, using: &random)]
      let type = EventType.allCases[Int.random(in: 0..<5, using: &random)]
      let word = words[Int.random(in: 0..<6, using: &random)]
      let isSpoken = source == league && Bool.random(using: &random)
      return triple(
        id, sentence: number / 2, from: isSpoken ? part(speaker, for: league) : part(source),
        ["urge", "call on", "ask"][Int.random(in: 0..<3, using: &random)], type, to: part(target),
        realis: Realis.allCases[Int.random(in: 0..<2, using: &random)],
        by: Bool.random(using: &random) ? nil : principals[Int.random(in: 0..<4, using: &random)].code,
        date: dates[Int.random(in: 0..<dates.count, using: &random)],
        precision: DatePrecision.allCases[Int.random(in: 0..<6, using: &random)],
        intensity: Double(Int.random(in: -100...100, using: &random)) / 10,
        confidence: Double(Int.random(in: 0...100, using: &random)) / 100,
        cameo: Bool.random(using: &random) ? nil : "102", text: "They speak of the \(word) and the \(words[number % 6])"
      )
    }
    // Two triples of one sentence share its text, as extraction gives them.
    var seen: [Int: Evidence] = [:]
    let consistent = triples.map { triple in
      var triple = triple
      triple.evidence = seen[triple.sentence] ?? triple.evidence
      seen[triple.sentence] = triple.evidence
      return triple
    }
    return record(id, digest: digest, consistent, title: "On \(id)")
  }
}

extension GraphStore {
  /// The whole content as text, without the numbers that only tell the order of writing.
  func dump() throws -> [String] {
    let queries = [
      "SELECT 'article', a.id, a.title, a.date, a.body, a.url, a.publisher, a.language, a.digest, b.id "
        + "FROM article a JOIN article b ON b.number = a.chain ORDER BY 2",
      "SELECT 'sentence', article, number, text, start, end FROM sentence ORDER BY article, number",
      "SELECT 'actor', code, name, kind, folded, merged_into FROM actor ORDER BY code",
      "SELECT 'alias', alias.* FROM alias ORDER BY actor, name",
      "SELECT 'event', event.* FROM event ORDER BY id",
      """
      SELECT 'triple', article, sentence, number, event, source, source_actor, source_mention, relation, type, cameo,
        intensity, target, target_actor, target_mention, realis, attributed_to, date, date_precision, confidence,
        source_start, source_end, relation_start, relation_end, target_start, target_end, source_raw,
        source_actor_raw, target_raw, target_actor_raw, attributed_to_raw
      FROM triple ORDER BY article, sentence, number
      """,
      "SELECT 'found', s.article, s.number FROM sentence s WHERE s.id IN "
        + "(SELECT rowid FROM sentence_search WHERE sentence_search MATCH 'grain OR border') ORDER BY 2, 3",
    ]
    return try database.read { db in
      try queries.flatMap { sql in
        try Row.fetchAll(db, sql: sql).map { row in row.databaseValues.map(\.description).joined(separator: " | ") }
      }
    }
  }

  /// Throws where the full-text index and the sentences differ.
  func checkSearch() throws {
    try database.write { db in
      try db.execute(sql: "INSERT INTO sentence_search (sentence_search, rank) VALUES ('integrity-check', 1)")
    }
  }

  /// How SQLite answers a statement, a line a step.
  func plan(of sql: SQL) throws -> [String] {
    try database.read { db in
      try Row.fetchAll(db, SQLRequest(literal: "EXPLAIN QUERY PLAN " + sql)).map { $0["detail"] }
    }
  }

  /// The rows of any statement as text.
  func text(of sql: String) throws -> [String] {
    try database.read { db in
      try Row.fetchAll(db, sql: sql).map { row in row.databaseValues.map(\.description).joined(separator: " | ") }
    }
  }
}
