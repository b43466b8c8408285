import ArgumentParser
import Entente
import Foundation

/// `entente export`: the graph, or what the filters leave, in a format that other tools read.
struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write all triples, or what the filters leave, as JSON Lines or CSV.")

  /// The formats.
  enum Format: String, ExpressibleByArgument, CaseIterable { case jsonl, csv }

  @OptionGroup var filters: FilterOptions

  @Option(help: "jsonl or csv.")
  var format = Format.jsonl

  @Option(name: .shortAndLong, help: "The file; - is standard output.")
  var output = "-"

  @OptionGroup var store: StoreOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await Failure.reported {
      let graph = try GraphStore(reading: store.path)
      let filter = try filters.filter(in: graph)
      guard output == "-" || !StoreOptions.isSame(output, store.path) else {
        throw ToolError.file(output, "is the store itself; name another file")
      }
      let file = try OutputFile(output)
      var bytes: [UInt8] = []
      var count = 0
      if format == .csv { TripleCSV.appendHeader(to: &bytes) }
      try graph.forEachTriple(filter) { triple in
        switch format {
        case .jsonl: TripleJSON.append(triple, to: &bytes)
        case .csv: TripleCSV.append(triple, to: &bytes)
        }
        count += 1
        if bytes.count > 1 << 16 {
          try file.write(bytes)
          bytes.removeAll(keepingCapacity: true)
        }
      }
      try file.write(bytes)
      try file.close()
      if !common.quiet, output != "-" { Output.note("\(output): \(count) triples") }
    }
  }
}
