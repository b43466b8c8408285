public import Articles
public import Graph

/// Extracts a stream of articles with several workers; results come out in the order of the input.
public struct ExtractionRun: Sendable {
  /// What comes out for one item of the input.
  public enum Output: Sendable {
    /// An article with its triples.
    case record(ArticleRecord)
    /// An article that was passed over, since the store has it as it is.
    case unchanged(id: String)
    /// Something that was not read, or a note.
    case problem(InputProblem)
  }

  let extractor: Extractor
  let jobs: Int
  let batchSize: Int

  /// Makes a run.
  /// - Parameters:
  ///   - extractor: What extracts.
  ///   - jobs: How many workers; each holds caches of about 20 MB.
  ///   - batchSize: How many articles a worker takes at once.
  public init(extractor: Extractor, jobs: Int, batchSize: Int = 16) {
    self.extractor = extractor
    self.jobs = max(1, jobs)
    self.batchSize = max(1, batchSize)
  }

  /// Reads, extracts and hands every batch of results to `handle`, one batch at a time, in order.
  /// - Parameters:
  ///   - reader: The input.
  ///   - digests: The digests of those of the articles that the store has, by id, asked once a batch; an article with
  ///     an equal digest is not extracted. What it throws ends the run.
  ///   - handle: Takes the results; what it throws ends the run.
  public func run(
    _ reader: ArticleReader,
    digests: @escaping @Sendable (_ ids: [String]) throws -> [String: String] = { _ in [:] },
    handle: ([Output]) throws -> Void
  ) async throws {
    let source = BatchSource(reader, size: batchSize)
    let queue = OrderedQueue<Result<[Output], any Error>>(window: jobs * 4)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<jobs {
        group.addTask {
          let worker = extractor.makeWorker()
          while !Task.isCancelled, let (number, items) = await source.next() {
            await queue.put(number, Result { try worker.outputs(items, digests) })
          }
          await queue.finish(count: source.count)
        }
      }
      do {
        while let outputs = await queue.take() { try handle(outputs.get()) }
      } catch {
        group.cancelAll()
        await queue.cancel()
        throw error
      }
    }
  }
}

/// Reads the input batch by batch for several workers.
private actor BatchSource {
  private var iterator: ArticleReader.Iterator
  private let size: Int
  /// How many batches were handed out.
  private(set) var count = 0

  init(_ reader: ArticleReader, size: Int) {
    iterator = reader.makeIterator()
    self.size = size
  }

  func next() -> (Int, [ReadItem])? {
    var items: [ReadItem] = []
    while items.count < size, let item = iterator.next() { items.append(item) }
    guard !items.isEmpty else { return nil }
    defer { count += 1 }
    return (count, items)
  }
}

extension Extractor.Worker {
  fileprivate func outputs(
    _ items: [ReadItem], _ digests: ([String]) throws -> [String: String]
  ) throws -> [ExtractionRun.Output] {
    let articles = items.compactMap { item in
      if case .article(let article) = item { article } else { nil }
    }
    let known = try digests(articles.map(\.article.id))
    let fresh = articles.filter { known[$0.article.id] != digest(of: $0) }
    var records = extract(fresh)[...]
    return items.flatMap { item -> [ExtractionRun.Output] in
      switch item {
      case .problem(let problem): return [.problem(problem)]
      case .article(let article):
        guard let record = records.first, record.article.id == article.article.id else {
          return [.unchanged(id: article.article.id)]
        }
        records = records.dropFirst()
        return (article.languageNote.map { [.problem($0)] } ?? []) + [.record(record)]
      }
    }
  }
}

extension ReadArticle {
  /// What is to be told of an article that is not in English.
  fileprivate var languageNote: InputProblem? {
    foreignLanguage.map {
      InputProblem(file: file ?? "-", line: line, kind: .foreignLanguage(id: article.id, code: $0))
    }
  }
}
