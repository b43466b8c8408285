public import ArgumentParser
public import Entente

extension TimeUnit: ExpressibleByArgument {}

/// `entente timeline`: two actors over time.
struct TimelineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline", abstract: "Count what lies between two actors, period by period.",
    discussion: """
      Examples:
        entente timeline Russia Ukraine --by month
        entente timeline NATO "South Korea" --realis actual --since 2020 --format csv
      """)

  @Argument(help: "One actor: a name or code.")
  var one: String

  @Argument(help: "The other actor.")
  var other: String

  @Option(help: "day, week, month, quarter or year; what fits the time where it is not given.")
  var by: TimeUnit?

  @OptionGroup var conditions: ConditionOptions

  @Option(help: "table, jsonl or csv.")
  var format = ListFormat.table

  @OptionGroup var store: StoreOptions
  @OptionGroup var common: CommonOptions

  mutating func validate() throws { try ActorNames.check([one, other]) }

  func run() async throws {
    try await Failure.reported {
      let graph = try GraphStore(reading: store.path)
      let timeline = try graph.timeline(
        TimelineRequest(
          try ActorNames.codes(of: one, in: graph), try ActorNames.codes(of: other, in: graph), by: by,
          filter: try conditions.filter()))
      if format == .table, !timeline.buckets.isEmpty, let width = Output.width {
        try Output.line(TimelineFormats.sparkline(timeline, width: width))
      }
      try Output.write(
        format.bytes(
          timeline.buckets, table: { _ in TimelineFormats.table(timeline, width: Output.width) },
          json: TimelineFormats.appendJSON, header: TimelineFormats.appendCSVHeader, csv: TimelineFormats.appendCSV))
      if common.quiet { return }
      if timeline.buckets.isEmpty, timeline.undated == 0, format == .table { Output.note("No events match.") }
      if timeline.undated > 0 {
        let events = timeline.undated == 1 ? "1 event is" : "\(timeline.undated) events are"
        Output.note("\(events) not dated by \(timeline.unit.rawValue) and stand in no period.")
      }
    }
  }
}
