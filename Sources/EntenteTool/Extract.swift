import ArgumentParser
import Entente
import Foundation

/// `entente extract`: articles in, triples out, without a store.
struct Extract: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the triples of articles, without storing them.",
    discussion: "A filter: reads files, folders or standard input (-), and prints in the order of the input.")

  /// How triples are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, jsonl, csv }

  @Argument(help: "Files or folders of articles, in any of the formats of docs/articles.md; - is standard input.")
  var paths: [String]

  @Option(help: "text, jsonl or csv.")
  var format = Format.text

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var dictionaries: DictionaryOptions
  @OptionGroup var frames: FrameOptions
  @OptionGroup var workers: WorkerOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await Failure.reported {
      let data = try Resources.data()
      let reader = try reading.reader(paths, ReadingData.load(from: data.url.path))
      let extractor = try dictionaries.extractor(data, frames: frames)
      var bytes: [UInt8] = []
      if format == .csv { TripleCSV.appendHeader(to: &bytes) }
      var problems = ProblemReport(common)
      try await ExtractionRun(extractor: extractor, jobs: workers.count).run(reader) { outputs in
        for output in outputs {
          switch output {
          case .record(let record): for triple in record.triples { append(triple, to: &bytes) }
          case .problem(let problem): problems.tell(problem)
          case .unchanged: continue
          }
        }
        try Output.write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
      try problems.finish()
    }
  }

  private func append(_ triple: Triple, to bytes: inout [UInt8]) {
    switch format {
    case .text: TripleText.append(triple, to: &bytes)
    case .jsonl: TripleJSON.append(triple, to: &bytes)
    case .csv: TripleCSV.append(triple, to: &bytes)
    }
  }
}
