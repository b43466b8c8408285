import ArgumentParser
import Entente

/// The command `entente`: arguments in, calls, text out.
@main
struct Tool: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entente",
    abstract: "News articles in, a knowledge graph of who did what to whom out.",
    discussion: """
      Examples:
        entente ingest articles/
        entente relations --from NATO --to "South Korea"
        entente diagram --around "South Korea" -o korea.svg
        entente extract article.txt --format jsonl
      """,
    version: EntenteVersion.current,
    subcommands: [
      Ingest.self, Extract.self, Relations.self, TimelineCommand.self, PathCommand.self, TopCommand.self,
      ActorCommand.self, StatsCommand.self, Query.self, DiagramCommand.self, Export.self, ActorsCommand.self,
      ArticlesCommand.self, Explain.self, Evaluate.self,
    ])
}
