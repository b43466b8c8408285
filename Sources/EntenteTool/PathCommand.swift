import ArgumentParser
import Entente

/// `entente path`: how two actors hang together.
struct PathCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path", abstract: "Show how two actors hang together, each step with its best sentence.",
    discussion: """
      Examples:
        entente path Peru NATO
        entente path Iran Israel --directed --type ASSAULT,COERCE
        entente path Iran Japan --strongest --hops 3 --quad "verbal cooperation" --since 2020 --limit 5
      """)

  @Argument(help: "The actor where paths begin: a name or code.")
  var one: String

  @Argument(help: "The actor where they end.")
  var other: String

  @Option(help: "How many steps at most, 1 to 6.")
  var hops = 4

  @Flag(help: "The fewest steps first, of equals the strongest; so it is where nothing is said.")
  var shortest = false

  @Flag(help: "The strongest first: those whose weakest step has most events.")
  var strongest = false

  @Flag(help: "Only steps from a source to its target, all the way from the first actor to the second.")
  var directed = false

  @OptionGroup var conditions: ConditionOptions

  @Option(name: .shortAndLong, help: "At most so many paths.")
  var limit = 3

  @Option(help: "table, jsonl or csv.")
  var format = ListFormat.table

  @OptionGroup var store: StoreOptions
  @OptionGroup var common: CommonOptions

  mutating func validate() throws {
    try ActorNames.check([one, other])
    guard (1...PathRequest.maximumHops).contains(hops) else {
      throw ValidationError("--hops must be 1 to \(PathRequest.maximumHops)")
    }
    guard (1...1000).contains(limit) else { throw ValidationError("--limit must be 1 to 1000") }
    if shortest, strongest { throw ValidationError("--shortest and --strongest exclude each other") }
  }

  func run() async throws {
    try await Failure.reported {
      let graph = try GraphStore(reading: store.path)
      let ends = try (end(one, graph), end(other, graph))
      guard ends.0 != ends.1 else { throw ToolError.samePrincipal(one, other) }
      let answer = try graph.paths(
        PathRequest(
          from: ends.0, to: ends.1, hops: hops, order: strongest ? .strongest : .shortest, isDirected: directed,
          limit: limit, filter: try conditions.filter()))
      try Output.write(bytes(answer.paths))
      if common.quiet { return }
      if answer.paths.isEmpty, format == .table {
        Output.note("No path of \(Quantity.text(hops, "step")) or fewer.")
      }
      if answer.isCutShort { Output.note("The search was ended early; narrower filters or fewer --hops help.") }
    }
  }

  /// The principal that is meant: who acts for another stands in the graph by whom he acts for.
  private func end(_ name: String, _ graph: GraphStore) throws -> String {
    let code = try ActorNames.code(of: name, in: graph)
    guard let principal = try graph.principal(of: code), principal.code != code else { return code }
    if !common.quiet { Output.note("\(name) acts for \(principal.name).") }
    return principal.code
  }

  private func bytes(_ paths: [RelationPath]) -> [UInt8] {
    var bytes: [UInt8] = []
    if format == .csv { PathFormats.appendCSVHeader(to: &bytes) }
    for (index, path) in paths.enumerated() {
      switch format {
      case .table:
        if index > 0 { bytes.append(UInt8(ascii: "\n")) }
        bytes += Array(PathFormats.text(path, isDirected: directed).utf8)
      case .jsonl: PathFormats.appendJSON(path, to: &bytes)
      case .csv: PathFormats.appendCSV(path, number: index + 1, to: &bytes)
      }
    }
    return bytes
  }
}
