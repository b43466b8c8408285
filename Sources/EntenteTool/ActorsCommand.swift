public import ArgumentParser
public import Entente
import Foundation

extension ActorKind: ExpressibleByArgument {}

/// `entente actors`: care of the graph's actors.
struct ActorsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actors", abstract: "List the graph's actors, merge and split them, give them names.",
    discussion: """
      Examples:
        entente actors list --kind person
        entente actors merge Burma Myanmar --note "the old name"
        entente actors split Burma
        entente actors add-alias RUS Muscovy
      """,
    subcommands: [List.self, Merge.self, Split.self, Merges.self, AddAlias.self, RemoveAlias.self])
}

extension ActorsCommand {
  /// `entente actors list`
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List actors with the numbers of their events, most events first.")

    @Argument(help: "Only actors of this name, or where none is, with a name that contains it.")
    var name: String?

    @Option(help: "state, organization, 'armed group', company, person or population.")
    var kind: ActorKind?

    @OptionGroup var page: LimitOptions

    @Option(help: "table, jsonl or csv.")
    var format = ListFormat.table

    @OptionGroup var store: StoreOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
      try await Failure.reported {
        let graph = try GraphStore(reading: store.path)
        let limit = page.limit
        // One more tells whether there are more.
        let found = try graph.actorSummaries(named: name, kind: kind, limit: limit < Int.max ? limit + 1 : limit)
        let summaries = Array(found.prefix(limit))
        try Output.write(
          format.bytes(
            summaries, table: { ActorSummaries.table($0, width: Output.width) }, json: ActorSummaries.appendJSON,
            header: ActorSummaries.appendCSVHeader, csv: ActorSummaries.appendCSV))
        guard format == .table, !common.quiet else { return }
        if summaries.isEmpty { Output.note("No actors match.") }
        if found.count > limit { Output.note("\(limit) actors shown; --limit shows more.") }
      }
    }
  }

  /// `entente actors merges`
  struct Merges: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the merges in the order in which they were made.")

    @Option(help: "table, jsonl or csv.")
    var format = ListFormat.table

    @OptionGroup var store: StoreOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
      try await Failure.reported {
        let merges = try GraphStore(reading: store.path).merges()
        try Output.write(
          format.bytes(
            merges, table: { ActorMerges.table($0, width: Output.width) }, json: ActorMerges.appendJSON,
            header: ActorMerges.appendCSVHeader, csv: ActorMerges.appendCSV))
        if merges.isEmpty, format == .table, !common.quiet { Output.note("No actors are merged.") }
      }
    }
  }
}
