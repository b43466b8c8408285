import ArgumentParser
import Entente
import Foundation

/// `entente actor`: who somebody is.
struct ActorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actor", abstract: "Tell who an actor is: names, offices, partners, cooperation and conflict.",
    discussion: """
      Examples:
        entente actor Kremlin
        entente actor "Jens Stoltenberg" --date 2023-01-30
      """)

  /// How a profile is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, jsonl }

  @Argument(help: "A code, or any name: usual, short, adjective, capital, metonym, person.")
  var name: String

  @Option(help: "The day for which offices are told; the graph's last day, else today, where it is not given.")
  var date: String?

  @Option(help: "text or jsonl.")
  var format = Format.text

  @OptionGroup var dictionaries: DictionaryOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var common: CommonOptions

  mutating func validate() throws {
    guard name.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw ValidationError("'\(name)' is no name; it needs a letter or digit")
    }
    if let date, CalendarDate(date) == nil {
      throw ValidationError("--date: '\(date)' is no date; write 2023-01-30, 2023-01 or 2023")
    }
  }

  func run() async throws {
    try await Failure.reported {
      let directory = ActorDirectory(registry: try dictionaries.registry(Resources.data()))
      let graph = try store.openedIfThere()
      if graph == nil, !common.quiet { Output.note("No graph at \(store.path); the registry alone answers.") }
      let profiles = try ActorLookup(directory: directory, store: graph)
        .profiles(named: name, at: date.flatMap { CalendarDate($0) })
      var bytes: [UInt8] = []
      for (index, profile) in profiles.enumerated() {
        switch format {
        case .text:
          if index > 0 { bytes.append(UInt8(ascii: "\n")) }
          bytes += Array(ActorText.text(profile, width: Output.width ?? 100).utf8)
        case .jsonl: ActorProfileJSON.append(profile, to: &bytes)
        }
      }
      try Output.write(bytes)
    }
  }
}
