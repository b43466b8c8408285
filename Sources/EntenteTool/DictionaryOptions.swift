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
  func extractor(_ data: DataFolder, _ further: [ActorDictionary] = [], frames: FrameOptions) throws -> Extractor {
    try Extractor.load(data: data, dictionaries: all + further, frames: frames.all)
  }

  /// The registry with the user's tables.
  func registry(_ data: DataFolder) throws -> ActorRegistry {
    try ActorRegistry.load(from: data, dictionaries: all)
  }

  private var all: [ActorDictionary] { files.map { .table(URL(fileURLWithPath: $0)) } }
}

/// Frames of the user's own, for commands that extract.
struct FrameOptions: ParsableArguments {
  @Option(
    name: .customLong("frames"),
    help: "A table of verbs, nouns or adjectives of your own (TSV as in data/relations) that comes first. Repeatable."
  )
  var files: [String] = []

  /// The user's tables.
  var all: [FrameDictionary] { files.map { FrameDictionary(URL(fileURLWithPath: $0)) } }
}
