import Vocabulary

extension NetworkPainter {
  /// Title and subtitle above the picture, legend and footer below.
  mutating func paintCaption() {
    let footer: DotHTML = "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"3\">\(legend)\(footerRow)</table>"
    guard layout == .dot else {
      // The other layouts have one label for the whole graph; what stands below is a node that packing puts last.
      document.graph["label"] = .html(heading)
      document.graph["labelloc"] = .plain("t")
      document.outside.append(
        .node(
          names.unique("legend"),
          [
            "id": .plain(ids.unique("legend")), "class": .plain("legend"), "shape": .plain("plain"),
            "label": .html(footer), "sortv": .plain("2"), "fontsize": .plain("14"), "tooltip": .text("Legend"),
          ]))
      return
    }
    document.frame = [
      "label": .html(heading), "labelloc": .plain("t"), "labeljust": .plain("l"), "peripheries": .plain("0"),
      "margin": .plain("8"), "id": .plain(ids.unique("picture")), "tooltip": .text(DotText.clean(options.title)),
    ]
    document.graph["label"] = .html(footer)
    document.graph["labelloc"] = .plain("b")
    document.graph["fontsize"] = .plain("14")
  }

  /// A picture that says that there is nothing to see.
  mutating func paintNothing() {
    document.graph["label"] = .html(heading)
    document.graph["labelloc"] = .plain("t")
    let text: DotHTML = "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"4\"><tr><td align=\"left\"><font point-size=\"18\" color=\"\(theme.subtleInk)\">Nothing matched. Try fewer filters or a longer period.</font></td></tr>\(footerRow)</table>"
    document.outside.append(
      .node(names.unique("nothing"), ["shape": .plain("plain"), "label": .html(text), "tooltip": .text("Nothing matched")]))
  }

  private var heading: DotHTML {
    var rows: [DotHTML] = []
    for line in DotText.wrapped(DotText.clean(options.title), width: headingWidth, lines: 3) {
      rows.append("<tr><td align=\"left\"><font point-size=\"26\" color=\"\(theme.ink)\"><b>\(line)</b></font></td></tr>")
    }
    let subtitle = [DotText.clean(options.subtitle), note ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
    for line in DotText.wrapped(subtitle, width: headingWidth * 3 / 2, lines: 4) {
      rows.append("<tr><td align=\"left\"><font point-size=\"16\" color=\"\(theme.subtleInk)\">\(line)</font></td></tr>")
    }
    if rows.isEmpty { rows.append("<tr><td></td></tr>") }
    return "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"3\">\(DotHTML(joining: rows))</table>"
  }

  /// How many columns a line of the title may have: small pictures have short lines.
  private var headingWidth: Int { network.links.count <= 3 ? 36 : network.links.count <= 12 ? 48 : 64 }

  private var footerRow: DotHTML {
    let lines = DotText.wrapped(DotText.clean(options.footer), width: headingWidth * 2, lines: 3)
    guard !lines.isEmpty else { return "" }
    return "<tr><td align=\"left\"><font point-size=\"12\" color=\"\(theme.subtleInk)\">\(DotHTML(lines: lines))<br align=\"left\"/></font></td></tr>"
  }

  /// Three lists side by side, each with only what occurs: relations, how real they are, and kinds of actors.
  private var legend: DotHTML {
    let quads = QuadClass.allCases.filter { quad in network.links.contains { $0.quad == quad } }
    let unreal = Realis.allCases.filter { realis in realis != .actual && network.links.contains { $0.realis == realis } }
    let kinds = ActorKind.allCases.filter { kind in network.nodes.contains { $0.actor.kind == kind } }
    var columns: [DotHTML] = []
    columns.append(column("Relations", quads.map { entry(sample(of: $0), $0.rawValue, theme.color(of: $0)) }))
    if !unreal.isEmpty {
      let names = unreal.map { realis in
        entry(unrealSample, realis == .negated ? "✗ said not to have happened" : realis.rawValue, theme.subtleInk)
      }
      columns.append(column("Not (yet) happened", names))
    }
    columns.append(column("Actors", kinds.map { entry(symbol(of: $0), $0.rawValue, theme.ink) }))
    return "<tr><td align=\"left\"><table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"0\"><tr>\(DotHTML(joining: columns))</tr></table></td></tr>"
  }

  private func column(_ title: String, _ entries: [DotHTML]) -> DotHTML {
    "<td align=\"left\" valign=\"top\"><table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"2\"><tr><td colspan=\"3\" align=\"left\"><font color=\"\(theme.subtleInk)\"><b>\(title)</b></font></td></tr>\(DotHTML(joining: entries))</table></td><td width=\"24\"></td>"
  }

  private func entry(_ sample: DotHTML, _ name: String, _ color: String) -> DotHTML {
    "<tr><td width=\"34\">\(sample)</td><td width=\"4\"></td><td align=\"left\"><font color=\"\(color)\">\(name)</font></td></tr>"
  }

  private func sample(of quad: QuadClass) -> DotHTML {
    let sides = quad.isCooperation ? "TB" : "B"
    let width = quad.isCooperation ? "1" : "2"
    let style = quad.isVerbal ? "dashed" : "solid"
    return bar(sides, width, style, theme.color(of: quad))
  }

  private var unrealSample: DotHTML { bar("B", "2", "dotted", theme.unrealLine) }

  private func bar(_ sides: String, _ width: String, _ style: String, _ color: String) -> DotHTML {
    "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"0\"><tr><td border=\"\(width)\" sides=\"\(sides)\" style=\"\(style)\" color=\"\(color)\" width=\"32\" height=\"4\" fixedsize=\"true\"></td></tr></table>"
  }

  private func symbol(of kind: ActorKind) -> DotHTML {
    "<font point-size=\"18\" color=\"\(theme.style(of: kind).outline)\">\(kind.symbol)</font>"
  }
}
