import ArgumentParser
import Entente
import Evaluation
import Foundation

/// `entente evaluate`: how well the extractor reads articles that people have annotated.
struct Evaluate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure the extractor on annotated articles.",
    discussion: """
      Prints how many of the principals of annotated triples are found as mentions in the triples' sentences, and
      precision, recall and F1 of the triples. docs/evaluation.md describes the format of annotations and the measures.

      Examples:
        entente evaluate gold.jsonl --misses
        entente evaluate gold.jsonl --errors 20
        entente evaluate gold.jsonl --system triples.jsonl
      """)

  /// How figures are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "Annotated articles in JSON Lines.")
  var gold: String

  @Option(help: "Score the triples of this file (JSON Lines, as extract writes them) instead of extracting.")
  var system: String?

  @Flag(help: "List the mentions that were not found, with their sentences.")
  var misses = false

  @Option(help: "List so many of the missed, of the wrong and of the forbidden triples, with their sentences.")
  var errors = 0

  @Flag(
    help: """
      For annotations of events, which know no realis: planned and negated triples count as actual, requested and \
      possible ones are left out.
      """)
  var eventCoding = false

  @Option(help: "text or json.")
  var format = Format.text

  @OptionGroup var dictionaries: DictionaryOptions
  @OptionGroup var frames: FrameOptions
  @OptionGroup var common: CommonOptions

  mutating func validate() throws {
    guard errors >= 0 else { throw ValidationError("--errors must be 0 or more") }
    if system != nil, misses {
      throw ValidationError("--misses is about the extractor's mentions, which are not measured with --system")
    }
  }

  func run() async throws {
    try await Failure.reported {
      let set = try GoldSet(contentsOf: gold)
      var problems = ProblemReport(common)
      let evaluation: Evaluated
      if let system {
        guard set.isTyped else { throw EvaluationError.untyped(gold) }
        let triples = try SystemTriple.read(from: system, gold: set)
        // Only what is listed needs the articles' sentences.
        let read = errors > 0 ? try studied(set, &problems) : nil
        evaluation = Evaluated(mentions: nil, triples: triples, sentences: read?.sentences ?? [:])
      } else {
        evaluation = try studied(set, &problems)
      }
      try write(evaluation, set)
      try problems.finish()
    }
  }

  /// What there is to measure.
  private struct Evaluated {
    var mentions: MentionRecall?
    var triples: [SystemTriple] = []
    var sentences: [String: [Int: String]] = [:]
  }

  /// Reads the articles.
  private func studied(_ set: GoldSet, _ problems: inout ProblemReport) throws -> Evaluated {
    let data = try Resources.data()
    let worker = try dictionaries.extractor(data, frames: frames).makeWorker()
    var recall = MentionRecall()
    var evaluated = Evaluated()
    for item in ArticleReader(paths: [gold], data: try ReadingData.load(from: data.url.path)) {
      switch item {
      case .article(let article):
        let id = article.article.id
        let (blocks, record) = worker.study(article)
        recall.add(blocks, article: id, gold: set.triples[id] ?? [])
        evaluated.triples += record.triples.map(SystemTriple.init)
        for sentence in record.sentences { evaluated.sentences[id, default: [:]][sentence.number] = sentence.text }
      case .problem(let problem): problems.tell(problem)
      }
    }
    evaluated.mentions = recall
    return evaluated
  }

  private func write(_ evaluated: Evaluated, _ set: GoldSet) throws {
    let scores =
      set.isTyped
      ? TripleScores(
        gold: set, triples: evaluated.triples, sentences: evaluated.sentences, asEvents: eventCoding) : nil
    switch format {
    case .json:
      try Output.write(
        try EvaluationJSON.bytes(recall: evaluated.mentions, misses: misses, scores: scores, errors: errors))
    case .text:
      let sections = [
        evaluated.mentions.map { "mentions\n\n" + MentionReport.text($0, misses: misses) },
        scores.map { "triples\n\n" + TripleReport.text($0, errors: errors) },
      ].compactMap { $0 }
      try Output.write(Array(sections.joined(separator: "\n").utf8))
      if scores == nil, !common.quiet {
        Output.note("entente: note: \(gold): its triples have no 'type' and 'realis', so only mentions are measured")
      }
    }
  }
}
