import ArgumentParser
import Entente
import Evaluation
import Foundation

/// `entente evaluate`: how well the extractor reads articles that people have annotated.
struct Evaluate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure the extractor on annotated articles.",
    discussion: """
      Prints, for each article and in total, how many of the principals of annotated triples are found as mentions in
      the triples' sentences. docs/evaluation.md describes the format of annotations.

      Example:
        entente evaluate gold.jsonl --misses
      """)

  @Argument(help: "Annotated articles in JSON Lines.")
  var gold: String

  @Flag(help: "List what was not found, with its sentence.")
  var misses = false

  @OptionGroup var dictionaries: DictionaryOptions
  @OptionGroup var frames: FrameOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await Failure.reported {
      let set = try GoldSet(contentsOf: gold)
      let data = try Resources.data()
      let worker = try dictionaries.extractor(data, frames: frames).makeWorker()
      var problems = ProblemReport(common)
      var recall = MentionRecall()
      for item in ArticleReader(paths: [gold], data: try ReadingData.load(from: data.url.path)) {
        switch item {
        case .article(let article):
          let id = article.article.id
          recall.add(worker.analyze(article), article: id, gold: set.triples[id] ?? [])
        case .problem(let problem): problems.tell(problem)
        }
      }
      try Output.write(Array(MentionReport.text(recall, misses: misses).utf8))
      try problems.finish()
    }
  }
}
