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
    e.id AS id, e.day AS day, e.source, e.target, e.type, e.realis, e.relation, e.cameo, e.intensity AS intensity, \
    e.confidence AS confidence, e.reports AS reports, e.articles
    """
  /// The columns of a triple, in the order that `RowReader` reads; the last three only order.
  static let tripleColumns = """
    a.id AS article, s.number AS sentence, e.source, t.source_actor, t.source_mention, t.relation, e.type, \
    t.cameo, t.intensity, e.target, t.target_actor, t.target_mention, e.realis, t.attributed_to, \(Schema.told), \
    t.confidence, t.source_start, t.source_length, t.relation_start, t.relation_length, t.target_start, \
    t.target_length, s.text, s.start, s.end, t.date_precision, \(Schema.placeOfTriple) AS number, \
    e.day AS event_day, e.id AS event
    """
  /// What a triple's columns need besides the triple and its event.
  static let tripleJoin =
    sentenceJoin + " JOIN article a ON a.number = s.article LEFT JOIN merged_triple r ON r.triple = t.id"
  static let sentenceJoin = " JOIN sentence_row s ON " + Schema.isSentence

  /// From so many sentences on, words are common.
  private static let commonHits = 2000

  /// The way that a list of actors has a part in the graph.
  private enum Part { case principals, actors, both }

  let filter: RelationFilter
  let search: String?
  /// Whether so many sentences have the words that a walk through the newest events finds them sooner.
  private let isCommonSearch: Bool
  /// Where common words are looked for on a page of the newest events: what lies before is not needed.
  private var window: SearchWindow?
  /// The filter's actors by number, those that are shown.
  let from: [Int64], to: [Int64], either: [Int64]
  private let between: (one: [Int64], other: [Int64])?
  private var parts: [[Int64]: Part] = [:]
  private let isOfPrincipals: Bool

  /// Reads from the database only which actors act for others, and which are merged into others.
  ///
  /// - Parameter isOfPrincipals: whether the filter's actors, or those of further conditions, are meant as principals
  ///   alone.
  init(_ filter: RelationFilter, db: Database, ofPrincipals isOfPrincipals: Bool = false) throws {
    if let cursor = filter.after, cursor.order != filter.order { throw FilterError.foreignCursor }
    self.filter = filter
    self.isOfPrincipals = isOfPrincipals
    search = filter.text.flatMap(SearchText.expression)
    isCommonSearch =
      try filter.limit != nil && filter.order.field == .date && search.map { try Self.isCommon($0, db) } ?? false
    let shown = try ShownActors(db)
    from = try shown.numbers(filter.from, db)
    to = try shown.numbers(filter.to, db)
    either = try shown.numbers(filter.either, db)
    if let pair = filter.between, !pair.one.isEmpty, !pair.other.isEmpty {
      between = (try shown.numbers(pair.one, db), try shown.numbers(pair.other, db))
    } else {
      between = nil
    }
    window = nil
    for numbers in lists { parts[numbers] = isOfPrincipals ? .principals : try Self.part(of: numbers, db) }
    guard isCommonSearch, !filter.order.isAscending, let limit = filter.limit else { return }
    window = try SearchWindow(self, db)
    guard window != nil, lists.isEmpty else { return }
    let page = events(columns: "e.id AS id, e.day AS day")
    let found = try SQLRequest<Int>(literal: "SELECT count(*) FROM (\(page))", cached: true).fetchOne(db) ?? 0
    if found < limit { window = nil }
  }

  private var lists: [[Int64]] {
    [from, to, between?.one ?? [], between?.other ?? [], either].filter { !$0.isEmpty }
  }

  private static func part(of actors: [Int64], _ db: Database) throws -> Part {
    func exists(_ sql: SQL) throws -> Bool { try SQLRequest<Int>(literal: sql, cached: true).fetchOne(db) != nil }
    let isActor =
      try exists("SELECT 1 FROM triple_row WHERE source_actor \(among(actors)) LIMIT 1")
      || exists("SELECT 1 FROM triple_row WHERE target_actor \(among(actors)) LIMIT 1")
    guard isActor else { return .principals }
    let isPrincipal =
      try exists("SELECT 1 FROM event_row WHERE source \(among(actors)) LIMIT 1")
      || exists("SELECT 1 FROM event_row WHERE target \(among(actors)) LIMIT 1")
    return isPrincipal ? .both : .actors
  }

  private static func isCommon(_ search: String, _ db: Database) throws -> Bool {
    let hits = try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT count(*) FROM (
            SELECT 1 FROM sentence_search WHERE sentence_search MATCH ? LIMIT \(commonHits)
          )
          """), arguments: [search])
    return hits == commonHits
  }

  private static func among(_ numbers: [Int64]) -> SQL {
    if numbers.count == 1, let number = numbers.first { return "= \(number)" }
    return "IN \(numbers)"
  }

  /// The ends of the events, nil for anybody, where these alone tell which are meant; nil where triples must be asked
  /// or the ends are too many kinds of conditions.
  var plainEnds: [(sources: [Int64]?, targets: [Int64]?)]? {
    if asksTriples { return nil }
    if from.isEmpty, to.isEmpty, let between {
      return either.isEmpty ? [(between.one, between.other), (between.other, between.one)] : nil
    }
    guard between == nil else { return nil }
    if either.isEmpty { return [(from.isEmpty ? nil : from, to.isEmpty ? nil : to)] }
    return from.isEmpty && to.isEmpty ? [(either, nil), (nil, either)] : nil
  }

  /// Whether the filter names nobody.
  var hasNoActors: Bool { lists.isEmpty }

  var asksTriples: Bool { parts.values.contains { $0 != .principals } }

  // MARK: Statements

  /// The only end of the filter that is somebody who acts for others, by the key of `act`; nil where there are others.
  private var acting: (actor: Int64, isSource: Int)? {
    let others = parts.filter { $0.value != .principals }
    guard search == nil, filter.order.field == .date, let (list, part) = others.first, others.count == 1,
      part == .actors, list.count == 1, let actor = list.first, (from == list) != (to == list), between == nil
    else { return nil }
    return (actor, from == list ? 1 : 0)
  }

  /// The events of somebody who acts for others, in the order of the key of `act`.
  private func events(of actor: Int64, isSource: Int, _ columns: String) -> SQL {
    var conditions: [SQL] = ["k.actor = \(actor)", "k.is_source = \(isSource)"]
    if let cursor = filter.after {
      let sign = SQL(sql: filter.order.isAscending ? ">" : "<")
      conditions.append("(k.day, k.event) " + sign + " (\(cursor.date?.storedDay ?? 0), \(cursor.id))")
    }
    // Zero is the day of events without a date.
    if let since = filter.since { conditions.append("k.day >= \(max(1, since.lowerBound))") }
    if let until = filter.until { conditions.append("k.day BETWEEN 1 AND \(until.upperBound)") }
    conditions += eventConditions
    if let least = filter.minimumConfidence { conditions.append("e.confidence >= \(least)") }
    let arms = principalArms(withSource: isSource == 0, withTarget: isSource == 1).map { arm in
      "SELECT \(sql: columns) FROM act k CROSS JOIN event_row e ON e.id = k.event" + clause(conditions + arm) as SQL
    }
    return arms.joined(separator: " UNION ALL ")
      + SQL(
        sql: arms.count == 1
          ? " ORDER BY k.day \(direction), k.event \(direction)" : " ORDER BY day \(direction), id \(direction)")
      + page
  }

  /// The events in the filter's order.
  func events(columns: String = eventColumns) -> SQL {
    if let acting { return events(of: acting.actor, isSource: acting.isSource, columns) }
    let arms = eventArms().map { "SELECT \(sql: columns) FROM event_row e" + clause($0) as SQL }
    let field = filter.order.field == .date ? "day" : filter.order.field.rawValue
    return arms.joined(separator: " UNION ALL ") + SQL(sql: " ORDER BY \(field) \(direction), id \(direction)") + page
  }

  /// One number a row; their sum is the number of events, without regard to the page.
  func eventCounts() -> SQL {
    eventArms(isPaged: false).map { "SELECT count(*) FROM event_row e" + clause($0) as SQL }
      .joined(separator: " UNION ALL ")
  }

  /// The triples in the filter's order, those of an event in the order of their articles.
  func triples() -> SQL {
    let columns = Self.tripleColumns + ", \(tripleOrder) AS place"
    let arms = tripleArms(isPaged: true).map { arm in
      "SELECT \(sql: columns)" + arm.from + SQL(sql: Self.tripleJoin) + clause(arm.conditions) as SQL
    }
    return arms.joined(separator: " UNION ALL ")
      + SQL(sql: " ORDER BY place \(direction), event \(direction), article, sentence, number") + page
  }

  /// One number a row; their sum is the number of triples.
  func tripleCounts() -> SQL {
    let join = SQL(sql: search == nil ? "" : Self.sentenceJoin)
    return tripleArms(isPaged: false).map { arm in
      "SELECT count(*)" + arm.from + join + clause(arm.conditions) as SQL
    }.joined(separator: " UNION ALL ")
  }

  // MARK: Arms

  func eventArms(isPaged: Bool = true) -> [[SQL]] {
    var shared = eventConditions
    if let least = filter.minimumConfidence { shared.append("e.confidence >= \(least)") }
    if asksTriples {
      shared.append("e.id IN (" + partTriples("t.event") + ")")
      return split([shared], isPaged: isPaged)
    }
    if isPaged, let window {
      shared += inside(window)
    } else if search != nil {
      let inner = "FROM triple_row t" + SQL(sql: Self.sentenceJoin)
      // Named actors have few events, each of which is asked, as are the newest for words that are common; otherwise
      // the search leads.
      shared.append(
        lists.isEmpty && !isCommonSearch
          ? "e.id IN (SELECT t.event " + inner + " WHERE " + searchCondition + ")"
          : "EXISTS (SELECT 1 " + inner + " WHERE t.event = e.id AND " + searchCheck + ")")
    }
    return split(principalArms.map { shared + $0 }, isPaged: isPaged)
  }

  func tripleArms(isPaged: Bool) -> [(from: SQL, conditions: [SQL])] {
    var shared = eventConditions
    if let least = filter.minimumConfidence { shared.append(Self.isAtLeast(least)) }
    let from: SQL = " FROM triple_row t JOIN event_row e ON e.id = t.event"
    if asksTriples {
      shared.append("t.id IN (" + partTriples("t.id") + ")")
      return split([shared], isPaged: isPaged, ofTriples: true).map { (from, $0) }
    }
    if isPaged, let window, lists.isEmpty {
      shared += ["e.day >= \(window.day)", searchCondition + " AND s.id >= \(window.sentence)"]
      return split(principalArms.map { shared + $0 }, isPaged: isPaged, ofTriples: true).map { (from, $0) }
    }
    if search != nil, lists.isEmpty, !isCommonSearch {
      return split([shared + [searchCondition]], isPaged: isPaged, ofTriples: true).map { (from, $0) }
    }
    if search != nil { shared.append(searchCheck) }
    // CROSS JOIN keeps the events, and with them the order of the list, outermost.
    let events: SQL = " FROM event_row e CROSS JOIN triple_row t ON t.event = e.id"
    return split(principalArms.map { shared + $0 }, isPaged: isPaged, ofTriples: true).map { (events, $0) }
  }

  /// The confidence of a triple stands as a number of ten-thousandths, or as it is.
  private static func isAtLeast(_ confidence: Double) -> SQL {
    "CASE typeof(t.confidence) WHEN 'integer' THEN t.confidence / 10000.0 ELSE t.confidence END >= \(confidence)"
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
    if !types.isEmpty {
      // The plus keeps SQLite from the index of types, where an actor's own index has fewer rows to look at.
      let column: SQL = lists.isEmpty && !isOfPrincipals ? "e.type " : "+e.type "
      conditions.append(column + Self.among(types.map(\.storedNumber).sorted()))
    }
    if !filter.realis.isEmpty {
      conditions.append("e.realis " + Self.among(filter.realis.map(\.storedNumber).sorted()))
    }
    if let since = filter.since { conditions.append("e.day >= \(since.lowerBound)") }
    if let until = filter.until { conditions.append("e.day <= \(until.upperBound)") }
    return conditions
  }

  /// The principals of the filter as lists of conditions that no event fulfils twice.
  private var principalArms: [[SQL]] { principalArms() }

  private func principalArms(withSource: Bool = true, withTarget: Bool = true) -> [[SQL]] {
    var fixed: [SQL] = []
    if withSource, !from.isEmpty { fixed.append("e.source " + Self.among(from)) }
    if withTarget, !to.isEmpty { fixed.append("e.target " + Self.among(to)) }
    var arms = [fixed]
    if let between {
      let one = Self.among(between.one)
      let other = Self.among(between.other)
      let there: [SQL] = ["e.source " + one, "e.target " + other]
      var back: [SQL] = ["e.source " + other, "e.target " + one]
      if !Set(between.one).isDisjoint(with: between.other) {
        back.append("NOT (e.source " + one + " AND e.target " + other + ")")
      }
      arms = arms.flatMap { [$0 + there, $0 + back] }
    }
    if !either.isEmpty {
      let actors = Self.among(either)
      arms = arms.flatMap { [$0 + ["e.source " + actors], $0 + ["e.target " + actors, "NOT e.source " + actors]] }
    }
    return arms
  }

  /// A column of the triples in which the filter's actors have their parts, as principals or as those who act; one
  /// statement for each way, so that an index answers each.
  private func partTriples(_ column: String) -> SQL {
    func side(_ name: String, _ actors: [Int64]) -> [SQL] {
      let principal = SQL(sql: "x.\(name) ") + Self.among(actors)
      let actor = SQL(sql: "t.\(name)_actor ") + Self.among(actors)
      return switch parts[actors] ?? .both {
      case .principals: [principal]
      case .actors: [actor]
      case .both: [principal, actor]
      }
    }
    var ways: [[SQL]] = [[]]
    func add(_ choices: [[SQL]]) { ways = ways.flatMap { way in choices.map { way + $0 } } }
    if !from.isEmpty { add(side("source", from).map { [$0] }) }
    if !to.isEmpty { add(side("target", to).map { [$0] }) }
    if let between {
      func pairs(_ source: [Int64], _ target: [Int64]) -> [[SQL]] {
        side("source", source).flatMap { one in side("target", target).map { [one, $0] } }
      }
      add(pairs(between.one, between.other) + pairs(between.other, between.one))
    }
    if !either.isEmpty { add((side("source", either) + side("target", either)).map { [$0] }) }
    let join = search == nil ? "" : Self.sentenceJoin
    let hasPrincipals = parts.values.contains { $0 != .actors }
    let events = hasPrincipals ? " JOIN event_row x ON x.id = t.event" : ""
    return ways.map { way in
      var conditions = search == nil ? way : way + [searchCheck]
      if !hasPrincipals { conditions.append("t.event IS NOT NULL") }
      return SQL(sql: "SELECT \(column) FROM triple_row t" + events + join)
        + clause(conditions)
    }.joined(separator: " UNION ALL ")
  }

  /// The same where the sentence is known already: the plus sign keeps SQLite from trying each of the search's.
  private var searchCheck: SQL { "+" + searchCondition }

  /// Where the words are looked for on a page with a window: where nobody is named the search leads; the events of those
  /// that are named are asked one by one, those of the window with what is found in it.
  private func inside(_ window: SearchWindow) -> [SQL] {
    let found: SQL = """
      SELECT rowid FROM sentence_search WHERE sentence_search MATCH \(search ?? "") AND rowid >= \(window.sentence)
      """
    if lists.isEmpty {
      return [
        "e.day >= \(window.day)",
        """
        e.id IN (SELECT t.event FROM sentence_row s \
        CROSS JOIN triple_row t ON \(sql: Schema.isSentence) WHERE s.id IN (\(found)))
        """,
      ]
    }
    // SQLite asks for all that is found only once an event lies before the window.
    let reports =
      "EXISTS (SELECT 1 FROM triple_row t" + SQL(sql: Self.sentenceJoin) + " WHERE t.event = e.id AND " as SQL
    return [
      "CASE WHEN e.day >= \(window.day) THEN " + reports + "+s.id IN (\(found))) ELSE " + reports + searchCheck
        + ") END"
    ]
  }

  private var searchCondition: SQL {
    "s.id IN (SELECT rowid FROM sentence_search WHERE sentence_search MATCH \(search ?? ""))"
  }

  // MARK: Pages

  private var page: SQL {
    if filter.limit == nil, filter.offset <= 0 { return "" }
    return " LIMIT \(filter.limit.map { max(0, $0) } ?? -1) OFFSET \(max(0, filter.offset))"
  }

  func clause(_ conditions: [SQL]) -> SQL {
    conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
  }
}
