import ArgumentParser
import Entente
import Foundation

/// The filters that `relations`, `top`, `diagram` and `export` share.
struct FilterOptions: ParsableArguments {
  @Option(help: "Who acts: an actor's name or code, a principal or somebody who acts for it.")
  var from: String?

  @Option(help: "To whom it is done.")
  var to: String?

  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("Two actors, in either direction.", valueName: "a b"))
  var between: [String] = []

  @OptionGroup var conditions: ConditionOptions

  mutating func validate() throws {
    guard between.isEmpty || between.count == 2 else {
      throw ValidationError("--between takes two actors: --between NATO \"South Korea\"")
    }
    guard between.isEmpty || (from == nil && to == nil) else {
      throw ValidationError("--between excludes --from and --to")
    }
    for (option, name) in [("--from", from), ("--to", to)] + between.map({ ("--between", Optional($0)) }) {
      guard let name else { continue }
      guard name.contains(where: { !$0.isWhitespace }) else { throw ValidationError("\(option) needs a name") }
    }
  }

  /// The filter, with names turned into codes of the store.
  func filter(in store: GraphStore) throws -> RelationFilter {
    var filter = try conditions.filter()
    if let from { filter.from = try ActorNames.codes(of: from, in: store) }
    if let to { filter.to = try ActorNames.codes(of: to, in: store) }
    if between.count == 2 {
      filter.between = RelationFilter.Pair(
        try ActorNames.codes(of: between[0], in: store), try ActorNames.codes(of: between[1], in: store))
    }
    return filter
  }

  /// The filters in words, for a picture's subtitle.
  var summary: String {
    var parts: [String] = []
    if let from { parts.append("from \(from)") }
    if let to { parts.append("to \(to)") }
    if between.count == 2 { parts.append("between \(between[0]) and \(between[1])") }
    return (parts + conditions.summary).joined(separator: ", ")
  }
}
