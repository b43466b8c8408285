import ArgumentParser
import Entente
import Foundation

/// `entente query`: answers a query in Cypher.
struct Query: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Answer a query in Cypher, which only reads.",
    discussion: """
      Examples:
        entente query 'MATCH (a)-[r:REQUEST]->(b:Country) RETURN a.name, count(*) AS requests ORDER BY requests DESC'
        entente query 'MATCH (a {code: $code})-[r]->(b) RETURN type(r), b.name LIMIT 10' --param code=NATO
      """)

  @Argument(help: "The query; - reads it from standard input.")
  var query: String

  @Option(
    name: .customLong("param"),
    help: ArgumentHelp(
      "A value for $NAME: JSON, or any other text as it is. May be given more than once.", valueName: "name=value"))
  var parameters: [String] = []

  @Option(name: .shortAndLong, help: "At most so many rows.")
  var limit = 1000

  @Option(help: "At most so many seconds.")
  var timeout = 30.0

  @Option(help: "table, jsonl or csv.")
  var format = ListFormat.table

  @OptionGroup var store: StoreOptions
  @OptionGroup var common: CommonOptions

  mutating func validate() throws {
    try LimitOptions.check(limit)
    guard timeout > 0 else { throw ValidationError("--timeout must be more than 0") }
    _ = try values()
  }

  func run() async throws {
    try await Failure.reported {
      let text = query == "-" ? String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self) : query
      let graph = try GraphStore(reading: store.path)
      let result = try graph.query(
        cypher: text, parameters: try values(), limits: CypherLimits(rows: limit, seconds: timeout))
      try print(result)
      guard format == .table, !common.quiet else { return }
      if result.rows.isEmpty { Output.note("No rows.") }
      if result.isTruncated { Output.note("The first \(limit) rows; --limit shows more.") }
    }
  }

  private func print(_ result: CypherResult) throws {
    var bytes: [UInt8] = []
    switch format {
    case .table:
      guard !result.rows.isEmpty else { return }
      bytes += Array(CypherText.table(result, maximumWidth: Output.width).utf8)
    case .jsonl: CypherJSON.append(result, to: &bytes)
    case .csv: CypherText.appendCSV(result, to: &bytes)
    }
    try Output.write(bytes)
  }

  private func values() throws -> [String: CypherValue] {
    var values: [String: CypherValue] = [:]
    for parameter in parameters {
      let parts = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw ValidationError("--param takes name=value, not '\(parameter)'")
      }
      let name = parts[0].hasPrefix("$") ? String(parts[0].dropFirst()) : String(parts[0])
      values[name] = CypherParameter.value(of: String(parts[1]))
    }
    return values
  }
}
