import Vocabulary

/// Dates, which are ISO 8601 texts as precise as they are known, and spans of time.
extension CypherCompiler {
  /// `date()`, `date('2023-01-30')`, `date({year: 2023})`, `date.truncate`, `duration`; nil for other names.
  func dateCall(
    _ name: String, _ arguments: [CypherExpression], at place: Int
  ) throws(CypherFault) -> SQLFragment? {
    switch name {
    case "date":
      guard let argument = arguments.first else {
        return SQLFragment(sql: "date('now')", type: .date, isNullable: false)
      }
      if case .map(let entries) = argument.kind { return try date(entries) }
      let value = try compile(argument)
      guard value.type.isText else {
        throw CypherFault(.type, "date needs a string, not \(value.type.name)", at: argument.place)
      }
      if case .string(let text)? = value.constant {
        guard let date = CalendarDate(text) else {
          throw CypherFault(.type, "'\(text)' is no date; write 2023-01-30, 2023-01 or 2023", at: argument.place)
        }
        var result = literal(.string(date.description))
        result.type = .date
        return result
      }
      if value.type == .date { return value }
      return SQLFragment(sql: "\(CypherFunctions.date)(\(value.sql))", type: .date)
    case "date.truncate": return try truncated(arguments)
    case "duration":
      guard let argument = arguments.first, case .map(let entries) = argument.kind else {
        throw CypherFault(.type, "duration needs a map: duration({months: 1, days: 7})", at: place)
      }
      return try duration(entries)
    case "duration.indays":
      let values = try arguments.map { argument throws(CypherFault) -> String in
        let value = try compile(argument)
        guard value.type.isText else {
          throw CypherFault(.type, "duration.inDays needs dates, not \(value.type.name)", at: argument.place)
        }
        return value.sql
      }
      return SQLFragment(
        sql: "json_array(0, CAST(julianday(\(values[1])) - julianday(\(values[0])) AS INTEGER))", type: .duration)
    default: return nil
    }
  }

  private func numbers(
    _ entries: [CypherExpression.Entry], _ allowed: [String]
  ) throws(CypherFault) -> [String: String] {
    var parts: [String: String] = [:]
    for entry in entries {
      guard allowed.contains(entry.key) else {
        throw CypherFault.unknown("part", entry.key, among: allowed, at: entry.value.place)
      }
      let value = try compile(entry.value)
      guard value.type == .integer else {
        throw CypherFault(.type, "\(entry.key) must be an integer, not \(value.type.name)", at: entry.value.place)
      }
      parts[entry.key] = value.sql
    }
    return parts
  }

  private func date(_ entries: [CypherExpression.Entry]) throws(CypherFault) -> SQLFragment {
    let parts = try numbers(entries, ["year", "month", "day"])
    var format = "'%04d"
    var values = [parts["year"] ?? "0"]
    if let month = parts["month"] {
      format += "-%02d"
      values.append(month)
      if let day = parts["day"] {
        format += "-%02d"
        values.append(day)
      }
    }
    return SQLFragment(
      sql: "\(CypherFunctions.date)(printf(\(format)', \(values.joined(separator: ", "))))", type: .date)
  }

  private func duration(_ entries: [CypherExpression.Entry]) throws(CypherFault) -> SQLFragment {
    let parts = try numbers(entries, ["years", "months", "weeks", "days"])
    let months = "\(parts["years"] ?? "0") * 12 + \(parts["months"] ?? "0")"
    let days = "\(parts["weeks"] ?? "0") * 7 + \(parts["days"] ?? "0")"
    return SQLFragment(sql: "json_array(\(months), \(days))", type: .duration)
  }

  private func truncated(_ arguments: [CypherExpression]) throws(CypherFault) -> SQLFragment {
    let unit = try compile(arguments[0])
    let units = ["year", "quarter", "month", "week", "day"]
    guard case .string(let word)? = unit.constant, units.contains(word.lowercased()) else {
      throw CypherFault(
        .type, "date.truncate needs one of '\(units.joined(separator: "', '"))'", at: arguments[0].place)
    }
    let value = try compile(arguments[1])
    guard value.type.isText else {
      throw CypherFault(.type, "date.truncate needs a date, not \(value.type.name)", at: arguments[1].place)
    }
    let date = value.sql
    let sql: String
    switch word.lowercased() {
    // A date that is not known so precisely has no such part.
    case "year": sql = "substr(\(date), 1, 4) || '-01-01'"
    case "quarter":
      let month = "((CAST(substr(\(date), 6, 2) AS INTEGER) - 1) / 3 * 3 + 1)"
      sql = "CASE WHEN length(\(date)) >= 7 THEN substr(\(date), 1, 5) || printf('%02d', \(month)) || '-01' END"
    case "month": sql = "CASE WHEN length(\(date)) >= 7 THEN substr(\(date), 1, 7) || '-01' END"
    case "week": sql = "CASE WHEN length(\(date)) = 10 THEN date(\(date), 'weekday 0', '-6 days') END"
    default: sql = "CASE WHEN length(\(date)) = 10 THEN \(date) END"
    }
    return SQLFragment(sql: "(\(sql))", type: .date)
  }

  /// `d.year`, `d.month`, `span.days` and their like.
  func component(
    _ name: String, of sql: String, _ type: CypherType, at place: Int
  ) throws(CypherFault) -> SQLFragment {
    if type == .duration {
      guard let index = ["months", "days"].firstIndex(of: name) else {
        throw CypherFault.unknown("part of a duration", name, among: ["months", "days"], at: place)
      }
      return SQLFragment(sql: "json_extract(\(sql), '$[\(index)]')", type: .integer)
    }
    let month = "CAST(substr(\(sql), 6, 2) AS INTEGER)"
    let result: String
    switch name {
    case "year": result = "CAST(substr(\(sql), 1, 4) AS INTEGER)"
    case "month": result = "CASE WHEN length(\(sql)) >= 7 THEN \(month) END"
    case "quarter": result = "CASE WHEN length(\(sql)) >= 7 THEN (\(month) + 2) / 3 END"
    case "day": result = "CASE WHEN length(\(sql)) = 10 THEN CAST(substr(\(sql), 9, 2) AS INTEGER) END"
    case "dayOfWeek", "weekDay":
      result = "CASE WHEN length(\(sql)) = 10 THEN (strftime('%w', \(sql)) + 6) % 7 + 1 END"
    case "ordinalDay": result = "CASE WHEN length(\(sql)) = 10 THEN CAST(strftime('%j', \(sql)) AS INTEGER) END"
    default:
      throw CypherFault.unknown(
        "part of a date", name, among: ["year", "quarter", "month", "day", "dayOfWeek", "ordinalDay"], at: place)
    }
    return SQLFragment(sql: "(\(result))", type: .integer)
  }

  /// A date moved by a duration; nil where the operands are others.
  func moved(_ symbol: String, _ one: SQLFragment, _ other: SQLFragment) throws(CypherFault) -> SQLFragment? {
    var (date, span) = (one, other)
    if symbol == "+", one.type == .duration { (date, span) = (other, one) }
    guard symbol == "+" || symbol == "-", date.type.isText, span.type == .duration else { return nil }
    let sign = symbol == "+" ? "" : "-"
    let months = "printf('%+d months', \(sign)json_extract(\(span.sql), '$[0]'))"
    let days = "printf('%+d days', \(sign)json_extract(\(span.sql), '$[1]'))"
    // The month's last day stands for one that the month does not have.
    let moved =
      "min(date(\(date.sql), \(months)), date(\(date.sql), 'start of month', \(months), '+1 month', '-1 day'))"
    return SQLFragment(
      sql: "CASE WHEN length(\(date.sql)) = 10 THEN date(\(moved), \(days)) END".parenthesized, type: .date)
  }
}
