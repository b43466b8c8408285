import Foundation
import Vocabulary

extension NetworkPainter {
  /// Sizes and spaces, in points and inches as Graphviz takes them.
  mutating func setDefaults() {
    document.graph = [
      "bgcolor": .plain(theme.background), "fontname": .plain(theme.font), "fontcolor": .plain(theme.ink),
      "pad": .plain("0.25"), "outputorder": .plain("edgesfirst"), "layout": .plain(layout.rawValue),
      "charset": .plain("UTF-8"), "labeljust": .plain("l"), "tooltip": .text(DotText.clean(options.title)),
    ]
    document.nodeDefaults = [
      "fontname": .plain(theme.font), "fontcolor": .plain(theme.ink), "height": .plain("0.1"), "width": .plain("0.1"),
    ]
    document.edgeDefaults = ["fontname": .plain(theme.font), "arrowsize": .plain("0.9")]
    let splines = network.links.count <= 150 ? "true" : "line"
    let spaces: DotDocument.Attributes =
      switch layout {
      case .dot: ["nodesep": .plain("0.28"), "ranksep": .plain("0.42"), "splines": .plain("true")]
      case .neato: ["model": .plain("subset"), "normalize": .plain("true")]
      case .fdp: ["K": .plain("0.6")]
      case .sfdp: ["K": .plain("0.3")]
      case .circo: ["mindist": .plain("1.2")]
      case .twopi: ["ranksep": .plain("1.4")]
      }
    document.graph.merge(spaces) { $1 }
    if layout != .dot {
      document.graph.merge([
        "splines": .plain(splines), "overlap": .plain("prism"), "sep": .plain("+9"), "esep": .plain("+4"),
        "packmode": .plain("array_ul1"),
      ]) { $1 }
    }
  }

  mutating func paint(_ node: DiagramNetwork.Node) {
    let code = node.actor.code
    let style = theme.style(of: node.actor.kind)
    let isFocus = code == options.focus
    let dotName = names.unique(DotText.clean(code).replacing("\\", with: "\u{FF3C}"))
    let id = ids.unique("actor-" + DotText.slug(code))
    nodeNames[code] = dotName
    let name = displayName(node.actor)
    let description = "\(name), \(node.actor.kind.rawValue), \(count(node.weight, "report"))"
    descriptions[id] = description
    let shape = node.actor.kind.shape
    let lines = DotText.balanced(name, width: 20, lines: 3)
    let size = size(of: node)
    var attributes: DotDocument.Attributes = [
      "id": .plain(id), "class": .plain("actor \(node.actor.kind.cssClass)\(isFocus ? " focus" : "")"),
      "label": .html("<b>\(DotHTML(lines: lines))</b>"), "tooltip": .text(description),
      "shape": .plain(shape.name), "style": .plain(shape.style), "margin": .plain(shape.margin),
      "fillcolor": .plain(isFocus ? theme.focusFill : style.fill),
      "color": .plain(isFocus ? theme.focusFill : style.outline),
      "fontcolor": .plain(isFocus ? theme.focusInk : theme.ink), "fontsize": .plain(decimal(size)),
      "penwidth": .plain("1.3"),
    ]
    if node.actor.kind == .armedGroup { attributes["peripheries"] = .plain("2") }
    // Graphviz widens round and pointed shapes less where they may be higher.
    if shape.isPointed { attributes["height"] = .plain(decimal(size / 72 * 1.2 * Double(lines.count) * 1.7)) }
    document.statements.append(.node(dotName, attributes))
    if isFocus, layout == .twopi { document.graph["root"] = .plain(dotName) }
  }

  /// The size of a name: 15 to 25 points by the logarithm of its reports.
  private func size(of node: DiagramNetwork.Node) -> Double {
    let heaviest = Double(max(1, network.nodes.map(\.weight).max() ?? 1))
    let share = log2(1 + Double(node.weight)) / log2(1 + heaviest)
    return 15 + 10 * share * min(1, log2(1 + heaviest) / 4)
  }

  /// With two decimals, the same in every locale.
  func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  mutating func paint(_ link: DiagramNetwork.Link, from upper: String, isStrongest: Bool) {
    guard let source = nodeNames[link.source], let target = nodeNames[link.target] else { return }
    let id = ids.unique("relation-\(DotText.slug(link.source))-\(DotText.slug(link.target))-\(link.quad.cssClass)")
    descriptions[id] = describe(link)
    let label = self.label(of: link)
    let lettering: DotDocument.Attributes = [
      "label": .html(label), "fontcolor": .plain(theme.color(of: link.quad)), "fontsize": .plain("15"),
    ]
    let style = LineStyle(link, theme)
    var line = self.line(of: link, style)
    let isDown = link.source == upper
    guard hasLabelNodes else {
      line["id"] = .plain(id)
      if isStrongest, network.links.count <= Self.labelLimit { line.merge(lettering) { $1 } }
      document.statements.append(.edge(source, target, line))
      return
    }

    let middle = names.unique("\(source) -> \(target), \(link.quad.rawValue)")
    var box = lettering
    box["id"] = .plain(id)
    box["class"] = .plain("relation \(link.quad.cssClass) \(link.realis.rawValue)")
    for name in ["tooltip", "URL", "target"] { box[name] = line[name] }
    box.merge([
      "shape": .plain("box"), "style": .plain("filled"), "fillcolor": .plain(theme.background),
      "penwidth": .plain("0"), "margin": .plain("0.04,0.02"),
    ]) { $1 }
    document.statements.append(.node(middle, box))
    for (part, from, to, isHead) in [("tail", source, middle, false), ("head", middle, target, true)] {
      let lineID = ids.unique("\(id)-\(part)")
      descriptions[lineID] = describe(link)
      line["id"] = .plain(lineID)
      line["dir"] = .plain(!isHead ? "none" : isDown ? "forward" : "back")
      line["arrowtail"] = isHead && !isDown ? line["arrowhead"] : nil
      line["color"] = .plain(isDown ? style.color : style.backwardColor)
      document.statements.append(isDown ? .edge(from, to, line) : .edge(to, from, line))
    }
  }

  /// Beyond this many relations labels say nothing any more.
  static let labelLimit = 300

  private var hasLabelNodes: Bool { layout != .circo && network.links.count <= Self.labelLimit }

  /// The attributes of a relation's line.
  private func line(of link: DiagramNetwork.Link, _ style: LineStyle) -> DotDocument.Attributes {
    let tooltip = DotDocument.Value.text(tooltip(of: link))
    var line: DotDocument.Attributes = [
      "class": .plain("\(link.quad.cssClass) \(link.realis.rawValue)"), "color": .plain(style.color),
      "style": .plain(style.dash), "penwidth": .plain(decimal(style.width)), "arrowhead": .plain(style.arrow),
      "tooltip": tooltip,
    ]
    if !hasLabelNodes { line["labeltooltip"] = tooltip }
    if let url = link.evidence.lazy.compactMap({ DotText.safeURL($0.url) }).first {
      line["URL"] = .url(url)
      line["target"] = .plain("_blank")
    }
    return line
  }

  /// Up to three phrases, each in up to two lines, and the realis where nothing of it has happened.
  func label(of link: DiagramNetwork.Link) -> DotHTML {
    let shown = network.links.count <= 120 ? 3 : 1
    var lines: [String] = []
    for (index, phrase) in link.phrases.prefix(shown).enumerated() {
      let comma = index + 1 < min(shown, link.phrases.count) ? "," : ""
      lines += DotText.balanced(phrase.label + comma, width: 20, lines: 2)
    }
    if link.phrases.count > shown { lines.append("+ \(link.phrases.count - shown) more") }
    guard link.realis != .actual else { return DotHTML(lines: lines) }
    if link.realis != .negated { lines.append("(\(link.realis.rawValue))") }
    return "<i>\(DotHTML(lines: lines))</i>"
  }

  private func tooltip(of link: DiagramNetwork.Link) -> String {
    let realis = link.realis == .actual ? "" : ", \(link.realis.rawValue)"
    var lines = [
      "\(name(of: link.source)) → \(name(of: link.target)): \(link.quad.rawValue)\(realis), "
        + count(link.reports, "report"),
      link.phrases.prefix(8).map(\.label).joined(separator: ", "),
    ]
    for piece in link.evidence {
      let sentence = DotText.clean(piece.sentence)
      let cut = sentence.count > 300 ? sentence.prefix(299) + "…" : sentence[...]
      let source = [DotText.clean(piece.article), piece.date?.description ?? ""].filter { !$0.isEmpty }
      lines.append("“\(cut)”" + (source.isEmpty ? "" : " (\(source.joined(separator: ", ")))"))
    }
    return lines.joined(separator: "\n")
  }
}

/// How a relation's line looks: single for conflict and double for cooperation, solid for deeds and dashed for words,
/// grey and dotted where nothing has happened; so it can be read without colours.
struct LineStyle {
  var color: String
  /// The same for a line that is drawn against its direction: Graphviz takes the second colour for that arrow.
  var backwardColor: String
  var dash: String
  var width: Double
  var arrow: String

  init(_ link: DiagramNetwork.Link, _ theme: DiagramTheme) {
    let color = theme.color(of: link.quad)
    let full = 1.6 + 1.1 * log2(Double(max(1, link.reports)))
    width = min(full, 7)
    arrow = link.quad.isCooperation ? "vee" : "normal"
    dash = link.quad.isVerbal ? "dashed" : "solid"
    self.color = color
    backwardColor = color
    if link.realis != .actual {
      self.color = theme.unrealLine
      backwardColor = theme.unrealLine
      width = min(width, 2.4)
      dash = "dotted"
      arrow = link.realis == .negated ? "teeonormal" : "onormal"
    } else if link.quad.isCooperation {
      self.color = "\(color):\(theme.background):\(color)"
      backwardColor = "\(theme.background):\(color):\(theme.background):\(color):\(theme.background)"
      width = max(1, width / 2.6)
    }
  }
}

extension ActorKind {
  /// The Graphviz shape, its style, its margins in inches, and whether text leaves much of it empty.
  var shape: (name: String, style: String, margin: String, isPointed: Bool) {
    switch self {
    case .state: ("box", "rounded,filled", "0.15,0.08", false)
    case .organization: ("hexagon", "filled", "0,0", true)
    case .armedGroup: ("box", "filled", "0.15,0.06", false)
    case .company: ("box", "filled", "0.15,0.08", false)
    case .person: ("ellipse", "filled", "0.04,0", true)
    case .population: ("box", "rounded,filled,dashed", "0.15,0.08", false)
    }
  }

  /// A character that looks like the shape, for the legend.
  var symbol: String {
    switch self {
    case .state: "▢"
    case .organization: "⬡"
    case .armedGroup: "▣"
    case .company: "□"
    case .person: "◯"
    case .population: "⬚"
    }
  }

  /// As a CSS class.
  var cssClass: String { rawValue.replacing(" ", with: "-") }
}
