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

  @Argument(help: "Files or folders of articles (plain text, Markdown, JSON Lines); - is standard input.")
  var paths: [String]

  @OptionGroup var dictionaries: DictionaryOptions
  @OptionGroup var frames: FrameOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var workers: WorkerOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await Failure.reported {
      let start = Date()
      let data = try Resources.data()
      let reader = ArticleReader(paths: paths, data: try ReadingData.load(from: data.url.path))
      let graph = try GraphStore(path: store.path)
      // Names given by hand are names in articles too.
      let byHand = try graph.userAliases().map { (code: $0.actor.code, name: $0.name) }
      let extractor = try dictionaries.extractor(data, byHand.isEmpty ? [] : [.aliases(byHand)], frames: frames)
      var summary = Summary()
      var names = ActorNaming(registry: extractor.actors.registry)
      var problems = ProblemReport(common)
      var progress = ProgressLine(enabled: !common.quiet)
      let run = ExtractionRun(extractor: extractor, jobs: workers.count)
      try await run.run(reader, digests: { try graph.digests(of: $0) }) { outputs in
        var records: [ArticleRecord] = []
        for output in outputs {
          switch output {
          case .record(let record): records.append(record)
          case .unchanged: summary.unchanged += 1
          case .problem(let problem):
            progress.clear()
            problems.tell(problem)
          }
        }
        if !records.isEmpty {
          summary.counts += try graph.write(batch: records)
          try names.describe(records, in: graph)
        }
        if common.verbose {
          for record in records { Output.note("\(record.article.id): \(record.triples.count) triples") }
        }
        progress.show(summary.articles, "articles", detail: "\(summary.counts.triples) triples")
      }
      progress.clear()
      if !common.quiet { Output.note(summary.text(seconds: Date().timeIntervalSince(start), path: store.path)) }
      try problems.finish()
    }
  }

  /// What an ingest did.
  private struct Summary {
    var counts = IngestCounts()
    var unchanged = 0
    var articles: Int { counts.added + counts.replaced + counts.unchanged + unchanged }

    func text(seconds: Double, path: String) -> String {
      let time = String(format: "%.1f", seconds)
      return """
        \(articles) articles read in \(time) s: \(counts.added) new, \(counts.replaced) changed, \
        \(counts.unchanged + unchanged) as they were; \(counts.triples) triples stored in \(path)
        """
    }
  }
}
