import ArgumentParser
import Entente

/// How a list is sorted, and where a page of it begins.
struct PageOptions: ParsableArguments {
  /// By what lists are sorted.
  enum Sort: String, ExpressibleByArgument, CaseIterable { case date, confidence, intensity, reports, events }
  /// Whether the least or the greatest comes first.
  enum Direction: String, ExpressibleByArgument, CaseIterable { case asc, desc }

  @Option(help: "date, confidence, intensity or reports; with --group also events.")
  var sort: Sort?

  @Option(help: "asc (least or oldest first) or desc; newest or most first where it is not given.")
  var order: Direction?

  @OptionGroup var size: LimitOptions

  @Option(help: ArgumentHelp("The page behind the one that ended with this cursor.", valueName: "cursor"))
  var after: String?

  /// The order of a list without groups.
  func relationOrder() throws -> RelationOrder {
    guard let field = RelationOrder.Field(rawValue: (sort ?? .date).rawValue) else {
      throw ValidationError("--sort events needs --group; lists go by date, confidence, intensity or reports")
    }
    return RelationOrder(field, isAscending: order == .asc)
  }

  /// The place behind which a list without groups goes on.
  func eventCursor() throws -> EventCursor? {
    guard let after else { return nil }
    guard let cursor = EventCursor(after) else { throw noCursor(after) }
    return cursor
  }

  /// The place behind which a list of groups goes on.
  func groupCursor() throws -> GroupCursor? {
    guard let after else { return nil }
    guard let cursor = GroupCursor(after) else { throw noCursor(after) }
    return cursor
  }

  private func noCursor(_ text: String) -> ValidationError {
    ValidationError("--after: '\(text)' is no cursor of such a list; give the one that the page before ended with")
  }
}
