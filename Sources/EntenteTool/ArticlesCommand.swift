import ArgumentParser
import Entente

/// `entente articles`: care of the graph's articles.
struct ArticlesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "articles", abstract: "List the graph's articles, show one, remove some.",
    discussion: """
      Examples:
        entente articles list --since 2023-02 --text "grain corridor"
        entente articles list --chains
        entente articles show reuters-0131
        entente articles remove reuters-0131
      """,
    subcommands: [List.self, Show.self, Remove.self])

  /// How one article is printed.
  enum ShowFormat: String, ExpressibleByArgument, CaseIterable { case text, jsonl }
}

extension ArticlesCommand {
  /// `entente articles list`
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List articles, newest first, with the number of their triples and of the versions of their story.")

    @OptionGroup var textAndTime: TextTimeOptions

    @Option(help: "Published by this one.")
    var publisher: String?

    @Flag(help: "One line a story: of articles that print the same text only the first.")
    var chains = false

    @OptionGroup var page: LimitOptions

    @Option(help: "table, jsonl or csv.")
    var format = ListFormat.table

    @OptionGroup var store: StoreOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
      try await Failure.reported {
        let graph = try GraphStore(reading: store.path)
        let filter = ArticleFilter(
          since: try textAndTime.first(), until: try textAndTime.last(), publisher: publisher,
          text: textAndTime.text, onlyFirst: chains, limit: page.limit)
        let summaries = try graph.articles(filter)
        try Output.write(
          format.bytes(
            summaries, table: { ArticleSummaries.table($0, width: Output.width) }, json: ArticleSummaries.appendJSON,
            header: ArticleSummaries.appendCSVHeader, csv: ArticleSummaries.appendCSV))
        guard format == .table, !common.quiet else { return }
        let total = try graph.articleCount(filter)
        let what = chains ? "stories" : "articles"
        if total == 0 { Output.note("No \(what) match.") }
        if total > page.limit { Output.note("\(page.limit) of \(total) \(what); --limit shows more.") }
      }
    }

  }

  /// `entente articles show`
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show an article: its sentences with their triples, and which other articles print the same story.")

    @Argument(help: "The article's id.")
    var id: String

    @Option(help: "text or jsonl.")
    var format = ShowFormat.text

    @OptionGroup var store: StoreOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
      try await Failure.reported {
        guard let details = try GraphStore(reading: store.path).details(ofArticle: id) else {
          throw GraphError.noArticle(store.path, id: id)
        }
        var bytes: [UInt8] = []
        switch format {
        case .text: bytes += Array(details.text.utf8)
        case .jsonl: details.appendJSON(to: &bytes)
        }
        try Output.write(bytes)
      }
    }
  }

  /// `entente articles remove`
  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Remove articles with their sentences and triples.",
      discussion: "Nothing is removed where the graph lacks one of them. A later 'entente ingest' brings them back.")

    @Argument(help: "The articles' ids.")
    var ids: [String]

    @OptionGroup var store: StoreOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
      try await Failure.reported {
        let graph = try store.opened()
        let before = try graph.counts()
        try graph.remove(articles: ids)
        guard !common.quiet else { return }
        let after = try graph.counts()
        func lost(_ count: KeyPath<GraphCounts, Int>, _ word: String) -> String {
          Quantity.text(before[keyPath: count] - after[keyPath: count], word)
        }
        Output.note("\(lost(\.articles, "article")) and \(lost(\.triples, "triple")) removed from \(store.path)")
      }
    }
  }
}
