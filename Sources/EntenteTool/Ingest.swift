import ArgumentParser
import Entente
import Foundation

/// `entente ingest`: articles into the store.
struct Ingest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read articles, extract their triples and store both.",
    discussion: """
      The same article twice changes nothing; a changed article replaces its triples. What can't be read is reported
      and passed over, and the command then ends with code 1.
      """)

  @Argument(help: "Files or folders of articles, in any of the formats of docs/articles.md; - is standard input.")
  var paths: [String]

  @Flag(help: "Read and extract, tell what would be stored, and store nothing.")
  var dryRun = false

  @Flag(help: "Go on and read what comes into the folders, until it is interrupted.")
  var watch = false

  @Option(help: "Write what was read, stored and passed over to this file, as JSON.")
  var report: String?

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var dictionaries: DictionaryOptions
  @OptionGroup var frames: FrameOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var workers: WorkerOptions
  @OptionGroup var common: CommonOptions

  mutating func validate() throws {
    if watch, dryRun { throw ValidationError("--watch and --dry-run exclude each other") }
    if watch, paths.contains("-") { throw ValidationError("--watch reads files and folders, not standard input") }
    if let report, StoreOptions.isSame(report, store.path) {
      throw ValidationError("--report and --db name the same file")
    }
  }

  func run() async throws {
    try await Failure.reported {
      // A report that can't be written is told before the work, not behind it.
      let file = try report.map { try OutputFile($0) }
      let data = try Resources.data()
      let target: IngestRun.Target =
        try dryRun ? .nothing(comparedWith: store.openedIfThere()) : .store(GraphStore(path: store.path))
      // Names given by hand are names in articles too.
      let byHand = try target.known?.userAliases().map { (code: $0.actor.code, name: $0.name) } ?? []
      let extractor = try dictionaries.extractor(data, byHand.isEmpty ? [] : [.aliases(byHand)], frames: frames)
      let work = IngestWork(
        run: IngestRun(extractor: extractor, into: target, jobs: workers.count),
        data: try ReadingData.load(from: data.url.path), reading: reading, common: common, database: store.path)
      let report = try await Interrupt.cancelling { [paths, watch] in
        watch ? try await work.watch(paths) : try await work.read(paths)
      }
      if let file { try write(report, to: file) }
      if report.interrupted, !watch { throw ExitCode(Interrupt.exitCode) }
      if report.skippedCount > 0 { throw ExitCode.failure }
    }
  }

  private func write(_ report: IngestReport, to file: OutputFile) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try file.write(Array(try encoder.encode(report)) + [UInt8(ascii: "\n")])
    try file.close()
  }
}
