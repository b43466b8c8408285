import ArgumentParser
import Entente
import Foundation

/// Actors of the user's own.
struct DictionaryOptions: ParsableArguments {
  @Option(
    name: .customLong("actors"),
    help: "A table of actors or offices of your own (TSV as in data/actors) that adds to ours or overrides. Repeatable."
  )
  var files: [String] = []

  /// The extractor with the user's tables.
  func extractor(_ data: DataFolder, _ further: [ActorDictionary] = []) throws -> Extractor {
    try Extractor.load(data: data, dictionaries: all + further)
  }

  /// The registry with the user's tables.
  func registry(_ data: DataFolder) throws -> ActorRegistry {
    try ActorRegistry.load(from: data, dictionaries: all)
  }

  private var all: [ActorDictionary] { files.map { .table(URL(fileURLWithPath: $0)) } }
}
