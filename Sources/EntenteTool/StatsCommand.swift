import ArgumentParser
import Entente

/// `entente stats`: what the graph holds.
struct StatsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Tell how much the graph holds, from when to when, its size and versions.")

  /// How numbers are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, jsonl }

  @Option(help: "text or jsonl.")
  var format = Format.text

  @OptionGroup var store: StoreOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await Failure.reported {
      let statistics = try GraphStore(reading: store.path).statistics()
      var bytes: [UInt8] = []
      switch format {
      case .text: bytes += Array(StatisticsFormats.text(statistics, version: EntenteVersion.current).utf8)
      case .jsonl: StatisticsFormats.appendJSON(statistics, version: EntenteVersion.current, to: &bytes)
      }
      try Output.write(bytes)
    }
  }
}
