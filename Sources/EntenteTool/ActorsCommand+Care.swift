import ArgumentParser
import Entente
import Foundation

extension ActorsCommand {
  /// `entente actors merge`
  struct Merge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show one actor as another from now on, in all that the graph has and will have.",
      discussion: "Nothing is lost: 'entente actors split A' takes it back.")

    @Argument(help: "The actor that is shown as the other, by code or name.")
    var actor: String

    @Argument(help: "The actor that stays, by code or name.")
    var into: String

    @Option(help: "Why, for the list of merges.")
    var note = ""

    @OptionGroup var store: StoreOptions
    @OptionGroup var common: CommonOptions

    mutating func validate() throws { try Names.check([actor, into]) }

    func run() async throws {
      try await Failure.reported {
        let graph = try store.opened()
        let merged = try graph.actor(called: actor)
        let target = try graph.actor(called: into, or: try ActorsCommand.directory())
        let outcome = try graph.merge(merged.code, into: target.code, note: note, known: [target])
        guard !common.quiet else { return }
        var text = "\(outcome.actor.title) is now shown as \(outcome.target.title): "
        text += Quantity.text(outcome.triples, "triple")
        if outcome.inside > 0 { text += ", \(outcome.inside) of them kept and not shown, being inside one actor" }
        Output.note(TerminalText.clean(text))
      }
    }
  }

  /// `entente actors split`
  struct Split: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Undo the merge of an actor.")

    @Argument(help: "The actor that was merged into another, by code or name.")
    var actor: String

    @OptionGroup var store: StoreOptions
    @OptionGroup var common: CommonOptions

    mutating func validate() throws { try Names.check([actor]) }

    func run() async throws {
      try await Failure.reported {
        let graph = try store.opened()
        let outcome = try graph.split(try graph.actor(called: actor, isMerged: true).code)
        guard !common.quiet else { return }
        let text = """
          \(outcome.actor.title) is no longer merged into \(outcome.target.title): \
          \(Quantity.text(outcome.triples, "triple"))
          """
        Output.note(TerminalText.clean(text))
      }
    }
  }

  /// `entente actors add-alias`
  struct AddAlias: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add-alias", abstract: "Give an actor a further name, which every ingest leaves alone.")

    @Argument(help: "The actor, by code or name.")
    var actor: String

    @Argument(help: "The further name.")
    var name: String

    @OptionGroup var store: StoreOptions
    @OptionGroup var common: CommonOptions

    mutating func validate() throws { try Names.check([actor, name]) }

    func run() async throws {
      try await Failure.reported {
        let graph = try store.opened()
        let owner = try graph.actor(called: actor, or: try ActorsCommand.directory())
        let isNew = try graph.addAlias(code: owner.code, name: name, known: [owner])
        guard !common.quiet else { return }
        var text = "\(owner.title) is \(isNew ? "now" : "already") called '\(name)' too"
        // A shared name merges nothing, which is good to know.
        let others = Set(try graph.bearers(of: name).map(\.actor)).subtracting([owner]).map(\.title).sorted()
        if !others.isEmpty { text += ", as is \(others.joined(separator: ", "))" }
        Output.note(TerminalText.clean(text))
      }
    }
  }

  /// `entente actors remove-alias`
  struct RemoveAlias: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove-alias", abstract: "Take back a name that was added by hand.")

    @Argument(help: "The actor, by code or name.")
    var actor: String

    @Argument(help: "The name to take back.")
    var name: String

    @OptionGroup var store: StoreOptions
    @OptionGroup var common: CommonOptions

    mutating func validate() throws { try Names.check([actor, name]) }

    func run() async throws {
      try await Failure.reported {
        let graph = try store.opened()
        let owner = try graph.actor(called: actor)
        try graph.removeAlias(code: owner.code, name: name)
        if !common.quiet {
          Output.note(TerminalText.clean("\(owner.title) is no longer called '\(name)' by hand"))
        }
      }
    }
  }

  private static func directory() throws -> ActorDirectory {
    ActorDirectory(registry: try ActorRegistry.load(from: try Resources.data()))
  }

  /// Names as they are typed.
  private enum Names {
    static func check(_ names: [String]) throws {
      for name in names where !name.contains(where: { $0.isLetter || $0.isNumber }) {
        throw ValidationError("'\(name)' is no name; it needs a letter or digit")
      }
    }
  }
}
