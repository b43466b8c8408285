import GRDB
import Vocabulary

/// What makes a filter impossible to answer.
enum FilterError: Error {
  /// The cursor's order is not that of the list.
  case foreignCursor
}

extension FilterCompiler {
  /// The word of SQL for the filter's order.
  var direction: String { filter.order.isAscending ? "ASC" : "DESC" }

  /// What triples are sorted by.
  var tripleOrder: String {
    switch filter.order.field {
    case .date: "e.day"
    case .confidence: Self.unscaled("t.confidence")
    case .intensity: Self.unscaled("t.intensity")
    case .reports: "e.reports"
    }
  }

  /// A number of a triple stands as ten-thousandths, or as it is.
  static func unscaled(_ column: String) -> String {
    "CASE typeof(\(column)) WHEN 'integer' THEN \(column) / 10000.0 ELSE \(column) END"
  }

  /// Goes on behind the cursor: for each arm one or more, no row in two of them.
  func split(_ arms: [[SQL]], isPaged: Bool, ofTriples: Bool = false) -> [[SQL]] {
    guard isPaged, let cursor = filter.after else { return arms }
    var rests = cursor.order.field == .date ? Self.datesBehind(cursor) : [valuesBehind(cursor, ofTriples)]
    if ofTriples, let report = cursor.report {
      let place: SQL = """
        (a.id, s.number, \(sql: Schema.placeOfTriple)) > (\(report.article), \(report.sentence), \(report.number))
        """
      // The rest of the event itself, as far as it stands at the same place of the list.
      let same: [SQL] = cursor.order.field == .date ? [] : [SQL(sql: tripleOrder) + " = \(cursor.value)"]
      rests.append(["t.event = \(cursor.id)"] + same + [place])
    }
    return arms.flatMap { arm in rests.map { arm + $0 } }
  }

  /// Events without a date are the last ones, the first where the order is ascending.
  private static func datesBehind(_ cursor: EventCursor) -> [[SQL]] {
    let day = cursor.date?.storedDay
    if cursor.order.isAscending {
      guard let day else { return [["e.day IS NULL", "e.id > \(cursor.id)"], ["e.day IS NOT NULL"]] }
      return [["(e.day, e.id) > (\(day), \(cursor.id))"]]
    }
    guard let day else { return [["e.day IS NULL", "e.id < \(cursor.id)"]] }
    return [["(e.day, e.id) < (\(day), \(cursor.id))"], ["e.day IS NULL"]]
  }

  private func valuesBehind(_ cursor: EventCursor, _ ofTriples: Bool) -> [SQL] {
    let column = SQL(sql: ofTriples ? tripleOrder : "e.\(cursor.order.field.rawValue)")
    let sign = SQL(sql: cursor.order.isAscending ? ">" : "<")
    return ["(" + column + ", e.id) " + sign + " (\(cursor.value), \(cursor.id))"]
  }

  // MARK: Walks through all that the filter leaves

  /// The events in no order, without regard to the page.
  func eventWalk(_ columns: String) -> SQL { walk(columns, []) }

  /// The triples in no order, without regard to the page.
  func tripleWalk(_ columns: String) -> SQL {
    let join = SQL(sql: search == nil ? "" : Self.sentenceJoin)
    return tripleArms(isPaged: false).map { arm in
      "SELECT \(sql: columns)" + arm.from + join + clause(arm.conditions) as SQL
    }.joined(separator: " UNION ALL ")
  }

  /// The events that fulfil further conditions, in no order.
  func walk(_ columns: String, _ conditions: [SQL], table: String = "event_row e") -> SQL {
    eventArms(isPaged: false).map { "SELECT \(sql: columns) FROM \(sql: table)" + clause(conditions + $0) as SQL }
      .joined(separator: " UNION ALL ")
  }
}
