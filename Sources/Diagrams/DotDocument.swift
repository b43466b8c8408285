/// A graph in DOT, Graphviz's language, written by ourselves so that the same input gives the same bytes.
///
/// Attributes are written in the order of their names; statements keep the order in which they were added.
struct DotDocument: Hashable, Sendable {
  /// A value of an attribute, which knows how it must be escaped.
  enum Value: Hashable, Sendable {
    /// A keyword or number that the code itself chose.
    case plain(String)
    /// Text that Graphviz would expand: a tooltip.
    case text(String)
    /// An HTML-like label.
    case html(DotHTML)
    /// An address that `DotText.safeURL` let pass.
    case url(String)

    var dot: String {
      switch self {
      case .plain(let text): DotText.quoted(text)
      case .text(let text), .url(let text): DotText.escString(text)
      case .html(let html): "<\(html.source)>"
      }
    }
  }

  /// Attributes by name.
  typealias Attributes = [String: Value]

  /// One node or edge.
  enum Statement: Hashable, Sendable {
    case node(String, Attributes)
    case edge(String, String, Attributes)
  }

  /// The graph's name, which becomes the picture's `<title>`.
  var name: String
  var graph: Attributes = [:]
  var nodeDefaults: Attributes = [:]
  var edgeDefaults: Attributes = [:]
  /// Where given, one cluster with these attributes holds all statements.
  var frame: Attributes?
  var statements: [Statement] = []
  /// Statements outside the frame.
  var outside: [Statement] = []

  /// How many nodes there are, those included that carry labels.
  var nodeCount: Int { count { if case .node = $0 { true } else { false } } }
  /// How many edges there are.
  var edgeCount: Int { count { if case .edge = $0 { true } else { false } } }

  private func count(_ test: (Statement) -> Bool) -> Int { (statements + outside).count(where: test) }

  /// The DOT text.
  var text: String {
    var lines = ["digraph \(DotText.escName(name)) {"]
    lines.append("  graph \(list(graph))")
    lines.append("  node \(list(nodeDefaults))")
    lines.append("  edge \(list(edgeDefaults))")
    if let frame {
      lines.append("  subgraph \"cluster_picture\" {")
      lines.append("    graph \(list(frame))")
      lines += statements.map { "    " + line($0) }
      lines.append("  }")
    } else {
      lines += statements.map { "  " + line($0) }
    }
    lines += outside.map { "  " + line($0) }
    lines.append("}")
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ statement: Statement) -> String {
    switch statement {
    case .node(let name, let attributes): "\(DotText.escName(name)) \(list(attributes))"
    case .edge(let from, let to, let attributes):
      "\(DotText.escName(from)) -> \(DotText.escName(to)) \(list(attributes))"
    }
  }

  private func list(_ attributes: Attributes) -> String {
    let parts = attributes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.dot)" }
    return "[" + parts.joined(separator: ", ") + "]"
  }
}

/// A piece of an HTML-like label; text gets in only escaped.
struct DotHTML: Hashable, Sendable, ExpressibleByStringInterpolation {
  private(set) var source: String

  /// Takes a literal of the code as markup.
  init(stringLiteral value: String) { source = value }

  /// Joins literals of the code with escaped text or other pieces.
  init(stringInterpolation: Interpolation) { source = stringInterpolation.source }

  /// Escapes text.
  init(text: String) { source = DotText.html(text) }

  /// Lines of text below each other.
  init(lines: [String]) { source = lines.map(DotText.html).joined(separator: "<br/>") }

  /// Joins pieces.
  init(joining pieces: [DotHTML]) { source = pieces.map(\.source).joined() }

  struct Interpolation: StringInterpolationProtocol {
    fileprivate(set) var source = ""
    init(literalCapacity: Int, interpolationCount: Int) {}
    mutating func appendLiteral(_ literal: String) { source += literal }
    mutating func appendInterpolation(_ html: DotHTML) { source += html.source }
    mutating func appendInterpolation(_ text: String) { source += DotText.html(text) }
    mutating func appendInterpolation(_ number: Int) { source += String(number) }
  }
}
