/// Draws a picture.
///
/// Small and middling pictures are drawn by libgvc in the process, one at a time, however many tasks ask. Larger ones
/// are drawn by the `dot` program, which is ended when it takes longer than `timeLimit`.
///
/// - Parameters:
///   - diagram: What to draw.
///   - format: The file format.
///   - dpi: Dots per inch of a PNG, 24 to 1200; nil means 96. Other formats have no pixels and ignore it.
///   - timeLimit: Seconds after which a large picture is given up.
/// - Returns: The bytes of the file.
/// - Throws: `DiagramError`.
public func render(
  _ diagram: Diagram, as format: DiagramFormat, dpi: Int? = nil, timeLimit: Double = 60
) async throws(DiagramError) -> [UInt8] {
  if let dpi, !(24...1200).contains(dpi) { throw .badResolution(dpi) }
  let dot = diagram.dot
  if format == .dot { return Array(dot.utf8) }
  let pixels = format == .png ? dpi ?? 96 : nil
  let bytes =
    if diagram.isLarge {
      try await GraphvizProgram.render(
        dot: dot, layout: diagram.layout, format: format, dpi: pixels, seconds: timeLimit)
    } else {
      try await GraphvizLibrary.render(dot: dot, layout: diagram.layout, format: format, dpi: pixels)
    }
  guard format == .svg else { return bytes }
  return SVGFinish(title: diagram.document.name, summary: diagram.summary, descriptions: diagram.descriptions)
    .finish(bytes)
}

extension Diagram {
  /// Whether the layout may take so long that it must be possible to end it. Labels count as nodes.
  var isLarge: Bool {
    let limit =
      switch layout {
      case .dot: 150
      case .neato, .circo: 250
      case .fdp, .sfdp, .twopi: 800
      }
    return document.nodeCount > limit || document.edgeCount > 2 * limit
  }
}
