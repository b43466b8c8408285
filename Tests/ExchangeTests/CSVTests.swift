import Foundation
import Testing
import Vocabulary

@testable import Exchange

@Suite struct CSVTests {
  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""), ("a\nb", "\"a\nb\""),
    ("=1+1", "'=1+1"), ("+call", "'+call"), ("-5", "-5"), ("-0.25", "-0.25"), ("+5", "+5"), ("-1+1", "'-1+1"),
    ("-", "'-"), ("-.", "'-."), ("-1.2.3", "'-1.2.3"), ("@me", "'@me"), ("\tx", "'\tx"), ("\rx", "\"'\rx\""),
    ("'=x", "''=x"), ("'-5", "''-5"), ("'quoted'", "'quoted'"), ("=a,\"b\"", "\"'=a,\"\"b\"\"\""), ("é", "é"),
  ])
  func cell(text: String, expected: String) {
    #expect(String(decoding: Output.bytes { $0.addCell(text) }, as: UTF8.self) == expected)
  }

  @Test(.enabled(if: Python.path != nil, "needs python3"))
  func pythonReadsTriples() throws {
    let csv = try #require(Output.all["triples.csv"])
    let rows = try #require(try Python.rows(of: csv))
    #expect(rows.count == Samples.triples.count)
    for (row, triple) in zip(rows, Samples.triples) {
      #expect(Set(row.keys) == Set(TripleCSV.columns))
      #expect(row["article"].map(undefused) == triple.article)
      #expect(row["source_mention"].map(undefused) == triple.source.mention)
      #expect(row["target_mention"].map(undefused) == triple.target.mention)
      #expect(row["relation"].map(undefused) == triple.relation)
      #expect(row["text"] == triple.evidence.text)
      #expect(row["date"] == triple.date?.description ?? "")
      #expect(row["date_precision"] == triple.datePrecision?.rawValue ?? "")
      #expect(row["target_end"] == "22")
    }
  }

  @Test(.enabled(if: Python.path != nil, "needs python3"))
  func pythonReadsEvents() throws {
    let csv = try #require(Output.all["events.csv"])
    let rows = try #require(try Python.rows(of: csv))
    #expect(rows.map { $0["target_name"] } == Samples.events.map(\.target.name))
    #expect(rows.map { $0["relation"].map(undefused) } == Samples.events.map(\.relation))
    #expect(rows.map { $0["reports"] } == ["4", "1"])
  }

  /// What a reader does to have the text back.
  private func undefused(_ cell: String) -> String {
    guard cell.hasPrefix("'") else { return cell }
    let first = cell.drop { $0 == "'" }.unicodeScalars.first
    return first.map { "=+-@\t\r".unicodeScalars.contains($0) } == true ? String(cell.dropFirst()) : cell
  }
}

/// Python's csv module as a second opinion.
enum Python {
  static let path: String? = {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { "\($0)/python3" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// The rows that Python reads, each by the names of the columns.
  static func rows(of csv: [UInt8]) throws -> [[String: String]]? {
    guard let path else { return nil }
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv")
    try Data(csv).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: path)
    process.standardOutput = output
    process.arguments = [
      "-c",
      """
      import csv, json, sys
      with open(sys.argv[1], newline="", encoding="utf-8") as file:
          json.dump(list(csv.DictReader(file, strict=True)), sys.stdout)
      """, file.path,
    ]
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONSerialization.jsonObject(with: data) as? [[String: String]]
  }
}
