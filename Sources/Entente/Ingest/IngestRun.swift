public import Articles
import Foundation
public import Graph

/// The whole way from files to a store: reads, extracts with several workers, writes batch by batch.
///
/// ```swift
/// let run = IngestRun(extractor: try Extractor.load(data: Resources.data()), into: .store(store), jobs: 4)
/// let report = try await run.run(ArticleReader(paths: ["articles/"], data: data)) { _ in }
/// ```
///
/// Where its task is cancelled it stores what is in work, and returns with `interrupted` set.
public struct IngestRun: Sendable {
  /// Where the articles go.
  public enum Target: Sendable {
    /// Into a store.
    case store(GraphStore)
    /// Nowhere: it is only told what would be new; against what a store holds, where one is given.
    case nothing(comparedWith: GraphStore?)

    /// The store that tells what is known already.
    public var known: GraphStore? {
      switch self {
      case .store(let store): store
      case .nothing(let store): store
      }
    }
  }

  /// What is told on the way.
  public enum Note: Sendable {
    /// Something was not read, or is worth knowing.
    case problem(InputProblem)
    /// An article was read.
    case article(id: String, triples: Int)
    /// A batch is stored: what was done since the run began.
    case batch(IngestReport)
  }

  let extractor: Extractor
  let target: Target
  let jobs: Int

  /// Makes a run.
  /// - Parameters:
  ///   - extractor: What extracts.
  ///   - target: Where the articles go.
  ///   - jobs: How many workers.
  public init(extractor: Extractor, into target: Target, jobs: Int) {
    self.extractor = extractor
    self.target = target
    self.jobs = jobs
  }

  /// Reads all that a reader gives.
  /// - Parameters:
  ///   - reader: The input.
  ///   - notify: Is told what happens, in the order of the input.
  /// - Throws: `GraphError`, or what `notify` throws; what was stored before stays.
  public func run(_ reader: ArticleReader, notify: (Note) throws -> Void) async throws -> IngestReport {
    let start = Date()
    var report = IngestReport()
    var names = ActorNaming(registry: extractor.actors.registry)
    if case .nothing = target { report.dryRun = true }
    let known = target.known
    let run = ExtractionRun(extractor: extractor, jobs: jobs)
    try await run.run(reader, digests: { try known?.digests(of: $0) ?? [:] }) { outputs in
      var records: [ArticleRecord] = []
      for output in outputs {
        switch output {
        case .record(let record): records.append(record)
        case .unchanged:
          report.read += 1
          report.same += 1
        case .problem(let problem):
          report.add(problem)
          try notify(.problem(problem))
        }
      }
      if !records.isEmpty { report.add(try write(records, &names)) }
      for record in records { try notify(.article(id: record.article.id, triples: record.triples.count)) }
      report.seconds = Date().timeIntervalSince(start)
      try notify(.batch(report))
    }
    report.seconds = Date().timeIntervalSince(start)
    report.interrupted = Task.isCancelled
    return report
  }

  private func write(_ records: [ArticleRecord], _ names: inout ActorNaming) throws -> IngestCounts {
    switch target {
    case .store(let store):
      let counts = try store.write(batch: records)
      try names.describe(records, in: store)
      return counts
    case .nothing(let store):
      let known = try store?.digests(of: records.map(\.article.id)) ?? [:]
      var counts = IngestCounts()
      counts.replaced = records.count { known[$0.article.id] != nil }
      counts.added = records.count - counts.replaced
      counts.sentences = records.reduce(0) { $0 + $1.sentences.count }
      counts.triples = records.reduce(0) { $0 + $1.triples.count }
      return counts
    }
  }
}
