import CGraphviz
import Foundation
import Synchronization

/// What Graphviz has said since somebody last asked; its C callback carries no context, so this is global.
private let messages = Mutex<String>("")

/// Graphviz in the process.
@GraphvizActor
enum GraphvizLibrary {
  /// One context for the life of the process: making one reads the list of plugins.
  private static let context: OpaquePointer? = {
    ententeCaptureMessages { text in
      if let text { messages.withLock { $0 += String(cString: text) } }
      return 0
    }
    return gvContext()
  }()

  /// Lays DOT text out and renders it into memory.
  ///
  /// - Throws: `DiagramError` with what Graphviz said.
  static func render(
    dot: String, layout: DiagramLayout, format: DiagramFormat, dpi: Int?
  ) throws(DiagramError) -> [UInt8] {
    guard let context else { throw .renderFailed(format, "no Graphviz context") }
    _ = takeMessages()
    guard let graph = ententeReadGraph(dot) else { throw .unreadable(takeMessages()) }
    defer { agclose(graph) }
    if let dpi { _ = ententeSetGraphAttribute(graph, "dpi", String(dpi)) }
    guard ententeLayout(context, graph, layout.rawValue) == 0 else { throw .layoutFailed(layout, takeMessages()) }
    defer { gvFreeLayout(context, graph) }
    var data: UnsafeMutablePointer<CChar>?
    var length = 0
    let status = ententeRender(context, graph, format.graphvizName, &data, &length)
    defer { gvFreeRenderData(data) }
    guard status == 0, let data, length > 0 else { throw .renderFailed(format, takeMessages()) }
    return Array(UnsafeRawBufferPointer(start: data, count: length))
  }

  private static func takeMessages() -> String {
    let text = messages.withLock { text in
      defer { text = "" }
      return text
    }
    let line = text.split(whereSeparator: \.isNewline).joined(separator: "; ")
    return line.isEmpty ? "no reason given" : String(line.prefix(300))
  }
}

extension DiagramFormat {
  /// The name of Graphviz's device. PNG and PDF are drawn by cairo, which sets text with Pango.
  var graphvizName: String {
    switch self {
    case .svg: "svg"
    case .png: "png:cairo"
    case .pdf: "pdf"
    case .dot: "dot"
    }
  }
}
