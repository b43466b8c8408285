import ArgumentParser
import Entente
import Foundation

/// `entente relations`: who did what to whom, newest first.
struct Relations: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List events, single reports with their sentences, or events in groups.",
    discussion: """
      Examples:
        entente relations --from NATO --to "South Korea"
        entente relations --between Russia Ukraine --quad "material conflict" --since 2022-02 --triples
        entente relations --from Russia --group target,year --sort events
      """)

  @OptionGroup var filters: FilterOptions

  @Flag(help: "Single reports with their sentences instead of events.")
  var triples = false

  @Option(
    help: """
      Count instead of listing: source, target, dyad, type, quad, realis, year, quarter, month, week or day; up to \
      four, separated by commas.
      """)
  var group: String?

  @OptionGroup var page: PageOptions

  @Option(help: "table, jsonl or csv.")
  var format = ListFormat.table

  @OptionGroup var store: StoreOptions
  @OptionGroup var common: CommonOptions

  mutating func validate() throws {
    if try groupings().isEmpty {
      _ = try page.relationOrder()
      _ = try page.eventCursor()
    } else {
      _ = try page.groupCursor()
    }
  }

  func run() async throws {
    try await Failure.reported {
      let graph = try GraphStore(reading: store.path)
      var filter = try filters.filter(in: graph)
      let groupings = try groupings()
      if !groupings.isEmpty {
        return try RelationLists.printGroups(
          GroupRequest(
            by: groupings, filter: filter, ofTriples: triples,
            order: page.sort.flatMap { GroupRequest.Order(rawValue: $0.rawValue) },
            isAscending: page.order.map { $0 == .asc }, limit: page.size.limit, after: try page.groupCursor()),
          of: graph, format: format, isQuiet: common.quiet)
      }
      filter.order = try page.relationOrder()
      filter.after = try page.eventCursor()
      filter.limit = page.size.limit
      if triples {
        let list = try graph.triplePage(filter)
        try Output.write(RelationLists.bytes(list.items, as: format))
        try tell(list.items.count, next: list.next, "reports") { try graph.tripleCount(filter) }
      } else {
        let list = try graph.eventPage(filter)
        try Output.write(RelationLists.bytes(list.items, as: format))
        try tell(list.items.count, next: list.next, "events") { try graph.eventCount(filter) }
      }
    }
  }

  private func tell(_ shown: Int, next: EventCursor?, _ what: String, total: () throws -> Int) throws {
    if common.quiet { return }
    if let next {
      let counts = format == .table ? "\(shown) of \(try total()) \(what); --limit shows more, " : ""
      Output.note(counts + "--after \(next) goes on.")
    } else if shown == 0, format == .table {
      Output.note(page.after == nil ? "No \(what) match." : "No further \(what).")
    }
  }

  private func groupings() throws -> [Grouping] {
    guard let group else { return [] }
    let names = group.split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
    let all = Grouping.allCases.map(\.rawValue).joined(separator: ", ")
    let groupings = try names.map { name in
      guard let grouping = Grouping(rawValue: name) else {
        throw ValidationError("--group: '\(name)' is nothing to group by; there are \(all)")
      }
      return grouping
    }
    guard groupings.count <= GroupRequest.maximumGroupings else {
      throw ValidationError("--group takes \(GroupRequest.maximumGroupings) at most")
    }
    guard Set(groupings).count == groupings.count,
      !groupings.contains(.dyad) || Set(groupings).isDisjoint(with: [.source, .target])
    else { throw ValidationError("--group names the same twice; a dyad is source and target") }
    return groupings
  }
}
