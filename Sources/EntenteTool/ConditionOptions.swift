import ArgumentParser
import Entente
import Foundation

/// The filters that say nothing of actors, which all questions to the graph share.
struct ConditionOptions: ParsableArguments {
  @Option(help: "Event types, separated by commas: REQUEST,ACCUSE.")
  var type: String?

  @Option(help: "Quad class: 'verbal cooperation', 'material cooperation', 'verbal conflict' or 'material conflict'.")
  var quad: String?

  @Option(help: "Realis: actual, planned, requested, possible, negated; several separated by commas.")
  var realis: String?

  @OptionGroup var textAndTime: TextTimeOptions

  @Option(name: .customLong("min-confidence"), help: "At least this confidence, 0 to 1.")
  var minimumConfidence: Double?

  mutating func validate() throws {
    _ = try types()
    _ = try quads()
    _ = try realisValues()
    if let minimumConfidence, !(0...1).contains(minimumConfidence) {
      throw ValidationError("--min-confidence must be 0 to 1")
    }
  }

  /// The filter, without actors.
  func filter() throws -> RelationFilter {
    RelationFilter(
      types: try types(), quads: try quads(), realis: try realisValues(), since: try textAndTime.first(),
      until: try textAndTime.last(), text: textAndTime.text, minimumConfidence: minimumConfidence)
  }

  /// The filters in words.
  var summary: [String] {
    var parts: [String] = []
    if let type { parts.append(type.uppercased()) }
    if let quad { parts.append(quad) }
    if let realis { parts.append(realis) }
    return parts + textAndTime.summary
  }

  private func types() throws -> Set<EventType> {
    try values(type?.uppercased(), "type", EventType.init(rawValue:), EventType.allCases.map(\.rawValue))
  }

  private func quads() throws -> Set<QuadClass> {
    try values(quad?.lowercased(), "quad class", QuadClass.init(rawValue:), QuadClass.allCases.map(\.rawValue))
  }

  private func realisValues() throws -> Set<Realis> {
    try values(realis?.lowercased(), "realis", Realis.init(rawValue:), Realis.allCases.map(\.rawValue))
  }

  private func values<Value: Hashable>(
    _ text: String?, _ what: String, _ read: (String) -> Value?, _ all: [String]
  ) throws -> Set<Value> {
    guard let text else { return [] }
    let parts = text.split(separator: ",").filter { $0.contains { !$0.isWhitespace } }
    guard !parts.isEmpty else {
      throw ValidationError("'\(text)' names no \(what); there are \(all.joined(separator: ", "))")
    }
    return Set(
      try parts.map { part in
        let name = part.trimmingCharacters(in: .whitespaces)
        guard let value = read(name) else {
          throw ValidationError("'\(name)' is no \(what); there are \(all.joined(separator: ", "))")
        }
        return value
      })
  }
}
