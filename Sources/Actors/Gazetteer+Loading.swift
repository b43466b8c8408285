import Foundation
public import Vocabulary

extension Gazetteer {
  static let cityLayout = PlaceTable.Layout(
    file: "actors/cities.tsv", columns: ["name", "country", "region", "population", "aliases"],
    forms: [.name, nil, nil, nil, .name])
  static let regionLayout = PlaceTable.Layout(
    file: "actors/regions.tsv", columns: ["name", "country", "kind", "aliases", "adjectives", "abbreviations"],
    forms: [.name, nil, nil, .name, .adjective, .abbreviation])

  static func load(_ data: DataFolder, _ layout: PlaceTable.Layout) throws(DataError) -> PlaceTable {
    let named = PlaceTable.Layout(file: "data/" + layout.file, columns: layout.columns, forms: layout.forms)
    guard let bytes = try? Data(contentsOf: data.url.appendingPathComponent(layout.file)) else {
      throw DataError(file: named.file, line: 0, message: "can't be read; is it there?")
    }
    return try PlaceTable([UInt8](bytes), layout: named)
  }

  /// The city of a row; nil where the row makes no sense.
  func city(_ row: Int) -> Place? {
    let cells = cities.cells(row)
    guard cells.count == 5, let population = Int(cells[3]) else { return nil }
    return Place(name: cells[0], countries: [cells[1]], kind: .city, region: cells[2], population: population)
  }

  /// The region of a row; nil where the row makes no sense.
  func region(_ row: Int) -> Place? {
    let cells = regions.cells(row)
    guard cells.count == 6, let kind = Place.Kind(rawValue: cells[2]) else { return nil }
    return Place(name: cells[0], countries: cells[1].split(separator: "|").map(String.init), kind: kind)
  }

  /// Everything that is wrong with the tables of places; empty where nothing is. Slow: it reads every cell.
  ///
  /// Told are countries that states.tsv lacks, kinds and numbers that are none, rows that stand twice, white space at
  /// an edge, names that are empty or stand twice in a row, and stop words that are no place's name.
  public static func findings(in data: DataFolder) -> [DataError] {
    do throws(DataError) {
      let states = Set(try data.table("actors/states.tsv", columns: ["code"]).rows.map { $0["code"] })
      var findings: [DataError] = []
      let cities = try data.table(cityLayout.file, columns: cityLayout.columns)
      check(cities, states: states, lists: ["aliases"], &findings) { row in
        (Int(row["population"]) ?? -1) < 0 ? "population '\(row["population"])' is no number" : nil
      }
      let regions = try data.table(regionLayout.file, columns: regionLayout.columns)
      check(regions, states: states, lists: ["aliases", "adjectives", "abbreviations"], &findings) { row in
        let kind = Place.Kind(rawValue: row["kind"])
        return kind == nil || kind == .city ? "'\(row["kind"])' is no kind of region" : nil
      }
      let own = try data.table("actors/city-names.tsv", columns: ["name", "country", "aliases", "population"])
      check(own, states: states, lists: ["aliases"], &findings) { row in
        row["population"].isEmpty || Int(row["population"]) != nil
          ? nil : "population '\(row["population"])' is no number"
      }
      let gazetteer = try Gazetteer(data)
      for row in own.rows {
        for name in [row["name"]] + row.list("aliases")
        where !gazetteer.places(named: name).contains(where: { $0.name == row["name"] }) {
          findings.append(row.error("'\(name)' is not in cities.tsv; run scripts/make-places"))
        }
      }
      var seen: Set<String> = []
      for row in try data.table("actors/place-stopwords.tsv", columns: ["name", "why"]).rows {
        if !seen.insert(row["name"]).inserted {
          findings.append(row.error("'\(row["name"])' stands here a second time"))
        }
        if gazetteer.places(named: row["name"]).isEmpty { findings.append(row.error("'\(row["name"])' is no place")) }
      }
      _ = try PlaceWords(data)
      return findings
    } catch {
      return [error]
    }
  }

  private static func check(
    _ table: DataTable, states: Set<String>, lists: [String], _ findings: inout [DataError],
    _ problem: (DataTable.Row) -> String?
  ) {
    var seen: Set<[String]> = []
    for row in table.rows {
      if row["name"].isEmpty { findings.append(row.error("the name is empty")) }
      let countries = row.list("country")
      if countries.isEmpty { findings.append(row.error("the country is empty")) }
      for code in countries where !states.contains(code) {
        findings.append(row.error("country '\(code)' is not in states.tsv"))
      }
      if let problem = problem(row) { findings.append(row.error(problem)) }
      if !seen.insert([row["name"], row["country"], row["region"]]).inserted {
        findings.append(row.error("'\(row["name"])' stands here a second time"))
      }
      var names: Set<String> = [row["name"]]
      for column in lists {
        for name in row[column].isEmpty ? [] : row[column].split(separator: "|", omittingEmptySubsequences: false) {
          if name.isEmpty || name.first == " " || name.last == " " {
            findings.append(row.error("white space or nothing at an edge in '\(row[column])'"))
          } else if !names.insert(String(name)).inserted {
            findings.append(row.error("'\(name)' stands in this row a second time"))
          }
        }
      }
    }
  }
}
