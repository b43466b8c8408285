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
  var format = ListFormat.table

  @OptionGroup var store: StoreOptions
  @OptionGroup var common: CommonOptions

  mutating func validate() throws {
    try LimitOptions.check(limit)
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
        try Output.write(
          format.bytes(
            actors, table: { ActorActivities.table($0, width: Output.width) }, json: ActorActivities.appendJSON,
            header: ActorActivities.appendCSVHeader, csv: ActorActivities.appendCSV))
        isEmpty = actors.isEmpty
      }
      if isEmpty, format == .table, !common.quiet { Output.note("No events match.") }
    }
  }
}
