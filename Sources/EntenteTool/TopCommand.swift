import ArgumentParser
import Entente

/// `entente top`: the busiest actors, or pairs of them.
struct TopCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "top", abstract: "List the dyads or actors with most events.",
    discussion: """
      Examples:
        entente top dyads --since 2023 --until 2023
        entente top actors --quad "material conflict" --limit 10
      """)

  /// What is listed.
  enum Subject: String, ExpressibleByArgument, CaseIterable { case dyads, actors }

  @Argument(help: "dyads (source and target) or actors (at either end).")
  var subject: Subject

  @OptionGroup var filters: FilterOptions

  @Option(name: .shortAndLong, help: "At most so many.")
  var limit = 20

  @Option(help: "table, jsonl or csv.")
  var format = Relations.Format.table

  @OptionGroup var store: StoreOptions
  @OptionGroup var common: CommonOptions

  mutating func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit must be 1 or more") }
  }

  func run() async throws {
    try await Failure.reported {
      let graph = try GraphStore(reading: store.path)
      let filter = try filters.filter(in: graph)
      let isEmpty: Bool
      switch subject {
      case .dyads:
        let dyads = try graph.topDyads(filter, limit: limit)
        try Output.write(RelationLists.bytes(dyads, by: [.dyad], as: format))
        isEmpty = dyads.isEmpty
      case .actors:
        let actors = try graph.topActors(filter, limit: limit)
        try Output.write(bytes(actors))
        isEmpty = actors.isEmpty
      }
      if isEmpty, format == .table, !common.quiet { Output.note("No events match.") }
    }
  }

  private func bytes(_ actors: [ActorActivity]) -> [UInt8] {
    var bytes: [UInt8] = []
    switch format {
    case .table: if !actors.isEmpty { bytes += Array(ActorActivities.table(actors, width: Output.width).utf8) }
    case .jsonl: for actor in actors { ActorActivities.appendJSON(actor, to: &bytes) }
    case .csv:
      ActorActivities.appendCSVHeader(to: &bytes)
      for actor in actors { ActorActivities.appendCSV(actor, to: &bytes) }
    }
    return bytes
  }
}
