public import ArgumentParser
public import Entente
import Foundation

extension DiagramLayout: ExpressibleByArgument {}

/// `entente diagram`: a picture of what the filters leave.
struct DiagramCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagram", abstract: "Draw actors and relations as SVG, PNG, PDF or DOT.",
    discussion: """
      Examples:
        entente diagram --around "South Korea" -o korea.svg
        entente diagram --between Russia Ukraine --since 2022 -o war.png
      """)

  @OptionGroup var filters: FilterOptions

  @Option(help: "The actor in the middle: only relations with it, and those among its partners.")
  var around: String?

  @Option(name: .shortAndLong, help: "The picture's file; its ending says the format: .svg, .png, .pdf or .dot.")
  var output: String

  @Option(help: "dot, neato, fdp, sfdp, circo or twopi; chosen by size where it is not given.")
  var layout: DiagramLayout?

  @Option(help: "The title; made of the filters where it is not given.")
  var title: String?

  @Option(name: .customLong("max-actors"), help: "How many actors are drawn at most; the strongest are kept.")
  var maximumActors = 40

  @Option(name: .customLong("max-relations"), help: "How many relations are drawn at most; the strongest are kept.")
  var maximumRelations = 40

  @Option(help: "Dots per inch of a PNG.")
  var dpi = 144

  @OptionGroup var store: StoreOptions
  @OptionGroup var common: CommonOptions

  mutating func validate() throws {
    guard format != nil else { throw ValidationError("-o: '\(output)' must end in .svg, .png, .pdf or .dot") }
    guard (1...10_000).contains(maximumActors), (1...10_000).contains(maximumRelations) else {
      throw ValidationError("--max-actors and --max-relations must be 1 to 10000")
    }
    guard (36...600).contains(dpi) else { throw ValidationError("--dpi must be 36 to 600") }
  }

  private var format: DiagramFormat? {
    DiagramFormat(rawValue: URL(fileURLWithPath: output).pathExtension.lowercased())
  }

  func run() async throws {
    try await Failure.reported {
      guard let format else { return }
      let graph = try GraphStore(reading: store.path)
      let picture = try PictureRequest(
        filter: try filters.filter(in: graph), around: try around.map { try ActorNames.codes(of: $0, in: graph) },
        maximumRelations: maximumRelations
      ).load(from: graph)
      let focus = try picture.focus.flatMap { try graph.actor(code: $0) }
      let options = DiagramOptions(
        title: title ?? focus.map { "\($0.name) and its partners" } ?? "Who did what to whom",
        subtitle: filters.summary, footer: picture.footer, layout: layout, maximumActors: maximumActors,
        maximumRelations: maximumRelations, focus: picture.focus)
      let diagram = Diagram(events: picture.events, evidence: picture.evidence, options: options)
      let bytes = try await render(diagram, as: format, dpi: dpi)
      let file = try OutputFile(output)
      try file.write(bytes)
      try file.close()
      if !common.quiet { Output.note("\(output): \(diagram.summary)") }
    }
  }
}
