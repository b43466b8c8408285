import Foundation

extension LintRun {
  /// Checks the cells of all tables one by one against what their headers promise.
  package mutating func checkCells() {
    for shape in shapes { checkCells(shape) }
  }

  private mutating func checkCells(_ shape: TableShape) {
    for row in rows(shape.name) {
      for column in shape.filled where row[column].isEmpty {
        report(row, "'\(column)' is empty: fill it in, or take the row out")
      }
      for column in shape.lists { checkList(row, column) }
      for column in shape.named { checkPeriods(row, row.list(column)) }
      for (column, known) in shape.values {
        for value in row.list(column) where !known.contains(value) {
          report(row, "'\(value)' in '\(column)' is none of \(known.joined(separator: ", ")): write one of them")
        }
      }
      for column in shape.lower where row[column] != row[column].lowercased() {
        report(row, "'\(row[column])' has capital letters: write it in lower case")
      }
      for column in shape.capital where row[column].first?.isUppercase == false {
        report(row, "'\(row[column])' does not begin with a capital letter: write it as it stands before a name")
      }
      if shape.columns.contains("from") { checkDates(row) }
    }
    if !shape.key.isEmpty { checkKey(shape) }
  }

  private mutating func checkKey(_ shape: TableShape) {
    var lines: [[String]: Int] = [:]
    for row in rows(shape.name) {
      let values = shape.key.map { row[$0] }
      guard let first = lines.updateValue(row.line, forKey: values) else { continue }
      report(row, "\(values.map { "'\($0)'" }.joined(separator: ", ")) stands in line \(first) already: take one out")
    }
  }

  private mutating func checkList(_ row: DataTable.Row, _ column: String) {
    let values = row[column].components(separatedBy: "|")
    guard values != [""] else { return }
    for (index, value) in values.enumerated() {
      if value.isEmpty {
        report(row, "'\(column)' has an empty value: remove a |")
      } else if value != value.trimmingSpaces {
        report(row, "white space at the edge of '\(value)' in '\(column)': remove it")
      } else if values[..<index].contains(value) {
        report(row, "'\(value)' stands twice in '\(column)': take one out")
      }
    }
  }

  /// Checks names that have years of their own.
  private mutating func checkPeriods(_ row: DataTable.Row, _ names: [String]) {
    for text in names where text.contains("@") {
      let parts = text.components(separatedBy: "@")
      let ends = parts.count == 2 ? parts[1].components(separatedBy: "..") : []
      guard ends.count == 2, !parts[0].isEmpty, ends != ["", ""], ends.allSatisfy(Self.isDate) else {
        report(row, "'\(text)' has no years: write it as name@from..until")
        continue
      }
      if Self.isBackwards(ends[0], ends[1]) { report(row, "the years of '\(text)' run backwards: correct one of them") }
    }
  }

  private mutating func checkDates(_ row: DataTable.Row) {
    let wrong = ["from", "until"].filter { !Self.isDate(row[$0]) }
    for column in wrong {
      report(row, "'\(row[column])' in '\(column)' is no date: write YYYY, YYYY-MM or YYYY-MM-DD")
    }
    if wrong.isEmpty, Self.isBackwards(row["from"], row["until"]) {
      report(row, "time runs backwards from \(row["from"]) to \(row["until"]): correct one of them")
    }
  }

  /// Whether a text is a date in its plain form, or empty.
  private static func isDate(_ text: String) -> Bool { text.isEmpty || CalendarDate(text)?.description == text }

  private static func isBackwards(_ from: String, _ until: String) -> Bool {
    guard let from = CalendarDate(from), let until = CalendarDate(until) else { return false }
    return from.earliest > until.latest
  }
}

extension String {
  /// The text without spaces at its ends.
  var trimmingSpaces: String { trimmingCharacters(in: .whitespaces) }
}
