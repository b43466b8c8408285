/// What can go wrong when a picture is made.
public enum DiagramError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Graphviz could not read the DOT text. The payload is what it said.
  case unreadable(String)
  /// Graphviz found no positions for the nodes. The payloads are the layout and what it said.
  case layoutFailed(DiagramLayout, String)
  /// Graphviz did not write the format, which happens where one of its plugins is missing.
  case renderFailed(DiagramFormat, String)
  /// The `dot` program, needed for a large picture, could not be started.
  case programMissing(String)
  /// The layout took longer than allowed. The payload is the limit in seconds.
  case timedOut(seconds: Double)
  /// The resolution is no sensible number of dots per inch.
  case badResolution(Int)

  /// One line: what, where, what to do.
  public var description: String {
    switch self {
    case .unreadable(let reason):
      "diagram: Graphviz cannot read the graph (\(reason)); report this with the DOT file"
    case .layoutFailed(let layout, let reason):
      "diagram: layout \(layout.rawValue) failed (\(reason)); try another layout or fewer actors"
    case .renderFailed(let format, let reason):
      "diagram: Graphviz wrote no \(format.rawValue) (\(reason)); check that the package graphviz is whole: dot -c"
    case .programMissing(let reason):
      "diagram: the dot program did not start (\(reason)); install the package graphviz or draw fewer actors"
    case .timedOut(let seconds):
      "diagram: no layout within \(Int(seconds.rounded())) seconds; draw fewer actors or relations"
    case .badResolution(let dpi):
      "diagram: \(dpi) dots per inch are not possible; choose 24 to 1200"
    }
  }
}
