import ArgumentParser
import Entente
import Foundation

/// `entente explain`: sentence by sentence, what the program sees in an article and why.
struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show how articles are read, sentence by sentence, and why a relation is found or not.",
    discussion: """
      For each sentence: who is mentioned and to whom the words resolve, the parse, and each relation that a rule \
      proposed, with the line of data/relations that it follows, kept or with the reason against it.

      Examples:
        entente explain article.txt
        entente explain articles.jsonl --article dev-017 --sentence 3
      """)

  /// How explanations are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "A file of articles (plain text, Markdown, JSON Lines); - is standard input.")
  var file: String

  @Option(help: "Only this sentence: 0 is the title, the body's count from 1.")
  var sentence: Int?

  @Option(help: "Only the article with this id.")
  var article: String?

  @Flag(help: "Leave out the parse.")
  var noTree = false

  @Option(help: "text, or json: JSON Lines, one sentence a line.")
  var format = Format.text

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var dictionaries: DictionaryOptions
  @OptionGroup var frames: FrameOptions
  @OptionGroup var common: CommonOptions

  mutating func validate() throws {
    if let sentence, sentence < 0 { throw ValidationError("--sentence must be 0 or more; 0 is the title") }
  }

  func run() async throws {
    try await Failure.reported {
      let data = try Resources.data()
      let reader = try reading.reader([file], ReadingData.load(from: data.url.path))
      let worker = try dictionaries.extractor(data, frames: frames).makeWorker()
      var problems = ProblemReport(common)
      var others: [String] = []
      var numbers: [Int]?
      var printer = Printer(format: format, width: Output.width)
      reading: for item in reader {
        switch item {
        case .problem(let problem): problems.tell(problem)
        case .article(let read):
          if let article, read.article.id != article {
            others.append(read.article.id)
            continue
          }
          var explanations = worker.explain(read)
          numbers = (numbers ?? []) + explanations.map(\.sentence)
          if let sentence { explanations.removeAll { $0.sentence != sentence } }
          if noTree { for index in explanations.indices { explanations[index].words = [] } }
          try Output.write(printer.bytes(explanations))
          if article != nil { break reading }
        }
      }
      if let numbers {
        if let sentence, printer.isEmpty { throw ToolError.noSentence(file, sentence, numbers: numbers) }
      } else if !others.isEmpty || problems.skipped == 0 {
        throw ToolError.noArticle(file, article, others: others)
      }
      try problems.finish()
    }
  }

  /// Writes explanations, in text with an empty line between them.
  private struct Printer {
    let format: Format
    let width: Int?
    private(set) var isEmpty = true

    init(format: Format, width: Int?) {
      self.format = format
      self.width = width
    }

    mutating func bytes(_ explanations: [SentenceExplanation]) -> [UInt8] {
      var bytes: [UInt8] = []
      for explanation in explanations {
        switch format {
        case .json: ExplanationJSON.append(explanation, to: &bytes)
        case .text:
          if !isEmpty { bytes.append(UInt8(ascii: "\n")) }
          ExplanationText.append(explanation, width: width, to: &bytes)
        }
        isEmpty = false
      }
      return bytes
    }
  }
}
