public import Vocabulary

/// A graph's answer as a picture: who does what to whom.
///
///     let diagram = Diagram(events: events, evidence: sentences, options: DiagramOptions(title: "Who urged whom"))
///     let svg = try await render(diagram, as: .svg)
///
/// The same events give the same DOT text, byte by byte, whatever their order.
public struct Diagram: Hashable, Sendable {
  /// The layout, chosen by size where the options name none.
  public let layout: DiagramLayout
  /// How many actors are drawn.
  public let actorCount: Int
  /// How many relations are drawn: one for each direction and quad class.
  public let relationCount: Int
  /// What a screen reader says of the picture.
  public let summary: String

  let document: DotDocument
  /// What screen readers say of a part, by the id of its SVG element.
  let descriptions: [String: String]

  /// Makes a picture of events.
  ///
  /// - Parameters:
  ///   - events: What happened; empty gives a picture that says that nothing matched.
  ///   - evidence: Sentences for the tooltips, by the event's id.
  ///   - options: What the picture says about itself, its looks and limits.
  public init(events: [Event], evidence: [Int64: [DiagramEvidence]] = [:], options: DiagramOptions = DiagramOptions()) {
    let whole = DiagramNetwork(events: events, evidence: evidence)
    let network = whole.strongest(
      actors: options.maximumActors, links: options.maximumRelations, focus: options.focus)
    var painter = NetworkPainter(network: network, options: options)
    painter.paint()
    document = painter.document
    descriptions = painter.descriptions
    layout = painter.layout
    actorCount = network.nodes.count
    relationCount = network.links.count
    summary = painter.summary
  }

  /// The DOT text, with everything that is in the picture.
  public var dot: String { document.text }
}
