import GRDB
import Vocabulary

/// Turns a filter into SQL, all values as parameters.
///
/// Most filters name principals only. Those become one or more arms, each an `event` query that an index answers
/// in the order of the list, with no event in two arms; SQLite merges them without sorting. Where a code is that
/// of somebody who acts for another, the triples have to be asked.
struct FilterCompiler {
  /// The columns of an event, in the order that `RowReader` reads.
  static let eventColumns = """
    e.id AS id, e.date AS date, e.source, e.target, e.type, e.realis, e.relation, e.cameo, e.intensity, e.confidence, \
    e.reports, e.articles
    """
  /// The columns of a triple, in the order that `RowReader` reads; the last three only order.
  static let tripleColumns = """
    t.article AS article, t.sentence AS sentence, t.source, t.source_actor, t.source_mention, t.relation, t.type, \
    t.cameo, t.intensity, t.target, t.target_actor, t.target_mention, t.realis, t.attributed_to, t.date, \
    t.confidence, t.source_start, t.source_end, t.relation_start, t.relation_end, t.target_start, t.target_end, \
    s.text, s.start, s.end, t.date_precision, t.number AS number, e.date AS event_date, e.id AS event
    """
  private static let tripleJoin = " JOIN sentence s ON s.article = t.article AND s.number = t.sentence"

  /// The way that a list of codes has a part in the graph.
  private enum Part { case principals, actors, both }

  private let filter: RelationFilter
  private let search: String?
  private var parts: [[String]: Part] = [:]

  /// Reads from the database only which codes act for others, and which are merged into others.
  init(_ filter: RelationFilter, db: Database) throws {
    self.filter = filter.shown(by: try ShownActors(db))
    search = filter.text.flatMap(SearchText.expression)
    for codes in lists { parts[codes] = try Self.part(of: codes, db) }
  }

  private var lists: [[String]] {
    [filter.from, filter.to, filter.between?.one ?? [], filter.between?.other ?? [], filter.either]
      .filter { !$0.isEmpty }
  }

  private static func part(of codes: [String], _ db: Database) throws -> Part {
    func exists(_ sql: SQL) throws -> Bool { try SQLRequest<Int>(literal: sql, cached: true).fetchOne(db) != nil }
    let isActor =
      try exists("SELECT 1 FROM triple WHERE source_actor \(among(codes)) LIMIT 1")
      || exists("SELECT 1 FROM triple WHERE target_actor \(among(codes)) LIMIT 1")
    guard isActor else { return .principals }
    let isPrincipal =
      try exists("SELECT 1 FROM event WHERE source \(among(codes)) LIMIT 1")
      || exists("SELECT 1 FROM event WHERE target \(among(codes)) LIMIT 1")
    return isPrincipal ? .both : .actors
  }

  private static func among(_ codes: [String]) -> SQL {
    if codes.count == 1, let code = codes.first { return "= \(code)" }
    return "IN \(codes)"
  }

  private var asksTriples: Bool { parts.values.contains { $0 != .principals } }

  // MARK: Statements

  /// The events, newest first.
  func events() -> SQL {
    let arms = eventArms().map { "SELECT \(sql: Self.eventColumns) FROM event e" + clause($0) as SQL }
    return arms.joined(separator: " UNION ALL ") + " ORDER BY date DESC, id DESC" + page
  }

  /// One number a row; their sum is the number of events, without regard to the page.
  func eventCounts() -> SQL {
    eventArms(isPaged: false).map { "SELECT count(*) FROM event e" + clause($0) as SQL }
      .joined(separator: " UNION ALL ")
  }

  /// The triples, newest event first, then in the order of their articles.
  func triples() -> SQL {
    let arms = tripleArms(isPaged: true).map { arm in
      "SELECT \(sql: Self.tripleColumns)" + arm.from + SQL(sql: Self.tripleJoin) + clause(arm.conditions) as SQL
    }
    return arms.joined(separator: " UNION ALL ")
      + " ORDER BY event_date DESC, event DESC, article, sentence, number" + page
  }

  /// One number a row; their sum is the number of triples.
  func tripleCounts() -> SQL {
    tripleArms(isPaged: false).map { arm in
      "SELECT count(*)" + arm.from + SQL(sql: Self.tripleJoin) + clause(arm.conditions) as SQL
    }.joined(separator: " UNION ALL ")
  }

  // MARK: Arms

  private func eventArms(isPaged: Bool = true) -> [[SQL]] {
    var shared = eventConditions
    if let least = filter.minimumConfidence { shared.append("e.confidence >= \(least)") }
    if asksTriples {
      var inner = tripleConditions
      if search != nil { inner.append(searchCondition) }
      let join = search == nil ? "" : Self.tripleJoin
      shared.append("e.id IN (SELECT t.event FROM triple t" + SQL(sql: join) + clause(inner) + ")")
      return split([shared], isPaged: isPaged)
    }
    if search != nil {
      let inner = "FROM triple t" + SQL(sql: Self.tripleJoin)
      // Named actors have few events, each of which is asked; otherwise the search leads.
      shared.append(
        lists.isEmpty
          ? "e.id IN (SELECT t.event " + inner + " WHERE " + searchCondition + ")"
          : "EXISTS (SELECT 1 " + inner + " WHERE t.event = e.id AND " + searchCondition + ")")
    }
    return split(principalArms.map { shared + $0 }, isPaged: isPaged)
  }

  private func tripleArms(isPaged: Bool) -> [(from: SQL, conditions: [SQL])] {
    var shared = eventConditions
    if let least = filter.minimumConfidence { shared.append("t.confidence >= \(least)") }
    if search != nil { shared.append(searchCondition) }
    if asksTriples || (search != nil && lists.isEmpty) {
      let from: SQL = " FROM triple t JOIN event e ON e.id = t.event"
      return split([shared + tripleConditions], isPaged: isPaged).map { (from, $0) }
    }
    // CROSS JOIN keeps the events, and with them the order of the list, outermost.
    let from: SQL = " FROM event e CROSS JOIN triple t ON t.event = e.id"
    return split(principalArms.map { shared + $0 }, isPaged: isPaged).map { (from, $0) }
  }

  /// What the event's own row tells, but for its principals.
  private var eventConditions: [SQL] {
    var conditions: [SQL] = []
    var types = filter.types
    if !filter.quads.isEmpty {
      let ofQuads = Set(EventType.allCases.filter { filter.quads.contains($0.quad) })
      types = types.isEmpty ? ofQuads : types.intersection(ofQuads)
      // A type outside of the quadrant asks for nothing.
      if types.isEmpty { conditions.append("0") }
    }
    if !types.isEmpty { conditions.append("e.type " + Self.among(types.map(\.rawValue).sorted())) }
    if !filter.realis.isEmpty { conditions.append("e.realis " + Self.among(filter.realis.map(\.rawValue).sorted())) }
    if let since = filter.since { conditions.append("e.date >= \(since.lowerBound)") }
    if let until = filter.until { conditions.append("e.date <= \(until.upperBound)") }
    return conditions
  }

  /// The principals of the filter as lists of conditions that no event fulfils twice.
  private var principalArms: [[SQL]] {
    var fixed: [SQL] = []
    if !filter.from.isEmpty { fixed.append("e.source " + Self.among(filter.from)) }
    if !filter.to.isEmpty { fixed.append("e.target " + Self.among(filter.to)) }
    var arms = [fixed]
    if let pair = filter.between, !pair.one.isEmpty, !pair.other.isEmpty {
      let one = Self.among(pair.one)
      let other = Self.among(pair.other)
      let there: [SQL] = ["e.source " + one, "e.target " + other]
      var back: [SQL] = ["e.source " + other, "e.target " + one]
      if !Set(pair.one).isDisjoint(with: pair.other) {
        back.append("NOT (e.source " + one + " AND e.target " + other + ")")
      }
      arms = arms.flatMap { [$0 + there, $0 + back] }
    }
    if !filter.either.isEmpty {
      let codes = Self.among(filter.either)
      arms = arms.flatMap { [$0 + ["e.source " + codes], $0 + ["e.target " + codes, "NOT e.source " + codes]] }
    }
    return arms
  }

  /// The same asked of a triple: as principal or as the one who acts.
  private var tripleConditions: [SQL] {
    func side(_ column: String, _ codes: [String]) -> SQL {
      let principal = SQL(sql: "t.\(column) ") + Self.among(codes)
      let actor = SQL(sql: "t.\(column)_actor ") + Self.among(codes)
      return switch parts[codes] ?? .both {
      case .principals: principal
      case .actors: actor
      case .both: "(" + principal + " OR " + actor + ")"
      }
    }
    var conditions: [SQL] = []
    if !filter.from.isEmpty { conditions.append(side("source", filter.from)) }
    if !filter.to.isEmpty { conditions.append(side("target", filter.to)) }
    if let pair = filter.between, !pair.one.isEmpty, !pair.other.isEmpty {
      let there = side("source", pair.one) + " AND " + side("target", pair.other)
      let back = side("source", pair.other) + " AND " + side("target", pair.one)
      conditions.append("((" + there + ") OR (" + back + "))")
    }
    if !filter.either.isEmpty {
      conditions.append("(" + side("source", filter.either) + " OR " + side("target", filter.either) + ")")
    }
    return conditions
  }

  private var searchCondition: SQL {
    "s.id IN (SELECT rowid FROM sentence_search WHERE sentence_search MATCH \(search ?? ""))"
  }

  // MARK: Pages

  /// Goes on behind the cursor: events with a date before it, then those without a date.
  private func split(_ arms: [[SQL]], isPaged: Bool) -> [[SQL]] {
    guard isPaged, let cursor = filter.after else { return arms }
    guard let date = cursor.date?.description else {
      return arms.map { $0 + ["e.date IS NULL", "e.id < \(cursor.id)"] }
    }
    return arms.flatMap { arm in
      [arm + ["(e.date, e.id) < (\(date), \(cursor.id))"], arm + ["e.date IS NULL"]]
    }
  }

  private var page: SQL {
    if filter.limit == nil, filter.offset <= 0 { return "" }
    return " LIMIT \(filter.limit.map { max(0, $0) } ?? -1) OFFSET \(max(0, filter.offset))"
  }

  private func clause(_ conditions: [SQL]) -> SQL {
    conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
  }
}

extension RelationFilter {
  /// The same filter, a merged actor's code replaced by that of the actor that it is shown as.
  fileprivate func shown(by actors: ShownActors) -> RelationFilter {
    var filter = self
    filter.from = actors(from)
    filter.to = actors(to)
    filter.either = actors(either)
    filter.between = between.map { Pair(actors($0.one), actors($0.other)) }
    return filter
  }
}

extension CalendarDate {
  /// The least text of a date that begins on or after this one's first day: `2023` for 2023-01-01.
  var lowerBound: String {
    let day = day == 1 ? nil : day
    let month = month == 1 && day == nil ? nil : month
    return CalendarDate(year: year, month: month, day: day)?.description ?? description
  }

  /// The greatest text of a date that begins on or before this one's last day.
  var upperBound: String {
    let (month, day) = (latest / 100 % 100, latest % 100)
    return CalendarDate(year: year, month: month, day: day)?.description ?? description
  }
}
